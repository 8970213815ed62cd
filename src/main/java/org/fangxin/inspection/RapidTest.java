package org.fangxin.inspection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rapid test at a station or a market.
 *
 * @param sampled whether a lawful sample of the same merchant and product was taken on that day or later
 */
public record RapidTest(
        long id,
        String agency,
        String place,
        LocalDate on,
        String product,
        @Nullable String batch,
        String merchant,
        String item,
        boolean fit,
        boolean sampled,
        String by) {}
