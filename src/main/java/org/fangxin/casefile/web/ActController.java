package org.fangxin.casefile.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.SiteChecklists;
import org.fangxin.casefile.UnfinishedForms;
import org.fangxin.casefile.store.CaseReading;
import org.fangxin.casefile.store.Parties;
import org.fangxin.casefile.store.Unmasking;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Acts: the catalogue that forms are drawn from, and doing one. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "acts", description = "办理行为")
class ActController {
    /** The body of an unmasking: which party's which field, and what for. */
    record UnmaskRequest(
            @NotBlank String partyId,
            Parties.@NotNull Field field,
            @NotBlank String purpose) {}

    record Unmasked(String value) {}

    private final CaseFiles cases;
    private final CaseReading reading;
    private final Unmasking unmasking;
    private final UnfinishedForms forms;

    ActController(CaseFiles cases, CaseReading reading, Unmasking unmasking, UnfinishedForms forms) {
        this.cases = cases;
        this.reading = reading;
        this.unmasking = unmasking;
        this.forms = forms;
    }

    @GetMapping("/acts")
    @Operation(summary = "全部办理行为：适用类别、环节、职责、填写项及其依据")
    Views.Catalogue catalogue() {
        CurrentPerson.require();
        return new Views.Catalogue(
                Procedures.catalogue().stream().map(ActController::spec).toList());
    }

    @GetMapping("/site-checklists")
    @Operation(summary = "现场检查清单，按行业；fits 是适用的商品类别和问题类别")
    Views.Checklists siteChecklists() {
        CurrentPerson.require();
        return new Views.Checklists(SiteChecklists.current());
    }

    @PostMapping("/cases/{caseNo}/acts/{act}")
    @Operation(
            summary = "办理一步",
            description = "If-Match 带上看到的版本；别人先办了返回 409，current 里有新版本、其间谁办了什么（changes）、动了哪些部分（changed），"
                    + "以及这一步能不能原样在新版本上继续（mergeable）；依法不能办返回 422 和条文。"
                    + "请求体是该行为的填写项（见 GET /acts），另可带 occurredOn、paperNo、note；外勤没有网络时办的，doneAt 是手机记下的时间，只作说明，时限不按它计算。")
    ResponseEntity<Views.ActAnswer> act(
            @PathVariable String caseNo,
            @PathVariable String act,
            @Parameter(description = "看到的版本，例如 \"3\"") @RequestHeader(value = "If-Match", required = false) @Nullable
                    String ifMatch,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable Map<String, Object> body) {
        Actor actor = CaseController.actor(CurrentPerson.require());
        Act which = Act.byId(act).orElseThrow(() -> Problem.invalid("act", "unknown", "没有“" + act + "”这个办理行为。"));
        if (which == Act.ISSUE_DOCUMENT) {
            throw Problem.invalid("act", "documents", "制发文书要连同文书一起办：请用案件页的“文书”，或者 POST /cases/{caseNo}/documents。");
        }
        CaseFiles.Done done = cases.act(caseNo, which, actor, version(ifMatch), body == null ? Map.of() : body, key);
        forms.done(actor.id(), caseNo, which);
        Views.ActAnswer answer = answer(done, actor);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, "\"" + answer.version() + "\"")
                .body(answer);
    }

    @PostMapping("/cases/{caseNo}/unmask")
    @Operation(summary = "查看一项被遮盖的个人信息；须写用途，全程留痕")
    Unmasked unmask(@PathVariable String caseNo, @jakarta.validation.Valid @RequestBody UnmaskRequest request) {
        Actor actor = CaseController.actor(CurrentPerson.require());
        return new Unmasked(unmasking.unmask(caseNo, actor, request.partyId(), request.field(), request.purpose()));
    }

    private Views.ActAnswer answer(CaseFiles.Done done, Actor actor) {
        // after a hand-over or a recusal the case may be out of the actor's sight: then nothing more can be done
        CaseReading.@Nullable File file =
                reading.file(done.state().caseNo(), actor).orElse(null);
        List<String> available = file == null ? List.of() : CaseViews.ids(file.available());
        return new Views.ActAnswer(
                done.state().caseNo(),
                done.state().stage().name(),
                done.state().stage().chinese(),
                file == null ? done.state().seq() : file.version(),
                done.entries(),
                cases.deadlines(done.state()),
                available,
                file == null ? List.of() : CaseViews.related(file),
                // a new report exists only for those who may see it (Art. 37)
                done.opened().stream()
                        .filter(opened -> cases.find(opened).isPresent())
                        .toList(),
                done.warnings());
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        String plain = ifMatch.strip().replace("W/", "").replace("\"", "");
        try {
            return Long.valueOf(plain);
        } catch (NumberFormatException e) {
            throw Problem.invalid("If-Match", "version", "If-Match 应当是看到的版本号，例如 \"3\"。");
        }
    }

    private static Views.ActSpec spec(ActRule rule) {
        return new Views.ActSpec(
                rule.act().id(),
                rule.act().label(),
                rule.kinds().stream().map(Enum::name).sorted().toList(),
                rule.roles().stream().map(Enum::name).sorted().toList(),
                rule.stages().stream().map(Enum::name).sorted().toList(),
                rule.effect(),
                rule.fields().stream().map(ActController::field).toList());
    }

    private static Views.Field field(FieldSpec f) {
        return new Views.Field(
                f.name(),
                f.label(),
                f.type().name(),
                f.required(),
                f.options().stream()
                        .map(o -> new Views.Option(o.code(), o.label(), o.article()))
                        .toList(),
                f.hint());
    }
}
