package org.fangxin.merchant.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.internal.ExtractColumns.Column;
import org.jspecify.annotations.Nullable;

/**
 * One good row of an extract.
 *
 * @param uscc null for a row that has an old number alone
 * @param unsaid columns that the extract lacks or whose cell could not be read: what is known of them stays
 */
public record ExtractRow(
        int line,
        @Nullable String uscc,
        @Nullable String oldNumber,
        String name,
        List<String> aliases,
        MarketEntity.Kind kind,
        MarketEntity.Status status,
        @Nullable String address,
        @Nullable String regionCode,
        @Nullable String trade,
        @Nullable LocalDate registeredOn,
        @Nullable String parentUscc,
        @Nullable String platformUscc,
        Set<Column> unsaid) {
    public ExtractRow {
        unsaid = Set.copyOf(unsaid);
    }

    /** The code, else the old number. */
    public String key() {
        return uscc == null ? Objects.requireNonNull(oldNumber) : uscc;
    }

    /** The same row, with what the registry knows wherever the extract says nothing. */
    public ExtractRow over(MarketEntity known) {
        return new ExtractRow(
                line,
                uscc,
                oldNumber,
                name,
                says(Column.ALIASES) ? aliases : known.aliases(),
                says(Column.KIND) ? kind : known.kind(),
                says(Column.STATUS) ? status : known.status(),
                says(Column.ADDRESS) ? address : known.address(),
                says(Column.REGION) ? regionCode : known.regionCode(),
                says(Column.TRADE) ? trade : known.trade(),
                says(Column.REGISTERED) ? registeredOn : known.registeredOn(),
                says(Column.PARENT) ? parentUscc : known.parentUscc(),
                says(Column.PLATFORM) ? platformUscc : known.platformUscc(),
                unsaid);
    }

    private boolean says(Column column) {
        return !unsaid.contains(column);
    }
}
