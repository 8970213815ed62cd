package org.fangxin.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fangxin.database.LentServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real database is backed up while four threads write, more is written, the machine is lost, and what is put back is held
 * against the ledger of what the writers had been told.
 */
class BackupTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EARLY = "0123456789abcdef0123456789abcdef";
    private static final String LATE = "fedcba9876543210fedcba9876543210";
    private static final String KEY = "这是密钥的内容";

    @TempDir
    static Path folder;

    private static Path backup;
    private static Instant moment;
    private static Set<Integer> keptAtMoment;
    private static Set<Integer> keptAtEnd;
    private static String refusedSecond = "";

    /** The machine lives from here to the end of this method; every test has its backup folder alone. */
    @BeforeAll
    static void aMachineThatIsLost() throws Exception {
        backup = folder.resolve("别处的 磁盘");
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(home.resolve("secrets"));
        Files.writeString(home.resolve("secrets/keys.json"), KEY);
        try (LentServer server = LentServer.start(home, backup)) {
            server.run(Files.readString(Path.of("src/main/resources/db/migration/backup/V1740__restorations.sql")));
            server.run("create table kept (number int primary key, words text)");
            Ledger ledger = new Ledger(server.database());
            Ledger.attach(home, EARLY, new byte[3_000_000]);
            Files.createDirectories(home.resolve("files/work"));
            Files.writeString(home.resolve("files/work/0123456789abcdef0123456789abcdef"), "在办的明文");
            ledger.writeDuring(4, () -> {
                try (FolderLock held = FolderLock.tryTake(backup).orElseThrow()) {
                    refusedSecond = refusal(() -> backups(server).make(null, quiet()));
                }
                backups(server).make(null, quiet());
            });
            int atBackup = ledger.all().size();
            Ledger.attach(home, LATE, new byte[] {1, 2, 3});
            new FilePool(backup.resolve("files"), JSON).take(home.resolve("files"));
            ledger.writeDuring(4, () -> await().until(() -> ledger.all().size() > atBackup + 300));
            moment = Instant.now().truncatedTo(ChronoUnit.MICROS);
            keptAtMoment = ledger.all();
            server.run("select pg_sleep(0.05)");
            ledger.write();
            server.run("delete from kept where number % 2 = 0");
            server.run("select pg_switch_wal()");
            ledger.write();
            keptAtEnd = new TreeSet<>(Ledger.in(server.database()));
        }
        FileSystemUtils.deleteRecursively(home);
    }

    private static Backups backups(LentServer server) {
        return new Backups(server.database(), List.of(() -> Map.of("最后一件", "甲")), JSON, InstantSource.system(), 2);
    }

    private static PrintStream quiet() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }

    private static String refusal(Runnable work) {
        try {
            work.run();
            return "";
        } catch (BackupRefused refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static void restore(Path from, Optional<Instant> to, Path into) throws IOException {
        Path unfinished = into.resolveSibling(into.getFileName() + ".unfinished");
        assertThat(unfinished).doesNotExist();
        new Restore(JSON, InstantSource.system(), quiet(), LentServer.programs())
                .run(new RestoreRequest(from, to, into, Optional.empty(), false));
    }

    private static Path copyOfBackup(Path place) throws IOException {
        Path copy = place.resolve("copy");
        FileSystemUtils.copyRecursively(backup, copy);
        return copy;
    }

    @Test
    void bringsBackExactlyWhatTheLedgerHadAtTheMoment(@TempDir Path place) throws Exception {
        Path into = place.resolve("new");
        restore(backup, Optional.of(moment), into);
        try (LentServer server = LentServer.start(into, place.resolve("none"))) {
            assertThat(Ledger.in(server.database())).isEqualTo(keptAtMoment);
            assertThat(restorations(server)).containsExactly(moment);
        }
        assertThat(into.resolve("files/01/" + EARLY)).hasSize(3_000_000);
        assertThat(into.resolve("files/fe/" + LATE)).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(into.resolve("files/work")).doesNotExist();
    }

    @Test
    void bringsBackEverythingThatIsArchivedWhenAskedForTheLatest(@TempDir Path place) throws Exception {
        Path into = place.resolve("new");
        restore(backup, Optional.empty(), into);
        try (LentServer server = LentServer.start(into, place.resolve("none"))) {
            assertThat(Ledger.in(server.database())).isEqualTo(keptAtEnd);
        }
    }

    private static List<Instant> restorations(LentServer server) throws Exception {
        try (var connection = server.database().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select target_at from backup.restoration")) {
            rows.next();
            return List.of(rows.getTimestamp(1).toInstant());
        }
    }

    @Test
    void refusesAMomentToWhichAFileOfTheLogIsMissingAndNamesIt(@TempDir Path place) throws Exception {
        Path copy = copyOfBackup(place);
        Path missing = archived(copy).getFirst();
        Files.delete(missing);
        Path into = place.resolve("new");
        assertThatThrownBy(() -> restore(copy, Optional.of(moment), into))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("缺少日志文件 " + missing);
        assertThatThrownBy(() -> restore(copy, Optional.empty(), into)).hasMessageContaining("缺少日志文件 " + missing);
        assertThat(into).doesNotExist();
    }

    @Test
    void refusesAMomentAfterTheEndOfTheLog(@TempDir Path place) {
        Path into = place.resolve("new");
        assertThatThrownBy(() -> restore(backup, Optional.of(moment.plus(Duration.ofDays(1))), into))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("--to 最近");
        assertThat(into).doesNotExist();
    }

    @Test
    void refusesAMomentBeforeTheFirstBackup(@TempDir Path place) {
        assertThatThrownBy(() -> restore(backup, Optional.of(moment.minus(Duration.ofDays(1))), place.resolve("new")))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("最早只能恢复到");
    }

    @Test
    void namesTheFileAndThePlaceOfOneChangedByteWhereverItIs(@TempDir Path place) throws Exception {
        Path copy = copyOfBackup(place);
        Path base = base(copy);
        List<Path> some = List.of(
                base.resolve("data/global/pg_control"),
                base.resolve("data/backup_label"),
                biggest(base.resolve("data/base")),
                copy.resolve("files/01/" + EARLY),
                one(base.resolve("wal")));
        for (Path file : some) {
            long at = Files.size(file) - 1;
            flip(file, at);
            String said = refusal(() -> new Restore(JSON, InstantSource.system(), quiet(), null).check(checkOf(copy)));
            assertThat(said)
                    .contains(file.getFileName().toString(), "第 " + at / BlockCopy.BLOCK * BlockCopy.BLOCK + " 到");
            flip(file, at);
        }
        assertThat(new Restore(JSON, InstantSource.system(), quiet(), null).check(checkOf(copy)))
                .isTrue();
    }

    @Test
    void namesAChangedManifestAndAChangedFileOfTheArchive(@TempDir Path place) throws Exception {
        Path copy = copyOfBackup(place);
        Path archived = archived(copy).getFirst();
        flip(archived, Files.size(archived) / 2);
        assertThat(refusal(() -> new Restore(JSON, InstantSource.system(), quiet(), null).check(checkOf(copy))))
                .contains(archived.toString(), "被改过");
        flip(base(copy).resolve("manifest.json"), 40);
        assertThat(refusal(() -> new Restore(JSON, InstantSource.system(), quiet(), null).check(checkOf(copy))))
                .contains("manifest.json");
    }

    @Test
    void doesNotOverwriteAHomeInWhichSomethingIs(@TempDir Path place) throws Exception {
        Files.writeString(place.resolve("mine"), "x");
        assertThatThrownBy(() -> restore(backup, Optional.of(moment), place))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("不会覆盖");
        assertThat(place.resolve("mine")).hasContent("x");
    }

    @Test
    void hasNoKeyNoPasswordAndNothingThatWasOpenInIt() throws Exception {
        try (Stream<Path> all = Files.walk(backup)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            assertThat(files)
                    .noneMatch(file -> file.toString().contains("secrets")
                            || file.getFileName().toString().contains("superuser"));
            for (Path file : files) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                assertThat(bytes.contains(KEY) || bytes.contains("在办的明文"))
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void refusesASecondBackupWhileOneIsBeingMade() {
        assertThat(refusedSecond).contains("另一个备份正在写目录");
    }

    @Test
    void leavesNoHalfBackupBehindUnderTheNameOfAWholeOne() throws Exception {
        assertThat(new BackupFolder(backup, JSON).bases(BackupRefused::raise)).hasSize(1);
        assertThat(new BackupFolder(backup, JSON).unfinished()).isEmpty();
    }

    @Test
    void readsTheMomentAsBeijingTimeAndSaysHowItIsWritten() {
        RestoreRequest request = RestoreRequest.parse(List.of("--to", "2026-11-26 10:30"), Path.of("/b"), Path.of("/h"))
                .orElseThrow();
        assertThat(request.to())
                .contains(LocalDateTime.of(2026, 11, 26, 10, 30)
                        .atZone(BackupFolder.ZONE)
                        .toInstant());
        assertThat(RestoreRequest.parse(List.of(), Path.of("/b"), Path.of("/h")))
                .isEmpty();
        assertThatThrownBy(() -> RestoreRequest.parse(List.of("--to", "昨天"), Path.of("/b"), Path.of("/h")))
                .hasMessageContaining("请写成 --to");
    }

    private static RestoreRequest checkOf(Path from) {
        return new RestoreRequest(from, Optional.empty(), from, Optional.empty(), true);
    }

    private static Path base(Path copy) throws IOException {
        return new BackupFolder(copy, JSON).bases(said -> {}).getFirst().folder();
    }

    /** Files of the archive after those that the backup has itself, in order. */
    private static List<Path> archived(Path copy) throws IOException {
        Set<String> own = new TreeSet<>();
        try (Stream<Path> inBackup = Files.list(base(copy).resolve("wal"))) {
            inBackup.forEach(file -> own.add(file.getFileName().toString()));
        }
        try (Stream<Path> all = Files.walk(copy.resolve("wal"))) {
            return all.filter(file -> file.toString().endsWith(".gz"))
                    .filter(file -> !own.contains(file.getFileName().toString()))
                    .filter(file -> file.getFileName().toString().length() == 27)
                    .sorted()
                    .toList();
        }
    }

    private static Path one(Path place) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.findFirst().orElseThrow();
        }
    }

    private static Path biggest(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile)
                    .max(java.util.Comparator.comparingLong(
                            file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int was = bytes.read();
            bytes.seek(at);
            bytes.write(was ^ 1);
        }
    }
}
