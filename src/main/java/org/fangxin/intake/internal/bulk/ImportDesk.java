package org.fangxin.intake.internal.bulk;

import java.util.List;
import java.util.Optional;
import org.fangxin.intake.store.ImportRowStore;
import org.fangxin.intake.store.ImportStore;
import org.fangxin.intake.store.ImportStore.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Imports as officers see them: inside the request's scope. */
@Component
@Transactional(readOnly = true)
public class ImportDesk {
    private static final int RECENT = 30;
    private static final int MOST_FAULTS = 100_000;

    private final ImportStore imports;
    private final ImportRowStore rows;

    ImportDesk(ImportStore imports, ImportRowStore rows) {
        this.imports = imports;
        this.rows = rows;
    }

    public Optional<Job> find(String importId) {
        return imports.find(importId);
    }

    public List<Job> recent() {
        return imports.recent(RECENT);
    }

    public ImportRowStore.Page rows(String importId, String outcome, int after, int limit) {
        return rows.page(importId, outcome, after, limit);
    }

    /** All faulty rows, for the file that goes back to whoever mends them. */
    public List<ImportRowStore.Result> failed(String importId) {
        return rows.page(importId, Landing.FAILED, 0, MOST_FAULTS).items();
    }
}
