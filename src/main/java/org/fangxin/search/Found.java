package org.fangxin.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of hits, newest first, and figures over all of them.
 *
 * @param total cases that the asking person sees; exact unless {@code atLeast}
 * @param atLeast there are more: the figures are those of the newest ones counted
 * @param facets kind, stage, agency, goods and year → code → count, most first
 */
public record Found(
        List<Hit> hits,
        int total,
        boolean atLeast,
        Map<String, Map<String, Integer>> facets,
        Question.@Nullable Cursor next,
        Question.@Nullable Cursor previous) {

    public Found {
        hits = List.copyOf(hits);
    }

    /** @param by what was found beside the words shown: {@code number}, {@code phone}, {@code person}; else null */
    public record Hit(
            String caseNo,
            String kind,
            String stage,
            String agency,
            Instant receivedAt,
            List<Snippet> snippets,
            @Nullable String by) {}

    /**
     * Some text as the asking person may read it.
     *
     * @param field merchant, goods, summary, content or caseNo
     * @param ranges what to mark: places in the text, in UTF-16 units
     */
    public record Snippet(String field, String text, List<Range> ranges) {}

    public record Range(int from, int to) {}

    /** @param kind merchant or goods */
    public record Suggestion(String kind, String text, List<Range> ranges, int cases) {}
}
