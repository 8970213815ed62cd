package org.fangxin.intake.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fangxin.region.Division;
import org.fangxin.region.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The county that an address names, when it names exactly one: 甘肃省平凉市崇信县锦屏镇…, 平凉市崇信县…, 崇信县…. County names that
 * several provinces share need the city or province before them.
 */
@Component
public class AddressRegion {
    private static final int SHORTEST = 2;

    /** A county with the names above it, whole and without 省, 市. */
    private record County(String code, String name, List<String> above) {}

    private final Map<String, List<County>> byFirst = new TreeMap<>();

    AddressRegion(Divisions divisions) {
        for (Division province : divisions.below(null)) {
            for (Division city : divisions.below(province.code())) {
                for (Division county : divisions.below(city.code())) {
                    add(province, city, county);
                }
            }
        }
    }

    private void add(Division province, Division city, Division county) {
        if (county.name().length() <= SHORTEST || county.code().length() != 6) {
            return;
        }
        List<String> above = city.placeholder() ? List.of(province.name()) : List.of(province.name(), city.name());
        byFirst.computeIfAbsent(county.name().substring(0, 1), first -> new java.util.ArrayList<>())
                .add(new County(county.code(), county.name(), above));
    }

    /** Six digits, or empty when no county or more than one fits. The address is not kept. */
    public Optional<String> countyOf(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return Optional.empty();
        }
        List<County> named = named(address);
        int best = named.stream()
                .mapToInt(county -> supported(county, address))
                .max()
                .orElse(-1);
        List<County> strongest = named.stream()
                .filter(county -> supported(county, address) == best)
                .toList();
        return strongest.size() == 1 ? Optional.of(strongest.getFirst().code()) : Optional.empty();
    }

    private List<County> named(String address) {
        List<County> named = new java.util.ArrayList<>();
        for (int i = 0; i < address.length(); i++) {
            int at = i;
            byFirst.getOrDefault(address.substring(i, i + 1), List.of()).stream()
                    .filter(county -> address.startsWith(county.name(), at))
                    .forEach(named::add);
        }
        named.sort(Comparator.comparingInt((County county) -> county.name().length())
                .reversed());
        return named;
    }

    /** How many of the names above it stand in the address too; a contradiction counts against it. */
    private static int supported(County county, String address) {
        int found = 0;
        for (String name : county.above()) {
            String bare = name.replaceFirst("(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$", "");
            found += address.contains(bare) ? 1 : 0;
        }
        return found;
    }
}
