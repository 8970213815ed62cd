package org.fangxin.backup;

import java.time.Instant;

/** What a room does at the first start after its tables were put back, before it does anything else. */
public interface AfterRestore {
    /**
     * In the program's own sight and one transaction with the other rooms; done once for each restoration.
     *
     * @param restoredAt what is older than this happened in the database that is gone
     * @return what was done, as a sentence in Chinese
     */
    String settle(Instant restoredAt);
}
