package org.fangxin.casefile;

import java.util.Collection;
import java.util.List;

/** Cases by what they say, for rooms that then compare the texts themselves. A room above keeps the words. */
public interface CasesByWords {
    /** So many are told, and one more where there are more. */
    int MOST = 2_000;

    /**
     * Ids of cases within the thread's scope that hold all the words of at least one of the texts; newest first, {@link #MOST}
     * and one more at most. What was written moments ago may be missing, and what has become invisible since may be among
     * them: the caller asks the case file for each.
     */
    List<Long> holding(Collection<String> texts);
}
