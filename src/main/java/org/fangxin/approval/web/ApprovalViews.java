package org.fangxin.approval.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fangxin.approval.ApprovalSheet;
import org.fangxin.approval.ApprovalSheet.Opinion;
import org.fangxin.approval.internal.SheetPrinting;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sheets as their readers see them. */
@Component
class ApprovalViews {
    @Schema(name = "ApprovalPerson")
    record PersonRef(String personId, String displayName) {}

    @Schema(name = "ApprovalOpinion")
    record OpinionView(PersonRef by, OffsetDateTime at, String words) {}

    @Schema(
            name = "ApprovalSheet",
            description =
                    "state: ASKED, SUPPORTED (the unit head agreed), APPROVED, RETURNED, WITHDRAWN; fields: the act's"
                            + " body as it will be done, see GET /acts; changedSince: the case went on after it was asked")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record View(
            long requestId,
            String requestNo,
            String title,
            String caseNo,
            String kind,
            String merchant,
            String act,
            String actLabel,
            Map<String, Object> fields,
            String words,
            String state,
            String stateLabel,
            PersonRef askedBy,
            @Nullable PersonRef askedFor,
            OffsetDateTime askedAt,
            @Nullable OpinionView head,
            @Nullable OpinionView decision,
            boolean changedSince,
            Map<String, String> names) {}

    private final CaseFiles cases;
    private final CasePapers papers;
    private final People people;

    ApprovalViews(CaseFiles cases, CasePapers papers, People people) {
        this.cases = cases;
        this.papers = papers;
        this.people = people;
    }

    @Transactional(readOnly = true)
    public List<View> of(List<ApprovalSheet> sheets) {
        return sheets.stream().flatMap(sheet -> view(sheet).stream()).toList();
    }

    /** Empty when the case has gone out of sight meanwhile, as a report filed by others does. */
    private List<View> view(ApprovalSheet sheet) {
        return cases.find(sheet.caseNo()).stream()
                .map(state -> {
                    Map<String, String> names = people.displayNames(persons(sheet));
                    return new View(
                            sheet.id(),
                            sheet.requestNo(),
                            SheetPrinting.title(sheet),
                            sheet.caseNo(),
                            state.kind().name(),
                            papers.origin(sheet.caseNo())
                                    .map(origin -> origin.narrative().merchant().name())
                                    .orElse(""),
                            sheet.act().id(),
                            sheet.act().label(),
                            sheet.fields(),
                            sheet.words(),
                            sheet.state().name(),
                            sheet.state().chinese(),
                            person(sheet.askedBy(), names),
                            sheet.askedFor() == null ? null : person(sheet.askedFor(), names),
                            at(sheet.askedAt()),
                            opinion(sheet.head(), names),
                            opinion(sheet.decision(), names),
                            sheet.state().open() && state.seq() != sheet.seenVersion(),
                            names);
                })
                .toList();
    }

    private static List<String> persons(ApprovalSheet sheet) {
        Stream<String> named = sheet.fields().values().stream()
                .flatMap(value -> value instanceof List<?> many ? many.stream() : Stream.of(value))
                .filter(String.class::isInstance)
                .map(String.class::cast);
        Stream<String> wrote = Stream.of(sheet.head(), sheet.decision())
                .filter(Objects::nonNull)
                .map(Opinion::by);
        return Stream.of(Stream.of(sheet.askedBy()), Stream.ofNullable(sheet.askedFor()), wrote, named)
                .flatMap(one -> one)
                .distinct()
                .toList();
    }

    private static @Nullable OpinionView opinion(@Nullable Opinion opinion, Map<String, String> names) {
        return opinion == null ? null : new OpinionView(person(opinion.by(), names), at(opinion.at()), opinion.words());
    }

    private static PersonRef person(String id, Map<String, String> names) {
        return new PersonRef(id, names.getOrDefault(id, id));
    }

    private static OffsetDateTime at(java.time.Instant at) {
        return at.atZone(Fields.ZONE).toOffsetDateTime();
    }
}
