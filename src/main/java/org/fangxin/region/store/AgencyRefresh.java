package org.fangxin.region.store;

import org.fangxin.region.Agencies;
import org.fangxin.region.internal.AgencyTable;
import org.fangxin.region.internal.LiveAgencies;
import org.springframework.scheduling.annotation.Scheduled;

/** Reads the agencies again when their revision has grown: at once where the change was made, elsewhere within half a minute. */
public final class AgencyRefresh {
    private final AgencyStore store;
    private final LiveAgencies agencies;
    private long seen;

    public AgencyRefresh(AgencyStore store) {
        this.store = store;
        this.seen = store.revision();
        this.agencies = new LiveAgencies(new AgencyTable(store.agencies()));
    }

    /** The agencies, which follow each refresh. */
    public Agencies agencies() {
        return agencies;
    }

    /** Reads again if anything changed since the last time. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    public synchronized void refresh() {
        long revision = store.revision();
        if (revision != seen) {
            agencies.replace(new AgencyTable(store.agencies()));
            seen = revision;
        }
    }
}
