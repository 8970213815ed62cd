package org.fangxin.casefile.store;

import java.util.List;
import java.util.Map;
import org.fangxin.casefile.CaseJournal;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.RowsBesideTheGate;
import org.fangxin.cipher.Chain;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link RowsBesideTheGate} by what the gate itself writes with. */
@Component
class FilledRows implements RowsBesideTheGate {
    private final Chain chain;
    private final Parties parties;

    FilledRows(Chain chain, Parties parties) {
        this.chain = chain;
        this.parties = parties;
    }

    @Override
    public String link(String previous, String caseNo, CaseJournal.Line line) {
        return chain.link(previous, Journal.content(caseNo, line));
    }

    @Override
    public String digest(Map<String, String> texts) {
        return Journal.digest(texts);
    }

    @Override
    public List<String> partyColumns() {
        return Parties.COLUMNS;
    }

    @Override
    public @Nullable Object[] party(long caseId, String partyId, PartyData told) {
        return parties.row(caseId, partyId, told);
    }
}
