package org.fangxin.merchant.internal;

import java.time.LocalDate;
import java.util.List;
import org.fangxin.merchant.MarketEntity;
import org.jspecify.annotations.Nullable;

/** One good row of an extract. */
public record ExtractRow(
        int line,
        String uscc,
        String name,
        List<String> aliases,
        MarketEntity.Kind kind,
        MarketEntity.Status status,
        @Nullable String address,
        @Nullable String regionCode,
        @Nullable String trade,
        @Nullable LocalDate registeredOn,
        @Nullable String parentUscc,
        @Nullable String platformUscc) {}
