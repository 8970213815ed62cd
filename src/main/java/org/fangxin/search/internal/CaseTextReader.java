package org.fangxin.search.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.JournalReader;
import org.fangxin.search.store.WordRows;
import org.springframework.stereotype.Component;

/** Keeps the words of each case: whatever was done to it, they are read anew and written when they changed. */
@Component
class CaseTextReader implements JournalReader {
    private final WordRows rows;

    CaseTextReader(WordRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void take(List<Heard> batch) {
        Set<String> touched = new LinkedHashSet<>();
        batch.forEach(heard -> touched.add(heard.caseNo()));
        rows.renew(touched);
    }

    @Override
    public void forget() {
        rows.forgetAll();
    }
}
