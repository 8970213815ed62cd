package org.fangxin.notice.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.internal.Carrier.Outcome;
import org.fangxin.notice.internal.Carrier.Parcel;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.OutboxStore.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what is due under a lease, carries it outside, and keeps what was answered. Three steps, none of which holds a
 * transaction open while the other side thinks: dying between the second and the third sends once more under the same
 * message id, dying anywhere else sends once.
 */
@Component
class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int BATCH = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final OutboxStore outbox;
    private final Packing packing;
    private final Carriers carriers;
    private final Settlement settlement;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Duration lease;
    private final UUID holder = UUID.randomUUID();
    private final boolean command;
    private volatile boolean closing;

    Sender(
            OutboxStore outbox,
            Packing packing,
            Carriers carriers,
            Settlement settlement,
            TransactionTemplate transaction,
            InstantSource clock,
            NoticeSettings settings,
            @Value("${fangxin.command:}") String command) {
        this.outbox = outbox;
        this.packing = packing;
        this.carriers = carriers;
        this.settlement = settlement;
        this.transaction = transaction;
        this.clock = clock;
        this.lease = settings.lease();
        this.command = !command.isEmpty();
    }

    /** The message at hand is carried to its end, and no other is taken. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    @Scheduled(fixedDelayString = "${fangxin.notice.send-every-ms:1000}")
    void run() {
        if (command) {
            return;
        }
        try {
            while (round() == BATCH) {
                LOG.debug("more to send");
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Sending waits for the database: {}", e.getClass().getSimpleName());
        }
    }

    /**
     * So many messages at most; how many it took. Each is taken right before it is carried: a lease that began with the
     * first of ten slow ones would be over before the last, and another instance would send that as well.
     */
    int round() {
        List<NoticeChannel> working = carriers.working(true);
        int taken = 0;
        while (!closing && taken < BATCH && !working.isEmpty()) {
            Optional<Row> next = next(working);
            if (next.isEmpty()) {
                break;
            }
            send(next.get());
            taken++;
        }
        return taken;
    }

    private Optional<Row> next(List<NoticeChannel> working) {
        Instant now = clock.instant();
        return Objects.requireNonNull(Scopes.within(
                Scope.SYSTEM,
                () -> transaction.execute(status -> outbox.claim(holder, working, now, now.plus(lease)))));
    }

    /** What waits for a channel that somebody turned off goes to the desk. */
    @Scheduled(fixedDelayString = "${fangxin.notice.strand-every-ms:60000}")
    void strand() {
        Instant now = clock.instant();
        List<NoticeChannel> off = carriers.working(false);
        if (!off.isEmpty() && !command) {
            Scopes.within(
                    Scope.SYSTEM,
                    () -> transaction.executeWithoutResult(status -> outbox.strand(off, now.minus(PATIENCE), now)));
        }
    }

    private void send(Row row) {
        if (Scopes.within(Scope.SYSTEM, () -> settlement.spent(row))) {
            return;
        }
        Optional<Parcel> parcel = Scopes.within(Scope.SYSTEM, () -> packing.parcel(row));
        if (parcel.isEmpty()) {
            return;
        }
        Outcome outcome = carriers.of(row.channel())
                .filter(carrier -> carrier.off().isEmpty())
                .map(carrier -> carrier.carry(parcel.get()))
                .orElse(new Outcome.Trouble("CHANNEL_OFF", false));
        Scopes.within(Scope.SYSTEM, () -> settlement.settle(row, outcome));
    }
}
