package org.fangxin.greenchannel.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.fangxin.greenchannel.store.ItemStore;
import org.fangxin.greenchannel.store.ItemStore.Part;
import org.fangxin.greenchannel.store.ItemStore.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures of one merchant; the same for its people and for officers, each behind a list (F5). */
@Component
public class Figures {
    /** Below this a rate says more than is known: the fraction alone is shown. */
    private static final int ENOUGH = 20;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ItemStore items;

    Figures(ItemStore items) {
        this.items = items;
    }

    /**
     * A fraction with the lists behind both of its numbers.
     *
     * @param percent one decimal; null below twenty, or of nothing
     */
    public record Fraction(int part, int of, @Nullable BigDecimal percent, Part partList, Part ofList) {}

    /**
     * @param settled 先行和解率: settled of settled and passed on
     * @param kept answered within the promise, of those answered or handed over unanswered
     * @param medianAnswerDays working days to the first answer, half have fewer; null without an answer
     */
    public record MerchantFigures(
            int all,
            int open,
            Fraction settled,
            Fraction kept,
            int answered,
            @Nullable BigDecimal medianAnswerDays) {}

    /** Of the complaints that went to the merchant in the period; within the transaction's scope. */
    public MerchantFigures of(String memberId, Period period) {
        return new MerchantFigures(
                items.count(memberId, Part.ALL, period),
                items.count(memberId, Part.OPEN, period),
                fraction(memberId, Part.SETTLED, Part.CONCLUDED, period),
                fraction(memberId, Part.KEPT, Part.PROMISED, period),
                items.count(memberId, Part.ANSWERED, period),
                items.medianAnswerDays(memberId, period)
                        .map(days -> BigDecimal.valueOf(days).setScale(1, RoundingMode.HALF_UP))
                        .orElse(null));
    }

    private Fraction fraction(String memberId, Part part, Part of, Period period) {
        int some = items.count(memberId, part, period);
        int whole = items.count(memberId, of, period);
        return new Fraction(some, whole, percent(some, whole), part, of);
    }

    static @Nullable BigDecimal percent(int some, int whole) {
        return whole < ENOUGH
                ? null
                : BigDecimal.valueOf(some).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
