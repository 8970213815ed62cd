package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A program that is backed up and archived while people submit, in which somebody then deletes much, and whose machine is
 * lost. What is left: the backup folder, the keys that were kept apart, and the ledger of what people were told.
 */
final class LostMachine implements AutoCloseable {
    private static final int CLIENTS = 8;
    private static final long LOAD_NANOS = 4_000_000_000L;
    private static final long LOOK_NANOS = 100_000_000;
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Pattern SEALED = Pattern.compile("[0-9a-f]{32}");

    private final Path work;
    private final String name;
    private final Home home;
    private final Ledger ledger;
    private Instant moment = Instant.EPOCH;
    private String logOfTheMoment = "";

    /** What is done while the machine lives, after the first submissions. */
    interface Work {
        void on(Home home) throws Exception;
    }

    private LostMachine(Path work, String name, Home home) throws IOException {
        this.work = work;
        this.name = name;
        this.home = home;
        FileSystemUtils.deleteRecursively(backup());
        FileSystemUtils.deleteRecursively(secrets());
        Files.deleteIfExists(ledgerFile());
        this.ledger = new Ledger(ledgerFile());
    }

    /**
     * The whole of it, up to the loss.
     *
     * @param before the first backup is made
     * @param late when the moment comes that shall be restored
     */
    static LostMachine lose(Experiment.Setting setting, String name, Work before, Work late) throws Exception {
        LostMachine machine =
                new LostMachine(setting.work(), name, Home.copy(setting.template(), setting.work(), name));
        try (Program program = Program.start(machine.home, machine.settings())) {
            program.awaitReady();
            before.on(machine.home);
            Crowd crowd = new Crowd(machine.ledger, name);
            crowd.start(CLIENTS);
            crowd.awaitTaken(CLIENTS);
            machine.command("backup");
            late.on(machine.home);
            machine.underLoadUntilTheMomentIsOver();
            machine.damage();
            crowd.leave();
            machine.archive();
            machine.awaitFiles();
            machine.keepKeys();
            for (ProcessHandle server : machine.home.servers()) {
                machine.home.record(server);
                server.descendants().forEach(ProcessHandle::destroyForcibly);
                server.destroyForcibly();
            }
            program.kill();
        }
        machine.home.delete();
        return machine;
    }

    private void command(String... words) throws Exception {
        Program command = Program.start(home, settings(), List.of(words));
        if (command.awaitEnd() != 0) {
            throw new IOException(String.join(" ", words) + " did not end well:\n" + command.said());
        }
    }

    private void underLoadUntilTheMomentIsOver() throws SQLException, IOException {
        LockSupport.parkNanos(LOAD_NANOS);
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement()) {
            logOfTheMoment = text(statement, "select pg_walfile_name(pg_current_wal_lsn())");
        }
        moment =
                InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        LockSupport.parkNanos(LOAD_NANOS);
    }

    /** Somebody with all rights deletes what people told; the program does not see it. */
    private void damage() throws SQLException, IOException {
        home.run(
                "alter table casefile.act_text disable trigger all",
                "delete from casefile.act_text",
                "alter table casefile.act_text enable trigger all");
    }

    /** The log goes to the archive up to here, as it does by itself every minute. */
    private void archive() throws SQLException, IOException {
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement()) {
            String last = text(statement, "select pg_walfile_name(pg_switch_wal())");
            long until = System.nanoTime() + PATIENCE_NANOS;
            while (text(statement, "select coalesce(last_archived_wal, '') from pg_stat_archiver")
                            .compareTo(last)
                    < 0) {
                if (System.nanoTime() > until) {
                    throw new IOException("The log is not archived: " + last);
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    /** Sealed files go there by themselves every minute; here every two seconds. */
    private void awaitFiles() throws IOException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!names(backup().resolve("files")).containsAll(names(home.files()))) {
            if (System.nanoTime() > until) {
                throw new IOException("The sealed files do not follow the log");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(one -> one.getFileName().toString())
                    .filter(name -> SEALED.matcher(name).matches())
                    .collect(Collectors.toSet());
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void keepKeys() throws IOException {
        FileSystemUtils.copyRecursively(home.path().resolve("secrets"), secrets());
    }

    private Map<String, String> settings() {
        return Map.of("FANGXIN_BACKUP", backup().toString(), "FANGXIN_BACKUP_WATCHEVERYMS", "2000");
    }

    Path backup() {
        return work.resolve(name + "-backup");
    }

    private Path secrets() {
        return work.resolve(name + "-secrets");
    }

    private Path ledgerFile() {
        return work.resolve(name + "-ledger");
    }

    Ledger ledger() {
        return ledger;
    }

    /** To which it is restored: a whole second while people submitted. */
    Instant moment() {
        return moment;
    }

    /** Which file of the log was being written right before the moment: without it nobody comes to the moment. */
    String logOfTheMoment() {
        return logOfTheMoment;
    }

    /** What {@code ./fangxin restore} did. */
    record Restored(Home home, int code, String said) {}

    /** Puts it back to the moment, into a home of its own. */
    Restored restore() throws Exception {
        Home back = new Home(work.resolve(name + "-restored"));
        FileSystemUtils.deleteRecursively(back.path());
        Files.deleteIfExists(back.log());
        String to = TIME.format(moment.atZone(ZONE));
        Program command = Program.start(
                back,
                Map.of(),
                List.of(
                        "restore",
                        "--to",
                        to,
                        "--from",
                        backup().toString(),
                        "--into",
                        back.path().toString(),
                        "--secrets",
                        secrets().toString()));
        int code = command.awaitEnd();
        return new Restored(back, code, command.said());
    }

    @Override
    public void close() throws IOException {
        ledger.close();
        Files.deleteIfExists(ledgerFile());
        new Home(work.resolve(name + "-restored")).delete();
        FileSystemUtils.deleteRecursively(backup());
        FileSystemUtils.deleteRecursively(secrets());
    }
}
