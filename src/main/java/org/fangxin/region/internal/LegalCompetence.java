package org.fangxin.region.internal;

import org.fangxin.region.Agencies;
import org.fangxin.region.Competence;

/** Competence as the law has it, over the agencies in memory. */
public final class LegalCompetence implements Competence {
    private final Agencies agencies;

    public LegalCompetence(Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public Answer resolve(Facts facts) {
        FactSheet sheet = new FactSheet(facts, agencies);
        Findings findings = switch (facts.kind()) {
            case "COMPLAINT" -> ComplaintCompetence.of(sheet);
            case "REPORT" -> ReportCompetence.of(sheet);
            default -> throw new IllegalArgumentException("Competence is asked for complaints and reports only");
        };
        return findings.answer();
    }
}
