package org.fangxin.enforcement.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fangxin.enforcement.RewardClaim;
import org.fangxin.enforcement.RewardRule;
import org.fangxin.enforcement.store.RewardStore;
import org.jspecify.annotations.Nullable;

/** Rewards as answers show them; nobody's identity is among it. */
final class RewardViews {
    private RewardViews() {}

    @Schema(name = "Reward")
    record View(
            String claimNo,
            String caseNo,
            String agencyCode,

            @Schema(description = "APPLIED、GRADED、FIRST_APPROVED、GRANTED、PAID、LAPSED、REFUSED")
            String state,

            String stateName,
            @Schema(description = "举报人自己申请的") boolean byReporter,
            Instant openedAt,
            @Schema(description = "1 到 3；认定前为空") @Nullable Integer grade,
            @Nullable String reasons,
            @Schema(description = "罚没款合计（元）") @Nullable BigDecimal base,
            @Schema(description = "奖励金额（元）") @Nullable BigDecimal amount,
            @Nullable String gradedBy,
            @Nullable String firstBy,
            @Nullable String secondBy,
            @Schema(description = "最后领取日；决定前为空") @Nullable LocalDate expiresOn,
            @Schema(description = "连错五次，锁住了") boolean locked) {}

    @Schema(name = "RewardRule")
    record RuleView(
            String source,
            String note,
            boolean verified,
            LocalDate validFrom,
            BigDecimal cap,
            BigDecimal financeFrom,
            int claimWorkingDays,
            List<RewardRule.Grade> grades) {}

    @Schema(name = "Rewards")
    record Page(RuleView rule, List<View> items) {}

    @Schema(name = "RewardBooks")
    record BooksPage(List<BooksView> agencies) {}

    @Schema(name = "RewardAgencyBooks")
    record BooksView(
            String agencyCode,
            int granted,
            BigDecimal grantedSum,
            int paid,
            BigDecimal paidSum,
            int lapsed,
            BigDecimal lapsedSum,
            @Schema(description = "账上应付（元）") BigDecimal payable,
            @Schema(description = "应付与待领取的合计相等") boolean balanced) {}

    static View view(RewardClaim one, Map<String, String> names) {
        return new View(
                one.claimNo(),
                one.caseNo(),
                one.agencyCode(),
                one.state().name(),
                one.state().chinese(),
                one.byReporter(),
                one.openedAt(),
                one.grade(),
                one.reasons(),
                one.base(),
                one.amount(),
                name(one.gradedBy(), names),
                name(one.firstBy(), names),
                name(one.secondBy(), names),
                one.expiresOn(),
                one.locked());
    }

    static RuleView view(RewardRule rule) {
        return new RuleView(
                rule.source(),
                rule.note(),
                rule.verified(),
                rule.validFrom(),
                rule.cap(),
                rule.financeFrom(),
                rule.claimWorkingDays(),
                rule.grades());
    }

    static BooksView view(RewardStore.Books one) {
        return new BooksView(
                one.agencyCode(),
                one.granted(),
                one.grantedSum(),
                one.paid(),
                one.paidSum(),
                one.lapsed(),
                one.lapsedSum(),
                one.payable(),
                one.balanced());
    }

    private static @Nullable String name(@Nullable String id, Map<String, String> names) {
        return id == null ? null : names.getOrDefault(id, id);
    }
}
