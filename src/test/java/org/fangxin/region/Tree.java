package org.fangxin.region;

import org.fangxin.region.internal.AgencyTable;
import org.fangxin.region.internal.DefaultAgencies;
import org.fangxin.region.internal.DivisionFile;
import org.fangxin.region.internal.DivisionTable;
import org.fangxin.region.internal.LegalCompetence;

/** The shipped divisions and default agencies, without a database. */
final class Tree {
    static final DivisionFile FILE = DivisionFile.read();
    static final Divisions DIVISIONS = new DivisionTable(FILE.divisions());
    static final Agencies AGENCIES = new AgencyTable(DefaultAgencies.of(FILE.divisions()));
    static final Competence COMPETENCE = new LegalCompetence(AGENCIES);
    static final FactsCheck CHECK = new FactsCheck(DIVISIONS, AGENCIES);

    private Tree() {}
}
