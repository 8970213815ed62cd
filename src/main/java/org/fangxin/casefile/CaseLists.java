package org.fangxin.casefile;

import java.util.List;

/** The officers' list for rooms above: the same rows as the page shows, inside the transaction's scope and as narrow. */
public interface CaseLists {
    /** Nobody counts further. */
    int MOST_COUNTED = 10_000;

    /** From the most urgent on, or from the newest on. */
    enum Order {
        DUE,
        RECEIVED
    }

    /** How many the filter shows, up to {@link #MOST_COUNTED} and one more, which means more. */
    int count(WorklistFilter filter);

    /** Numbers of what the filter shows, in order, the first {@code limit}. */
    List<String> numbers(WorklistFilter filter, Order order, int limit);

    /**
     * The cases of these numbers as this person reads them, in the order of the numbers; those that he may not see are
     * left out.
     *
     * @param whole with what only the case's own page shows
     */
    List<CaseLine> lines(List<String> caseNos, Actor reader, boolean whole);
}
