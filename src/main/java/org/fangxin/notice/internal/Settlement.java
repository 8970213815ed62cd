package org.fangxin.notice.internal;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.law.Settings;
import org.fangxin.notice.internal.Carrier.Outcome;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.OutboxStore.Row;
import org.fangxin.notice.store.OutboxStore.State;
import org.fangxin.notice.store.OutboxStore.ToRecord;
import org.fangxin.notice.store.ReceiptStore;
import org.fangxin.notice.store.ReceiptStore.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was answered, and decides what follows: told, another try, or an officer's desk. */
@Component
class Settlement {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 10;

    private final OutboxStore outbox;
    private final ReceiptStore receipts;
    private final DeskNews news;
    private final CaseFiles cases;
    private final Settings settings;
    private final InstantSource clock;
    private final int attempts;
    private final MeterRegistry meters;

    Settlement(
            OutboxStore outbox,
            ReceiptStore receipts,
            DeskNews news,
            CaseFiles cases,
            Settings settings,
            InstantSource clock,
            NoticeSettings notice,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.receipts = receipts;
        this.news = news;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
        this.attempts = notice.attempts();
        this.meters = meters;
    }

    @Transactional
    public void settle(Row row, Outcome outcome) {
        Instant now = clock.instant();
        // a report of delivery may have come before the gateway's own answer
        Row held = outbox.hold(row.id()).orElse(row);
        if (held.state() != State.SENDING || !held.messageId().equals(row.messageId())) {
            receipt(row, outcome, now);
            return;
        }
        receipt(row, outcome, now);
        count(row, outcome.getClass().getSimpleName());
        switch (outcome) {
            case Outcome.Accepted _ -> outbox.settle(row.id(), State.SENT, toRecord(row, false), null, now);
            case Outcome.Refused refused -> dead(row, refused.code(), now);
            case Outcome.Trouble trouble when row.attempts() >= attempts -> dead(row, trouble.code(), now);
            case Outcome.Trouble trouble -> outbox.again(row.id(), now.plus(pause(row)), trouble.code(), now);
        }
    }

    /**
     * Whether a message was tried too often without an answer, as by one that ends the program each time: then an officer
     * has to look, and it is not tried again.
     */
    @Transactional
    public boolean spent(Row row) {
        if (row.attempts() <= attempts) {
            return false;
        }
        dead(row, "NO_ANSWER", clock.instant());
        return true;
    }

    /** A gateway says that the message reached the telephone. */
    @Transactional
    public void delivered(Row row, String proof) {
        Instant now = clock.instant();
        if (row.state() != State.SENT && row.state() != State.SENDING) {
            return;
        }
        receipts.add(row.id(), row.attempts(), ReceiptStore.Outcome.DELIVERED, proof, null, now);
        count(row, "Delivered");
        // dispatch may still be waiting to be recorded; what was recorded is not recorded again: the duty is discharged
        outbox.settle(row.id(), State.DELIVERED, toRecord(row, true), null, now);
    }

    /** It did not reach him after all: what was told is not told, the clock is open again (procedures 7-5). */
    @Transactional
    public void bounced(Row row, @Nullable String proof, String code) {
        Instant now = clock.instant();
        if (row.state() == State.DEAD || row.state() == State.DONE) {
            return;
        }
        receipts.add(row.id(), row.attempts(), ReceiptStore.Outcome.FAILED, proof, code, now);
        count(row, "Failed");
        outbox.settle(row.id(), State.DEAD, row.owed() ? ToRecord.FAILED : ToRecord.NOTHING, code, now);
        tellDesk(row, now);
    }

    /** The number under which the case file may name the proof. */
    String proofNo(Row row) {
        return receipts.of(row.id()).stream()
                .filter(receipt -> receipt.outcome() == ReceiptStore.Outcome.ACCEPTED
                        || receipt.outcome() == ReceiptStore.Outcome.DELIVERED)
                .map(Receipt::id)
                .reduce((first, second) -> second)
                .map(id -> "R-" + id)
                .orElse("");
    }

    private ToRecord toRecord(Row row, boolean delivered) {
        boolean onlyDelivered =
                settings.value("notice.tellingPoint", row.agency()).equals("DELIVERED");
        return row.owed() && (delivered || !onlyDelivered) ? ToRecord.TOLD : ToRecord.NOTHING;
    }

    private void dead(Row row, String code, Instant now) {
        outbox.settle(row.id(), State.DEAD, ToRecord.NOTHING, code, now);
        tellDesk(row, now);
    }

    private void tellDesk(Row row, Instant now) {
        cases.find(row.caseNo())
                .ifPresent(state -> news.failed(state, row.messageId().toString(), row.template(), now));
    }

    private void receipt(Row row, Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.Accepted accepted ->
                receipts.add(row.id(), row.attempts(), ReceiptStore.Outcome.ACCEPTED, accepted.proof(), null, now);
            case Outcome.Refused refused ->
                receipts.add(row.id(), row.attempts(), ReceiptStore.Outcome.REFUSED, null, refused.code(), now);
            case Outcome.Trouble trouble ->
                receipts.add(
                        row.id(),
                        row.attempts(),
                        trouble.uncertain() ? ReceiptStore.Outcome.UNCERTAIN : ReceiptStore.Outcome.REFUSED,
                        null,
                        trouble.code(),
                        now);
        }
    }

    /** Doubling from a minute to an hour, a fifth more or less, so that many do not come back at once. */
    private static Duration pause(Row row) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(DOUBLINGS, Math.max(0, row.attempts() - 1)));
        Duration bounded = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        long fifth = bounded.toMillis() / 5;
        return bounded.plusMillis(ThreadLocalRandom.current().nextLong(-fifth, fifth + 1));
    }

    private void count(Row row, String outcome) {
        meters.counter("fangxin.notice", "channel", row.channel().name(), "outcome", outcome)
                .increment();
    }
}
