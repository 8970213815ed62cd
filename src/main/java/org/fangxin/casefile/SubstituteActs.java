package org.fangxin.casefile;

import java.time.Instant;
import java.util.List;

/** On which cases substitutes acted for an absent person; within the thread's scope. */
public interface SubstituteActs {
    /** Numbers of the cases, the latest act first. */
    List<String> cases(String absentPerson, Instant from, Instant to, int limit);
}
