package org.fangxin.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A table of acts and stages in the test resources: one cell says whether the act may be done there. */
final class ActTable {
    /**
     * One cell.
     *
     * @param variant what distinguishes two rows of one act, e.g. the target of a transfer; empty otherwise
     * @param articles any of them must be named by a refusal; empty when none is asked for
     */
    record Cell(Act act, String variant, Stage stage, boolean allowed, List<String> articles) {
        @Override
        public String toString() {
            return act.id() + (variant.isEmpty() ? "" : "/" + variant) + " in " + stage
                    + (allowed ? " may" : " may not");
        }
    }

    private ActTable() {}

    static List<Cell> read(String name) {
        List<String> lines = lines(name);
        List<String> head = Arrays.asList(lines.getFirst().split(","));
        List<Cell> cells = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split(",");
            String[] act = row[0].split("/");
            String last = row[row.length - 1];
            List<String> articles = last.equals("-") ? List.of() : List.of(last.split("\\|"));
            for (int i = 1; i < row.length - 1; i++) {
                cells.add(new Cell(
                        Act.byId(act[0]).orElseThrow(),
                        act.length > 1 ? act[1] : "",
                        Stage.valueOf(head.get(i)),
                        row[i].equals("yes"),
                        articles));
            }
        }
        return cells;
    }

    private static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(ActTable.class.getResourceAsStream("/casefile/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
