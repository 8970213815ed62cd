package org.fangxin.search.internal;

import java.time.Instant;
import java.util.List;
import org.fangxin.search.Question.Cursor;
import org.fangxin.search.store.HitRows.Live;
import org.jspecify.annotations.Nullable;

/** A page out of all hits, newest first; a place stays where it is when newer cases come in. Pure. */
record Pages(
        List<Live> page, @Nullable Cursor next, @Nullable Cursor previous) {
    static Pages of(List<Live> all, @Nullable Cursor cursor, int limit) {
        int from = 0;
        if (cursor != null) {
            int passed = (int) all.stream()
                    .takeWhile(live -> before(live, cursor.received(), cursor.id(), cursor.forward()))
                    .count();
            from = cursor.forward() ? passed : Math.max(0, passed - limit);
        }
        int to = Math.min(all.size(), from + limit);
        List<Live> page = all.subList(Math.min(from, to), to);
        Cursor next = to < all.size() && !page.isEmpty() ? place(page.getLast(), true) : null;
        Cursor previous = from > 0 && !page.isEmpty() ? place(page.getFirst(), false) : null;
        return new Pages(page, next, previous);
    }

    private static Cursor place(Live live, boolean forward) {
        return new Cursor(forward, live.receivedAt(), live.id());
    }

    /** Whether it stands before the place; forward the place itself is passed too. */
    private static boolean before(Live live, Instant received, long id, boolean forward) {
        int order = live.receivedAt().compareTo(received);
        return order > 0 || (order == 0 && (live.id() > id || (forward && live.id() == id)));
    }
}
