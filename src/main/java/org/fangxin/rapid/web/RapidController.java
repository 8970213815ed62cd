package org.fangxin.rapid.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.rapid.Area;
import org.fangxin.rapid.internal.Board;
import org.fangxin.rapid.internal.Dispatching;
import org.fangxin.rapid.internal.Figure;
import org.fangxin.rapid.web.RapidViews.BehindList;
import org.fangxin.rapid.web.RapidViews.BoardView;
import org.fangxin.rapid.web.RapidViews.FiguresView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Fast reaction: what runs now, what looks dangerous, who is sent, and how many promises were kept. */
@RestController
@RequestMapping("/api/v1/rapid")
@Tag(name = "rapid", description = "快速处置")
class RapidController {
    static final Role[] OFFICERS = Role.OFFICERS.toArray(Role[]::new);
    private static final int MOST = 500;

    private final Board board;
    private final BoardReading reading;
    private final Dispatching dispatching;
    private final InstantSource clock;

    RapidController(Board board, BoardReading reading, Dispatching dispatching, InstantSource clock) {
        this.board = board;
        this.reading = reading;
        this.dispatching = dispatching;
        this.clock = clock;
    }

    @Schema(
            name = "RapidDispatch",
            description =
                    "area: TOWN, RURAL or COUNTY_SEAT, null for no promise of arriving; reason: needed for who is not on duty")
    record Sending(
            @Nullable List<@Nullable String> persons,
            @Nullable String area,
            @Nullable String reason) {}

    @Schema(name = "RapidAnswer", description = "confirmed: true flags the case; reason: needed for false")
    record Answering(
            @Nullable Boolean confirmed,
            @Nullable String area,
            @Nullable String reason) {}

    @Schema(name = "RapidExcuse", description = "why the promise of this rule was late, without names or telephones")
    record Excusing(@Nullable String rule, @Nullable String reason) {}

    @GetMapping("/board")
    @Operation(
            summary = "正在计时的到场、联系、下架承诺，最急的在前；待确认的危险提示",
            description =
                    "Cases that the caller may see; at most 100 of each. Made to be asked again every 20 seconds.")
    BoardView rapidBoard() {
        CurrentPerson.require(OFFICERS);
        return reading.board(clock);
    }

    @PostMapping("/cases/{caseNo}/dispatch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "派人出勤：从当前值班人员里选，选别人要写原因",
            description =
                    "422 names the field; 404 for a case that may not be seen. Of a report the persons are put in charge too.")
    void sendOut(@PathVariable String caseNo, @RequestBody Sending body) {
        dispatching.dispatch(
                caseNo,
                given(body.persons()),
                area(body.area()),
                text(body.reason()),
                actor(CurrentPerson.require(OFFICERS)));
    }

    @PostMapping("/cases/{caseNo}/hints/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "答复危险提示：确认就标记并起算承诺，否则写明原因",
            description = "kind: FOOD or DANGER; 409 when somebody answered before.")
    void answerHint(@PathVariable String caseNo, @PathVariable String kind, @RequestBody Answering body) {
        Actor actor = actor(CurrentPerson.require(OFFICERS));
        if (body.confirmed() == null) {
            throw Problem.invalid("confirmed", "required", "请选是不是紧急。");
        }
        dispatching.answer(caseNo, kind, body.confirmed(), area(body.area()), text(body.reason()), actor);
    }

    @PostMapping("/cases/{caseNo}/excuses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "没有按时的，写明原因", description = "Kept beside the promise, append only; up to 500 characters.")
    void tellWhyLate(@PathVariable String caseNo, @RequestBody Excusing body) {
        dispatching.excuse(caseNo, text(body.rule()), text(body.reason()), actor(CurrentPerson.require(OFFICERS)));
    }

    @GetMapping("/figures")
    @Operation(
            summary = "出勤及时和五及时：按时、超时、还没到期各多少件，及时率",
            description =
                    "By the day on which the promise began (Beijing); the last 30 days without dates. At most a year.")
    FiguresView rapidFigures(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String agency) {
        CurrentPerson.require(OFFICERS);
        LocalDate last = last(to);
        return new FiguresView(board.figures(first(from, last), last, subtree(agency)).stream()
                .map(RapidViews::figure)
                .toList());
    }

    @GetMapping("/figures/{figure}")
    @Operation(
            summary = "一个数字背后的案件，超时的带原因",
            description =
                    "outcome: KEPT, LATE or OPEN. The list holds what the figure counts, newest first, at most 500.")
    BehindList behindFigure(
            @PathVariable String figure,
            @RequestParam(defaultValue = "LATE") String outcome,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String agency) {
        CurrentPerson.require(OFFICERS);
        LocalDate last = last(to);
        Figure which = java.util.Arrays.stream(Figure.values())
                .filter(one -> one.name().equals(figure))
                .findFirst()
                .orElseThrow(Problem::notFound);
        var items = board.behind(which, outcome, first(from, last), last, subtree(agency)).stream()
                .limit(MOST)
                .map(RapidViews::behind)
                .toList();
        return new BehindList(items.size(), items);
    }

    private LocalDate last(@Nullable LocalDate to) {
        return to == null ? clock.instant().atZone(Fields.ZONE).toLocalDate() : to;
    }

    private static LocalDate first(@Nullable LocalDate from, LocalDate last) {
        return from == null ? last.minusDays(29) : from;
    }

    private static String subtree(@Nullable String agency) {
        return agency == null || agency.equals("00") ? "" : agency;
    }

    static Actor actor(SignedIn who) {
        return Actor.of(who);
    }

    static List<String> given(@Nullable List<@Nullable String> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).distinct().toList();
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static @Nullable Area area(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        try {
            return Area.valueOf(code);
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("area", "not-an-option", "去哪里只能选市区、农村乡镇、县城。");
        }
    }
}
