package org.fangxin.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One act that somebody tried, and what he was told.
 *
 * @param token stands in the note of the form: what is stored can be told by it. The same for what was sent again
 * @param version that he had seen, or null
 * @param at by the program's clock, before it was sent
 * @param begun by a clock that all threads share, before it was sent
 * @param ended by the same clock, after the answer
 */
public record Attempt(
        String token,
        String caseNo,
        Act act,
        Actor actor,
        @Nullable Long version,
        Map<String, Object> fields,
        @Nullable String key,
        Instant at,
        long begun,
        long ended,
        Answer answer) {

    public sealed interface Answer {}

    /** @param state of the case as the answer told it */
    public record Stood(CaseState state, List<String> entries, List<String> opened) implements Answer {}

    /** @param told the version that a conflict names, or zero */
    public record Refused(int status, String why, long told) implements Answer {}

    /** Neither: a fault of the program. */
    public record Fault(String what) implements Answer {}

    public boolean stood() {
        return answer instanceof Stood;
    }
}
