package org.fangxin.credit.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.credit.Factor;
import org.fangxin.credit.store.FactStore;
import org.springframework.stereotype.Component;

/** Hears what a grade counts. Of a report nothing is noted before its penalty is decided, but what is decided stays noted. */
@Component
class FactReader implements JournalReader {
    private static final Set<String> REFUSALS = Set.of("ABSENT_RESPONDENT", "REFUSED_RESPONDENT");

    private final FactStore facts;

    FactReader(FactStore facts) {
        this.facts = facts;
    }

    @Override
    public String name() {
        return "credit-facts";
    }

    @Override
    public void take(List<Heard> batch) {
        batch.forEach(this::take);
    }

    @Override
    public void forget() {
        facts.forgetAll();
    }

    private void take(Heard heard) {
        String caseNo = heard.caseNo();
        LocalDate day = day(heard.occurredAt());
        switch (heard.entry()) {
            case Entry.Accepted accepted -> facts.keep(caseNo, Factor.COMPLAINT, "", day, null);
            case Entry.ConsentRefused refused
            when refused.party() == PartyRole.RESPONDENT -> facts.keep(caseNo, Factor.MEDIATION_REFUSED, "", day, null);
            case Entry.MediationTerminated ended
            when ended.sub() != null && REFUSALS.contains(ended.sub()) ->
                facts.keep(caseNo, Factor.MEDIATION_REFUSED, "", day, null);
            case Entry.DecisionRevoked revoked
            when revoked.decision().equals("MediationTerminated") -> facts.drop(caseNo, Factor.MEDIATION_REFUSED, "");
            case Entry.PerformanceRecorded done -> performance(caseNo, done, day);
            case Entry.CaseDecided decided
            when decided.outcome().equals("PENALTY") ->
                facts.keep(caseNo, Factor.PENALTY, "", day, decided.decisionNo());
            case Entry.OffShelfRecorded gone -> facts.keep(caseNo, Factor.OFF_SHELF, "", day, null);
            default -> {
                // says nothing about the business
            }
        }
    }

    /** What is performed after all is no longer held against the business. */
    private void performance(String caseNo, Entry.PerformanceRecorded done, LocalDate day) {
        String item = done.item() == null ? "" : done.item();
        if (done.result().equals("NOT")) {
            facts.keep(caseNo, Factor.NOT_PERFORMED, item, day, null);
        } else if (done.result().equals("PERFORMED")) {
            facts.drop(caseNo, Factor.NOT_PERFORMED, item);
        }
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Fields.ZONE).toLocalDate();
    }
}
