package org.fangxin.rapid.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.NewCase;
import org.fangxin.law.DeadlineView;
import org.fangxin.rapid.internal.Board;
import org.fangxin.rapid.internal.Places;
import org.fangxin.rapid.internal.Visits;
import org.fangxin.rapid.store.VisitStore.Visit;
import org.jspecify.annotations.Nullable;

/** Shapes of the answers about promises, visits and figures. Times carry Beijing's offset; nothing is left out when null. */
final class RapidViews {
    private RapidViews() {}

    @Schema(name = "RapidPerson")
    record PersonRef(String personId, String displayName) {}

    @Schema(
            name = "RapidPlace",
            description =
                    "area: TOWN, RURAL, COUNTY_SEAT, null when it cannot be told; minutes: the promise there, null for none")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PlaceView(
            @Nullable String area,
            @Nullable String areaName,
            @Nullable Integer minutes,
            String reason) {}

    @Schema(name = "RapidLine", description = "A running promise; deadline as everywhere, in minutes or hours")
    record LineView(
            String caseNo,
            String kind,
            String merchant,
            String summary,
            List<String> flags,
            DeadlineView deadline,
            List<PersonRef> team) {}

    @Schema(
            name = "RapidHint",
            description = "kind: FOOD or DANGER; reason names the words and nothing else of the text")
    record HintView(
            String caseNo, String kind, String reason, String merchant, OffsetDateTime madeAt, PlaceView place) {}

    @Schema(name = "RapidBoard")
    record BoardView(OffsetDateTime asOf, List<LineView> running, List<HintView> hints) {}

    @Schema(
            name = "RapidVisit",
            description =
                    "step: ARRIVED or LEFT; late: entered later than it took place; latitude and longitude: WGS 84, null without consent")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record VisitView(
            PersonRef person,
            String step,
            OffsetDateTime at,
            OffsetDateTime recordedAt,
            boolean late,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            @Nullable Integer accuracy,
            @Nullable String place) {}

    @Schema(name = "RapidCase")
    record CaseView(
            String caseNo,
            String merchant,
            @Nullable String address,
            PlaceView place,
            List<DeadlineView> promises,
            List<PersonRef> onDuty,
            List<PersonRef> team,
            List<VisitView> visits,
            List<HintView> hints) {}

    @Schema(
            name = "RapidFigure",
            description =
                    "rate: kept of (kept + late) as a fraction from 0 to 1, null when nothing fell due; open: not due yet, not counted")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record FigureView(
            String figure,
            int kept,
            int late,
            int open,
            @Nullable Double rate) {}

    @Schema(name = "RapidFigures")
    record FiguresView(List<FigureView> figures) {}

    @Schema(
            name = "RapidBehind",
            description = "A case behind a figure; excuse: why it was late, null when nobody said")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record BehindView(
            String caseNo,
            String rule,
            OffsetDateTime startedAt,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime endedAt,
            @Nullable String excuse) {}

    @Schema(name = "RapidBehindList")
    record BehindList(int total, List<BehindView> items) {}

    @Schema(name = "RapidListedPlace", description = "set: decided by the agency or one above, not by the name")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ListedPlace(
            String division, String name, @Nullable String area, String reason, boolean set) {}

    @Schema(name = "RapidPlaces")
    record PlacesView(String agency, List<ListedPlace> items) {}

    static OffsetDateTime time(Instant at) {
        return at.atZone(Fields.ZONE).toOffsetDateTime();
    }

    static PlaceView place(Places.Promised promised) {
        var area = promised.placed().area();
        return new PlaceView(
                area == null ? null : area.name(),
                area == null ? null : area.chinese(),
                promised.minutes(),
                promised.placed().reason());
    }

    static LineView line(Board.Line line, Map<String, String> names) {
        NewCase.Narrative about = line.origin().narrative();
        return new LineView(
                line.row().caseNo(),
                line.state().kind().name(),
                about.merchant().name(),
                about.summary(),
                line.state().flags().stream().map(Enum::name).sorted().toList(),
                line.deadline(),
                people(line.team(), names));
    }

    static HintView hint(Board.Asked asked) {
        return new HintView(
                asked.hint().caseNo(),
                asked.hint().kind(),
                asked.hint().reason(),
                asked.origin().narrative().merchant().name(),
                time(asked.hint().madeAt()),
                place(asked.place()));
    }

    static VisitView visit(Visit visit, Map<String, String> names) {
        return new VisitView(
                person(visit.person(), names),
                visit.step(),
                time(visit.at()),
                time(visit.recordedAt()),
                Visits.late(visit),
                visit.latitude(),
                visit.longitude(),
                visit.accuracy(),
                visit.place());
    }

    static FigureView figure(Board.Told told) {
        int due = told.kept() + told.late();
        return new FigureView(
                told.figure().name(),
                told.kept(),
                told.late(),
                told.open(),
                due == 0 ? null : (double) told.kept() / due);
    }

    static BehindView behind(Board.Behind behind) {
        Instant ended = behind.row().endedAt();
        return new BehindView(
                behind.row().caseNo(),
                behind.row().rule(),
                time(behind.row().startedAt()),
                time(behind.row().dueAt()),
                ended == null ? null : time(ended),
                behind.excuse());
    }

    static List<PersonRef> people(List<String> ids, Map<String, String> names) {
        return ids.stream().map(id -> person(id, names)).toList();
    }

    static PersonRef person(String id, Map<String, String> names) {
        return new PersonRef(id, names.getOrDefault(id, id));
    }
}
