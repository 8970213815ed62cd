package org.fangxin.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.fangxin.backup.BackupFolder.Base;
import org.fangxin.database.Recovery;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a backup back into a home that is not there yet, with no program running: everything is looked at first, then
 * built under another name, and named at the end.
 */
final class Restore {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BackupFolder.ZONE);

    private final JsonMapper json;
    private final InstantSource clock;
    private final PrintStream out;
    private final @Nullable Path cache;

    /** @param cache where the server's programs are unpacked; null: in the new home */
    Restore(JsonMapper json, InstantSource clock, PrintStream out, @Nullable Path cache) {
        this.cache = cache;
        this.json = json;
        this.clock = clock;
        this.out = out;
    }

    /** @throws BackupRefused in a sentence; then nothing was left behind */
    void run(RestoreRequest request) {
        try {
            BackupFolder folder = new BackupFolder(request.from(), json);
            Base base = choose(folder, request.to());
            out.println("用备份 " + base.name() + "（" + TIME.format(base.manifest().wholeAt()) + " 做完）。");
            RestoredHome.requireFree(request.into());
            build(request, folder, base, new BackupCheck(folder, out).check(base));
        } catch (IOException fault) {
            throw new BackupRefused(Disk.words(fault, request.into()), fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BackupRefused("恢复被中断，没有做完。", stopped);
        }
    }

    /** Looks at every backup of the folder; false when something is altered or missing. */
    boolean check(RestoreRequest request) {
        try {
            BackupFolder folder = new BackupFolder(request.from(), json);
            List<Base> bases = folder.bases(BackupRefused::raise);
            if (bases.isEmpty()) {
                throw new BackupRefused(none(folder));
            }
            for (Base base : bases) {
                new BackupCheck(folder, out).check(base).fault().ifPresent(BackupRefused::raise);
                out.println("备份 " + base.name() + " 完好，可以恢复到 "
                        + TIME.format(base.manifest().wholeAt()) + " 以后的时刻。");
            }
            return true;
        } catch (IOException fault) {
            throw new BackupRefused(Disk.words(fault, request.from()), fault);
        }
    }

    /** The newest one that was whole by then: the least of the log has to be read. */
    private Base choose(BackupFolder folder, Optional<Instant> to) throws IOException {
        List<Base> bases = folder.bases(altered -> out.println("注意：" + altered));
        List<Base> early = bases.stream()
                .filter(base -> to.isEmpty() || !base.manifest().wholeAt().isAfter(to.get()))
                .toList();
        if (bases.isEmpty()) {
            throw new BackupRefused(none(folder));
        }
        if (early.isEmpty()) {
            throw new BackupRefused(
                    "这个目录里最早只能恢复到 " + TIME.format(bases.getFirst().manifest().wholeAt()) + "。更早的时刻要用更早的备份。");
        }
        return early.getLast();
    }

    private static String none(BackupFolder folder) {
        return "目录 " + folder.root() + " 里没有可以用的备份。请用 --from 指出备份目录（里面有 base-日期-时间）。";
    }

    private void build(RestoreRequest request, BackupFolder folder, Base base, WalShelf shelf)
            throws IOException, InterruptedException {
        if (request.to().isEmpty()) {
            // to the end means to the end of everything: what stops before it is named
            shelf.fault().ifPresent(BackupRefused::raise);
        }
        RestoredHome home = RestoredHome.begin(request.into());
        boolean done = false;
        try {
            home.copy(folder, base, new FilePool(folder.files(), json).known(), new Progress(out, "复制"));
            request.secrets().ifPresent(home::takeSecrets);
            recover(request, base, shelf, home.unfinished());
            home.finish();
            done = true;
        } finally {
            if (!done) {
                BackupFolder.delete(home.unfinished());
            }
        }
    }

    private void recover(RestoreRequest request, Base base, WalShelf shelf, Path home)
            throws IOException, InterruptedException {
        out.println("正在恢复数据库……");
        Recovery recovery = Recovery.of(home, cache == null ? home.resolve("cache") : cache);
        try {
            Optional<String> last = recovery.run(
                    request.to(), List.of(shelf.folder(), base.folder().resolve("wal")));
            out.println("最后一笔写入：" + last.orElse("备份里的最后一笔，此后没有写入") + "。");
        } catch (Recovery.NotReached ends) {
            throw new BackupRefused(notReached(request, shelf), ends);
        }
        recovery.settle(List.of(Restorations.statement(clock.instant(), request.to(), base.name())));
    }

    private static String notReached(RestoreRequest request, WalShelf shelf) {
        String moment = request.to().map(TIME::format).orElse("最近");
        return shelf.fault()
                .map(fault -> fault + "，恢复不到 " + moment + "。请把它找回来；找不回来的，只能恢复到它之前的时刻。")
                .orElse("归档的日志没有到 " + moment + "，证明不了到那时为止是完整的。要恢复到归档里的最后一笔，请用 --to 最近。");
    }
}
