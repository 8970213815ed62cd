package org.fangxin.casefile.store;

import java.util.ArrayList;
import java.util.EnumSet;
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
import org.fangxin.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a mediator who is not in charge and an entrusted body read of a complaint (procedures §5): the respondent's
 * whitelist, the demands and the record of mediation; before an officer cleared the whitelist, no words and no people.
 */
@Component
public class Narrowing {
    private static final Set<Role> OUTSIDERS = EnumSet.of(Role.MEDIATOR, Role.ENTRUSTED);
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
    private static final Set<String> INTERNAL = Set.of("ABUSE_SUSPECTED", "CLUE_LINKED");

    private final RespondentViews views;

    Narrowing(RespondentViews views) {
        this.views = views;
    }

    /** Whether nothing but mediation brings this person to the case. */
    public static boolean outsider(CaseState state, Actor actor) {
        return state.kind() == Kind.COMPLAINT
                && !state.handlers().contains(actor.id())
                && actor.roles().stream().anyMatch(OUTSIDERS::contains)
                && OUTSIDERS.containsAll(actor.roles());
    }

    /** The file as this person may read it. */
    public CaseReading.File of(CaseReading.File file, Actor actor) {
        if (!outsider(file.state(), actor)) {
            return file;
        }
        RespondentView view = views.of(file.state().caseNo()).orElse(null);
        String words = view == null ? "" : view.dispute();
        return new CaseReading.File(
                file.state(),
                file.version(),
                file.row()
                        .saying(words)
                        .flagged(file.row().flags().stream()
                                .filter(flag -> !INTERNAL.contains(flag))
                                .toList()),
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
                file.available(),
                file.blocked());
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
            if (role == PartyRole.RESPONDENT) {
                seen.add(party);
            } else if (role == PartyRole.COMPLAINANT) {
                seen.add(new Parties.Masked(party.partyId(), party.role(), party.name(), null, null, null, null));
            }
        }
        return seen;
    }
}
