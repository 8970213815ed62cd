package org.fangxin.abuse.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.fangxin.abuse.Factor;
import org.fangxin.abuse.Finding;
import org.fangxin.abuse.Finding.Outcome;
import org.fangxin.abuse.Indicator;
import org.fangxin.abuse.internal.Findings;
import org.fangxin.abuse.internal.Indicators;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
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

/** Facts that Art. 17 lets an officer consider, and what a person found. */
@RestController
@RequestMapping("/api/v1/cases/{caseNo}")
@Tag(name = "abuse", description = "第十七条判断因素：事实、认定和复核")
class AbuseController {
    private static final Role[] LINE = {Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER};
    private static final Role[] FINDERS = {Role.HANDLER, Role.UNIT_HEAD};
    private static final Role[] REVIEWERS = {Role.UNIT_HEAD, Role.LEADER};
    private static final int FEWEST = 10;
    private static final int MOST = 2_000;

    private final Indicators indicators;
    private final Findings findings;
    private final AuditLog audit;

    AbuseController(Indicators indicators, Findings findings, AuditLog audit) {
        this.indicators = indicators;
        this.findings = findings;
        this.audit = audit;
    }

    @Schema(name = "AbuseIndicator", description = "事实，不是结论")
    record IndicatorView(
            String factor,
            String factorName,
            String article,
            int count,

            @Schema(description = "市级以上机关定的数：达到才可以考虑") int threshold,

            @Schema(description = "达到并且没有自己的消费可以解释") boolean reached,
            String words,
            List<String> cases) {}

    @Schema(name = "AbuseIndicators")
    record IndicatorList(List<IndicatorView> items) {}

    @Schema(name = "AbuseFinding")
    record FindingView(
            long findingId,
            List<String> factors,
            List<String> factorNames,
            String reasons,
            String foundBy,
            Instant foundAt,
            @Nullable String appeal,
            @Nullable String appealedBy,
            @Nullable Instant appealedAt,

            @Schema(description = "UPHELD 维持、LIFTED 撤销") @Nullable
            String outcome,

            @Nullable String outcomeName,
            @Nullable String outcomeReasons,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,

            @Schema(description = "投诉人自己在查询页申诉的") boolean appealedByPerson,

            @Schema(description = "投诉人在查询页第一次看到的时间；没有影响决定的为空") @Nullable
            Instant toldAt) {}

    @Schema(name = "AbuseFindings")
    record FindingList(List<FindingView> items) {}

    @Schema(name = "AbuseFindingRequest")
    record FindingRequest(
            @Nullable List<@Nullable String> factors,
            @Nullable String reasons) {}

    @Schema(name = "AbuseAppealRequest")
    record AppealRequest(@Nullable String words) {}

    @Schema(name = "AbuseReviewRequest")
    record ReviewRequest(
            @Schema(description = "UPHELD 或 LIFTED") @Nullable
            String outcome,

            @Nullable String reasons) {}

    @GetMapping("/abuse-indicators")
    @Operation(
            summary = "第十七条可以考虑的因素：投诉人的事实和背后的案件",
            description = "只统计本人看得到的投诉，靠密钥指纹认人，不显示姓名和电话。只是事实，不是结论：不改变案件，举报照样核查（第四十二条）。"
                    + "举报返回空表。每次查看记入审计。错误：404 看不到本件或者没有办理的角色。")
    IndicatorList indicators(@PathVariable String caseNo) {
        CurrentPerson.require(LINE);
        List<IndicatorView> items =
                indicators.of(caseNo).stream().map(AbuseController::view).toList();
        audit.record("ABUSE_INDICATORS_SEEN", caseNo, "items=" + items.size());
        return new IndicatorList(items);
    }

    @GetMapping("/abuse-findings")
    @Operation(summary = "对本件作出的认定、申诉和复核", description = "新的在前。错误：404 看不到本件或者没有办理的角色。")
    FindingList list(@PathVariable String caseNo) {
        CurrentPerson.require(LINE);
        return new FindingList(
                findings.of(caseNo).stream().map(AbuseController::view).toList());
    }

