package org.fangxin.field.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fangxin.casefile.Fields;
import org.fangxin.field.FieldPass;
import org.fangxin.field.FieldPass.Ending;
import org.fangxin.field.internal.Passes;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cases that go along to where there is no network. */
@RestController
@RequestMapping("/api/v1/field/passes")
@Tag(name = "field", description = "外勤：把案件带出去，没有网络也能办")
class FieldController {
    static final Role[] FIELD = {Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.INTAKE};
    static final Role[] READERS = {
        Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.INTAKE, Role.LEADER, Role.SUPERIOR
    };

    private final Passes passes;
    private final People people;
    private final InstantSource clock;

    FieldController(Passes passes, People people, InstantSource clock) {
        this.passes = passes;
        this.people = people;
        this.clock = clock;
    }

    @Schema(name = "FieldTaking")
    record Taking(@Nullable List<String> caseNos) {}

    @Schema(
            name = "FieldEnding",
            description = "how: HANDED_IN（带回）、SIGNED_OUT（退出登录）、WRONG_PIN（口令错太多次）、REVOKED（设备丢失，钥匙销毁）")
    record EndingBody(@Nullable String how) {}

    @Schema(name = "FieldPerson")
    record PersonRef(String personId, String displayName) {}

    @Schema(name = "FieldPass", description = "cases：带了几件；别人的外勤只列人和时间，不列编号")
    record PassView(
            String passId,
            PersonRef person,
            OffsetDateTime takenAt,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime endedAt,
            @Nullable Ending ended,
            boolean live,
            long cases) {}

    @Schema(name = "FieldPassList")
    record PassList(List<PassView> items) {}

    @Schema(name = "FieldPassDetail")
    record PassDetail(PassView pass, List<String> caseNos) {}

    @Schema(name = "FieldPassOpened", description = "key：加密设备上副本的钥匙（AES-256，base64），设备上不得明文保存")
    record OpenedView(PassView pass, String key) {}

    @GetMapping
    @Operation(summary = "我的外勤；部门负责人和局领导另有本机关及下级正在外面的", description = "负责人只看到谁、什么时候、几件，用来在设备丢失时作废。")
    PassList list() {
        SignedIn who = CurrentPerson.require(READERS);
        List<FieldPass> all = passes.list(who);
        Map<String, String> names =
                people.displayNames(all.stream().map(FieldPass::person).toList());
        return new PassList(all.stream().map(one -> view(one, names)).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "把案件带出去",
            description = "72 小时后设备上的副本失效。只能带看得到的、没有办结的案件；看不到的一律 404。带了哪些案件逐件记入审计日志。案情仍由 GET /cases/{caseNo} 取得。")
    OpenedView begin(@RequestBody Taking body) {
        SignedIn who = CurrentPerson.require(FIELD);
        return opened(passes.begin(who, numbers(body)));
    }

    @GetMapping("/{passId}")
    @Operation(summary = "一次外勤：还有没有效、带了哪些案件", description = "只有本人能看。设备联网时先问一次：已经作废的，立即清除副本。")
    PassDetail one(@PathVariable UUID passId) {
        SignedIn who = CurrentPerson.require(FIELD);
        return new PassDetail(view(passes.own(who, passId)), passes.taken(who, passId));
    }

    @PostMapping("/{passId}/cases")
    @Operation(summary = "再带几件案件", description = "失效时间不变。")
    PassView add(@PathVariable UUID passId, @RequestBody Taking body) {
        SignedIn who = CurrentPerson.require(FIELD);
        return view(passes.add(who, passId, numbers(body)));
    }

    @PostMapping("/{passId}/key")
    @Operation(summary = "忘了口令，或者副本已经失效：取回钥匙，上传设备上还没有上传的内容", description = "只给本人；记入审计日志；设备丢失作废的，钥匙已销毁。")
    OpenedView key(@PathVariable UUID passId) {
        return opened(passes.key(CurrentPerson.require(FIELD), passId));
    }

    @PostMapping("/{passId}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "结束外勤", description = "本人任何一种；部门负责人和局领导可以作废（REVOKED）下属丢失的设备。")
    void end(@PathVariable UUID passId, @RequestBody EndingBody body) {
        SignedIn who = CurrentPerson.require(READERS);
        passes.end(who, passId, ending(body.how()));
    }

    private static Ending ending(@Nullable String how) {
        for (Ending one : Ending.values()) {
            if (one.name().equals(how)) {
                return one;
            }
        }
        throw Problem.invalid("how", "unknown", "请写明怎么结束：HANDED_IN、SIGNED_OUT、WRONG_PIN 或 REVOKED。");
    }

    private static List<String> numbers(Taking body) {
        return body.caseNos() == null ? List.of() : body.caseNos();
    }

    private OpenedView opened(Passes.Opened opened) {
        return new OpenedView(view(opened.pass()), opened.key());
    }

    private PassView view(FieldPass pass) {
        return view(pass, people.displayNames(List.of(pass.person())));
    }

    private PassView view(FieldPass pass, Map<String, String> names) {
        Instant endedAt = pass.endedAt();
        return new PassView(
                pass.id().toString(),
                new PersonRef(pass.person(), names.getOrDefault(pass.person(), "")),
                at(pass.takenAt()),
                at(pass.expiresAt()),
                endedAt == null ? null : at(endedAt),
                pass.ended(),
                pass.live(clock.instant()),
                pass.count());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(Fields.ZONE).toOffsetDateTime();
    }
}
