package org.fangxin.notice.internal;

import java.time.Instant;
import java.time.InstantSource;
import org.fangxin.backup.AfterRestore;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.PhoneCodeStore;
import org.springframework.stereotype.Component;

/**
 * What was still to be sent when a database was put back may have been sent by the one that is gone: it goes to the desk,
 * and a person sends it or says that it was told.
 */
@Component
class RestoredNotices implements AfterRestore {
    private final OutboxStore outbox;
    private final PhoneCodeStore codes;
    private final InstantSource clock;

    RestoredNotices(OutboxStore outbox, PhoneCodeStore codes, InstantSource clock) {
        this.outbox = outbox;
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public String settle(Instant restoredAt) {
        int held = outbox.holdUnsent(restoredAt, clock.instant());
        codes.sweep(clock.instant().plus(PhoneCodes.VALID));
        return held + " 件没有发出的告知转到“待办告知”，由工作人员看过再发；手机验证码全部作废。";
    }
}
