package org.fangxin.supervision.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.People;
import org.fangxin.supervision.internal.Hangings;
import org.fangxin.supervision.internal.MajorCases;
import org.fangxin.supervision.store.HangingStore.Hanging;
import org.fangxin.supervision.store.HangingStore.Step;
import org.fangxin.supervision.store.MajorStore.Major;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The library as its readers see it: number, kind, merchant and steps; of people only officers. */
@Component
class MajorReading {
    @Schema(name = "MajorPerson")
    record PersonRef(String personId, String displayName) {}

    @Schema(
            name = "HangingStep",
            description = "kind: HUNG, REPORTED, EXTENDED, REMINDED, LIFTED; until: the term or the date meant")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record StepView(
            String kind,
            PersonRef by,
            OffsetDateTime at,
            String text,
            @Nullable LocalDate until) {}

    @Schema(
            name = "Hanging",
            description = "level: NATION, PROVINCE, CITY, COUNTY; reportMissing, overdue: as of today in Beijing")
    record HangingView(
            long hangingId,
            String level,
            String agency,
            PersonRef responsible,
            int everyDays,
            LocalDate dueOn,
            LocalDate nextReportOn,
            boolean reportMissing,
            boolean overdue,
            boolean lifted,
            List<StepView> steps) {}

    @Schema(name = "MajorCase", description = "handlers: in charge now, of whom one can be made responsible")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MajorView(
            long majorId,
            String caseNo,
            String kind,
            String merchant,
            List<String> criteria,
            String reason,
            PersonRef proposedBy,
            OffsetDateTime proposedAt,
            String state,
            @Nullable PersonRef decidedBy,
            @Nullable String decidedWhy,
            List<PersonRef> handlers,
            List<HangingView> hangings) {}

    private final MajorCases majors;
    private final Hangings hangings;
    private final CaseFiles cases;
    private final CasePapers papers;
    private final Names names;

    MajorReading(MajorCases majors, Hangings hangings, CaseFiles cases, CasePapers papers, Names names) {
        this.majors = majors;
        this.hangings = hangings;
        this.cases = cases;
        this.papers = papers;
        this.names = names;
    }

    /** Names of officers, and the day. */
    @Component
    record Names(People people, InstantSource clock) {}

    @Transactional(readOnly = true)
    public List<MajorView> list(String state) {
        List<MajorView> views = new ArrayList<>();
        for (Major major : majors.list(state)) {
            cases.find(major.caseNo()).ifPresent(file -> views.add(view(major, file)));
        }
        return views;
    }

    private MajorView view(Major major, CaseState file) {
        List<Hanging> hung = hangings.of(major.id());
        List<List<Step>> steps =
                hung.stream().map(one -> hangings.steps(one.id())).toList();
        Set<String> ids = new HashSet<>(file.handlers());
        ids.add(major.proposedBy());
        if (major.decidedBy() != null) {
            ids.add(major.decidedBy());
        }
        hung.forEach(one -> ids.add(one.responsible()));
        steps.forEach(all -> all.forEach(step -> ids.add(step.by())));
        Map<String, String> known = names.people().displayNames(ids);
        List<HangingView> views = new ArrayList<>();
        for (int i = 0; i < hung.size(); i++) {
            views.add(hanging(hung.get(i), steps.get(i), known));
        }
        return new MajorView(
                major.id(),
                major.caseNo(),
                file.kind().name(),
                papers.origin(major.caseNo())
                        .map(origin -> origin.narrative().merchant().name())
                        .orElse(""),
                major.criteria(),
                major.reason(),
                person(major.proposedBy(), known),
                major.proposedAt().atZone(Fields.ZONE).toOffsetDateTime(),
                major.state(),
                major.decidedBy() == null ? null : person(major.decidedBy(), known),
                major.decidedWhy(),
                file.handlers().stream().sorted().map(id -> person(id, known)).toList(),
                views);
    }

    private HangingView hanging(Hanging one, List<Step> steps, Map<String, String> known) {
        LocalDate today = names.clock().instant().atZone(Fields.ZONE).toLocalDate();
        boolean lifted = one.state().equals("LIFTED");
        return new HangingView(
                one.id(),
                one.level(),
                one.agency(),
                person(one.responsible(), known),
                one.everyDays(),
                one.dueOn(),
                one.nextReportOn(),
                !lifted && one.nextReportOn().isBefore(today),
                !lifted && one.dueOn().isBefore(today),
                lifted,
                steps.stream()
                        .map(step -> new StepView(
                                step.kind(),
                                person(step.by(), known),
                                step.at().atZone(Fields.ZONE).toOffsetDateTime(),
                                step.words(),
                                step.until()))
                        .toList());
    }

    private static PersonRef person(String id, Map<String, String> known) {
        return new PersonRef(id, id.equals(People.SYSTEM) ? "系统" : known.getOrDefault(id, id));
    }
}
