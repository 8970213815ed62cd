package org.fangxin.casefile;

import java.util.Collection;
import java.util.List;

/** Cases by what they say, for rooms that then compare the texts themselves. A room above keeps the words. */
public interface CasesByWords {
    /**
     * Ids of cases within the thread's scope that hold all the words of at least one of the texts; newest first, a few
     * thousand at most. What was written moments ago may be missing, and what has become invisible since may be among
     * them: the caller asks the case file for each.
     */
    List<Long> holding(Collection<String> texts);
}
