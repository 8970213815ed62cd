package org.fangxin.casefile.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.NewCase.Narrative;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.RespondentView;
import org.fangxin.casefile.RespondentViews;
import org.fangxin.database.Scopes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a mediator who is not in charge and an entrusted body read of a complaint (procedures §5): the respondent's
 * whitelist, the demands and the record of mediation; before an officer cleared the whitelist, no words and no people.
 */
@Component
public class Narrowing {
    private static final Set<String> RECORD = Set.of(
            "Accepted",
            "AcceptanceNotified",
            "RespondentCleared",
            "ConsentRecorded",
            "ConsentRefused",
            "MediationOpened",
            "MediationScheduled",
            "MediationHeld",
            "AgreementReached",
            "SelfSettled",
            "MediationLetterIssued",
            "PerformanceRecorded",
            "MediationTerminated",
            "TerminationNotified",
            "Withdrawn",
            "DemandsChanged",
            "MediationEntrusted",
            "EntrustmentReturned",
            "RecusalRequested",
            "MediatorRecused",
            "RecusalDecided",
            "AppraisalProposed",
            "AppraisalBodyAgreed",
            "AppraisalBodyDesignated",
            "AppraisalCostAgreed",
            "AppraisalCommissioned",
            "AppraisalResultReceived",
            "AppraisalAbandoned");
    private static final Set<String> OFFICE_ONLY = Set.of("AbuseFlagged", "AbuseCleared", "ClueFound", "Unmasked");
    private static final Set<String> INTERNAL = Set.of("ABUSE_SUSPECTED", "CLUE_LINKED");

    private final RespondentViews views;

    Narrowing(RespondentViews views) {
        this.views = views;
    }

    /** Whether nothing but mediation brings this person to the case. */
    public static boolean outsider(CaseState state, Actor actor) {
        return outsider(state.kind(), state.handlers(), actor);
    }

    private static boolean outsider(Kind kind, Collection<String> handlers, Actor actor) {
        return kind == Kind.COMPLAINT
                && actor.mediatesOnly()
                && actor.seat(kind, handlers).isEmpty();
    }

    /** Whether the case lies outside the reader's own range: only a dispute about competence shows it to him (Art. 33). */
    static boolean visitor(CaseState state) {
        return !Scopes.current().covers(state.agency());
    }

    /** The rows of a list as this person may read them; {@code briefs} by case number. */
    public CaseList of(List<Worklist.Row> rows, Map<String, CaseReading.Brief> briefs, Actor actor) {
        Map<String, CaseReading.Brief> less = new LinkedHashMap<>(briefs);
        List<Worklist.Row> narrowed = rows.stream()
                .map(row -> {
                    boolean outsider = outsider(Kind.valueOf(row.kind()), row.handlers(), actor);
                    if (outsider || !Scopes.current().covers(row.agency())) {
                        less.computeIfPresent(row.caseNo(), (no, brief) -> brief.flagged(open(brief.flags())));
                    }
                    return outsider ? row.saying(words(row.caseNo())) : row;
                })
                .toList();
        return new CaseList(narrowed, less);
    }

    /** Rows with their briefs. */
    public record CaseList(List<Worklist.Row> rows, Map<String, CaseReading.Brief> briefs) {}

    private String words(String caseNo) {
        return views.of(caseNo).map(RespondentView::dispute).orElse("");
    }

    /** The file as this person may read it. */
    public CaseReading.File of(CaseReading.File file, Actor actor) {
        if (visitor(file.state())) {
            return visited(file);
        }
        if (!outsider(file.state(), actor)) {
            return file;
        }
        RespondentView view = views.of(file.state().caseNo()).orElse(null);
        String words = view == null ? "" : view.dispute();
        return new CaseReading.File(
                file.state(),
                file.version(),
                file.row().saying(words).flagged(open(file.row().flags())),
                origin(file.origin(), view, words),
                Map.of(),
                file.timeline().stream()
                        .filter(line -> RECORD.contains(line.type()))
                        .map(Narrowing::withoutNote)
                        .toList(),
                file.deadlines(),
                file.nearest(),
                parties(file),
                view == null ? List.of() : view.proofs(),
                List.of(),
                file.available(),
                file.blocked());
    }

    /** What the other side of a dispute needs to say whose the case is: the story and the merchant; people masked, no files. */
    private static CaseReading.File visited(CaseReading.File file) {
        return new CaseReading.File(
                file.state(),
                file.version(),
                file.row().flagged(open(file.row().flags())),
                file.origin(),
                Map.of(),
                file.timeline().stream()
                        .filter(line -> !OFFICE_ONLY.contains(line.type()))
                        .map(Narrowing::withoutNote)
                        .toList(),
                file.deadlines(),
                file.nearest(),
                parties(file),
                List.of(),
                List.of(),
                file.available(),
                file.blocked());
    }

    private static List<String> open(List<String> flags) {
        return flags.stream().filter(flag -> !INTERNAL.contains(flag)).toList();
    }

    /** A note beside an act is the office's own. */
    private static CaseReading.Line withoutNote(CaseReading.Line line) {
        Map<String, String> texts = new java.util.TreeMap<>(line.texts());
        texts.remove("note");
        return new CaseReading.Line(
                line.seq(),
                line.type(),
                line.act(),
                line.at(),
                line.recordedAt(),
                line.actor(),
                line.actedFor(),
                line.entry(),
                line.data(),
                texts);
    }

    private static NewCase origin(NewCase origin, @Nullable RespondentView view, String words) {
        Narrative what = origin.narrative();
        Narrative less = new Narrative(
                words,
                words,
                what.demands(),
                what.amount(),
                view == null ? null : view.bought().purchasedOn(),
                null,
                what.goodsCode(),
                what.problemCode(),
                view == null ? what.goodsDetail() : view.bought().goods(),
                what.merchant());
        return new NewCase(
                origin.kind(),
                origin.agency(),
                origin.receivedAt(),
                origin.channel(),
                origin.source(),
                origin.submissionNo(),
                null,
                less,
                List.of(),
                origin.route(),
                origin.flags(),
                origin.topics(),
                origin.greenChannel(),
                List.of());
    }

    /** The merchant as he is, the complainants by their surname, and nobody else. */
    private static List<Parties.Masked> parties(CaseReading.File file) {
        List<Parties.Masked> seen = new ArrayList<>();
        for (Parties.Masked party : file.parties()) {
            PartyRole role = PartyRole.valueOf(party.role());
            if (role == PartyRole.RESPONDENT || role == PartyRole.REPORTED) {
                seen.add(party);
            } else if (role == PartyRole.COMPLAINANT) {
                seen.add(new Parties.Masked(party.partyId(), party.role(), party.name(), null, null, null, null));
            }
        }
        return seen;
    }
}
