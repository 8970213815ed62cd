package org.fangxin.identity.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Keyset paging: a cursor is the last key of a page, in a form that nobody reads by chance. */
final class Paging {
    static final int MOST = 200;
    static final int COUNTED = 10_000;
    private static final int USUAL = 50;

    record Page<T>(List<T> items, @Nullable String nextCursor, long total, boolean atLeast) {}

    private Paging() {}

    static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 1 || asked > MOST) {
            throw Problem.invalid("limit", "range", "一页 1 到 " + MOST + " 条。");
        }
        return asked;
    }

    /** The key after which the page begins; {@code start} for the first page. */
    static String after(@Nullable String cursor, String start) {
        if (cursor == null || cursor.isEmpty()) {
            return start;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException mangled) {
            throw Problem.invalid("cursor", "format", "翻页标记不对，请从第一页重新开始。");
        }
    }

    /** A page of rows that were asked for with one more than {@code limit}. */
    static <R, T> Page<T> page(List<R> rows, int limit, long total, Function<R, String> key, Function<R, T> view) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        String next = more
                ? Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(key.apply(shown.getLast()).getBytes(StandardCharsets.UTF_8))
                : null;
        return new Page<>(shown.stream().map(view).toList(), next, Math.min(total, COUNTED), total > COUNTED);
    }
}
