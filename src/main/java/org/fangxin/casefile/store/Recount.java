package org.fangxin.casefile.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.law.CalendarChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When the calendar changes, the kept dates of open cases are computed anew; a date that moved is an entry of its case
 * (Art. 45, a year whose official table has come).
 */
@Component
class Recount {
    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final CaseRows rows;
    private final Journal journal;
    private final Dates dates;
    private final TransactionTemplate transaction;

    Recount(
            JdbcClient jdbc,
            InstantSource clock,
            CaseRows rows,
            Journal journal,
            Dates dates,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rows = rows;
        this.journal = journal;
        this.dates = dates;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void on(CalendarChanged change) {
        int moved = Scopes.within(Scope.SYSTEM, this::all);
        LOG.info("Dates of open cases computed anew; {} cases have moved", moved);
    }

    private int all() {
        long after = 0;
        int moved = 0;
        while (true) {
            List<CaseRows.Head> batch = batch(after);
            if (batch.isEmpty()) {
                return moved;
            }
            for (CaseRows.Head head : batch) {
                moved += Boolean.TRUE.equals(transaction.execute(status -> one(head))) ? 1 : 0;
            }
            after = batch.getLast().id();
        }
    }

    private boolean one(CaseRows.Head head) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(head.id()).query(rs -> {});
        List<Journal.Row> past = journal.read(head.id());
        CaseState state = Worlds.replay(head, past);
        List<String> movedRules = dates.moved(head.id(), state);
        if (movedRules.isEmpty()) {
            return false;
        }
        List<Entry> entries = movedRules.stream()
                .map(rule -> (Entry) new Entry.DeadlineRecounted(rule))
                .toList();
        var now = clock.instant();
        Journal.Stamp stamp =
                new Journal.Stamp(UUID.randomUUID(), "recount", "system", null, now, now, Journal.digest(Map.of()));
        CaseState next = state;
        for (Recorded recorded : journal.append(head.id(), head.caseNo(), past.getLast(), stamp, entries)) {
            next = Procedures.evolve(next, recorded);
        }
        rows.update(head.id(), next, state.seq());
        dates.write(head.id(), next);
        return true;
    }

    private List<CaseRows.Head> batch(long after) {
        return Objects.requireNonNull(transaction.execute(status -> jdbc.sql("""
                        select id, case_no from casefile.case_file
                         where id > ? and exists (select from casefile.deadline d
                                where d.case_id = case_file.id and d.state = 'RUNNING' and d.due_on is not null)
                         order by id limit ?""")
                .params(after, BATCH)
                .query((rs, n) -> new CaseRows.Head(rs.getLong(1), rs.getString(2), List.of(), null))
                .list()));
    }
}
