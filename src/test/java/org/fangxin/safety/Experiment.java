package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** One promise, one fault, and a weakness planted on purpose that it has to find. */
interface Experiment {
    /** Its number in the plan: R1, S3. */
    String id();

    /** The promise that is tried, in one sentence. */
    String promise();

    /** What the control plants. */
    String plant();

    /** How often the fault is made when nobody says otherwise. */
    int usualRounds();

    /** What one round is, for the page: kill, mutation, case. */
    String unit();

    /** Whether it takes longer than a daily run has time for: made where it is named, or all are asked for. */
    default boolean campaign() {
        return false;
    }

    /** What this machine lacks for it, in words; empty when it can be tried here. */
    default Optional<String> missing() throws IOException {
        return Optional.empty();
    }

    Outcome measured(Setting setting) throws Exception;

    /** The same with the planted weakness: has to come out broken. */
    Outcome control(Setting setting) throws Exception;

    /** Where and how often. */
    record Setting(Path template, Path work, int rounds, long seed) {}

    /**
     * What came of it.
     *
     * @param rounds that were really made
     * @param figures what was counted, in order
     * @param breaks what did not hold; empty when the promise was kept
     */
    record Outcome(int rounds, Map<String, Object> figures, Map<String, String> breaks) {
        boolean held() {
            return breaks.isEmpty();
        }
    }
}
