package org.fangxin.intake.internal.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The first-level names of the code tables CH20 (goods) and CH27 (problem), in the files {@code ch20} and {@code ch27}. */
public record CodeNames(Map<String, String> goods, Map<String, String> problems) {
    /** As shipped. */
    public static CodeNames load() {
        return new CodeNames(table("ch20.codes"), table("ch27.codes"));
    }

    /** A code as typed: by code, of a deeper level too, or by name ({@code 127}, {@code 12701}, {@code 家用电器}). */
    public static Optional<String> find(Map<String, String> table, String typed) {
        String plain = typed.strip();
        if (plain.matches("[0-9]{2,9}")) {
            boolean known = table.keySet().stream().anyMatch(plain::startsWith);
            return known ? Optional.of(plain) : Optional.empty();
        }
        return table.entrySet().stream()
                .filter(entry -> entry.getValue().equals(plain))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<String, String> table(String name) {
        Map<String, String> table = new LinkedHashMap<>();
        TextFile.lines(name).forEach(line -> {
            String[] parts = line.split("\\s+", 2);
            table.put(parts[0], parts[1].strip());
        });
        return table;
    }
}
