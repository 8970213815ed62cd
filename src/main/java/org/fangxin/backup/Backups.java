package org.fangxin.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.database.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes backups of the database inside the program, one at a time, and clears away old ones. */
@Component
class Backups {
    /** What was made, and how many old ones went. */
    record Made(BackupFolder.Base base, int gone) {}

    private final EmbeddedDatabase database;
    private final List<Landmarks> rooms;
    private final JsonMapper json;
    private final InstantSource clock;
    private final int keep;

    Backups(
            EmbeddedDatabase database,
            List<Landmarks> rooms,
            JsonMapper json,
            InstantSource clock,
            @Value("${fangxin.backup.keep:7}") int keep) {
        this.database = database;
        this.rooms = rooms;
        this.json = json;
        this.clock = clock;
        this.keep = keep;
    }

    /**
     * @param elsewhere another folder than the one that is set; nothing is cleared away there
     * @throws BackupRefused in a sentence
     */
    Made make(@Nullable Path elsewhere, PrintStream out) {
        Path usual = database.archive().root();
        Path root = elsewhere == null ? usual : elsewhere.toAbsolutePath().normalize();
        try (FolderLock lock =
                FolderLock.tryTake(root).orElseThrow(() -> new BackupRefused("另一个备份正在写目录 " + root + "。请等它做完。"))) {
            BackupFolder folder = new BackupFolder(root, json);
            FilePool pool = new FilePool(folder.files(), json);
            boolean own = root.equals(usual);
            BackupFolder.Base base = new BaseBackup(database, folder, pool, clock, version())
                    .make(own && database.archive().on(), landmarks(), new Progress(out, "复制数据库"));
            int gone = own
                    ? new Pruning(folder, pool)
                            .prune(keep, FilePool.of(database.home().resolve("files")))
                    : 0;
            return new Made(base, gone);
        } catch (IOException fault) {
            throw new BackupRefused(Disk.words(fault, root), fault);
        } catch (SQLException fault) {
            throw new BackupRefused("数据库没有让备份做成（" + fault.getSQLState() + "）。请稍后再做一次。", fault);
        }
    }

    /** Where the records of all rooms stand. */
    Map<String, String> landmarks() {
        Map<String, String> all = new LinkedHashMap<>();
        rooms.forEach(room -> all.putAll(room.landmarks()));
        return all;
    }

    private static String version() {
        return Optional.ofNullable(Backups.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
