package org.fangxin.greenchannel.internal;

import java.time.Instant;
import java.time.InstantSource;
import org.fangxin.backup.AfterRestore;
import org.fangxin.greenchannel.store.AccountStore;
import org.springframework.stereotype.Component;

/** Links for merchants' accounts that were used or withdrawn in the database that is gone would open once more. */
@Component
class RestoredInvitations implements AfterRestore {
    private final AccountStore accounts;
    private final InstantSource clock;

    RestoredInvitations(AccountStore accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public String settle(Instant restoredAt) {
        return "绿色通道 " + accounts.revokeEvery(clock.instant()) + " 个没有用过的开户链接作废，需要的请重新生成。";
    }
}
