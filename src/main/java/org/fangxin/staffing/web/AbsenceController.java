package org.fangxin.staffing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.fangxin.casefile.Fields;
import org.fangxin.database.Scopes;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.problem.Problem;
import org.fangxin.staffing.Absence;
import org.fangxin.staffing.internal.Absences;
import org.fangxin.staffing.internal.Handovers;
import org.fangxin.staffing.store.HandoverStore.Phase;
import org.fangxin.staffing.web.AbsenceViews.AbsenceView;
import org.fangxin.staffing.web.AbsenceViews.PersonRef;
import org.fangxin.staffing.web.AbsenceViews.SheetView;
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

/** Leave, substitutes, and what is handed over. */
@RestController
@RequestMapping("/api/v1/staffing")
@Tag(name = "staffing", description = "请假代班、交接清单、工作量、分派规则")
class AbsenceController {
    static final Role[] OFFICERS = Role.OFFICERS.toArray(Role[]::new);

    private final Absences absences;
    private final Handovers handovers;
    private final AbsenceViews views;
    private final InstantSource clock;

    AbsenceController(Absences absences, Handovers handovers, AbsenceViews views, InstantSource clock) {
        this.absences = absences;
        this.handovers = handovers;
        this.views = views;
        this.clock = clock;
    }

    @Schema(name = "AbsenceList")
    record AbsenceList(List<AbsenceView> items) {}

    @Schema(name = "AbsenceRequest", description = "personId: 空为本人；负责人可以替本机关的人填")
    record AbsenceRequest(
            @Nullable String personId,
            @Nullable String substituteId,
            @Nullable String kind,
            @Nullable String reason,
            @Nullable OffsetDateTime startsAt,
            @Nullable OffsetDateTime endsAt) {}

    @Schema(name = "AbsenceDecision")
    record Decision(@Nullable Boolean approve, @Nullable String words) {}

    @Schema(name = "HandoverConfirm", description = "phase: START（接班）或 END（交回）")
    record Confirm(@Nullable String phase) {}

    @Schema(name = "StandingFor", description = "persons: 此刻由我代班的人")
    record StandingView(List<PersonRef> persons) {}

    @GetMapping("/standing")
    @Operation(summary = "我正在替谁代班", description = "到了结束时间，同一分钟就不再列出，也不再看得到。")
    StandingView standing() {
        CurrentPerson.require(OFFICERS);
        return new StandingView(views.persons(Scopes.current().standsFor()));
    }

    @GetMapping("/absences")
    @Operation(summary = "一段时间里谁不在、谁代班", description = "本人权限范围内；事由只给本人和负责人看。不填机关的，是本人所在机关及下级。")
    AbsenceList list(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String agency) {
        var who = CurrentPerson.require(OFFICERS);
        List<Absence> all = absences.between(
                Objects.requireNonNullElse(agency, who.agencyCode()),
                from.atStartOfDay(Fields.ZONE).toInstant(),
                to.plusDays(1).atStartOfDay(Fields.ZONE).toInstant());
        return new AbsenceList(views.list(all, who, clock.instant()));
    }

    @PostMapping("/absences")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "请假，写明代班人",
            description = "代班人要是本机关有同样职责的人；最后又轮到本人的，422。负责人批准以后、在起止时间以内，代班人才能看到和办理请假人的案件，用的是自己的职责。")
    AbsenceView ask(@RequestBody AbsenceRequest body) {
        var who = CurrentPerson.require(OFFICERS);
        Absences.Draft draft = new Absences.Draft(
                Objects.requireNonNullElse(text(body.personId()), who.personId()),
                need("substituteId", text(body.substituteId()), "请选代班人。"),
                kind(body.kind()),
                text(body.reason()),
                need("startsAt", body.startsAt(), "请填开始时间。").toInstant(),
                need("endsAt", body.endsAt(), "请填结束时间。").toInstant());
        return views.one(absences.ask(draft, who), who, clock.instant());
    }

    @PostMapping("/absences/{absenceId}/decision")
    @Operation(summary = "批准或者不批准请假", description = "由负责人批准；请假的人和代班的人不能批准；负责人请假由部门负责人或者上级批准。不批准要写理由。")
    AbsenceView decide(@PathVariable long absenceId, @RequestBody Decision body) {
        var who = CurrentPerson.require(Absences.deciders());
        if (body.approve() == null) {
            throw Problem.invalid("approve", "required", "请选批准或者不批准。");
        }
        return views.one(absences.decide(absenceId, who, body.approve(), body.words()), who, clock.instant());
    }

    @PostMapping("/absences/{absenceId}/withdraw")
    @Operation(summary = "撤回还没有开始的请假")
    AbsenceView withdraw(@PathVariable long absenceId) {
        var who = CurrentPerson.require(OFFICERS);
        return views.one(absences.withdraw(absenceId, who), who, clock.instant());
    }

    @PostMapping("/absences/{absenceId}/return")
    @Operation(summary = "提前回来（销假）：代班从现在起结束")
    AbsenceView comeBack(@PathVariable long absenceId) {
        var who = CurrentPerson.require(OFFICERS);
        return views.one(absences.comeBack(absenceId, who), who, clock.instant());
    }

    @GetMapping("/absences/{absenceId}/handover")
    @Operation(summary = "交接清单：在办案件、没有告知的、下一个时限；请假期间代办过的", description = "请假的人、代班的人和负责人能看，只列各自看得到的案件。")
    SheetView handover(@PathVariable long absenceId) {
        var who = CurrentPerson.require(OFFICERS);
        return views.sheet(handovers.of(absenceId, who), who, clock.instant());
    }

    @PostMapping("/absences/{absenceId}/handover")
    @Operation(summary = "确认交接清单：开始时接班，结束时交回", description = "只有请假的人和代班的人确认；记下确认时清单上的案件，不能改。")
    SheetView confirm(@PathVariable long absenceId, @RequestBody Confirm body) {
        var who = CurrentPerson.require(OFFICERS);
        Phase phase = "END".equals(body.phase()) ? Phase.END : Phase.START;
        if (!phase.name().equals(body.phase())) {
            throw Problem.invalid("phase", "unknown", "请选接班（START）或者交回（END）。");
        }
        return views.sheet(handovers.confirm(absenceId, phase, who), who, clock.instant());
    }

    private static Absence.Kind kind(@Nullable String kind) {
        for (Absence.Kind one : Absence.Kind.values()) {
            if (one.name().equals(kind)) {
                return one;
            }
        }
        throw Problem.invalid("kind", "unknown", "请选请假的种类：年休假、病假、出差、培训或者其他。");
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static <T> T need(String field, @Nullable T value, String message) {
        if (value == null) {
            throw Problem.invalid(field, "required", message);
        }
        return value;
    }
}
