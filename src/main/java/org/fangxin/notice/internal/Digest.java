package org.fangxin.notice.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.CaseLoad;
import org.fangxin.casefile.CaseLoad.Load;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.notice.store.InboxStore;
import org.fangxin.notice.store.PreferenceStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Each morning one line in the inbox of who has cases that press, unless he turned it off. */
@Component
class Digest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final CaseLoad loads;
    private final InboxStore inbox;
    private final PreferenceStore preferences;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Digest(
            CaseLoad loads,
            InboxStore inbox,
            PreferenceStore preferences,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.loads = loads;
        this.inbox = inbox;
        this.preferences = preferences;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${fangxin.notice.digest-every-ms:600000}")
    void run() {
        ZonedDateTime now = clock.instant().atZone(ZONE);
        if (!now.toLocalTime().isBefore(MORNING)) {
            tell(now.toInstant());
        }
    }

    /** Once a day and person, however often it is called. */
    void tell(Instant now) {
        var today = now.atZone(ZONE).toLocalDate();
        Scopes.within(
                Scope.SYSTEM,
                () -> transaction.executeWithoutResult(status -> loads.of(today).forEach((person, load) -> {
                    if (preferences.digest(person)) {
                        inbox.tell(List.of(person), "", "digest:" + today, "digest", facts(load), now);
                    }
                })));
    }

    private static Map<String, String> facts(Load load) {
        return Map.of(
                "overdue", String.valueOf(load.overdue()),
                "today", String.valueOf(load.today()),
                "near", String.valueOf(load.near()));
    }
}
