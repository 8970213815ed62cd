package org.fangxin.casefile.store;

import java.util.Map;
import org.fangxin.casefile.CaseJournal;
import org.fangxin.cipher.Chain;
import org.springframework.stereotype.Component;

/** Digests and links of entries that are written beside the gate: a database filled with invented cases verifies like any other. */
@Component
public class JournalLinks {
    /** What stands before the first entry of a case. */
    public static final String START = Chain.START;

    private final Chain chain;

    JournalLinks(Chain chain) {
        this.chain = chain;
    }

    /** The link of {@code line} after {@code previous}; the line's own link is not looked at. */
    public String after(String previous, String caseNo, CaseJournal.Line line) {
        return chain.link(previous, Journal.content(caseNo, line));
    }

    /** The digest that binds an act's texts. */
    public static String digest(Map<String, String> texts) {
        return Journal.digest(texts);
    }
}
