package org.fangxin.casefile;

/** The rounds in which all readers hear the journal. Beside a command they rest, as the program or the next start hears it. */
public interface JournalRounds {
    /** From now on they are made beside a command too: for one that measures what the program does. */
    void begin();

    /** Whether some reader has not heard all that stands in the journal. */
    boolean behind();
}
