package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/**
 * R18: the program is killed while it builds its tables, once after another at a later step; whatever it left, the next start
 * goes on from there, and in the end the tables are those of a home on which nothing was killed.
 */
final class MigrationKilled implements Experiment {
    private static final long LOOK_NANOS = 2_000_000;
    private static final long MOST_DELAY_NANOS = 60_000_000;
    private static final long PATIENCE_NANOS = 240_000_000_000L;
    private static final String STEPS = "select count(*) from history.flyway_schema_history where success";

    /** Everything that migrations make, a line each. */
    private static final String SCHEMA = """
            with own as (select oid, nspname from pg_namespace
                          where nspname !~ '^pg_' and nspname not in ('information_schema'))
            select 'column ' || c.oid::regclass || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                   || a.attnotnull || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
              from pg_class c join own on own.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
              left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
             where c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
            union all select 'index ' || pg_get_indexdef(i.indexrelid) || i.indisvalid
              from pg_index i join pg_class c on c.oid = i.indexrelid join own on own.oid = c.relnamespace
            union all select 'constraint ' || r.conrelid::regclass || r.conname || pg_get_constraintdef(r.oid)
              from pg_constraint r join own on own.oid = r.connamespace where r.conrelid <> 0
            union all select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
              join own on own.oid = c.relnamespace where not t.tgisinternal
            union all select 'function ' || own.nspname || p.proname || md5(p.prosrc)
              from pg_proc p join own on own.oid = p.pronamespace
            union all select 'policy ' || schemaname || tablename || policyname || coalesce(qual, '') || coalesce(with_check, '')
              from pg_policies
            union all select 'grants ' || c.oid::regclass || coalesce(c.relacl::text, '')
              from pg_class c join own on own.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'S')
            union all select 'step ' || version || ' ' || coalesce(checksum, 0) || success
              from history.flyway_schema_history where version is not null""";

    @Override
    public String id() {
        return "R18";
    }

    @Override
    public String promise() {
        return "建表和升级的任何一步被 kill -9（一半连数据库一起）：再启动就接着做完，表、索引、约束、权限和没有被杀过的一模一样";
    }

    @Override
    public String plant() {
        return "不在事务里的一步，做到一半";
    }

    @Override
    public int usualRounds() {
        return 8;
    }

    @Override
    public String unit() {
        return "kills";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Map<String, String> breaks = new LinkedHashMap<>();
        TreeSet<String> wanted = ofTemplate(setting);
        long steps = wanted.stream().filter(one -> one.startsWith("step ")).count();
        Random random = new Random(setting.seed());
        Home home = Home.fresh(setting.work(), "r18");
        List<Long> killedAfter = new ArrayList<>();
        try {
            for (int round = 0; round < setting.rounds(); round++) {
                long step = (long) ((round + random.nextDouble()) * steps / setting.rounds());
                killedAfter.add(killAfter(home, Map.of(), STEPS, step, random, round % 2 == 1));
            }
            finish(home, Map.of(), wanted, breaks);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("steps", steps);
            figures.put("killedAfterSteps", killedAfter);
            return new Outcome(setting.rounds(), figures, breaks);
        } finally {
            end(home);
        }
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        Map<String, String> breaks = new LinkedHashMap<>();
        Home home = Home.copy(setting.template(), setting.work(), "r18-control");
        try {
            Path steps = Files.createDirectories(home.path().resolve("planted"));
            Files.writeString(
                    steps.resolve("V9001__half.sql"),
                    "create table public.first_half (); select pg_sleep(60); create table public.second_half ();");
            Files.writeString(steps.resolve("V9001__half.sql.conf"), "executeInTransaction=false\n");
            Map<String, String> planted =
                    Map.of("SPRING_FLYWAY_LOCATIONS", "classpath:db/migration,filesystem:" + steps);
            String half = "select count(*) from pg_class where relname = 'first_half'";
            killAfter(home, planted, half, 1, new Random(setting.seed()), true);
            finish(home, planted, new TreeSet<>(), breaks);
            return new Outcome(1, Map.of(), breaks);
        } finally {
            end(home);
        }
    }

    private static TreeSet<String> ofTemplate(Setting setting) throws Exception {
        Home home = Home.copy(setting.template(), setting.work(), "r18-wanted");
        try (Program program = Program.start(home)) {
            program.awaitReady();
            return schema(home);
        } finally {
            home.delete();
        }
    }

    /** Starts it and kills it a moment after the count is reached; how far it had come. */
    private static long killAfter(
            Home home, Map<String, String> settings, String sql, long many, Random random, boolean withDatabase)
            throws Exception {
        Program program = Program.start(home, settings);
        long until = System.nanoTime() + PATIENCE_NANOS;
        long come = count(home, sql);
        while (come < many && program.alive() && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_NANOS);
            come = count(home, sql);
        }
        LockSupport.parkNanos((long) (random.nextDouble() * MOST_DELAY_NANOS));
        if (withDatabase) {
            for (ProcessHandle server : home.servers()) {
                home.record(server);
                server.descendants().forEach(ProcessHandle::destroyForcibly);
                server.destroyForcibly();
            }
        }
        program.kill();
        return come;
    }

    /** Minus one while there is nothing to ask yet. */
    private static long count(Home home, String sql) {
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException | IOException notYet) {
            return -1;
        }
    }

    private static void finish(
            Home home, Map<String, String> settings, TreeSet<String> wanted, Map<String, String> breaks)
            throws Exception {
        try (Program program = Program.start(home, settings)) {
            program.awaitReady();
            TreeSet<String> now = schema(home);
            TreeSet<String> missing = new TreeSet<>(wanted);
            missing.removeAll(now);
            now.removeAll(wanted);
            if (!missing.isEmpty()) {
                breaks.put("missing in the tables: " + missing.size(), missing.first());
            }
            if (!wanted.isEmpty() && !now.isEmpty()) {
                breaks.put("left over in the tables: " + now.size(), now.first());
            }
        } catch (IOException notReady) {
            String said = String.valueOf(notReady.getMessage());
            breaks.put(
                    "does not start any more",
                    said.lines()
                            .filter(line -> line.contains("already exists"))
                            .findFirst()
                            .orElse(said.lines()
                                    .reduce((first, second) -> second)
                                    .orElse("")));
        }
    }

    private static TreeSet<String> schema(Home home) throws SQLException, IOException {
        TreeSet<String> all = new TreeSet<>();
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SCHEMA)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    /** A server that is still there goes with its home. */
    private static void end(Home home) throws IOException {
        for (ProcessHandle server : home.servers()) {
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly();
            server.onExit().join();
        }
        home.delete();
    }
}
