package org.fangxin.law.internal;

import java.time.InstantSource;
import org.fangxin.law.store.Revisions;
import org.fangxin.law.store.Revisions.What;
import org.fangxin.law.store.SettingTable;
import org.fangxin.law.store.SettingTable.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator's choice where the law is silent, one transaction. The value has been checked. */
@Service
public class SettingDesk {
    private final SettingTable table;
    private final Revisions revisions;
    private final LiveSettings settings;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    SettingDesk(
            SettingTable table,
            Revisions revisions,
            LiveSettings settings,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.table = table;
        this.revisions = revisions;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param value null to have again what the agency above has, or the default
     * @param along part of the same transaction: the audit record
     */
    public void choose(String id, String agencyCode, @Nullable String value, String by, Runnable along) {
        transaction.executeWithoutResult(status -> {
            revisions.next(What.SETTINGS);
            if (value == null) {
                table.remove(id, agencyCode);
            } else {
                table.put(new Choice(id, agencyCode, value), by, clock.instant());
            }
            along.run();
        });
        settings.refresh();
    }
}
