package org.fangxin.intake.internal.form;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts in yuan as people write them: {@code 1980}, {@code 1,980.00元}, {@code ¥1980}, {@code 1.2万元}. */
public final class Yuan {
    private static final Pattern STRICT = Pattern.compile("[0-9]{1,10}(?:\\.[0-9]{1,2})?");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]{1,2})?");
    private static final Pattern TEN_THOUSANDS = Pattern.compile("[0-9]{1,6}(?:\\.[0-9]{1,6})?万");
    private static final BigDecimal WAN = new BigDecimal(10_000);

    private Yuan() {}

    /** As the outer contract has it: digits, at most two decimals, not negative. */
    public static Optional<BigDecimal> strict(String typed) {
        return STRICT.matcher(typed).matches() ? Optional.of(new BigDecimal(typed)) : Optional.empty();
    }

    /** As lists of other systems have it. */
    public static Optional<BigDecimal> lenient(String typed) {
        String plain = typed.replaceAll("[\\s¥￥]|RMB|人民币|元整|元|圆", "").replace('，', ',');
        if (GROUPED.matcher(plain).matches()) {
            return Optional.of(new BigDecimal(plain.replace(",", "")));
        }
        if (TEN_THOUSANDS.matcher(plain).matches()) {
            BigDecimal yuan = new BigDecimal(plain.substring(0, plain.length() - 1))
                    .multiply(WAN)
                    .stripTrailingZeros();
            return yuan.scale() > 2 ? Optional.empty() : Optional.of(new BigDecimal(yuan.toPlainString()));
        }
        return strict(plain);
    }
}
