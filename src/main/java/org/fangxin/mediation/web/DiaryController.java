package org.fangxin.mediation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.mediation.internal.MediationDiary;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The diary: who mediates when and where, and which agreements are to be performed. */
@RestController
@RequestMapping("/api/v1/mediation")
@Tag(name = "mediation", description = "网上调解室")
class DiaryController {
    private static final int LONGEST = 31;
    private static final int AHEAD = 14;

    private final MediationDiary diary;
    private final InstantSource clock;

    DiaryController(MediationDiary diary, InstantSource clock) {
        this.diary = diary;
        this.clock = clock;
    }

    @Schema(name = "DiaryPerson")
    record PersonRef(String personId, String displayName) {}

    @Schema(
            name = "DiarySession",
            description = "conflicts: TIME (a mediator is in two places), PLACE (one room, two cases)")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SessionView(
            String caseNo,
            OffsetDateTime at,
            String mode,
            @Nullable String place,
            List<PersonRef> mediators,
            boolean held,
            List<String> conflicts) {}

    @Schema(name = "DiaryDue")
    record DueView(
            String caseNo, String item, String who, LocalDate dueOn, boolean overdue, List<PersonRef> handlers) {}

    @Schema(name = "MediationDiary")
    record DiaryView(LocalDate from, LocalDate to, List<SessionView> sessions, List<DueView> dues) {}

    @GetMapping("/diary")
    @Operation(summary = "调解日程与履行：一段日子里每位调解人员的安排，时间、地点冲突的标明")
    DiaryView mediationDiary(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String mediator) {
        String me = CurrentPerson.require().personId();
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        LocalDate first = from == null ? today : from;
        LocalDate last = to == null ? first.plusDays(6) : to;
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST))) {
            throw Problem.invalid("to", "range", "一次最多看 31 天，结束日期不能早于开始日期。");
        }
        String whose = "me".equals(mediator) ? me : mediator;
        MediationDiary.Page page = diary.page(first, last, whose, today.plusDays(AHEAD));
        return new DiaryView(
                first,
                last,
                page.sessions().stream().map(DiaryController::session).toList(),
                page.dues().stream().map(DiaryController::due).toList());
    }

    private static SessionView session(MediationDiary.Shown one) {
        return new SessionView(
                one.meeting().caseNo(),
                one.meeting().at().atZone(Fields.ZONE).toOffsetDateTime(),
                one.meeting().mode(),
                one.meeting().place(),
                persons(one.people()),
                one.meeting().held(),
                one.conflicts());
    }

    private static DueView due(MediationDiary.ShownDue one) {
        return new DueView(
                one.due().caseNo(),
                one.due().item(),
                one.due().who(),
                one.due().dueOn(),
                one.overdue(),
                persons(one.people()));
    }

    private static List<PersonRef> persons(List<MediationDiary.Named> people) {
        return people.stream()
                .map(one -> new PersonRef(one.personId(), one.displayName()))
                .toList();
    }
}
