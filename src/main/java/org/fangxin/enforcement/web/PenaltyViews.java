package org.fangxin.enforcement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Procedures;
import org.fangxin.enforcement.CaseFigures;
import org.fangxin.enforcement.PenaltyFile;
import org.fangxin.enforcement.internal.PublicationDates;
import org.fangxin.identity.People;
import org.fangxin.law.DeadlineView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Penalty files as their readers see them. Money is decimal text in yuan. */
@Component
class PenaltyViews {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Schema(name = "PenaltyOfficer")
    record PersonRef(String personId, String displayName) {}

    @Schema(name = "PenaltyNoteView")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record NoteView(
            @Nullable String bureauNo,
            @Nullable String violated,
            @Nullable String applied,
            @Nullable String externalSystem,
            @Nullable String externalNo,
            PersonRef by,
            OffsetDateTime at) {}

    @Schema(name = "PenaltyPublication", description = "withdrawn: this line takes the publication back")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PublicationView(
            boolean withdrawn,
            LocalDate on,
            String place,
            @Nullable String reason,
            PersonRef by) {}

    @Schema(
            name = "PenaltyFile",
            description =
                    "fileNo: of the program, e.g. 案〔2026〕第3号; extensions: 0, 1 (30 days), 2 (collective); outcome:"
                            + " PENALTY, NO_PENALTY_BY_LAW, NOT_ESTABLISHED, TO_OTHER_DEPARTMENT, TO_JUDICIARY, TERMINATED, TRANSFERRED;"
                            + " servedOn: of the decision; changed: CHANGED, REVOKED,"
                            + " UNLAWFUL, VOID; publicationDue: by when it is to be published or taken back, null when nothing is owed;"
                            + " complaints: in which its clue was found, as far as the caller sees them")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record View(
            String caseNo,
            String fileNo,
            String merchant,
            LocalDate filedOn,
            @Nullable String cause,
            List<PersonRef> officers,
            int extensions,
            @Nullable DeadlineView deadline,
            @Nullable LocalDate endedOn,
            @Nullable String outcome,
            @Nullable String decisionNo,
            @Nullable BigDecimal fine,
            @Nullable BigDecimal forfeiture,
            @Nullable BigDecimal returned,
            @Nullable LocalDate performedOn,
            @Nullable LocalDate closedOn,
            @Nullable LocalDate servedOn,
            @Nullable String changed,
            @Nullable LocalDate changedOn,
            @Nullable DeadlineView publicationDue,
            @Nullable String causeLabel,
            List<String> complaints,
            @Nullable NoteView note,
            boolean published,
            List<PublicationView> publications) {}

    @Schema(
            name = "EnforcementFigures",
            description =
                    "conversionRate 诉转案率 = converted / accepted; conversionDecidedRate 诉转案查处率 = convertedDecided /"
                            + " converted; filingRate 举报立案率 = filed / received; confirmedRate 举报查实率 = confirmed / finished")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record FiguresView(
            LocalDate from,
            LocalDate to,
            int accepted,
            int converted,
            @Nullable BigDecimal conversionRate,
            int convertedDecided,
            @Nullable BigDecimal conversionDecidedRate,
            int received,
            int finished,
            int confirmed,
            @Nullable BigDecimal confirmedRate,
            int filed,
            @Nullable BigDecimal filingRate,
            int decided,
            BigDecimal fines,
            BigDecimal forfeited,
            BigDecimal returned) {}

    private final CaseFiles cases;
    private final CasePapers papers;
    private final People people;
    private final PublicationDates dates;
    private final InstantSource clock;

    PenaltyViews(CaseFiles cases, CasePapers papers, People people, PublicationDates dates, InstantSource clock) {
        this.dates = dates;
        this.cases = cases;
        this.papers = papers;
        this.people = people;
        this.clock = clock;
    }

    LocalDate today() {
        return clock.instant().atZone(Fields.ZONE).toLocalDate();
    }

