package org.fangxin.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an inspection looks at, by trade; lists that were used once are never changed, a new version stands beside them. */
public final class SiteChecklists {
    /** The list of every trade that has none of its own. */
    public static final String GENERAL = "GENERAL";

    /** Newest first. */
    private static final List<String> VERSIONS = List.of("2026-11");

    private static final List<Checklist> ALL =
            VERSIONS.stream().flatMap(version -> read(version).stream()).toList();

    /** One thing to look at; {@code article} what asks for it, or empty. */
    public record Point(String code, String text, String article) {}

    /**
     * @param fits {@code goods:101} and {@code problem:51}: classes of the case for which it is proposed
     * @param points in the order in which one walks
     */
    public record Checklist(String code, String version, String title, Set<String> fits, List<Point> points) {
        /** As the journal names it. */
        public String id() {
            return code + "@" + version;
        }

        public Optional<Point> point(String pointCode) {
            return points.stream().filter(one -> one.code().equals(pointCode)).findFirst();
        }
    }

    private SiteChecklists() {}

    /** The lists in use now, the general one first. */
    public static List<Checklist> current() {
        return ALL.stream()
                .filter(one -> one.version().equals(VERSIONS.getFirst()))
                .toList();
    }

    /** By code in the version in use. */
    public static Optional<Checklist> of(String code) {
        return current().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** By what the journal keeps; records of older times name none and were made by the general list. */
    public static Optional<Checklist> byId(@Nullable String id) {
        return id == null
                ? of(GENERAL)
                : ALL.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static List<Checklist> read(String version) {
        Map<String, Checklist> lists = new LinkedHashMap<>();
        Checklist last = null;
        for (String line : lines("/casefile/site-checklists-" + version + ".txt")) {
            String[] cells = cells(line);
            if (line.startsWith("-")) {
                Objects.requireNonNull(last)
                        .points()
                        .add(new Point(cells[0].substring(1).strip(), cells[1], cells[2]));
            } else {
                Set<String> fits = new LinkedHashSet<>(List.of(cells[2].split(" ")));
                fits.remove("");
                last = new Checklist(cells[0], version, cells[1], fits, new ArrayList<>());
                lists.put(cells[0], last);
            }
        }
        return lists.values().stream()
                .map(one -> new Checklist(
                        one.code(), version, one.title(), Set.copyOf(one.fits()), List.copyOf(one.points())))
                .toList();
    }

    /** Always three. */
    private static String[] cells(String line) {
        String[] cells = (line + " | ").split("\\|", -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        return cells;
    }

    private static List<String> lines(String path) {
        try (InputStream in = Objects.requireNonNull(SiteChecklists.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(path, broken);
        }
    }
}
