package org.fangxin.notice.internal;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.OutboxStore.Row;
import org.fangxin.notice.store.OutboxStore.ToRecord;
import org.fangxin.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the case file what was told, or that telling failed, by the act that an officer would use: with the receipt as
 * proof, once, in the transaction that marks the message.
 */
@Component
class Recording {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    private static final int BATCH = 50;

    private final OutboxStore outbox;
    private final Settlement settlement;
    private final CaseFiles cases;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final boolean command;

    Recording(
            OutboxStore outbox,
            Settlement settlement,
            CaseFiles cases,
            TransactionTemplate transaction,
            InstantSource clock,
            @Value("${fangxin.command:}") String command) {
        this.outbox = outbox;
        this.settlement = settlement;
        this.cases = cases;
        this.transaction = transaction;
        this.clock = clock;
        this.command = !command.isEmpty();
    }

    @Scheduled(fixedDelayString = "${fangxin.notice.record-every-ms:1000}")
    void run() {
        if (command) {
            return;
        }
        try {
            round();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Recording waits for the database: {}", e.getClass().getSimpleName());
        }
    }

    /** Records what is waiting; how many. */
    int round() {
        List<Row> waiting = Objects.requireNonNull(
                Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> outbox.toRecord(BATCH))));
        waiting.forEach(row -> Scopes.within(Scope.SYSTEM, () -> record(row)));
        return waiting.size();
    }

    private void record(Row row) {
        try {
            transaction.executeWithoutResult(status -> outbox.hold(row.id())
                    .filter(held -> held.toRecord() != ToRecord.NOTHING)
                    .ifPresent(held -> {
                        held.duties().forEach(duty -> act(held, duty));
                        outbox.recorded(held.id(), null, clock.instant());
                    }));
        } catch (Problem refused) {
            // e.g. archived meanwhile: the receipt stays, an officer sees why the file does not know of it
            transaction.executeWithoutResult(
                    status -> outbox.recorded(row.id(), "RECORD_" + refused.type(), clock.instant()));
        }
    }

    private void act(Row row, String duty) {
        boolean failed = row.toRecord() == ToRecord.FAILED;
        Optional<CaseState> state = cases.find(row.caseNo());
        boolean open = state.flatMap(s -> s.duties().find(duty))
                .filter(d -> d.dischargedAt() == null)
                .isPresent();
        if (open == failed) {
            // told by somebody else meanwhile, or never recorded as told
            return;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dutyId", duty);
        fields.put("channel", row.channel().recorded());
        fields.put("delivered", !failed);
        if (!failed) {
            fields.put("proof", settlement.proofNo(row));
        }
        String key = "notice:" + row.messageId() + ":" + duty + ":" + row.toRecord();
        cases.act(row.caseNo(), Act.RECORD_NOTICE, Actor.SYSTEM, null, fields, key);
    }
}
