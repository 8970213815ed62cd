package org.fangxin.mediation.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Fields;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A proposal as it was typed: every fault named at once, with its field and what to do. */
final class OfferCheck {
    private static final int MOST = 20;
    private static final int LONGEST = 500;

    private OfferCheck() {}

    static Offer of(List<Map<String, Object>> items, @Nullable String note, LocalDate today) {
        List<Problem.FieldError> errors = new ArrayList<>();
        if (items.isEmpty()) {
            errors.add(new Problem.FieldError("items", "required", "请至少写一项。"));
        }
        if (items.size() > MOST) {
            errors.add(new Problem.FieldError("items", "too-many", "最多写 " + MOST + " 项，请合并。"));
        }
        if (note != null && note.length() > LONGEST) {
            errors.add(new Problem.FieldError("note", "too-long", "说明最多写 " + LONGEST + " 字。"));
        }
        List<Offer.Point> points = new ArrayList<>();
        for (int i = 0; i < Math.min(items.size(), MOST); i++) {
            points.add(point(new Fields(items.get(i)), i, today, errors));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new Offer(List.copyOf(points), note == null || note.isBlank() ? null : note.strip());
    }

    private static Offer.Point point(Fields one, int index, LocalDate today, List<Problem.FieldError> errors) {
        String at = "items[" + index + "].";
        String nth = "第 " + (index + 1) + " 项";
        String what =
                read(errors, at + "what", nth + "请写做什么。", () -> one.text("what").orElse(""));
        if (what == null || what.isEmpty()) {
            errors.add(new Problem.FieldError(at + "what", "required", nth + "请写做什么。"));
        } else if (what.length() > LONGEST) {
            errors.add(new Problem.FieldError(at + "what", "too-long", nth + "最多写 " + LONGEST + " 字。"));
        }
        String who =
                read(errors, at + "who", nth + "请选由哪一方做。", () -> one.text("who").orElse("RESPONDENT"));
        if (who != null && !List.of("COMPLAINANT", "RESPONDENT").contains(who)) {
            errors.add(new Problem.FieldError(at + "who", "code", nth + "请选由哪一方做。"));
        }
        BigDecimal amount = read(
                errors,
                at + "amount",
                nth + "的金额要不小于 0，最多两位小数。",
                () -> one.amount("amount").orElse(null));
        LocalDate by = read(
                errors,
                at + "by",
                nth + "的日期看不懂，请写成 2026-05-06。",
                () -> one.date("by").orElse(null));
        if (by != null && by.isBefore(today)) {
            errors.add(new Problem.FieldError(at + "by", "past", nth + "的日期不能早于今天。"));
        }
        return new Offer.Point(what == null ? "" : what, who == null ? "RESPONDENT" : who, amount, by);
    }

    private static <T> @Nullable T read(
            List<Problem.FieldError> errors,
            String field,
            String sentence,
            java.util.function.Supplier<@Nullable T> reader) {
        try {
            return reader.get();
        } catch (Fields.Faulty | DateTimeException unreadable) {
            errors.add(new Problem.FieldError(field, "format", sentence));
            return null;
        }
    }
}
