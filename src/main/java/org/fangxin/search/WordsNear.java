package org.fangxin.search;

import java.time.Instant;
import java.util.List;

/** Cases that have rare words in common with a text: candidates for a room that compares the texts themselves. */
public interface WordsNear {
    /**
     * Ids of cases within the thread's scope, most words in common first. The caller asks the case file for each: what has
     * become invisible since its words were kept may be among them.
     *
     * @param agency code of the subtree to look in
     * @param since cases received earlier are left out
     */
    List<Long> of(String text, String agency, Instant since, int most);
}
