package org.fangxin.search.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.problem.Problem;
import org.fangxin.search.Question;
import org.fangxin.search.web.SearchViews.Request;
import org.jspecify.annotations.Nullable;

/** A request as a question; what makes no sense is said in a sentence. */
final class Asking {
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private Asking() {}

    static Question of(Request request, boolean people) {
        int limit = request.limit() == null ? USUAL : request.limit();
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "range", "每页条数（limit）应为 1 至 100。");
        }
        return new Question(
                request.q() == null ? "" : request.q(),
                people,
                codes(request.kind(), "kind", Kind.class),
                blank(request.agency()),
                codes(request.stage(), "stage", Stage.class),
                blank(request.goods()),
                request.year(),
                limit,
                read(request.cursor()));
    }

    private static <E extends Enum<E>> List<String> codes(@Nullable String list, String field, Class<E> type) {
        if (list == null || list.isBlank()) {
            return List.of();
        }
        List<String> codes = Arrays.stream(list.split(","))
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .toList();
        List<String> known =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (!known.containsAll(codes)) {
            throw Problem.invalid(field, "code", "没有这样的代码（" + field + "）。请从筛选里选。");
        }
        return codes;
    }

    static @Nullable String write(Question.@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        String plain = (cursor.forward() ? "n" : "p") + "|" + cursor.received() + "|" + cursor.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static Question.@Nullable Cursor read(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8).split("\\|");
            return new Question.Cursor(parts[0].equals("n"), Instant.parse(parts[1]), Long.parseLong(parts[2]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Problem.invalid("cursor", "cursor", "翻页位置（cursor）无效。请从第一页重新开始。");
        }
    }

    private static @Nullable String blank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
