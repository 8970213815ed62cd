package org.fangxin.region.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.region.Division;
import org.fangxin.region.Divisions;
import org.jspecify.annotations.Nullable;

/** All divisions in memory; immutable. */
public final class DivisionTable implements Divisions {
    private static final Comparator<Division> UPPER_FIRST =
            Comparator.<Division>comparingInt(d -> d.code().length()).thenComparing(Division::code);

    private final Map<String, Division> byCode;
    private final Map<String, List<Division>> children = new HashMap<>();
    private final List<Division> sorted;

    public DivisionTable(List<Division> divisions) {
        sorted = divisions.stream().sorted(Comparator.comparing(Division::code)).toList();
        byCode = HashMap.newHashMap(sorted.size());
        for (Division division : sorted) {
            byCode.put(division.code(), division);
            children.computeIfAbsent(Codes.parent(division.code()), code -> new ArrayList<>())
                    .add(division);
        }
    }

    @Override
    public Optional<Division> find(String code) {
        return Optional.ofNullable(byCode.get(code.strip())).or(() -> Optional.ofNullable(byCode.get(Codes.cut(code))));
    }

    @Override
    public boolean knows(String code) {
        String bare = code.strip();
        return switch (bare.length()) {
            case 2, 4, 6 -> find(bare).isPresent();
            case 9, 12 ->
                bare.chars().allMatch(c -> c >= '0' && c <= '9')
                        && find(bare.substring(0, 6)).isPresent();
            default -> false;
        };
    }

    @Override
    public List<Division> below(@Nullable String parent) {
        if (parent == null || parent.isBlank() || Codes.cut(parent).equals("00")) {
            return List.copyOf(children.getOrDefault("", List.of()));
        }
        String code = find(parent).map(Division::code).orElse(parent);
        return List.copyOf(children.getOrDefault(code, List.of()));
    }

    @Override
    public List<Division> streets(String prefix) {
        return sorted.stream()
                .filter(d -> d.level() == Division.Level.STREET && d.code().startsWith(prefix))
                .toList();
    }

    @Override
    public List<Division> path(String code) {
        List<Division> path = new ArrayList<>();
        Optional<Division> step = find(code);
        while (step.isPresent()) {
            if (!step.get().placeholder()) {
                path.addFirst(step.get());
            }
            step = Optional.ofNullable(byCode.get(Codes.parent(step.get().code())));
        }
        return path;
    }

    @Override
    public List<Division> search(String words, int limit) {
        List<String> parts = Stream.of(words.strip().split("\\s+"))
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.isEmpty()) {
            return List.of();
        }
        String own = parts.getLast();
        return sorted.stream()
                .filter(d ->
                        !d.placeholder() && (d.name().contains(own) || d.code().equals(own)))
                .filter(d -> parts.size() == 1 || pathHolds(d, parts.subList(0, parts.size() - 1)))
                .sorted(Comparator.<Division, Boolean>comparing(d -> !d.name().startsWith(own))
                        .thenComparing(UPPER_FIRST))
                .limit(limit)
                .toList();
    }

    private boolean pathHolds(Division division, List<String> parts) {
        List<Division> path = path(division.code());
        return parts.stream()
                .allMatch(part -> path.stream().anyMatch(step -> step.name().contains(part)));
    }
}
