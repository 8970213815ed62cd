package org.fangxin.enforcement.internal;

import java.util.List;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.enforcement.store.TransferStore;
import org.springframework.stereotype.Component;

/** Opens a record for each transfer that the journal tells of. */
@Component
class TransferReader implements JournalReader {
    private final CaseFiles cases;
    private final TransferStore store;

    TransferReader(CaseFiles cases, TransferStore store) {
        this.cases = cases;
        this.store = store;
    }

    @Override
    public String name() {
        return "transfers";
    }

    @Override
    public void take(List<Heard> batch) {
        for (Heard heard : batch) {
            if (heard.entry() instanceof Entry.Transferred transferred) {
                cases.find(heard.caseNo()).ifPresent(state -> store.open(heard, transferred, state.agency()));
            }
        }
    }

    /** Lists, receipts and answers are no copy of the journal: they stay, and an act that is heard again opens nothing. */
    @Override
    public void forget() {}
}
