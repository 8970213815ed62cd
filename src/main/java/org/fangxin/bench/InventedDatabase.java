package org.fangxin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.fangxin.bench.Casting.Place;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.JournalRounds;
import org.fangxin.casefile.RowsBesideTheGate;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.demo.DemoCounty;
import org.fangxin.region.Agencies;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the database with invented cases, each with the rows that a case in use has: file, journal with its chain, texts, sealed
 * parties, clocks, words for search, submission, notices with receipts, and what the readers made of them. The demo county is made
 * first, by its acts, and is cast again. Indexes rest meanwhile and are built afterwards, where those with a rule find whatever
 * breaks it; references are not looked up row by row, since every row stands beside its parent. If it breaks off, the database
 * is good for nothing: it is one of its own, made to be measured.
 */
@Component
class InventedDatabase {
    static final long SEED = 121;
    private static final int PORTION = 2_000;
    private static final int WRITERS = 2;
    private static final int TOLD = 500_000;
    private static final double NANOS = 1e9;
    /** Later than any transaction. */
    private static final String AHEAD = "9000000000000000000";

    /** The long one, of words, first; then those of the longest tables. */
    private static final String INDEXES = """
            select indexrelid::regclass::text from pg_index join pg_class on pg_class.oid = indexrelid
             where indrelid = any (?::regclass[])
             order by relam <> (select oid from pg_am where amname = 'gin'), pg_relation_size(indrelid) desc, 1""";

    /** Not kept up row by row: a key that falls anywhere in a long index costs a page each. {@code reindex} makes them ready again. */
    private static final String REST = """
            update pg_index set indisready = false where indrelid = any (?::regclass[])""";

    private final DemoCounty demo;
    private final Moulds moulds;
    private final Agencies agencies;
    private final RowsBesideTheGate rows;
    private final JdbcClient jdbc;
    private final DataSource owner;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final List<JournalReader> readers;
    private final JournalRounds rounds;

    InventedDatabase(
            DemoCounty demo,
            Moulds moulds,
            Agencies agencies,
            RowsBesideTheGate rows,
            JdbcClient jdbc,
            @FlywayDataSource DataSource owner,
            PlatformTransactionManager transactions,
            InstantSource clock,
            List<JournalReader> readers,
            JournalRounds rounds) {
        this.readers = readers;
        this.rounds = rounds;
        this.demo = demo;
        this.moulds = moulds;
        this.agencies = agencies;
        this.rows = rows;
        this.jdbc = jdbc;
        this.owner = owner;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Fills, and says how long each part took, in seconds. */
    Map<String, Object> fill(int cases, PrintStream out) {
        Map<String, Object> took = new LinkedHashMap<>();
        long start = System.nanoTime();
        demo.make();
        // what readers make of a case is cast with it: notices, promises, watches
        rounds.begin();
        rounds.awaitHeard();
        InventedCasts casts = casts(cases);
        took.put("demoSeconds", since(start));
        long filling = System.nanoTime();
        rest();
        write(casts, cases, out);
        took.put("rowsSeconds", since(filling));
        long tidying = System.nanoTime();
        sideBySide(Moulds.tables(), table -> asOwner("vacuum " + table));
        took.put("tidySeconds", since(tidying));
        long indexing = System.nanoTime();
        sideBySide(indexes(), index -> asOwner("set maintenance_work_mem = '1GB'", "reindex index " + index));
        took.put("indexSeconds", since(indexing));
        goOnBehind();
        took.put("fillSeconds", since(start));
        took.put("databaseBytes", one("select pg_database_size(current_database())"));
        out.printf("写好了：%s%n", took);
        return took;
    }

    private static void sideBySide(List<String> names, Consumer<String> work) {
        try (ExecutorService workers = Executors.newFixedThreadPool(WRITERS)) {
            await(names.stream()
                    .<Future<?>>map(name -> workers.submit(() -> work.accept(name)))
                    .toList());
        }
    }

    private static void await(List<Future<?>> parts) {
        try {
            for (Future<?> one : parts) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A part of the filling broke off", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / NANOS;
    }

    private InventedCasts casts(int cases) {
        List<Place> places = Counties.of(agencies).stream()
                .map(county -> new Place(county[0], county[1], offices(county[0])))
                .toList();
        List<Mould> told = Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> moulds.all()));
        long first = one("select nextval('casefile.case_id')");
        return new InventedCasts(places, told, SEED, first, clock.instant(), cases);
    }

    private List<String> offices(String county) {
        return agencies.below(county).stream().map(agency -> agency.code()).toList();
    }

    private void write(InventedCasts casts, int cases, PrintStream out) {
        AtomicInteger next = new AtomicInteger();
        Map<String, List<String>> columns = moulds.columns();
        long start = System.nanoTime();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                all.add(writers.submit(() -> {
                    portions(casts, cases, next, new Sheet(columns, rows), start, out);
                    return null;
                }));
            }
            await(all);
        }
    }

    private void portions(InventedCasts casts, int cases, AtomicInteger next, Sheet sheet, long start, PrintStream out)
            throws SQLException, IOException {
        InventedPeople people = new InventedPeople(cases);
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            connection.setAutoCommit(false);
            for (int from = next.getAndAdd(PORTION); from < cases; from = next.getAndAdd(PORTION)) {
                casts.portion(from, Math.min(PORTION, cases - from))
                        .forEach(cast -> cast.mould().cast(cast.casting(), sheet, people));
                sheet.write(connection);
                if (from > 0 && from % TOLD == 0) {
                    out.printf("%,d 件，%.0f 秒%n", from, since(start));
                }
            }
            connection.setAutoCommit(true);
            statement.execute("reset session_replication_role");
            statement.execute("reset synchronous_commit");
        }
    }

    /** Nobody listens while rows come: what a reader writes once only would be there twice, without an index that knows it. */
    private void rest() {
        readersStand("(select '" + AHEAD + "'::xid8 as xid, 0 as seq)");
        Moulds.tables().forEach(table -> asOwner("alter table " + table + " set (autovacuum_enabled = false)"));
        JdbcClient.create(owner)
                .sql(REST)
                .param(Moulds.tables().toArray(String[]::new))
                .update();
    }

    private List<String> indexes() {
        return jdbc.sql(INDEXES)
                .param(Moulds.tables().toArray(String[]::new))
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    /** Numbers go on behind what was written, readers have read it, and the server knows what there is. */
    private void goOnBehind() {
        asOwner(
                "select setval('casefile.case_id', (select max(id) from casefile.case_file))",
                "select setval(pg_get_serial_sequence('notice.outbox', 'outbox_id'), (select max(outbox_id) from notice.outbox))");
        Moulds.tables()
                .forEach(table -> asOwner("alter table " + table + " reset (autovacuum_enabled)", "analyze " + table));
        readersStand("(select xid, seq from casefile.journal order by xid desc, seq desc limit 1)");
    }

    /** @param place a row of xid and seq */
    private void readersStand(String place) {
        String names =
                String.join(",", readers.stream().map(JournalReader::name).toList());
        asOwner("insert into casefile.reader (name, xid, seq) select name, xid, seq from unnest(string_to_array('"
                + names + "', ',')) as n (name), " + place
                + " place on conflict (name) do update set xid = excluded.xid, seq = excluded.seq");
    }

    private long one(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private void asOwner(String... statements) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set role fx_owner");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The rows could not be prepared", failed);
        }
    }
}
