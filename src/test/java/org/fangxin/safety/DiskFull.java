package org.fangxin.safety;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * R5: the place of the database, of the evidence files, or of files on their way in has no room left while people submit;
 * then there is room again, and nobody restarts anything. The places are small file systems of the namespace's own.
 */
final class DiskFull implements Experiment {
    private static final int CLIENTS = 12;
    private static final long FULL_NANOS = 4_000_000_000L;
    private static final long LOOK_NANOS = 100_000_000;
    private static final double NANOS = 1e9;
    private static final double SECONDS_TO_NORMAL = 10;
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final int BLOCK = 1 << 16;

    /** What is small, how large, and how much of it stays free when it is filled. */
    private enum Place {
        DATABASE("database", "420m", 0),
        EVIDENCE("files", "24m", 1 << 18),
        INCOMING("tmp", "12m", 0);

        private final String folder;
        private final String size;
        private final int left;

        Place(String folder, String size, int left) {
            this.folder = folder;
            this.size = size;
            this.left = left;
        }
    }

    @Override
    public String id() {
        return "R5";
    }

    @Override
    public String promise() {
        return "数据库、证据文件、上传暂存的磁盘写满：已确认的来件不丢，只回答 503 或 507 并说何时再试；有了空间十秒内自己恢复，不重启";
    }

    @Override
    public String plant() {
        return "一个已确认的附件只写了一半（吞掉了写入错误）";
    }

    @Override
    public int usualRounds() {
        return 3;
    }

    @Override
    public String unit() {
        return "full disks";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Map<String, String> breaks = new LinkedHashMap<>();
        Map<String, Object> figures = new LinkedHashMap<>();
        for (int round = 0; round < setting.rounds(); round++) {
            Place place = Place.values()[round % Place.values().length];
            Outcome one = run(setting, place, false);
            one.breaks().forEach((what, where) -> breaks.put(place + ": " + what, where));
            figures.put(place.name(), one.figures());
        }
        return new Outcome(setting.rounds(), figures, breaks);
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        return run(setting, Place.EVIDENCE, true);
    }

    private static Outcome run(Setting setting, Place place, boolean plant) throws Exception {
        Home home = Home.copy(setting.template(), setting.work(), "r5" + (plant ? "-control" : ""));
        Path small = Files.createDirectories(home.path().resolve(place.folder));
        mountSmall(small, place.size);
        Verdict verdict = new Verdict(home);
        Program program = Program.start(home, Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + tmp(home)));
        try (Ledger ledger = new Ledger(setting.work().resolve("r5-ledger-" + System.nanoTime()))) {
            program.awaitReady();
            Crowd crowd = new Crowd(ledger, "r5-" + place.name().toLowerCase(java.util.Locale.ROOT));
            crowd.start(CLIENTS);
            crowd.awaitTaken(CLIENTS * 2);
            Path ballast = small.resolve("ballast");
            fill(ballast, place.left);
            LockSupport.parkNanos(FULL_NANOS);
            Map<Integer, Long> whileFull = ledger.statuses();
            Files.delete(ballast);
            double normal = untilNormal(ledger, place);
            crowd.leave();
            crowd.faults().forEach(verdict::broken);
            if (plant) {
                halve(home, ledger);
            }
            if (normal > SECONDS_TO_NORMAL * ProgramKilled.slowness()) {
                verdict.broken("normal again later than in its time", normal + " s");
            }
            if (!program.alive()) {
                verdict.broken("the program ended", "");
            }
            verdict.hold(ledger);
            Map<String, Object> figures = new LinkedHashMap<>(ProgramKilled.figures(ledger, verdict, List.of(normal)));
            figures.put("answersUntilThereWasRoom", whileFull);
            figures.put("uploads", crowd.uploads());
            return new Outcome(1, figures, verdict.breaks());
        } finally {
            program.close();
            Command.run("umount", "-l", small.toString());
            home.delete();
        }
    }

    private static Path tmp(Home home) throws IOException {
        return Files.createDirectories(home.path().resolve("tmp"));
    }

    /** A small file system over the folder, with what was in the folder. */
    private static void mountSmall(Path folder, String size) throws Exception {
        Path before = folder.resolveSibling(folder.getFileName() + ".before");
        Files.move(folder, before);
        Files.createDirectory(folder);
        Command.run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + size, "safety", folder.toString());
        try (Stream<Path> all = Files.list(before)) {
            for (Path one : all.toList()) {
                Command.run("cp", "-a", one.toString(), folder.toString());
            }
        }
        FileSystemUtils.deleteRecursively(before);
    }

    /** Writes until nothing more goes in, then gives so much back. */
    private static void fill(Path ballast, int left) throws IOException {
        long written = 0;
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] block = new byte[BLOCK];
            while (true) {
                out.write(block);
                written += BLOCK;
            }
        } catch (IOException full) {
            // as it was meant to be
        }
        if (left > 0) {
            try (var channel = java.nio.channels.FileChannel.open(ballast, java.nio.file.StandardOpenOption.WRITE)) {
                channel.truncate(Math.max(0, written - left));
            }
        }
    }

    /** Seconds until a submission, and with it an upload where those were in trouble, is taken again. */
    private static double untilNormal(Ledger ledger, Place place) throws Exception {
        long begun = System.nanoTime();
        HttpClient http = Crowd.client();
        for (int turn = 0; System.nanoTime() - begun < PATIENCE_NANOS; turn++) {
            String key = "r5-probe-" + place.name().toLowerCase(java.util.Locale.ROOT) + "-" + turn;
            String file = Crowd.uploadOnce(http, key);
            if (file != null) {
                Form probe = new Form(key, Form.Kind.COMPLAINT, file);
                ledger.sends(probe);
                String caseNo = Crowd.again(http, probe);
                ledger.got(key, caseNo == null ? 0 : 201, caseNo);
                if (caseNo != null) {
                    return (System.nanoTime() - begun) / NANOS;
                }
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return PATIENCE_NANOS / NANOS;
    }

    /** One acknowledged file is cut in the middle. */
    private static void halve(Home home, Ledger ledger) throws IOException {
        String id = ledger.read().values().stream()
                .filter(line -> line.acknowledged() && line.form.attachment() != null)
                .map(line -> line.form.attachment())
                .findFirst()
                .orElseThrow();
        Path file = home.files().resolve(id.substring(0, 2)).resolve(id);
        try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
    }
}
