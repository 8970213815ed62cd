package org.fangxin.casefile;

import java.util.List;
import java.util.Map;
import org.fangxin.casefile.NewCase.PartyData;
import org.jspecify.annotations.Nullable;

/**
 * Rows of cases as the gate would write them, for a database that is filled with invented cases to be measured: it verifies, opens
 * and is searched like any other. Nothing else writes beside the gate.
 */
public interface RowsBesideTheGate {
    /** What stands before the first entry of a case. */
    String START = "";

    /** The link of {@code line} after {@code previous}; the line's own link is not looked at. */
    String link(String previous, String caseNo, CaseJournal.Line line);

    /** The digest that binds an act's texts, by field. */
    String digest(Map<String, String> texts);

    /** The columns in which a party is kept, in the order of {@link #party}. */
    List<String> partyColumns();

    /** A party as it is kept: sealed, masked, with its fingerprints. */
    @Nullable
    Object[] party(long caseId, String partyId, PartyData told);
}
