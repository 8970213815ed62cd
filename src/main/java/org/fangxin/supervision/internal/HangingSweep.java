package org.fangxin.supervision.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.notice.OfficerInbox;
import org.fangxin.supervision.store.HangingStore.Hanging;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds whoever has not reported on a hung case, once for each date. */
@Component
public class HangingSweep {
    private final Hangings hangings;
    private final MajorCases majors;
    private final OfficerInbox inbox;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    @Value("${fangxin.command:}")
    private String command = "";

    HangingSweep(
            Hangings hangings,
            MajorCases majors,
            OfficerInbox inbox,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.hangings = hangings;
        this.majors = majors;
        this.inbox = inbox;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${fangxin.supervision.remind-every-ms:60000}", initialDelay = 30_000)
    void sweep() {
        if (command.isEmpty()) {
            remind();
        }
    }

    /** One transaction: what is noted as reminded was told. */
    public void remind() {
        Scopes.within(
                Scope.SYSTEM,
                () -> transaction.executeWithoutResult(status -> {
                    for (Hanging one : hangings.remind()) {
                        inbox.tell(
                                List.of(one.responsible()),
                                majors.find(one.majorId()).caseNo(),
                                "hanging-" + one.id() + "-" + one.nextReportOn(),
                                "report-missing",
                                Map.of("day", one.nextReportOn().toString()),
                                clock.instant());
                    }
                }));
    }
}
