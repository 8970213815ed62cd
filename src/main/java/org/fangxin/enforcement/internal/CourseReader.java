package org.fangxin.enforcement.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.enforcement.store.CourseStore;
import org.fangxin.region.Agencies;
import org.springframework.stereotype.Component;

/** Follows reports from their receipt to the closing of their penalty file, and complaints to their clues (Art. 27). */
@Component
class CourseReader implements JournalReader {
    private final CourseStore store;
    private final CaseFiles cases;
    private final Agencies agencies;

    CourseReader(CourseStore store, CaseFiles cases, Agencies agencies) {
        this.store = store;
        this.cases = cases;
        this.agencies = agencies;
    }

    @Override
    public String name() {
        return "enforcement";
    }

    @Override
    public void take(List<Heard> batch) {
        batch.forEach(this::hear);
    }

    @Override
    public void forget() {
        store.forget();
    }

    private void hear(Heard heard) {
        String caseNo = heard.caseNo();
        switch (heard.entry()) {
            case Entry.Received received when received.kind() == Kind.REPORT -> received(heard, received);
            case Entry.Accepted ignored -> store.taken(caseNo, Kind.COMPLAINT, holder(caseNo), day(heard));
            case Entry.FindingRecorded found -> store.found(caseNo, found.finding());
            case Entry.FilingDeclined ignored -> store.finished(caseNo, day(heard), false);
            case Entry.Filed filed -> {
                store.finished(caseNo, day(heard), true);
                store.filed(caseNo, holder(caseNo), day(heard), filed);
            }
            case Entry.ReportMerged merged -> store.inherit(caseNo, merged.intoCaseNo());
            case Entry.Transferred transferred -> transferred(heard, transferred);
            case Entry.DecisionExtended ignored -> store.extended(caseNo);
            case Entry.DecisionExtendedFurther ignored -> store.extended(caseNo);
            case Entry.CaseDecided decided -> store.decided(caseNo, day(heard), decided);
            case Entry.DecisionServed served -> store.served(caseNo, served.servedOn());
            case Entry.DecisionChanged changed -> store.changed(caseNo, changed.what(), changed.on());
            case Entry.InvestigationTerminated ignored -> store.ended(caseNo, day(heard), "TERMINATED");
            case Entry.PenaltyPerformed ignored -> store.performed(caseNo, day(heard));
            case Entry.CaseClosed ignored -> store.closed(caseNo, day(heard));
            default -> {
                // nothing of this course
            }
        }
    }

    /** Received again by another agency it keeps its day; a clue names the complaint in which it was found. */
    private void received(Heard heard, Entry.Received received) {
        String caseNo = heard.caseNo();
        store.taken(
                caseNo,
                Kind.REPORT,
                agencies.actingFor(received.agency()).code(),
                received.receivedAt().atZone(Fields.ZONE).toLocalDate());
        Optional.ofNullable(received.related()).ifPresent(related -> {
            if (received.source().startsWith("CLUE")) {
                store.origin(caseNo, related);
            } else if (received.source().equals("TRANSFERRED")) {
                store.inherit(related, caseNo);
            }
        });
    }

    private void transferred(Heard heard, Entry.Transferred transferred) {
        if (!transferred.target().equals("POLICE_ABUSE")) {
            store.ended(heard.caseNo(), day(heard), "TRANSFERRED");
        }
    }

    private String holder(String caseNo) {
        return cases.find(caseNo)
                .map(CaseState::agency)
                .map(agency -> agencies.actingFor(agency).code())
                .orElse("");
    }

    /** The day on which it took place, as the case's own dates count it. */
    private static LocalDate day(Heard heard) {
        return heard.occurredAt().atZone(Fields.ZONE).toLocalDate();
    }
}
