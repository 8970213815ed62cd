package org.fangxin.casefile.internal;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.ComplaintFacts.Appraisal;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;

/** Appraisal and testing: its time is not counted in the mediation period (Art. 22). */
final class AppraisalEvolution {
    private AppraisalEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfAppraisal entry) {
        Appraisal appraisal = next.complaint.appraisal();
        switch (entry) {
            case Entry.AppraisalProposed _ -> to(next, appraisal.propose());
            case Entry.AppraisalBodyAgreed agreed -> to(next, appraisal.at(agreed.body()));
            case Entry.AppraisalBodyDesignated designated -> to(next, appraisal.at(designated.body()));
            case Entry.AppraisalCostAgreed _ -> to(next, appraisal.paid());
            case Entry.AppraisalCommissioned commissioned -> {
                to(next, appraisal.commissioned(commissioned.on()));
                next.flags.add(Flag.APPRAISAL_RUNNING);
                String why = "鉴定、检测（" + commissioned.paperNo() + "）";
                each(next, rule -> next.clocks(clocks -> clocks.pause(rule, commissioned.on(), why)));
            }
            case Entry.AppraisalResultReceived result -> over(next, result.on());
            case Entry.AppraisalAbandoned abandoned -> over(next, abandoned.on());
        }
    }

    private static void over(CaseDraft next, LocalDate through) {
        to(next, next.complaint.appraisal().over());
        next.flags.remove(Flag.APPRAISAL_RUNNING);
        each(next, rule -> next.clocks(clocks -> clocks.resume(rule, through)));
    }

    private static void each(CaseDraft next, Consumer<String> change) {
        ComplaintClocks.mediation(next.law).forEach(change);
    }

    private static void to(CaseDraft next, Appraisal appraisal) {
        next.complaint = next.complaint.with(appraisal);
    }
}
