package org.fangxin.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fangxin.law.DeadlineView;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list, as one person reads it.
 *
 * @param version number of the entries in the reader's sight
 * @param by who made each of these entries; empty for one that decides nothing
 * @param page null unless it was asked for
 */
public record CaseLine(
        String caseNo,
        Kind kind,
        Stage stage,
        String agency,
        String summary,
        String merchant,
        Instant receivedAt,
        List<String> handlers,
        List<String> flags,
        int openDuties,
        @Nullable DeadlineView nearest,
        long version,
        List<String> by,
        @Nullable Page page) {
    public CaseLine {
        handlers = List.copyOf(handlers);
        flags = List.copyOf(flags);
        by = List.copyOf(by);
    }

    /**
     * What the case's own page shows beside; people are masked.
     *
     * @param people each role and name with the telephone, masked
     */
    public record Page(
            String content,
            List<String> demands,
            @Nullable BigDecimal amount,
            @Nullable String goodsCode,
            @Nullable String problemCode,
            @Nullable String goodsDetail,
            @Nullable LocalDate occurredOn,
            String channel,
            String submissionNo,
            @Nullable String merchantUscc,
            @Nullable String merchantAddress,
            @Nullable Instant closedAt,
            List<Person> people) {}

    /** A party, masked. */
    public record Person(String role, String name, @Nullable String phone) {}
}
