package org.fangxin.casefile;

import java.util.concurrent.locks.LockSupport;

/** The rounds in which all readers hear the journal. Beside a command they rest, as the program or the next start hears it. */
public interface JournalRounds {
    /** Between two looks at whether they have. */
    long LOOK_AGAIN = 2_000_000;

    /** From now on they are made beside a command too: for one that measures what the program does. */
    void begin();

    /** Whether some reader has not heard all that stands in the journal. */
    boolean behind();

    /** Waits until every reader has heard all there is. */
    default void awaitHeard() {
        while (behind()) {
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }
}
