package org.fangxin.region;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fangxin.region.Competence.Answer;
import org.fangxin.region.Competence.Facts;
import org.fangxin.region.Competence.Merchant;
import org.fangxin.region.Competence.Platform;
import org.jspecify.annotations.Nullable;

/** One row of {@code jurisdiction.txt}. */
record Scenario(String title, Facts facts, String candidates, String missing, String note) {
    private static final Set<String> KEYS = Set.of(
            "type region domicile published addressPublished reachable platform act medium publisher advertiser agent self received other special"
                    .split(" "));

    static List<Scenario> all() {
        try (InputStream table = Scenario.class.getResourceAsStream("/region/jurisdiction.txt")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Scenario::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario of(String line) {
        String[] cells = line.split("\\|");
        if (cells.length != 5) {
            throw new IllegalArgumentException("Not five cells: " + line);
        }
        return new Scenario(
                cells[0].strip(), facts(cells[1].strip()), cells[2].strip(), cells[3].strip(), cells[4].strip());
    }

    private static Facts facts(String cell) {
        String[] words = cell.split("\\s+");
        Map<String, String> given = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            if (!KEYS.contains(pair[0])) {
                throw new IllegalArgumentException("No such fact: " + words[i]);
            }
            given.put(pair[0], pair[1]);
        }
        Merchant merchant = new Merchant(
                given.get("type"),
                given.get("region"),
                given.get("domicile"),
                given.get("published"),
                flag(given.get("addressPublished")),
                flag(given.get("reachable")),
                given.containsKey("platform") ? new Platform("某平台", given.get("platform")) : null);
        return new Facts(
                words[0],
                merchant,
                given.get("act"),
                given.get("medium"),
                given.get("publisher"),
                given.get("advertiser"),
                given.get("agent"),
                flag(given.get("self")),
                given.get("received"),
                flag(given.get("other")),
                given.get("special"));
    }

    private static @Nullable Boolean flag(@Nullable String text) {
        return text == null ? null : Boolean.valueOf(text);
    }

    /** The answer in the table's own words. */
    static String words(Answer answer) {
        List<String> candidates = answer.candidates().stream()
                .map(candidate -> candidate.agency().code() + " " + String.join("、", candidate.articles()))
                .toList();
        List<String> missing =
                answer.missing().stream().map(Competence.Missing::fact).toList();
        Competence.Note note = answer.note();
        return dash(String.join("; ", candidates)) + " | " + dash(String.join(", ", missing)) + " | "
                + (note == null ? "-" : String.join("、", note.articles()));
    }

    private static String dash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    String expected() {
        return candidates + " | " + missing + " | " + note;
    }

    @Override
    public String toString() {
        return title;
    }
}