    @PostMapping("/abuse-findings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "写下认定和理由",
            description = "认定不结束、不暂停、不拒绝任何案件；不予受理仍用“不予受理”并写自己的理由（第十六条第三项）。可以申诉，由另一人复核。错误：404、422 没有选情形或者理由太短。")
    FindingList find(@PathVariable String caseNo, @RequestBody FindingRequest body) {
        String by = CurrentPerson.require(FINDERS).personId();
        findings.of(caseNo);
        List<Factor> factors = factors(body.factors());
        findings.find(caseNo, factors, text("reasons", body.reasons(), "“理由”要写 10 到 2,000 个字：依据哪些案件、哪些事实。"), by);
        return list(caseNo);
    }

    @PostMapping("/abuse-findings/{findingId}/appeal")
    @Operation(summary = "登记投诉人的申诉", description = "一次认定登记一次。错误：404、409 已经登记过、422 内容太短。")
    FindingList appeal(@PathVariable String caseNo, @PathVariable long findingId, @RequestBody AppealRequest body) {
        String by = CurrentPerson.require(LINE).personId();
        findings.appeal(caseNo, findingId, text("words", body.words(), "“申诉的内容”要写 10 到 2,000 个字。"), by);
        return list(caseNo);
    }

    @PostMapping("/abuse-findings/{findingId}/review")
    @Operation(
            summary = "复核申诉：维持或者撤销",
            description = "由认定的人、登记申诉的人、承办和决定的人以外的负责人办；理由会作为答复告诉申诉的投诉人。错误：404、409 没有申诉或者已经复核过、422 同一人或者没有写理由。")
    FindingList review(@PathVariable String caseNo, @PathVariable long findingId, @RequestBody ReviewRequest body) {
        String by = CurrentPerson.require(REVIEWERS).personId();
        findings.of(caseNo);
        Outcome outcome = Arrays.stream(Outcome.values())
                .filter(one -> one.name().equals(body.outcome()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("outcome", "required", "请选维持或者撤销。"));
        findings.decide(caseNo, findingId, outcome, text("reasons", body.reasons(), "“理由”要写 10 到 2,000 个字。"), by);
        return list(caseNo);
    }

    private static List<Factor> factors(@Nullable List<@Nullable String> codes) {
        List<Factor> known = Arrays.stream(Factor.values())
                .filter(factor -> codes != null && codes.contains(factor.name()))
                .toList();
        if (codes == null
                || known.isEmpty()
                || known.size() != codes.stream().distinct().count()) {
            throw Problem.invalid("factors", "required", "请选第十七条或者第四十二条写明的情形，至少一项。");
        }
        return known;
    }

    static String text(String field, @Nullable String typed, String sentence) {
        String text = typed == null ? "" : typed.strip();
        int length = text.codePointCount(0, text.length());
        if (length < FEWEST || length > MOST) {
            throw Problem.invalid(field, "length", sentence);
        }
        return text;
    }

    private static IndicatorView view(Indicator one) {
        return new IndicatorView(
                one.factor().name(),
                one.factor().chinese(),
                one.factor().article(),
                one.count(),
                one.threshold(),
                one.reached(),
                one.words(),
                one.cases());
    }

    private static FindingView view(Finding one) {
        Outcome outcome = one.outcome();
        return new FindingView(
                one.findingId(),
                one.factors(),
                one.factors().stream()
                        .map(code -> Factor.valueOf(code).chinese())
                        .toList(),
                one.reasons(),
                one.foundBy(),
                one.foundAt(),
                one.appeal(),
                one.appealedBy(),
                one.appealedAt(),
                outcome == null ? null : outcome.name(),
                outcome == null ? null : outcome.chinese(),
                one.outcomeReasons(),
                one.decidedBy(),
                one.decidedAt(),
                one.appealedByPerson(),
                one.toldAt());
    }
}
