package org.fangxin.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fangxin.backup.BackupFolder.Base;
import org.fangxin.database.EmbeddedDatabase;
import org.fangxin.database.WalArchive;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks after the archive while the program runs: sealed files follow the log into the backup folder, little room is said
 * before the disk is full, and so is a backup that is old or missing. The program serves on whatever it finds.
 */
@Component
public class BackupWatch {
    private static final Logger LOG = LoggerFactory.getLogger(BackupWatch.class);
    private static final long RESERVE = 1L << 30;
    private static final Duration BETWEEN_MARKS = Duration.ofMinutes(5);

    private final EmbeddedDatabase database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Duration remindAfter;
    private final boolean command;
    private volatile @Nullable BackupState known;
    private Instant marked = Instant.EPOCH;

    BackupWatch(
            EmbeddedDatabase database,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            JsonMapper json,
            InstantSource clock,
            @Value("${fangxin.backup.remind-after-days:2}") int days,
            @Value("${fangxin.command:}") String command) {
        this.database = database;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
        this.remindAfter = Duration.ofDays(days);
        this.command = !command.isEmpty();
    }

    @Scheduled(fixedDelayString = "${fangxin.backup.watch-every-ms:60000}", initialDelay = 20_000)
    void run() {
        if (command || !database.inside()) {
            return;
        }
        try {
            if (database.archive().on() && Files.exists(WalArchive.begun(database.data()))) {
                watchRoom();
                mark();
                follow();
            }
            tell(state());
        } catch (IOException | UncheckedIOException | DataAccessException | TransactionException fault) {
            LOG.warn(
                    "The backup folder is not looked after: {}",
                    fault.getClass().getSimpleName());
        }
    }

    /** Once for each trouble, not every minute. */
    private void tell(BackupState now) {
        BackupState before = known;
        known = now;
        if (before == null || !before.trouble().equals(now.trouble())) {
            now.trouble().ifPresent(sentence -> LOG.warn("Backup: {}", sentence));
        }
    }

    private void watchRoom() throws IOException {
        Path full = WalArchive.full(database.data());
        boolean little = Disk.free(database.archive().root()) < RESERVE;
        if (little && !Files.exists(full)) {
            Files.createFile(full);
        } else if (!little) {
            Files.deleteIfExists(full);
        }
    }

    /** A moment can be proved to be whole by something that was written after it, in the nights as well. */
    private void mark() {
        Instant now = clock.instant();
        if (marked.plus(BETWEEN_MARKS).isBefore(now)) {
            transaction.executeWithoutResult(
                    status -> jdbc.sql("select pg_logical_emit_message(true, 'fangxin', 'mark')::text")
                            .query(String.class)
                            .single());
            marked = now;
        }
    }

    private void follow() throws IOException {
        Path root = database.archive().root();
        if (!Files.isDirectory(root.resolve("wal"))) {
            // another disk that is not mounted: nothing is made in its place
            return;
        }
        Optional<FolderLock> lock = FolderLock.tryTake(root);
        if (lock.isPresent()) {
            try (FolderLock held = lock.get()) {
                new FilePool(root.resolve("files"), json).take(database.home().resolve("files"));
            }
        }
    }

    /** As last looked at; empty before that, and when the bureau's own server is used: then it is no business of ours. */
    public Optional<BackupState> backup() {
        return Optional.ofNullable(known);
    }

    private BackupState state() {
        Path data = database.data();
        Path root = database.archive().root();
        try {
            List<Base> bases = new BackupFolder(root, json).bases(altered -> {});
            Optional<Instant> last = bases.isEmpty()
                    ? Optional.empty()
                    : Optional.of(bases.getLast().manifest().wholeAt());
            return new BackupState(last, trouble(data, root, last));
        } catch (IOException unreadable) {
            return new BackupState(Optional.empty(), Optional.of(Disk.words(unreadable, root)));
        }
    }

    private Optional<String> trouble(Path data, Path root, Optional<Instant> last) {
        if (last.isEmpty()) {
            return Optional.of("还没有备份。请运行 ./fangxin backup，并设成每天一次。");
        }
        if (Files.exists(WalArchive.gap(data))) {
            return Optional.of("日志归档断过：断开以后的时刻恢复不了。请检查备份目录 " + root + "，再做一次 ./fangxin backup。");
        }
        if (Files.exists(WalArchive.full(data))) {
            return Optional.of("备份目录 " + root + " 所在的磁盘快满了，日志暂停归档。请腾出空间。");
        }
        if (archiveFails()) {
            return Optional.of("日志归档不了。请检查备份目录 " + root + " 在不在、能不能写。");
        }
        return last.filter(at -> at.plus(remindAfter).isBefore(clock.instant()))
                .map(at -> "最近一次备份已经过去 " + Duration.between(at, clock.instant()).toDays()
                        + " 天。请运行 ./fangxin backup，并设成每天一次。");
    }

    private boolean archiveFails() {
        return Objects.requireNonNull(
                transaction.execute(status -> jdbc.sql("""
                        select coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false)
                          from pg_stat_archiver""").query(Boolean.class).single()));
    }
}
