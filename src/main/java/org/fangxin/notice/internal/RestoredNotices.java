package org.fangxin.notice.internal;

import java.time.Instant;
import java.time.InstantSource;
import org.fangxin.backup.AfterRestore;
import org.fangxin.notice.store.OutboxStore;
import org.springframework.stereotype.Component;

/**
 * What was still to be sent when a database was put back may have been sent by the one that is gone: it goes to the desk,
 * and a person sends it or says that it was told.
 */
@Component
class RestoredNotices implements AfterRestore {
    private final OutboxStore outbox;
    private final InstantSource clock;

    RestoredNotices(OutboxStore outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String settle(Instant restoredAt) {
        int held = outbox.holdUnsent(restoredAt, clock.instant());
        return held + " 件没有发出的告知转到“待办告知”，由工作人员看过再发。";
    }
}
