package org.fangxin.staffing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.CaseLine;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.People;
import org.fangxin.identity.SignedIn;
import org.fangxin.law.DeadlineView;
import org.fangxin.staffing.Absence;
import org.fangxin.staffing.internal.Absences;
import org.fangxin.staffing.internal.Handovers;
import org.fangxin.staffing.store.HandoverStore.Confirmed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shapes of the answers about absences: the reason only for the person himself and for heads. */
@Component
class AbsenceViews {
    private final People people;

    AbsenceViews(People people) {
        this.people = people;
    }

    @Schema(name = "StaffPerson")
    record PersonRef(String personId, String displayName) {}

    @Schema(
            name = "Absence",
            description = "kind 和 reason 只给本人和负责人看，别人看到的是空；mine 是本人的，mayDecide 是可以由我批准的；running 是正在代班")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AbsenceView(
            long absenceId,
            String agency,
            PersonRef person,
            PersonRef substitute,
            @Nullable String kind,
            @Nullable String reason,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            String state,
            boolean running,
            @Nullable PersonRef decidedBy,
            @Nullable String words,
            boolean mine,
            boolean mayDecide) {}

    @Schema(name = "HandoverCase")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CaseView(
            String caseNo,
            String kind,
            String stageLabel,
            String merchant,
            int openDuties,
            @Nullable LocalDate dueOn,
            @Nullable String dueTitle) {}

    @Schema(name = "HandoverConfirmed", description = "count: 确认时清单上的件数")
    record ConfirmedView(String phase, PersonRef by, OffsetDateTime at, int count) {}

    @Schema(name = "Handover", description = "open：请假人在办的，从急到缓；done：请假期间由代班人代为办理过的；只列本人看得到的案件")
    record SheetView(AbsenceView absence, List<CaseView> open, List<CaseView> done, List<ConfirmedView> confirmed) {}

    List<AbsenceView> list(List<Absence> all, SignedIn reader, Instant now) {
        Set<String> ids = new HashSet<>();
        all.forEach(one -> ids.addAll(ids(one)));
        Map<String, String> names = people.displayNames(ids);
        return all.stream().map(one -> view(one, reader, now, names)).toList();
    }

    AbsenceView one(Absence absence, SignedIn reader, Instant now) {
        return list(List.of(absence), reader, now).getFirst();
    }

    SheetView sheet(Handovers.Sheet sheet, SignedIn reader, Instant now) {
        Map<String, String> names = people.displayNames(
                sheet.confirmed().stream().map(Confirmed::by).toList());
        return new SheetView(
                one(sheet.absence(), reader, now),
                sheet.open().stream().map(AbsenceViews::line).toList(),
                sheet.done().stream().map(AbsenceViews::line).toList(),
                sheet.confirmed().stream()
                        .map(one -> new ConfirmedView(
                                one.phase().name(),
                                person(one.by(), names),
                                time(one.at()),
                                one.caseNos().size()))
                        .toList());
    }

    List<PersonRef> persons(Set<String> ids) {
        Map<String, String> names = people.displayNames(ids);
        return ids.stream().sorted().map(id -> person(id, names)).toList();
    }

    private static Set<String> ids(Absence one) {
        Set<String> ids = new HashSet<>(Set.of(one.personId(), one.substituteId()));
        if (one.decidedBy() != null) {
            ids.add(one.decidedBy());
        }
        return ids;
    }

    private static AbsenceView view(Absence one, SignedIn reader, Instant now, Map<String, String> names) {
        boolean mine = one.personId().equals(reader.personId());
        boolean told = mine || Absences.heads(reader) || one.askedBy().equals(reader.personId());
        boolean party = mine || one.substituteId().equals(reader.personId());
        return new AbsenceView(
                one.id(),
                one.agency(),
                person(one.personId(), names),
                person(one.substituteId(), names),
                told ? one.kind().name() : null,
                told ? one.reason() : null,
                time(one.startsAt()),
                time(one.endsAt()),
                one.state().name(),
                one.runs(now),
                one.decidedBy() == null ? null : person(one.decidedBy(), names),
                told ? one.words() : null,
                mine,
                one.state() == Absence.State.ASKED && Absences.heads(reader) && !party);
    }

    private static CaseView line(CaseLine line) {
        DeadlineView nearest = line.nearest();
        return new CaseView(
                line.caseNo(),
                line.kind().name(),
                line.stage().chinese(),
                line.merchant(),
                line.openDuties(),
                nearest == null ? null : nearest.dueOn(),
                nearest == null ? null : nearest.title());
    }

    static PersonRef person(String id, Map<String, String> names) {
        return new PersonRef(id, names.getOrDefault(id, id));
    }

    static OffsetDateTime time(Instant at) {
        return at.atZone(Fields.ZONE).toOffsetDateTime();
    }
}
