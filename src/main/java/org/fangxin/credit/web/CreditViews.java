package org.fangxin.credit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.fangxin.credit.store.BusinessCourse.Happened;
import org.fangxin.credit.web.RuleViews.RuleView;
import org.jspecify.annotations.Nullable;

/** The shapes of the answers about grades. */
final class CreditViews {
    private CreditViews() {}

    @Schema(
            name = "CreditSource",
            description =
                    "caseNo: of a case that the caller may see; paperNo: of a decision or letter; one of both may be null")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SourceView(
            LocalDate on,
            @Nullable String caseNo,
            @Nullable String paperNo,
            @Nullable Long sampleId,
            String text) {}

    @Schema(
            name = "CreditReason",
            description =
                    "points: negative when taken off; counted: those beyond the free ones; hidden: sources that the caller may not see")
    record ReasonView(
            String factor,
            String factorLabel,
            int found,
            int counted,
            int points,
            int months,
            int hidden,
            List<SourceView> sources) {}

    @Schema(
            name = "CreditStep",
            description = "kind: COMPUTED, CONFIRMED, ASKED, APPROVED, DECLINED, OBJECTED, UPHELD, DISMISSED")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record StepView(
            String kind,
            String personId,
            String by,
            OffsetDateTime at,
            String text,
            @Nullable String paperNo) {}

    @Schema(
            name = "CreditGrade",
            description =
                    "computed: by the rule; grade: what holds or held, null while it waits; asked: proposed instead; own: of the"
                            + " caller's agency; objection: NONE, OPEN, UPHELD, DISMISSED; state: COMPUTED, ASKED, IN_FORCE, PAST")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record GradeView(
            long gradeId,
            String agency,
            boolean own,
            String version,
            LocalDate on,
            String computed,
            int score,
            @Nullable String asked,
            @Nullable String grade,
            String state,
            String objection,
            List<ReasonView> reasons,
            List<StepView> steps) {}

    @Schema(name = "CreditHandFact", description = "withdrawnWhy: null while it counts")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record HandFactView(
            long factId,
            String factor,
            String factorLabel,
            LocalDate on,
            String paperNo,
            String text,
            String by,
            boolean own,
            @Nullable String withdrawnWhy) {}

    @Schema(name = "Credit", description = "rule: by which a grade would be computed today; grades: newest first")
    record CreditView(RuleView rule, List<GradeView> grades, List<HandFactView> facts) {}

    @Schema(
            name = "CreditHandFactDraft",
            description = "factor: UNFIT_SAMPLE, OTHER_PENALTY, SERIOUS_LIST, HONOUR; no personal data in text")
    record HandFactDraft(
            @Nullable String factor,
            @Nullable LocalDate on,
            @Nullable String paperNo,
            @Nullable String text) {}

    @Schema(name = "CreditOther", description = "grade: another one than the computed one")
    record Other(@Nullable String grade, @Nullable String reason) {}

    @Schema(name = "CreditApproval")
    record Approval(@Nullable Boolean approve, @Nullable String reason) {}

    @Schema(name = "CreditObjection", description = "paperNo: of the business's letter")
    record Objection(@Nullable String text, @Nullable String paperNo) {}

    @Schema(name = "CreditAnswer")
    record Answer(@Nullable Boolean upheld, @Nullable String reason) {}

    @Schema(name = "CreditReasonOnly")
    record ReasonOnly(@Nullable String reason) {}

    @Schema(
            name = "BusinessHappened",
            description =
                    "kind: COMPLAINT, REPORT, CONSULTATION, SUGGESTION, PENALTY, SAMPLE, FIT, UNFIT, GRADE, TALK, GUIDANCE, DRAWN,"
                            + " INSPECTED, RECHECKED; code: stage, grade or outcome, by kind")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record HappenedView(
            LocalDate on,
            String kind,
            String code,
            String text,
            @Nullable String caseNo,
            @Nullable Long sampleId) {
        static HappenedView of(Happened one) {
            return new HappenedView(one.on(), one.kind(), one.code(), one.words(), one.caseNo(), one.sampleId());
        }
    }

    @Schema(name = "BusinessCourse", description = "newest first, at most 300, as far as the caller may see")
    record CourseView(List<HappenedView> items) {}

    @Schema(name = "CreditComputed")
    record Computed(long gradeId) {}
}
