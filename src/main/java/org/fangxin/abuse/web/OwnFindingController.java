package org.fangxin.abuse.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.fangxin.abuse.Factor;
import org.fangxin.abuse.Finding;
import org.fangxin.abuse.internal.OwnFindings;
import org.fangxin.casefile.Actor;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.TrackedCases;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tracking page: what was found about the own complaint, and the appeal against it. The code is sent in the body. */
@RestController
@RequestMapping("/api/v1/submissions/{no}/abuse-findings")
@Tag(name = "abuse")
class OwnFindingController {
    private final TrackedCases tracked;
    private final OwnFindings findings;

    OwnFindingController(TrackedCases tracked, OwnFindings findings) {
        this.tracked = tracked;
        this.findings = findings;
    }

    @Schema(name = "OwnAbuseRequest")
    record TrackedRequest(
            @Nullable String trackingCode, @Nullable String caseNo) {}

    @Schema(name = "OwnAbuseAppeal")
    record AppealRequest(
            @Nullable String trackingCode,
            @Nullable String caseNo,

            @Schema(description = "10 到 2,000 个字") @Nullable String words) {}

    @Schema(name = "OwnAbuseFinding", description = "不含认定的人和别人的案件；outcomeReasons 是给本人的答复")
    record OwnFinding(
            long findingId,
            List<String> factors,
            Instant foundAt,
            @Nullable String appeal,
            @Nullable Instant appealedAt,
            @Nullable String outcomeName,
            @Nullable String outcomeReasons,
            @Nullable Instant decidedAt) {}

    @Schema(name = "OwnAbuseFindings")
    record OwnFindingList(List<OwnFinding> items) {}

    @PostMapping
    @Operation(
            summary = "投诉人凭编号和查询码看影响了不予受理的认定",
            description = "按第十六条第三项不予受理、并且有认定的才列出；没有影响决定的不列。第一次列出即为告知。错误：404 编号、查询码和案件对不上。")
    OwnFindingList ownFindings(@PathVariable String no, @RequestBody TrackedRequest asked, HttpServletRequest request) {
        Own own = own(no, asked.trackingCode(), asked.caseNo(), request);
        return list(own);
    }

    @PostMapping("/{findingId}/appeal")
    @Operation(summary = "投诉人对认定提出申诉", description = "一次认定申诉一次，由没有经手的负责人复核，结果和答复在这里看。错误：404、409 已经申诉过、422 内容太短或者太长。")
    OwnFindingList appealFinding(
            @PathVariable String no,
            @PathVariable long findingId,
            @RequestBody AppealRequest asked,
            HttpServletRequest request) {
        Own own = own(no, asked.trackingCode(), asked.caseNo(), request);
        String words = AbuseController.text("words", asked.words(), "申诉的内容要写 10 到 2,000 个字：哪里与事实不符，有什么凭证。");
        Scopes.within(Scope.SYSTEM, () -> findings.appeal(own.caseNo(), own.actor(), findingId, words));
        return list(own);
    }

    private record Own(String caseNo, Actor actor) {}

    private Own own(String no, @Nullable String code, @Nullable String caseNo, HttpServletRequest request) {
        Actor actor = tracked.complainant(no, code, caseNo, String.valueOf(request.getRemoteAddr()));
        return new Own(String.valueOf(caseNo).strip(), actor);
    }

    private OwnFindingList list(Own own) {
        return new OwnFindingList(Scopes.within(Scope.SYSTEM, () -> findings.of(own.caseNo(), own.actor())).stream()
                .map(OwnFindingController::view)
                .toList());
    }

    private static OwnFinding view(Finding one) {
        return new OwnFinding(
                one.findingId(),
                one.factors().stream()
                        .map(Factor::valueOf)
                        .map(factor -> factor.chinese() + "（" + factor.article() + "）")
                        .toList(),
                one.foundAt(),
                one.appeal(),
                one.appealedAt(),
                one.outcome() == null ? null : one.outcome().chinese(),
                one.outcomeReasons(),
                one.decidedAt());
    }
}
