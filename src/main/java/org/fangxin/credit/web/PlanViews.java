package org.fangxin.credit.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.fangxin.credit.web.InspectionViews.InspectionView;
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
                    "inOrder: positions of the items that were in order, from 0; correctBy, recheckOn and paperNo for CORRECTION, paperNo"
                            + " for LEAD")
    record ResultDraft(
            @Nullable String outcome,
            @Nullable List<@Nullable String> inOrder,
            @Nullable String text,
            @Nullable LocalDate on,
            @Nullable LocalDate correctBy,
            @Nullable LocalDate recheckOn,
            @Nullable String paperNo) {}

    @Schema(name = "SupervisionDrawn")
    record Drawn(long drawingId) {}

    @Schema(name = "SupervisionInspections", description = "newest first, at most 50")
    record InspectionsView(List<InspectionView> items) {}
}
