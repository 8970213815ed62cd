package org.fangxin.rapid.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.law.WorkingCalendar;
import org.fangxin.problem.Problem;
import org.fangxin.rapid.internal.Roster;
import org.fangxin.rapid.store.ShiftStore.Shift;
import org.fangxin.rapid.store.ShiftStore.Swap;
import org.fangxin.rapid.web.RapidViews.PersonRef;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The duty roster: shifts, gaps, a week copied, swaps. */
@RestController
@RequestMapping("/api/v1/rapid/roster")
@Tag(name = "rapid", description = "快速处置")
class RosterController {
    private static final Role[] PLANNERS = {Role.UNIT_HEAD, Role.LEADER, Role.INTAKE};

    private final Roster roster;
    private final People people;
    private final WorkingCalendar calendar;

    RosterController(Roster roster, People people, WorkingCalendar calendar) {
        this.roster = roster;
        this.people = people;
        this.calendar = calendar;
    }

    @Schema(name = "RosterShift", description = "phone: of the duty desk; phone and vehicle empty for none")
    record ShiftView(
            long shiftId,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            List<PersonRef> persons,
            String phone,
            String vehicle) {}

    @Schema(name = "RosterGap", description = "nobody is on duty from here to there")
    record GapView(OffsetDateTime from, OffsetDateTime to) {}

