package org.fangxin.inspection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods of a business that a laboratory found unfit, for rooms above that weigh them. Reads within the thread's scope: a
 * sample of a report does not exist for who does not see the report, so nobody shows what was read in a wider one.
 */
public interface UnfitGoods {
    /**
     * What holds now: a batch whose re-test was fit is not among them, nor a sample that was voided.
     *
     * @param day when the agency received the unfit result, Beijing time
     * @param items what was found unfit, as the report names it
     * @param orderNo of the order to take the batch off the shelf, null while there is none
     */
    record Unfit(
            long sampleId,
            String sampleNo,
            LocalDate day,
            String product,
            String batch,
            List<String> items,
            @Nullable String orderNo) {}

    /** @param merchantCode 统一社会信用代码; {@code from} and {@code through} both count; the oldest first */
    List<Unfit> of(String merchantCode, LocalDate from, LocalDate through);
}
