package org.fangxin.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The tables of acts and stages in the test resources, written from the law, asked cell by cell. */
final class CourseTables {
    private static final Map<Kind, List<String>> FILES = Map.of(
            Kind.COMPLAINT, List.of("complaint-matrix.csv", "complaint-routing.csv"),
            Kind.REPORT, List.of("report-acts.csv"),
            Kind.CONSULTATION, List.of("consultation-acts.csv"),
            Kind.SUGGESTION, List.of("suggestion-acts.csv"));

    private final Map<String, Boolean> cells = new HashMap<>();

    CourseTables() {
        FILES.forEach((kind, files) -> files.forEach(file -> read(kind, file)));
    }

    /** Empty where the tables have no cell: such an act is judged by its form, not by its stage. */
    Optional<Boolean> allowed(Kind kind, Act act, String variant, Stage stage) {
        String row = variant.isEmpty() ? act.id() : act.id() + "/" + variant;
        return Optional.ofNullable(cells.get(kind + " " + row + " " + stage));
    }

    private void read(Kind kind, String file) {
        List<String> lines = lines(file);
        String[] head = lines.getFirst().split(",");
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split(",");
            for (int i = 1; i < row.length; i++) {
                if (!head[i].equals("article")) {
                    cells.put(kind + " " + row[0] + " " + head[i], row[i].equals("ok") || row[i].equals("yes"));
                }
            }
        }
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(CourseTables.class.getResourceAsStream("/casefile/" + file))) {
            List<String> lines = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(lines::add);
            return lines;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