    @Transactional(readOnly = true)
    public View of(PenaltyFile file) {
        return view(file, people.displayNames(persons(file)));
    }

    @Transactional(readOnly = true)
    public List<View> of(List<PenaltyFile> files) {
        Set<String> ids = new TreeSet<>();
        files.forEach(file -> ids.addAll(persons(file)));
        Map<String, String> names = people.displayNames(ids);
        return files.stream().map(file -> view(file, names)).toList();
    }

    static FiguresView figures(LocalDate from, LocalDate to, CaseFigures of) {
        return new FiguresView(
                from,
                to,
                of.accepted(),
                of.converted(),
                rate(of.converted(), of.accepted()),
                of.convertedDecided(),
                rate(of.convertedDecided(), of.converted()),
                of.received(),
                of.finished(),
                of.confirmed(),
                rate(of.confirmed(), of.finished()),
                of.filed(),
                rate(of.filed(), of.received()),
                of.decided(),
                of.fines(),
                of.forfeited(),
                of.returned());
    }

    private static @Nullable BigDecimal rate(int part, int whole) {
        return whole == 0
                ? null
                : HUNDRED.multiply(BigDecimal.valueOf(part)).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }

    private View view(PenaltyFile file, Map<String, String> names) {
        return new View(
                file.caseNo(),
                "案〔" + file.year() + "〕第" + file.serial() + "号",
                papers.origin(file.caseNo())
                        .map(origin -> origin.narrative().merchant().name())
                        .orElse(""),
                file.filedOn(),
                file.cause(),
                file.officers().stream().map(id -> person(id, names)).toList(),
                file.extensions(),
                deadline(file.caseNo()).orElse(null),
                file.endedOn(),
                file.outcome(),
                file.decisionNo(),
                file.fine(),
                file.forfeiture(),
                file.returned(),
                file.performedOn(),
                file.closedOn(),
                file.servedOn(),
                file.changed(),
                file.changedOn(),
                dates.owed(file).orElse(null),
                cause(file.cause()),
                file.origins(),
                note(file.note(), names),
                file.published(),
                file.publications().stream()
                        .map(one -> new PublicationView(
                                one.withdrawn(), one.on(), one.place(), one.reason(), person(one.by(), names)))
                        .toList());
    }

    /** In the words of the form that files a case: they stand there and nowhere else. */
    private static @Nullable String cause(@Nullable String code) {
        return code == null
                ? null
                : Procedures.rule(Act.FILE, Kind.REPORT).stream()
                        .flatMap(rule -> rule.fields().stream())
                        .filter(field -> field.name().equals("caseCause"))
                        .flatMap(field -> field.options().stream())
                        .filter(option -> option.code().equals(code))
                        .map(FieldSpec.Option::label)
                        .findFirst()
                        .orElse(code);
    }

    /** The clock of the decision, with its extensions and what is left out of it (PP 64). */
    private Optional<DeadlineView> deadline(String caseNo) {
        return cases.find(caseNo)
                .flatMap(state -> cases.deadlines(state).stream()
                        .filter(one -> one.rule().startsWith("penalty.case.decide"))
                        .reduce((earlier, later) -> later));
    }

    private static @Nullable NoteView note(PenaltyFile.@Nullable Note note, Map<String, String> names) {
        return note == null
                ? null
                : new NoteView(
                        note.bureauNo(),
                        note.violated(),
                        note.applied(),
                        note.externalSystem(),
                        note.externalNo(),
                        person(note.by(), names),
                        note.at().atZone(Fields.ZONE).toOffsetDateTime());
    }

    private static Set<String> persons(PenaltyFile file) {
        Set<String> ids = new TreeSet<>(file.officers());
        if (file.note() != null) {
            ids.add(file.note().by());
        }
        file.publications().forEach(one -> ids.add(one.by()));
        return ids;
    }

    private static PersonRef person(String id, Map<String, String> names) {
        return new PersonRef(id, names.getOrDefault(id, id));
    }
}
