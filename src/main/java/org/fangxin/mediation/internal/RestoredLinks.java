package org.fangxin.mediation.internal;

import java.time.Instant;
import java.time.InstantSource;
import org.fangxin.backup.AfterRestore;
import org.fangxin.mediation.store.InvitationStore;
import org.springframework.stereotype.Component;

/** Links into online rooms that were withdrawn in the database that is gone would open once more. */
@Component
class RestoredLinks implements AfterRestore {
    private final InvitationStore invitations;
    private final InstantSource clock;

    RestoredLinks(InvitationStore invitations, InstantSource clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public String settle(Instant restoredAt) {
        return "线上调解室 " + invitations.revokeEvery(clock.instant()) + " 个链接作废，请调解人员重新发出。";
    }
}
