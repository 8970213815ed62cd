package org.fangxin.casefile.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.SiteChecklists;
import org.fangxin.law.DeadlineView;
import org.jspecify.annotations.Nullable;

/** The shapes of the case file's answers. Times carry +08:00; money is decimal text in yuan. */
final class Views {
    private Views() {}

    @Schema(name = "AgencyRef")
    record AgencyRef(String code, String name) {}

    @Schema(name = "PersonRef")
    record PersonRef(String personId, String displayName) {}

    @Schema(name = "CaseItem")
    record CaseItem(
            String caseNo,
            String kind,
            String stage,
            String stageLabel,
            AgencyRef agency,
            String summary,
            String merchant,
            OffsetDateTime receivedAt,
            List<PersonRef> handlers,
            List<String> flags,
            int openDuties,
            @Nullable DeadlineView nearestDeadline,
            long version,
            List<String> availableActs) {}

    @Schema(
            name = "CaseCounts",
            description = "most: how far is counted in this scope; a counter above it means more than that")
    record Counts(int all, int toDecide, int toVerify, int toAnswer, int today, int overdue, int waiting, int most) {}

    @Schema(name = "CaseList")
    record CaseList(
            List<CaseItem> items,
            @Nullable String previousCursor,
            @Nullable String nextCursor,
            int total,
            boolean atLeast,
            Counts counts) {}

    @Schema(name = "CaseParty", description = "masked; maskedFields can be unmasked one at a time with a purpose")
    record PartyView(
            String partyId,
            String role,
            String roleLabel,
            String name,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String idNumber,
            @Nullable String email,
            List<String> maskedFields,
            @Nullable PowerView power,
            boolean representative,
            @Nullable Boolean joined) {}

    @Schema(name = "PowerOfAttorney", description = "what an agent may do, and until when (Art. 11)")
    record PowerView(List<String> powers, LocalDate validTo, boolean originalSeen, boolean idSeen) {}

    @Schema(name = "TimelineActor", description = "actedFor: 替谁办的（代班）；本人名下办的为空")
    record By(
            @Nullable String displayName,
            String role,
            @Nullable String actedFor) {}

    @Schema(name = "TimelineEntry")
    record TimelineEntry(
            long seq,
            String type,
            String label,
            String act,
            OffsetDateTime at,
            OffsetDateTime recordedAt,
            By by,
            Map<String, Object> facts,
            Map<String, String> texts) {}

    @Schema(name = "CaseDuty", description = "someone must be told; open while dischargedAt is null")
    record DutyView(
            String dutyId,
            String form,
            String title,
            String to,
            String article,
            OffsetDateTime bornAt,
            @Nullable OffsetDateTime dischargedAt) {}

    @Schema(name = "CaseRoute")
    record RouteView(List<String> articles, String reason, List<AgencyRef> candidates) {}

    @Schema(name = "CaseAttachment")
    record AttachmentView(String attachmentId, String fileName, long size, String type, String sm3) {}

    @Schema(name = "IdentityPaper", description = "身份证明材料：只有承办人核验时能打开；purgedAt 以后内容已删除")
    record IdentityPaperView(
            String attachmentId, boolean mayOpen, @Nullable OffsetDateTime purgedAt) {}

    @Schema(name = "CaseRelated")
    record Related(String caseNo, String relation) {}

    @Schema(name = "BlockedAct")
    record BlockedAct(String act, String label, String article, List<String> articles, String why) {}

    @Schema(name = "CaseMerchant")
    record MerchantView(
            String name,
            @Nullable String uscc,
            @Nullable String address,
            @Nullable String regionCode,
            @Nullable String type,
            @Nullable String phone) {}

    @Schema(name = "CaseFile")
    record CaseDetail(
            String caseNo,
            String kind,
            String stage,
            String stageLabel,
            AgencyRef agency,
            String summary,
            String merchant,
            OffsetDateTime receivedAt,
            List<PersonRef> handlers,
            List<String> flags,
            int openDuties,
            @Nullable DeadlineView nearestDeadline,
            long version,
            List<String> availableActs,
            String content,
            List<String> demands,
            @Nullable BigDecimal amount,
            Goods goods,
            @Nullable LocalDate occurredOn,
            @Nullable LocalDate knewOn,
            String channel,
            String submissionNo,
            String law,
            MerchantView merchantDetail,
            RouteView route,
            List<PartyView> parties,
            List<TimelineEntry> timeline,
            List<DeadlineView> deadlines,
            List<DutyView> duties,
            List<AttachmentView> attachments,
            List<IdentityPaperView> identityPapers,
            List<Related> related,
            List<BlockedAct> blockedActs,
            @Nullable OffsetDateTime closedAt) {}

    @Schema(name = "CaseGoods")
    record Goods(
            @Nullable String categoryCode,
            @Nullable String problemCode,
            @Nullable String detail) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ActAnswer")
    record ActAnswer(
            String caseNo,
            String stage,
            String stageLabel,
            long version,
            List<String> entries,
            List<DeadlineView> deadlines,
            List<String> availableActs,
            List<Related> related,
            List<String> opened,
            List<String> warnings) {}

    @Schema(name = "ActOption")
    record Option(String code, String label, @Nullable String article) {}

    @Schema(name = "ActField")
    record Field(
            String name,
            String label,
            String type,
            boolean required,
            List<Option> options,
            @Nullable String hint) {}

    @Schema(name = "ActSpec")
    record ActSpec(
            String act,
            String label,
            List<String> kinds,
            List<String> roles,
            List<String> stages,
            String effect,
            List<Field> fields) {}

    @Schema(name = "SiteChecklists")
    record Checklists(List<SiteChecklists.Checklist> items) {}

    @Schema(name = "ActCatalogue")
    record Catalogue(List<ActSpec> items) {}
}
