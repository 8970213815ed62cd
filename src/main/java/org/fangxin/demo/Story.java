package org.fangxin.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One invented case: what came in, and the acts that were done to it.
 *
 * @param key lasting name, by which the database remembers how far the story was told
 */
record Story(String key, Kind kind, When received, Submitted submitted, List<Step> steps) {

    /**
     * What came in.
     *
     * @param desk who takes it in; his agency receives it
     * @param people empty for an anonymous report; more than one for a joint complaint
     * @param green whether the person agreed to talk with the merchant first
     * @param alsoReport whether a report was handed in with the complaint
     */
    record Submitted(
            Account desk,
            String channel,
            String content,
            @Nullable Shop shop,
            List<Visitor> people,
            @Nullable Visitor agent,
            List<String> demands,
            @Nullable BigDecimal amount,
            @Nullable String goods,
            @Nullable String problem,
            boolean green,
            boolean alsoReport,
            @Nullable When knewOn) {}

    /**
     * One act.
     *
     * @param who the officer, or null for the party itself
     * @param fields {@link When} stands for its day or instant, {@link Account} for the person's id, {@link CaseOf} for a
     *     number, {@link PaperOf} for the id of a file
     * @param onOpened whether it is done to the story's other case: the one opened last, or the report of a mixed one
     */
    record Step(When at, @Nullable Account who, Act act, Map<String, Object> fields, boolean onOpened) {}

    /** A paper that the act hands in; its content is invented. */
    record PaperOf(String title) {}

    /** The number of another story's case. */
    record CaseOf(String story) {}
}
