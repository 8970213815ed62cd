package org.fangxin.credit.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.store.RecheckStore;
import org.fangxin.credit.store.RecheckStore.Due;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.notice.OfficerInbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds the two who inspected, the day before they have to look again; once for each day that was set. */
@Component
public class RecheckSweep {
    private final RecheckStore rechecks;
    private final OfficerInbox inbox;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    @Value("${fangxin.command:}")
    private String command = "";

    RecheckSweep(RecheckStore rechecks, OfficerInbox inbox, InstantSource clock, TransactionTemplate transaction) {
        this.rechecks = rechecks;
        this.inbox = inbox;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${fangxin.credit.remind-every-ms:60000}", initialDelay = 30_000)
    void sweep() {
        if (command.isEmpty()) {
            remind();
        }
    }

    /** One transaction: what is noted as reminded was told. */
    public void remind() {
        Instant now = clock.instant();
        LocalDate tomorrow = now.atZone(Fields.ZONE).toLocalDate().plusDays(1);
        Scopes.within(
                Scope.SYSTEM,
                () -> transaction.executeWithoutResult(status -> {
                    for (Due one : rechecks.remind(tomorrow, now)) {
                        inbox.tell(
                                one.officers(),
                                "",
                                "recheck-" + one.id(),
                                "recheck-due",
                                Map.of("day", one.dueOn().toString(), "merchant", one.merchant()),
                                now);
                    }
                }));
    }
}
