package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * R10: a backup is made while people submit, the machine is lost, and what is put back to a moment is held against the ledger
 * of that moment: everything before it, nothing after it, and nothing told a second time.
 */
final class PutBack implements Experiment {
    private static final int CLIENTS = 8;
    private static final long LOOK_NANOS = 200_000_000;
    private static final long PATIENCE_NANOS = 180_000_000_000L;
    private static final double NANOS = 1e9;
    private static final DateTimeFormatter TO = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** Messages that wait to be sent in the restored database and are not held for a person to look at first. */
    private static final String WOULD_GO_OUT =
            "select count(*) from notice.outbox where state in ('WAITING', 'SENDING') and created_at < '%s'";

    @Override
    public String id() {
        return "R10";
    }

    @Override
    public String promise() {
        return "一边提交一边备份，机器没了：恢复到某一时刻，那一刻以前确认的都在，以后的都不在，旧告知不再发；缺日志就拒绝";
    }

    @Override
    public String plant() {
        return "归档里少一个日志文件";
    }

    @Override
    public int usualRounds() {
        return 1;
    }

    @Override
    public String unit() {
        return "restores";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Map<String, String> breaks = new LinkedHashMap<>();
        Map<String, Object> figures = new LinkedHashMap<>();
        for (int round = 0; round < setting.rounds(); round++) {
            lostAndPutBack(setting, breaks, figures);
        }
        return new Outcome(setting.rounds(), figures, breaks);
    }

    private static void lostAndPutBack(Setting setting, Map<String, String> breaks, Map<String, Object> figures)
            throws Exception {
        Path backup = setting.work().resolve("r10-backup");
        Path ledgerFile = setting.work().resolve("r10-ledger");
        Path into = setting.work().resolve("r10-restored");
        for (Path old : List.of(backup, ledgerFile, into)) {
            FileSystemUtils.deleteRecursively(old);
        }
        Home home = Home.copy(setting.template(), setting.work(), "r10");
        Path secrets = setting.work().resolve("r10-secrets");
        FileSystemUtils.deleteRecursively(secrets);
        FileSystemUtils.copyRecursively(home.path().resolve("secrets"), secrets);
        try (Ledger ledger = new Ledger(ledgerFile)) {
            Instant moment = livedThrough(home, backup, ledger);
            home.delete();
            Files.writeString(setting.work().resolve("r10-moment"), moment.toString());
            long begun = System.nanoTime();
            Home restored = restored(backup, into, secrets, moment);
            figures.put("restoreAndCheckSeconds", (System.nanoTime() - begun) / NANOS);
            try (Program program = Program.start(restored)) {
                program.awaitReady();
                Verdict verdict = new Verdict(restored);
                long again = number(restored, WOULD_GO_OUT.formatted(moment));
                if (again > 0) {
                    verdict.broken("old messages would be sent again", Long.toString(again));
                }
                verdict.hold(ledger);
                verdict.relations();
                breaks.putAll(verdict.breaks());
                figures.putAll(ProgramKilled.figures(ledger, verdict, List.of()));
            }
        } finally {
            FileSystemUtils.deleteRecursively(into);
        }
    }

    /** Submissions, a backup among them, the moment, and more that must not come back. */
    private static Instant livedThrough(Home home, Path backup, Ledger ledger) throws Exception {
        Map<String, String> there = Map.of("FANGXIN_BACKUP", backup.toString());
        try (Program program = Program.start(home, there);
                Ledger after = new Ledger(home.path().resolve("ledger-after"))) {
            program.awaitReady();
            Crowd before = new Crowd(ledger, "r10");
            before.start(CLIENTS);
            before.awaitTaken(CLIENTS);
            if (Program.start(home, there, List.of("backup")).awaitEnd() != 0) {
                throw new IOException("The backup was not made, see " + home.log());
            }
            before.awaitTaken(before.taken() + CLIENTS);
            before.leave();
            Instant moment = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
            while (Instant.now().isBefore(moment.plusMillis(100))) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            Crowd late = new Crowd(after, "r10-late");
            late.start(2);
            late.awaitTaken(4);
            late.leave();
            home.run("select pg_switch_wal()");
            awaitArchived(home);
            program.kill();
            return moment;
        }
    }

    private static void awaitArchived(Home home) throws SQLException, IOException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        String waiting = """
                select count(*) from pg_ls_dir('pg_wal/archive_status') f where f like '%.ready'""";
        while (number(home, waiting) > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static Home restored(Path backup, Path into, Path secrets, Instant moment) throws Exception {
        Home target = new Home(into);
        Program restore = restore(target, backup, secrets, moment);
        if (restore.awaitEnd() != 0) {
            throw new IOException("Nothing was put back:\n" + restore.said());
        }
        return target;
    }

    private static Program restore(Home target, Path backup, Path secrets, Instant moment) throws IOException {
        String to = LocalDateTime.ofInstant(moment, WorkdayOracle.ZONE).format(TO);
        return Program.start(
                target,
                Map.of(),
                List.of(
                        "restore",
                        "--to",
                        to,
                        "--from",
                        backup.toString(),
                        "--into",
                        target.path().toString(),
                        "--secrets",
                        secrets.toString()));
    }

    /** The same restore of the same backup, without the last file of its log: has to be refused. */
    @Override
    public Outcome control(Setting setting) throws Exception {
        Path backup = setting.work().resolve("r10-backup");
        Path missing;
        try (Stream<Path> all = Files.walk(backup.resolve("wal"))) {
            missing = all.filter(file -> file.toString().endsWith(".gz"))
                    .sorted()
                    .toList()
                    .getLast();
        }
        Files.delete(missing);
        Home target = new Home(setting.work().resolve("r10-control"));
        target.delete();
        Instant moment = Instant.parse(Files.readString(setting.work().resolve("r10-moment")));
        Program restore = restore(target, backup, setting.work().resolve("r10-secrets"), moment);
        int code = restore.awaitEnd();
        boolean refused = code != 0 && !Files.exists(target.path());
        return new Outcome(
                1,
                Map.of("missing", missing.getFileName().toString()),
                refused ? Map.of("refused", lastLine(restore)) : Map.of());
    }

    private static String lastLine(Program program) throws IOException {
        return program.said().lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
    }

    private static long number(Home home, String sql) throws SQLException, IOException {
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
