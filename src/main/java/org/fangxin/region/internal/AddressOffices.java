package org.fangxin.region.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.fangxin.region.Division;
import org.fangxin.region.Divisions;
import org.fangxin.region.OfficeFinder;
import org.fangxin.region.internal.OfficeDirectory.Alias;
import org.fangxin.region.internal.OfficeDirectory.Area;
import org.jspecify.annotations.Nullable;

/**
 * Finds offices by alias, street and street name. A given street comes first; an alias then only tells the offices apart that
 * share it. Without a street the longest alias in the address wins, then the longest street name.
 */
public final class AddressOffices implements OfficeFinder {
    private final Agencies agencies;
    private final Divisions divisions;
    private final OfficeDirectory directory;

    public AddressOffices(Agencies agencies, Divisions divisions, OfficeDirectory directory) {
        this.agencies = agencies;
        this.divisions = divisions;
        this.directory = directory;
    }

    /** An address or alias as it is compared: one width, no blanks. */
    public static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    @Override
    public List<Match> find(String countyAgency, @Nullable String streetCode, @Nullable String address) {
        String text = address == null ? "" : normalized(address);
        List<Match> byAlias = text.isEmpty() ? List.of() : byAlias(countyAgency, text);
        List<Match> byStreet =
                streetCode == null || streetCode.isBlank() ? List.of() : byStreet(countyAgency, streetCode.strip());
        if (byStreet.size() > 1) {
            List<Match> both = byAlias.stream()
                    .filter(match ->
                            byStreet.stream().anyMatch(other -> other.office().equals(match.office())))
                    .toList();
            return both.isEmpty() ? byStreet : both;
        }
        if (!byStreet.isEmpty()) {
            return byStreet;
        }
        return byAlias.isEmpty() && !text.isEmpty() ? byStreetName(countyAgency, text) : byAlias;
    }

    private List<Match> byStreet(String county, String streetCode) {
        String street = streetCode.length() > 9 ? streetCode.substring(0, 9) : streetCode;
        String name = divisions.find(street).map(Division::name).orElse(street);
        return matches(officesOf(county, street), By.STREET, name + "由该所管辖。");
    }

    private List<Match> byAlias(String county, String address) {
        List<Alias> held = longest(directory.aliases(county), Alias::alias, address);
        return matches(
                held.stream().map(Alias::officeCode).toList(),
                By.ALIAS,
                held.isEmpty() ? "" : "地址中的“" + held.getFirst().alias() + "”由该所管辖。");
    }

    private List<Match> byStreetName(String county, String address) {
        List<Division> streets = divisions.streets(county);
        List<Division> held = longest(streets, Division::name, address);
        if (held.isEmpty()) {
            held = longest(streets, street -> StreetNames.shortened(street.name()), address);
        }
        List<String> offices = held.stream()
                .flatMap(street -> officesOf(county, street.code()).stream())
                .toList();
        return matches(
                offices,
                By.STREET_NAME,
                held.isEmpty() ? "" : "地址中的“" + held.getFirst().name() + "”由该所管辖。");
    }

    private List<String> officesOf(String county, String street) {
        return directory.areas(county).stream()
                .filter(area -> area.streetCode().equals(street))
                .map(Area::officeCode)
                .toList();
    }

    private List<Match> matches(List<String> officeCodes, By by, String reason) {
        List<Match> matches = new ArrayList<>();
        for (String code : Set.copyOf(officeCodes)) {
            agencies.find(code)
                    .filter(office -> office.level() == Agency.Level.OFFICE && agencies.active(code))
                    .ifPresent(office -> matches.add(new Match(office, by, reason)));
        }
        matches.sort(Comparator.comparing(match -> match.office().code()));
        return matches;
    }

    /** Those whose word is held by the address and longest. */
    private static <T> List<T> longest(List<T> all, Function<T, String> word, String address) {
        List<T> held = all.stream()
                .filter(one -> word.apply(one).length() > 1 && address.contains(word.apply(one)))
                .collect(Collectors.toList());
        int length =
                held.stream().mapToInt(one -> word.apply(one).length()).max().orElse(0);
        held.removeIf(one -> word.apply(one).length() < length);
        return held;
    }
}
