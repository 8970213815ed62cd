package org.fangxin.credit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.fangxin.credit.store.CheckStore.Found;
import org.fangxin.credit.store.CheckStore.Inspection;
import org.jspecify.annotations.Nullable;

/** The shapes of the answers about graded supervision. */
final class PlanViews {
    private PlanViews() {}

    @Schema(
            name = "SupervisionTarget",
            description =
                    "grade: - for businesses without one; rate: percent a year; wanted: rounded up; left: still to be drawn this year")
    record TargetView(String grade, int rate, int population, int wanted, int drawn, int done, int left) {}

    @Schema(name = "SupervisionDrawing")
    record DrawingView(long drawingId, String name, int year, String by, OffsetDateTime at) {}

    @Schema(name = "SupervisionPlan", description = "of the caller's agency, a calendar year in Beijing")
    record PlanView(int year, String ruleVersion, List<TargetView> targets, List<DrawingView> drawings) {}

    @Schema(
            name = "SupervisionInspection",
            description =
                    "officers: names of the two; mine: whether the caller may enter the result; outcome: NOTHING, CORRECTION, LEAD,"
                            + " NOT_FOUND, null while to be done; inOrder: for each of items; paperNo: of the order or of the lead")
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
            @Nullable String paperNo) {
        static InspectionView of(Inspection one, Map<String, String> names, boolean mine) {
            Found found = one.found();
            return new InspectionView(
                    one.id(),
                    one.drawing(),
                    one.entity(),
                    one.merchant(),
                    one.grade(),
                    one.officers().stream()
                            .map(id -> names.getOrDefault(id, id))
                            .toList(),
                    mine && found == null,
                    one.dueOn(),
                    one.items(),
                    found == null ? null : found.outcome(),
                    found == null ? null : found.inOrder(),
                    found == null ? null : found.words(),
                    found == null ? null : found.on(),
                    found == null ? null : found.correctBy(),
                    found == null ? null : found.paperNo());
        }
    }

    @Schema(
            name = "SupervisionDrawingDetail",
            description =
                    "seed: hexadecimal; each business's ticket is the SM3 of seed:id, the lowest are drawn; an officer's of"
                            + " seed:business/officer; pools: how many each grade was drawn from; reproduced: drawn once more it is the same")
    record DrawingDetail(
            DrawingView drawing,
            String ruleVersion,
            String seed,
            int officers,
            Map<String, Integer> pools,
            boolean reproduced,
            List<InspectionView> inspections) {}

    @Schema(
            name = "SupervisionDrawingOrder",
            description =
                    "counts: by grade; a grade that is missing: all that is left of its rate this year; items: what is looked at")
    record OrderDraft(
            @Nullable String name,
            @Nullable LocalDate dueOn,
            @Nullable Map<String, @Nullable Integer> counts,
            @Nullable List<@Nullable String> items) {}

    @Schema(
            name = "SupervisionResult",
            description =
                    "inOrder: positions of the items that were in order, from 0; correctBy and paperNo for CORRECTION, paperNo for LEAD")
    record ResultDraft(
            @Nullable String outcome,
            @Nullable List<@Nullable String> inOrder,
            @Nullable String text,
            @Nullable LocalDate on,
            @Nullable LocalDate correctBy,
            @Nullable String paperNo) {}

    @Schema(name = "SupervisionDrawn")
    record Drawn(long drawingId) {}

    @Schema(name = "SupervisionInspections", description = "newest first, at most 50")
    record InspectionsView(List<InspectionView> items) {}
}
