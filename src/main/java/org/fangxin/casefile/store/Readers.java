package org.fangxin.casefile.store;

import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.JournalReader.Heard;
import org.fangxin.casefile.JournalRounds;
import org.fangxin.command.ProgramCommand;
import org.fangxin.database.KeptPlans;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves each reader along the journal. A reader sees an entry only when no older transaction is still open, so none is
 * ever passed over; several instances share the work, one at a time a reader.
 */
@Component
class Readers implements ProgramCommand, JournalRounds {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final int BATCH = 500;
    private static final String TAKE_PLACE =
            "select xid::text, seq from casefile.reader where name = ? for update skip locked";
    /** The limit is written in: a kept plan that does not know how little is wanted sorts the whole journal that lies before it. */
    private static final String NEXT = """
            select j.xid::text as xid, j.seq, c.case_no, j.case_seq, j.recorded_at, j.occurred_at, j.actor, j.type, j.data, j.act_id
              from casefile.journal j join casefile.case_file c on c.id = j.case_id
             where (j.xid, j.seq) > (?::xid8, ?) and j.xid < pg_snapshot_xmin(pg_current_snapshot())
             order by j.xid, j.seq limit\s""" + BATCH;

    /** A reader that has not begun yet stands before everything. */
    private static final String BEHIND = """
            select exists (select from unnest(?) as listening (reader)
                             left join casefile.reader place on place.name = listening.reader
                            cross join (select xid, seq from casefile.journal order by xid desc, seq desc limit 1) newest
                            where (newest.xid, newest.seq) > (coalesce(place.xid, '0'), coalesce(place.seq, 0)))""";

    private record Place(String xid, long seq) {}

    private record Found(Place place, Heard heard) {}

    private final JdbcClient jdbc;
    private final KeptPlans plans;
    private final EntryCodec codec;
    private final List<JournalReader> readers;
    private final TransactionTemplate transaction;
    private volatile boolean resting;
    private volatile boolean closing;

    Readers(
            JdbcClient jdbc,
            KeptPlans plans,
            EntryCodec codec,
            List<JournalReader> readers,
            PlatformTransactionManager transactions,
            @Value("${fangxin.command:}") String command) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.codec = codec;
        this.readers = readers;
        this.transaction = new TransactionTemplate(transactions);
        this.resting = !command.isEmpty();
    }

    /** What was heard of a batch is kept, and the next program goes on: nothing has to be broken off in its middle. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    @Scheduled(fixedDelayString = "${fangxin.readers.every-ms:250}")
    void move() {
        if (resting) {
            // the program beside a command, or the next start, hears what the command wrote
            return;
        }
        // in turn, a batch each: nobody waits behind one that has the whole journal before it
        List<JournalReader> behind = readers;
        while (!behind.isEmpty()) {
            behind = behind.stream().filter(this::hasMore).toList();
        }
    }

    private boolean hasMore(JournalReader reader) {
        try {
            return !closing && step(reader) == BATCH;
        } catch (DataAccessException | TransactionException | IllegalStateException e) {
            LOG.warn(
                    "Reader {} stays where it is and tries again: {}",
                    reader.name(),
                    e.getClass().getSimpleName());
            return false;
        }
    }

    /** One batch of one reader; the number of entries heard. */
    int step(JournalReader reader) {
        Integer heard = Scopes.within(
                Scope.SYSTEM,
                () -> transaction.execute(status -> {
                    plans.untilTheEnd();
                    ensurePlace(reader);
                    Optional<Place> place = jdbc.sql(TAKE_PLACE)
                            .param(reader.name())
                            .query((rs, n) -> new Place(rs.getString(1), rs.getLong(2)))
                            .optional();
                    return place.map(from -> takeFrom(reader, from)).orElse(0);
                }));
        return heard == null ? 0 : heard;
    }

    private int takeFrom(JournalReader reader, Place from) {
        List<Found> found =
                jdbc.sql(NEXT).params(from.xid(), from.seq()).query(this::found).list();
        if (found.isEmpty()) {
            return 0;
        }
        reader.take(found.stream().map(Found::heard).toList());
        Place to = found.getLast().place();
        jdbc.sql("update casefile.reader set xid = ?::xid8, seq = ? where name = ?")
                .params(to.xid(), to.seq(), reader.name())
                .update();
        return found.size();
    }

    private void ensurePlace(JournalReader reader) {
        jdbc.sql("insert into casefile.reader (name, xid, seq) values (?, '0', 0) on conflict do nothing")
                .param(reader.name())
                .update();
    }

    private Found found(ResultSet rs, int number) throws SQLException {
        Heard heard = new Heard(
                rs.getLong("seq"),
                rs.getString("case_no"),
                rs.getLong("case_seq"),
                rs.getTimestamp("recorded_at").toInstant(),
                rs.getTimestamp("occurred_at").toInstant(),
                rs.getString("actor"),
                codec.read(rs.getString("type"), rs.getString("data")),
                rs.getString("act_id"));
        return new Found(new Place(rs.getString("xid"), rs.getLong("seq")), heard);
    }

    @Override
    public void begin() {
        resting = false;
    }

    @Override
    public boolean behind() {
        return Boolean.TRUE.equals(Scopes.within(
                Scope.SYSTEM,
                () -> transaction.execute(status -> jdbc.sql(BEHIND)
                        .param(readers.stream().map(JournalReader::name).toArray(String[]::new))
                        .query(Boolean.class)
                        .single())));
    }

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        Optional<JournalReader> found = readers.stream()
                .filter(reader -> arguments.contains(reader.name()))
                .findFirst();
        if (found.isEmpty()) {
            out.println(help());
            out.println("名称："
                    + String.join("、", readers.stream().map(JournalReader::name).toList()));
            return 2;
        }
        JournalReader reader = found.get();
        Scopes.within(
                Scope.SYSTEM,
                () -> transaction.executeWithoutResult(status -> {
                    ensurePlace(reader);
                    jdbc.sql("update casefile.reader set xid = '0', seq = 0 where name = ?")
                            .param(reader.name())
                            .update();
                    reader.forget();
                }));
        long all = 0;
        for (int heard = step(reader); heard > 0; heard = step(reader)) {
            all += heard;
        }
        out.printf("%s 已重建，读了 %d 条记录。%n", reader.name(), all);
        return 0;
    }
}
