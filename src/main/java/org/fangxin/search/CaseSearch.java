package org.fangxin.search;

import java.util.List;
import org.fangxin.casefile.Actor;

/** Search over cases within the thread's scope. */
public interface CaseSearch {
    /**
     * Newest first.
     *
     * @throws org.fangxin.problem.Problem 422 when nothing can be looked for
     */
    Found find(Question question, Actor actor);

    /** Names of businesses and goods, of cases that the person sees, most frequent first; empty for a telephone. */
    List<Found.Suggestion> suggest(String typed, Actor actor);
}
