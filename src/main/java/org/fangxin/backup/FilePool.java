package org.fangxin.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fangxin.database.PrivateFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sealed files of a home, copied once each: they never change. Shared by all backups of a folder. Files that are being
 * worked on in clear are none of them.
 */
final class FilePool {
    private static final Pattern SEALED = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{32}");
    private static final String LIST = "list.jsonl";

    private final Path pool;
    private final JsonMapper json;

    FilePool(Path pool, JsonMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** What the pool has, by path. A last line that was broken off counts for nothing. */
    Map<String, Piece> known() throws IOException {
        Map<String, Piece> known = new LinkedHashMap<>();
        Path list = pool.resolve(LIST);
        if (Files.exists(list)) {
            for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
                try {
                    Piece piece = json.readValue(line, Piece.class);
                    known.put(piece.path(), piece);
                } catch (JacksonException brokenOff) {
                    // its file is copied again
                }
            }
        }
        return known;
    }

    /** Paths of the sealed files that a home has now. */
    static List<String> of(Path files) throws IOException {
        if (!Files.isDirectory(files)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(files, 2)) {
            return all.map(path -> files.relativize(path).toString())
                    .filter(path -> SEALED.matcher(path).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Copies what the pool does not have yet; how many bytes that were. */
    long take(Path files) throws IOException {
        Map<String, Piece> known = known();
        long bytes = 0;
        for (String path : of(files)) {
            if (!known.containsKey(path)) {
                bytes += copy(files.resolve(path), path);
            }
        }
        return bytes;
    }

    private long copy(Path from, String path) throws IOException {
        Path target = pool.resolve(path);
        Path folder = PrivateFolder.at(Objects.requireNonNull(target.getParent()));
        Path fresh = folder.resolve(target.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try {
            Piece piece = BlockCopy.copy(from, fresh, path);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            Disk.force(folder);
            append(piece);
            return piece.size();
        } catch (NoSuchFileException deletedMeanwhile) {
            Files.deleteIfExists(fresh);
            return 0;
        }
    }

    private void append(Piece piece) throws IOException {
        Path list = pool.resolve(LIST);
        // a line of its own even after one that was broken off
        Files.writeString(
                list,
                "\n" + json.writeValueAsString(piece),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }

    /** Removes what no kept backup needs and the home no longer has, unless it came after the oldest kept backup. */
    void prune(Set<String> needed, Instant oldest) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Piece piece : known().values()) {
            Path file = pool.resolve(piece.path());
            boolean old = Files.exists(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(oldest);
            if (old && !needed.contains(piece.path())) {
                Files.delete(file);
            } else {
                lines.add(json.writeValueAsString(piece));
            }
        }
        Path fresh = pool.resolve(LIST + ".new");
        if (!lines.isEmpty()) {
            Files.write(
                    fresh,
                    lines,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
            Files.move(fresh, pool.resolve(LIST), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
