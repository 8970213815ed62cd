package org.fangxin.enforcement.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.enforcement.Transfer;
import org.fangxin.enforcement.Transfer.Kind;
import org.fangxin.enforcement.store.TransferStore;
import org.fangxin.law.Settings;
import org.fangxin.notice.OfficerInbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds of a receipt or an answer that has not come: a promise of ours with settable days, no deadline of law. */
@Component
public class TransferSweep {
    private final TransferStore store;
    private final Waiting waiting;
    private final OfficerInbox inbox;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    @Value("${fangxin.command:}")
    private String command = "";

    TransferSweep(
            TransferStore store,
            Waiting waiting,
            OfficerInbox inbox,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.waiting = waiting;
        this.inbox = inbox;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** How long one waits, and who is reminded. */
    @Component
    public static class Waiting {
        private final Settings settings;
        private final CaseFiles cases;

        Waiting(Settings settings, CaseFiles cases) {
            this.settings = settings;
            this.cases = cases;
        }

        public boolean receiptLate(Transfer transfer, Instant now) {
            return transfer.receiptMissing() && late(transfer, "transfer.receiptDays", now);
        }

        public boolean answerLate(Transfer transfer, Instant now) {
            return !transfer.has(Kind.ANSWER) && late(transfer, "transfer.answerDays", now);
        }

        private boolean late(Transfer transfer, String setting, Instant now) {
            int days = settings.number(setting, transfer.agencyCode());
            return now.isAfter(transfer.at().plus(Duration.ofDays(days)));
        }

        Set<String> people(Transfer transfer) {
            Set<String> people = new LinkedHashSet<>();
            people.add(transfer.by());
            cases.find(transfer.caseNo()).ifPresent(state -> people.addAll(state.handlers()));
            return people;
        }
    }

    @Scheduled(fixedDelayString = "${fangxin.enforcement.remind-every-ms:600000}", initialDelay = 45_000)
    void sweep() {
        if (command.isEmpty()) {
            remind();
        }
    }

    /** Each person once for a transfer and what it lacks. */
    public void remind() {
        Instant now = clock.instant();
        Scopes.within(
                Scope.SYSTEM,
                () -> transaction.executeWithoutResult(status -> store.waiting().forEach(one -> {
                    if (waiting.receiptLate(one, now)) {
                        tell(one, "transfer-receipt", now);
                    }
                    if (waiting.answerLate(one, now)) {
                        tell(one, "transfer-answer", now);
                    }
                })));
    }

    private void tell(Transfer one, String matter, Instant now) {
        inbox.tell(
                waiting.people(one), one.caseNo(), matter + "-" + one.no(), matter, Map.of("no", one.dossierNo()), now);
    }
}
