package org.fangxin.enforcement.internal;

import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.document.OwnPapers.Part;
import org.fangxin.enforcement.PenaltyPaper.Kind;
import org.fangxin.enforcement.store.PaperStore;
import org.fangxin.identity.AuditLog;
import org.springframework.stereotype.Component;

/** Prints the paper of each entry that has one, once. Lists of evidence are made when they are asked for: {@link PaperDesk}. */
@Component
class PaperReader implements JournalReader {
    private final CaseFiles cases;
    private final PaperFacts facts;
    private final PaperPress press;
    private final PaperStore store;
    private final AuditLog audit;

    PaperReader(CaseFiles cases, PaperFacts facts, PaperPress press, PaperStore store, AuditLog audit) {
        this.cases = cases;
        this.facts = facts;
        this.press = press;
        this.store = store;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "penalty-papers";
    }

    @Override
    public void take(List<Heard> batch) {
        batch.forEach(heard -> kind(heard.entry())
                .filter(kind -> !store.printed(heard.caseNo(), kind, heard.caseSeq()))
                .ifPresent(kind -> print(heard, kind)));
    }

    /** A paper that is printed stays what it is, and its entry is not printed again. */
    @Override
    public void forget() {}

    private static Optional<Kind> kind(Entry entry) {
        return Optional.ofNullable(
                switch (entry) {
                    case Entry.SiteInspected ignored -> Kind.SITE_RECORD;
                    case Entry.Questioned ignored -> Kind.QUESTIONING;
                    case Entry.ReviewDone ignored -> Kind.REVIEW;
                    case Entry.PenaltyNoticed ignored -> Kind.NOTICE;
                    case Entry.PenaltyNoticeServed ignored -> Kind.SERVICE;
                    case Entry.DecisionServed ignored -> Kind.SERVICE;
                    case Entry.HearingEnded ignored -> Kind.HEARING;
                    case Entry.CaseDiscussed ignored -> Kind.DISCUSSION;
                    default -> null;
                });
    }

    private void print(Heard heard, Kind kind) {
        CaseState state = cases.find(heard.caseNo()).orElseThrow();
        List<PaperFacts.Fact> all = facts.of(heard.caseNo(), Actor.SYSTEM);
        Told told = all.stream()
                .map(PaperFacts.Fact::told)
                .filter(one -> one.seq() == heard.caseSeq())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No entry " + heard.caseSeq() + " to print"));
        List<Part> parts = parts(heard.entry(), told, press.agency(state).name());
        press.print(state, kind, heard.caseSeq(), heard.actorId(), heard.recordedAt(), parts);
    }

    /** The record holds who was questioned in clear, as he signs it (PP 29): that it was opened is in the audit log. */
    private List<Part> questioning(Entry.Questioned entry, Told told) {
        PartyData person = facts.questioned(told.caseNo(), entry.partyId())
                .orElseThrow(() -> new IllegalStateException("Nobody was questioned in entry " + told.seq()));
        audit.record("QUESTIONED_ON_PAPER", told.caseNo(), "party=" + entry.partyId());
        return QuestioningPaper.parts(entry, told, person);
    }

    private List<Part> parts(Entry entry, Told told, String agency) {
        return switch (entry) {
            case Entry.SiteInspected site -> SitePaper.parts(site, told);
            case Entry.Questioned asked -> questioning(asked, told);
            case Entry.ReviewDone review -> PenaltyWords.review(review, told);
            case Entry.PenaltyNoticed notice -> PenaltyWords.notice(notice, told, agency);
            case Entry.PenaltyNoticeServed one ->
                PenaltyWords.service("行政处罚告知书", one.way(), one.on(), one.servedOn(), told);
            case Entry.DecisionServed one -> PenaltyWords.service("行政处罚决定书", one.way(), one.on(), one.servedOn(), told);
            case Entry.HearingEnded hearing -> PenaltyWords.hearing(hearing, told);
            case Entry.CaseDiscussed discussed -> PenaltyWords.discussion(discussed, told);
            default ->
                throw new IllegalStateException(
                        "No paper of " + entry.getClass().getSimpleName());
        };
    }
}
