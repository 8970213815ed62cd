package org.fangxin.credit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fangxin.credit.internal.Leads;
import org.fangxin.credit.store.CheckStore.Found;
import org.fangxin.credit.store.CheckStore.Inspection;
import org.fangxin.credit.store.RecheckStore.Recheck;
import org.jspecify.annotations.Nullable;

/** The shapes of the answers about inspections. */
final class InspectionViews {
    private InspectionViews() {}

    @Schema(name = "SupervisionRecheck", description = "outcome: CORRECTED, NOT_CORRECTED, null while to be done")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RecheckView(
            long recheckId,
            LocalDate dueOn,
            boolean overdue,
            @Nullable String outcome,
            @Nullable String text,
            @Nullable LocalDate on) {
        static RecheckView of(Recheck one, LocalDate today) {
            return new RecheckView(
                    one.id(),
                    one.dueOn(),
                    one.outcome() == null && one.dueOn().isBefore(today),
                    one.outcome(),
                    one.words(),
                    one.doneOn());
        }
    }

    @Schema(
            name = "SupervisionInspection",
            description =
                    "officers: names of the two; mine: whether the caller may enter results; outcome: NOTHING, CORRECTION, LEAD,"
                            + " NOT_FOUND, null while to be done; inOrder: for each of items; paperNo: of the order or of the lead;"
                            + " caseNo: the report that a lead became, for who may see it; leadText: what it would say, for who may"
                            + " file it")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record InspectionView(
            long inspectionId,
            long drawingId,
            long merchantId,
            String merchant,
            String grade,
            List<String> officers,
            boolean mine,
            LocalDate dueOn,
            List<String> items,
            @Nullable String outcome,
            @Nullable List<Boolean> inOrder,
            @Nullable String text,
            @Nullable LocalDate on,
            @Nullable LocalDate correctBy,
            @Nullable String paperNo,
            List<RecheckView> rechecks,
            @Nullable String caseNo,
            @Nullable String leadText) {
        static InspectionView of(
                Inspection one,
                Map<String, String> names,
                boolean mine,
                List<Recheck> rechecks,
                LocalDate today,
                @Nullable String caseNo) {
            Found found = one.found();
            boolean open = mine && caseNo == null && Leads.found(one, rechecks);
            return new InspectionView(
                    one.id(),
                    one.drawing(),
                    one.entity(),
                    one.merchant(),
                    one.grade(),
                    one.officers().stream()
                            .map(id -> names.getOrDefault(id, id))
                            .toList(),
                    mine,
                    one.dueOn(),
                    one.items(),
                    found == null ? null : found.outcome(),
                    found == null ? null : found.inOrder(),
                    found == null ? null : found.words(),
                    found == null ? null : found.on(),
                    found == null ? null : found.correctBy(),
                    found == null ? null : found.paperNo(),
                    rechecks.stream().map(again -> RecheckView.of(again, today)).toList(),
                    caseNo,
                    open ? Leads.proposed(one) : null);
        }
    }

    @Schema(name = "SupervisionRecheckResult", description = "again: another day to look, when it was not corrected")
    record RecheckDraft(
            @Nullable Boolean corrected,
            @Nullable String text,
            @Nullable LocalDate on,
            @Nullable LocalDate again) {}

    @Schema(name = "SupervisionLead", description = "text: what the report says")
    record LeadDraft(@Nullable String text) {}

    @Schema(name = "SupervisionLeadFiled")
    record LeadFiled(String caseNo) {}
}