    @Schema(name = "RosterDay", description = "rest: name of the holiday or 周六, 周日; null for a working day")
    @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS)
    record DayView(LocalDate date, @Nullable String rest) {}

    @Schema(name = "RosterSwap", description = "mine: the caller is asked to take the shift")
    record SwapView(long swapId, ShiftView shift, PersonRef from, PersonRef to, boolean mine) {}

    @Schema(name = "Roster")
    record RosterView(
            String agency, List<DayView> days, List<ShiftView> shifts, List<GapView> gaps, List<SwapView> swaps) {}

    @Schema(name = "RosterShiftInput")
    record ShiftInput(
            @Nullable String agency,
            @Nullable OffsetDateTime startsAt,
            @Nullable OffsetDateTime endsAt,
            @Nullable List<@Nullable String> persons,
            @Nullable String phone,
            @Nullable String vehicle) {}

    @Schema(name = "RosterCopy", description = "seven days from `from` on are copied to seven days from `to` on")
    record Copy(
            @Nullable String agency,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    @Schema(name = "RosterCopied", description = "there: shifts that stood there already and were left")
    record CopiedView(int copied, int there) {}

    @Schema(name = "RosterAsk", description = "to: the officer who is asked to take the shift")
    record Ask(@Nullable String to) {}

    @Schema(name = "RosterAnswer")
    record Answer(@Nullable Boolean yes) {}

    @GetMapping
    @Operation(
            summary = "值班表：每天的班次、没有人的空档、节假日、我的换班",
            description = "At most 31 days; the agency itself, not those below it.")
    RosterView roster(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String agency) {
        var who = CurrentPerson.require(RapidController.OFFICERS);
        String code = Objects.requireNonNullElse(agency, who.agencyCode());
        Roster.Page page = roster.page(code, from, to);
        List<Swap> swaps = roster.swaps(who.personId());
        List<Shift> swapped =
                swaps.stream().map(swap -> roster.find(swap.shiftId())).toList();
        Map<String, String> names = names(page.shifts(), swaps, swapped);
        List<SwapView> asked = new ArrayList<>();
        for (int i = 0; i < swaps.size(); i++) {
            Swap swap = swaps.get(i);
            asked.add(new SwapView(
                    swap.id(),
                    view(swapped.get(i), names),
                    RapidViews.person(swap.from(), names),
                    RapidViews.person(swap.to(), names),
                    swap.to().equals(who.personId())));
        }
        return new RosterView(
                code,
                from.datesUntil(to.plusDays(1))
                        .map(day -> new DayView(day, calendar.works(day) ? null : calendar.restName(day)))
                        .toList(),
                page.shifts().stream().map(shift -> view(shift, names)).toList(),
                page.gaps().stream()
                        .map(gap -> new GapView(RapidViews.time(gap.from()), RapidViews.time(gap.to())))
                        .toList(),
                asked);
    }

    @PostMapping("/shifts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "加一个班次", description = "At most 48 hours; people of the agency or below it.")
    ShiftView addShift(@RequestBody ShiftInput body) {
        var who = CurrentPerson.require(PLANNERS);
        Shift shift = shift(0, Objects.requireNonNullElse(body.agency(), who.agencyCode()), body);
        return one(roster.add(shift, who.personId()));
    }

    @PutMapping("/shifts/{shiftId}")
    @Operation(summary = "改一个班次")
    ShiftView changeShift(@PathVariable long shiftId, @RequestBody ShiftInput body) {
        var who = CurrentPerson.require(PLANNERS);
        roster.change(shift(shiftId, roster.find(shiftId).agency(), body), who.personId());
        return one(shiftId);
    }

    @DeleteMapping("/shifts/{shiftId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "删一个班次")
    void deleteShift(@PathVariable long shiftId) {
        CurrentPerson.require(PLANNERS);
        roster.delete(shiftId);
    }

    @PostMapping("/copy")
    @Operation(summary = "把一周的班复制到另一周", description = "A shift that begins at the same time is left as it is.")
    CopiedView copyWeek(@RequestBody Copy body) {
        var who = CurrentPerson.require(PLANNERS);
        if (body.from() == null || body.to() == null) {
            throw Problem.invalid(body.from() == null ? "from" : "to", "required", "请选从哪一周复制到哪一周。");
        }
        Roster.Copied copied = roster.copy(
                Objects.requireNonNullElse(body.agency(), who.agencyCode()), body.from(), body.to(), who.personId());
        return new CopiedView(copied.copied(), copied.there());
    }

    @PostMapping("/shifts/{shiftId}/swaps")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "请别人替我这个班", description = "Only one's own shift; the other one's yes makes it so.")
    void askSwap(@PathVariable long shiftId, @RequestBody Ask body) {
        var who = CurrentPerson.require(RapidController.OFFICERS);
        roster.ask(shiftId, who.personId(), RapidController.text(body.to()));
    }

    @PostMapping("/swaps/{swapId}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "答复别人的换班：同意就由我值", description = "404 for anybody but who was asked.")
    void answerSwap(@PathVariable long swapId, @RequestBody Answer body) {
        var who = CurrentPerson.require(RapidController.OFFICERS);
        roster.answer(swapId, who.personId(), Boolean.TRUE.equals(body.yes()));
    }

    private ShiftView one(long id) {
        Shift shift = roster.find(id);
        return view(shift, people.displayNames(Set.copyOf(shift.persons())));
    }

    private Map<String, String> names(List<Shift> shifts, List<Swap> swaps, List<Shift> swapped) {
        Set<String> ids = new HashSet<>();
        shifts.forEach(shift -> ids.addAll(shift.persons()));
        swapped.forEach(shift -> ids.addAll(shift.persons()));
        swaps.forEach(swap -> ids.addAll(List.of(swap.from(), swap.to())));
        return people.displayNames(ids);
    }

    private static ShiftView view(Shift shift, Map<String, String> names) {
        return new ShiftView(
                shift.id(),
                RapidViews.time(shift.startsAt()),
                RapidViews.time(shift.endsAt()),
                RapidViews.people(shift.persons(), names),
                shift.phone(),
                shift.vehicle());
    }

    private static Shift shift(long id, String agency, ShiftInput body) {
        if (body.startsAt() == null || body.endsAt() == null) {
            throw Problem.invalid(body.startsAt() == null ? "startsAt" : "endsAt", "required", "请填上班和下班的时间。");
        }
        String phone = RapidController.text(body.phone());
        String vehicle = RapidController.text(body.vehicle());
        if (phone.length() > 30 || vehicle.length() > 30) {
            throw Problem.invalid(phone.length() > 30 ? "phone" : "vehicle", "too-long", "电话、车辆各最多 30 字。");
        }
        return new Shift(
                id,
                agency,
                body.startsAt().toInstant(),
                body.endsAt().toInstant(),
                RapidController.given(body.persons()),
                phone,
                vehicle);
    }
}
