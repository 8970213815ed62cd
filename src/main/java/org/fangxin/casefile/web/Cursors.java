package org.fangxin.casefile.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.fangxin.casefile.store.Worklist;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A page's beginning or end as an opaque word in the address. */
final class Cursors {
    private Cursors() {}

    static @Nullable String write(Worklist.@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        String plain = cursor.due() + "|" + cursor.received() + "|" + cursor.id() + (cursor.back() ? "|back" : "");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Worklist.@Nullable Cursor read(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8).split("\\|");
            return new Worklist.Cursor(
                    Instant.parse(parts[0]), Instant.parse(parts[1]), Long.parseLong(parts[2]), parts.length > 3);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Problem.invalid("cursor", "cursor", "翻页位置（cursor）无效。请从第一页重新开始。");
        }
    }
}
