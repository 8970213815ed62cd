package org.fangxin.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case as its journal tells it, for rooms that show it to somebody else than an officer. */
public interface CaseHistory {
    /** An entry and the free texts of its act, by field; the first entry of an act has them. */
    record Told(Recorded recorded, Map<String, String> texts) {}

    /**
     * A case with its entries, oldest first, and what this actor may do now.
     *
     * @param told entries oldest first
     */
    record Story(CaseState state, List<Told> told, List<Act> available) {}

    /** Within the thread's scope; empty for what is missing or may not be seen. */
    Optional<Story> of(String caseNo, Actor actor);
}
