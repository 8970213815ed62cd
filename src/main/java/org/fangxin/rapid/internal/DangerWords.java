package org.fangxin.rapid.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Which words of a text look dangerous: a suggestion that names the words and nothing else of the text. Pure. */
public final class DangerWords {
    /** @param kind FOOD or DANGER */
    public record Hint(String kind, String reason) {}

    private static final Map<String, List<String>> WORDS = read();

    private DangerWords() {}

    /** One suggestion for each kind whose words stand in the text. */
    public static List<Hint> in(String text) {
        List<Hint> hints = new ArrayList<>();
        WORDS.forEach((kind, words) -> {
            List<String> found = words.stream().filter(text::contains).limit(3).toList();
            if (!found.isEmpty()) {
                hints.add(new Hint(kind, "内容里有“" + String.join("”“", found) + "”"));
            }
        });
        return hints;
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> words = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DangerWords.class.getResourceAsStream("/rapid/danger-words.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        List<String> parts = List.of(line.split("\\s+"));
                        words.put(parts.getFirst(), parts.subList(1, parts.size()));
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }
}
