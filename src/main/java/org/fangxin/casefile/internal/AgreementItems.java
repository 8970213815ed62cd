package org.fangxin.casefile.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.entry.Entry;
import org.jspecify.annotations.Nullable;

/** The points of an agreement as a body writes them: what, who, how much, by when (Art. 24). */
final class AgreementItems {
    private static final int MOST = 20;
    private static final int LONGEST = 500;

    private AgreementItems() {}

    /** In order, numbered from 1; empty when the agreement is written as a whole. */
    static List<Entry.Item> of(Command command) {
        List<Fields> written = command.fields().objects("items");
        if (written.size() > MOST) {
            throw new Fields.Faulty("items", "too-many", "协议最多写 " + MOST + " 项，请合并。");
        }
        LocalDate today = Dates.day(command.occurredAt());
        List<Entry.Item> items = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            items.add(item(written.get(i), i, today));
        }
        return items;
    }

    private static Entry.Item item(Fields one, int index, LocalDate today) {
        String at = "items[" + index + "].";
        String nth = "第 " + (index + 1) + " 项";
        String what = one.text("what").orElseThrow(() -> faulty(at + "what", "required", nth + "请写做什么。"));
        if (what.length() > LONGEST) {
            throw faulty(at + "what", "too-long", nth + "最多写 " + LONGEST + " 字。");
        }
        String who = one.text("who").orElse(PartyRole.RESPONDENT.name());
        if (!who.equals(PartyRole.RESPONDENT.name()) && !who.equals(PartyRole.COMPLAINANT.name())) {
            throw faulty(at + "who", "code", nth + "请选由投诉人还是被投诉人来做。");
        }
        LocalDate by = read(
                at + "by", nth + "的日期看不懂，请写成 2026-05-06。", () -> one.date("by").orElse(null));
        if (by != null && by.isBefore(today)) {
            throw faulty(at + "by", "past", nth + "的日期不能早于达成协议那天。");
        }
        BigDecimal amount = read(
                at + "amount",
                nth + "的金额要不小于 0，最多两位小数。",
                () -> one.amount("amount").orElse(null));
        return new Entry.Item(String.valueOf(index + 1), PartyRole.valueOf(who), amount, by);
    }

    /** What the respondent pays: the sum of his items. A total that is written beside them must be the same. */
    static @Nullable BigDecimal total(List<Entry.Item> items, @Nullable BigDecimal written) {
        List<BigDecimal> amounts = items.stream()
                .filter(item -> item.who() == PartyRole.RESPONDENT)
                .map(Entry.Item::amount)
                .filter(Objects::nonNull)
                .toList();
        if (amounts.isEmpty()) {
            return written;
        }
        BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (written != null && written.compareTo(sum) != 0) {
            throw faulty("amount", "sum", "金额应当等于被投诉人各项之和 " + sum.toPlainString() + " 元。请改金额或者改各项。");
        }
        return sum;
    }

    /** The day by which all is done. */
    static @Nullable LocalDate last(List<Entry.Item> items, @Nullable LocalDate written) {
        return items.stream()
                .map(Entry.Item::by)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(written);
    }

    private static <T> @Nullable T read(
            String field, String sentence, java.util.function.Supplier<@Nullable T> reader) {
        try {
            return reader.get();
        } catch (Fields.Faulty unreadable) {
            throw faulty(field, unreadable.fault().code(), sentence);
        }
    }

    private static Fields.Faulty faulty(String field, String code, String sentence) {
        return new Fields.Faulty(field, code, sentence);
    }
}
