package org.fangxin.casefile.internal;

import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;

/** How the state follows from the journal: one exhaustive switch; each part of the procedure takes its own entries. */
public final class Evolution {
    private Evolution() {}

    public static CaseState begin(String caseNo, Recorded first) {
        if (!(first.entry() instanceof Entry.Received received)) {
            throw new IllegalStateException("The journal of " + caseNo + " does not begin with Received");
        }
        return evolve(CaseDraft.first(caseNo, received), first);
    }

    public static CaseState evolve(CaseState state, Recorded recorded) {
        CaseDraft next = state.draft();
        next.seq = recorded.seq();
        switch (recorded.entry()) {
            case Entry.OfFile entry -> FileEvolution.take(next, recorded, entry);
            case Entry.OfComplaint entry -> ComplaintEvolution.take(next, recorded, entry);
            case Entry.OfGreenChannel entry -> GreenEvolution.take(next, recorded, entry);
            case Entry.OfPeople entry -> PeopleEvolution.take(next, recorded, entry);
            case Entry.OfAppraisal entry -> AppraisalEvolution.take(next, recorded, entry);
            case Entry.OfReport entry -> ReportEvolution.take(next, recorded, entry);
            case Entry.OfInquiry entry -> InquiryEvolution.take(next, recorded, entry);
            case Entry.OfRouting entry -> RoutingEvolution.take(next, recorded, entry);
            case Entry.OfField entry -> FieldEvolution.take(next, recorded, entry);
        }
        SpecialLaws.after(next, recorded);
        Promises.after(next, recorded);
        return next.done();
    }
}
