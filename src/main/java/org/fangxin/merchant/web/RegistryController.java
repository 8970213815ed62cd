package org.fangxin.merchant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.Merchants;
import org.fangxin.merchant.store.EntityStore;
import org.fangxin.merchant.web.MerchantViews.Detail;
import org.fangxin.merchant.web.MerchantViews.Entity;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The registry of market entities, for officers. */
@RestController
@RequestMapping("/api/v1/merchants")
@Tag(name = "merchants", description = "经营主体")
class RegistryController {
    private static final int MOST = 50;
    private static final Role[] READERS = Role.OFFICERS.toArray(Role[]::new);
    private static final Role[] KEEPERS = {
        Role.REGISTRAR, Role.INTAKE, Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER
    };

    private final Merchants merchants;
    private final People people;
    private final AuditLog audit;
    private final JsonMapper json;

    RegistryController(Merchants merchants, People people, AuditLog audit, JsonMapper json) {
        this.merchants = merchants;
        this.people = people;
        this.audit = audit;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "查经营主体：名称或别名的一部分、拼音或首字母、统一社会信用代码的开头", description = "本机关所在地的排在前面；region 另指定一个地方。没有并入别的主体的才列出。")
    MerchantViews.Found searchMerchants(
            @RequestParam String q,
            @Parameter(description = "行政区划代码；不写就是本机关所在地") @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "20") int limit) {
        SignedIn who = CurrentPerson.require(READERS);
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "range", "每页条数（limit）应为 1 至 50。");
        }
        String near = region == null || region.isBlank() ? who.agencyCode() : region.strip();
        return MerchantViews.Found.of(merchants.search(q, near, limit));
    }

    @GetMapping("/{id}")
    @Operation(summary = "一个经营主体：登记、所属企业、分支机构、平台和店铺、改过什么")
    Detail merchant(@PathVariable long id) {
        CurrentPerson.require(READERS);
        MarketEntity entity = merchants.find(id).orElseThrow(Problem::notFound);
        List<EntityStore.Past> past = merchants.past(id);
        Map<String, String> names = people.displayNames(
                past.stream().map(EntityStore.Past::person).distinct().toList());
        return new Detail(
                Entity.of(entity),
                other(entity.parentUscc()),
                other(entity.platformUscc()),
                merchants.branches(entity).stream().map(Entity::of).toList(),
                merchants.shops(entity).stream().map(Entity::of).toList(),
                past.stream().map(one -> MerchantViews.past(one, names, json)).toList());
    }

    private @Nullable Entity other(@Nullable String uscc) {
        return uscc == null ? null : merchants.byCode(uscc).map(Entity::of).orElse(null);
    }

    @PostMapping
    @Operation(summary = "登记一个经营主体；代码已有的回答 409")
    ResponseEntity<Entity> addMerchant(@RequestBody MerchantViews.Draft draft) {
        CurrentPerson.require(KEEPERS);
        MarketEntity added = merchants.add(DraftCheck.read(draft, 0));
        audit.record("MERCHANT_ADDED", String.valueOf(added.id()), "");
        return ResponseEntity.status(HttpStatus.CREATED).body(Entity.of(added));
    }

    @PutMapping("/{id}")
    @Operation(summary = "更正一个经营主体；原来的内容留着", description = "If-Match 带上看到的版本；别人先改了回答 409。")
    Entity correctMerchant(
            @PathVariable long id, @RequestHeader("If-Match") String ifMatch, @RequestBody MerchantViews.Draft draft) {
        SignedIn who = CurrentPerson.require(KEEPERS);
        MarketEntity corrected = merchants.correct(DraftCheck.read(draft, id), version(ifMatch), who.personId());
        audit.record("MERCHANT_CORRECTED", String.valueOf(id), "");
        return Entity.of(corrected);
    }

    @PostMapping("/{id}/merge")
    @Operation(summary = "同一家登记了两次：并入另一个，可以撤销")
    Entity mergeMerchant(
            @PathVariable long id, @RequestHeader("If-Match") String ifMatch, @RequestBody MerchantViews.Merge body) {
        SignedIn who = CurrentPerson.require(KEEPERS);
        if (body.into() == null) {
            throw Problem.invalid("into", "required", "请选择并入哪一个经营主体。");
        }
        MarketEntity merged = merchants.merge(id, body.into(), version(ifMatch), who.personId());
        audit.record("MERCHANT_MERGED", String.valueOf(id), "into=" + body.into());
        return Entity.of(merged);
    }

    @PostMapping("/{id}/separate")
    @Operation(summary = "撤销并入")
    Entity separateMerchant(@PathVariable long id, @RequestHeader("If-Match") String ifMatch) {
        SignedIn who = CurrentPerson.require(KEEPERS);
        MarketEntity alone = merchants.separate(id, version(ifMatch), who.personId());
        audit.record("MERCHANT_SEPARATED", String.valueOf(id), "");
        return Entity.of(alone);
    }

    private static int version(String ifMatch) {
        try {
            return Integer.parseInt(ifMatch.strip().replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException unreadable) {
            throw Problem.invalid("If-Match", "version", "If-Match 应当是看到的版本号，例如 \"3\"。");
        }
    }
}
