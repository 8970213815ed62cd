package org.fangxin.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fangxin.cipher.Sm3;
import org.fangxin.database.PrivateFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where backups lie: {@code base-DATE-TIME/} each with its manifest, {@code files/} with the sealed files of all of them,
 * {@code wal/} with the archived log. A base that is not finished has another name.
 */
final class BackupFolder {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'base-'yyyyMMdd-HHmmss").withZone(ZONE);
    private static final String UNFINISHED = "unfinished-";
    private static final String MANIFEST = "manifest.json";
    private static final String MANIFEST_SUM = "manifest.sm3";

    /** A finished base backup. */
    record Base(Path folder, Manifest manifest) {
        String name() {
            return folder.getFileName().toString();
        }
    }

    private final Path root;
    private final JsonMapper json;

    BackupFolder(Path root, JsonMapper json) {
        this.root = root.toAbsolutePath().normalize();
        this.json = json;
    }

    Path root() {
        return root;
    }

    Path files() {
        return root.resolve("files");
    }

    Path wal() {
        return root.resolve("wal");
    }

    /** A folder for a backup to be made in. */
    Path begin(Instant now) throws IOException {
        PrivateFolder.at(root);
        return PrivateFolder.at(root.resolve(UNFINISHED + NAME.format(now)));
    }

    /** The manifest is written last, then the folder gets its name. */
    Base finish(Path unfinished, Manifest manifest) throws IOException {
        byte[] paper = json.writeValueAsBytes(manifest);
        BlockCopy.write(paper, unfinished.resolve(MANIFEST), MANIFEST);
        BlockCopy.write(
                Sm3.hex(paper).getBytes(StandardCharsets.UTF_8), unfinished.resolve(MANIFEST_SUM), MANIFEST_SUM);
        Path named = root.resolve(unfinished.getFileName().toString().substring(UNFINISHED.length()));
        Disk.force(unfinished);
        Files.move(unfinished, named, StandardCopyOption.ATOMIC_MOVE);
        Disk.force(root);
        return new Base(named, manifest);
    }

    /** Everything finished, oldest first; one whose manifest was altered is named to the listener and left out. */
    List<Base> bases(Consumer<String> altered) throws IOException {
        List<Base> found = new ArrayList<>();
        for (Path folder : named("base-*")) {
            try {
                found.add(read(folder));
            } catch (BackupRefused broken) {
                altered.accept(String.valueOf(broken.getMessage()));
            }
        }
        found.sort(Comparator.comparing(base -> base.manifest().wholeAt()));
        return found;
    }

    /** Left by a backup that was broken off. */
    List<Path> unfinished() throws IOException {
        return named(UNFINISHED + "*");
    }

    private List<Path> named(String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(root, pattern)) {
                all.forEach(found::add);
            }
        }
        return found;
    }

    private Base read(Path folder) throws IOException {
        byte[] paper = Files.readAllBytes(folder.resolve(MANIFEST));
        String sum = Files.readString(folder.resolve(MANIFEST_SUM)).strip();
        if (!Sm3.hex(paper).equals(sum)) {
            throw new BackupRefused("备份 " + folder.getFileName() + " 的清单 " + MANIFEST + "（第 0 到 " + (paper.length - 1)
                    + " 字节）被改过，不能用它恢复。请换一份备份。");
        }
        try {
            return new Base(folder, json.readValue(paper, Manifest.class));
        } catch (JacksonException unreadable) {
            throw new BackupRefused("备份 " + folder.getFileName() + " 的清单读不懂，可能是更新的版本做的。", unreadable);
        }
    }

    static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
