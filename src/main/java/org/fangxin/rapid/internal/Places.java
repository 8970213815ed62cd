package org.fangxin.rapid.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.database.Scopes;
import org.fangxin.identity.SignedIn;
import org.fangxin.law.Statutes;
import org.fangxin.problem.Problem;
import org.fangxin.rapid.Area;
import org.fangxin.rapid.store.PlaceStore;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.fangxin.region.Division;
import org.fangxin.region.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Town, county seat or country: as an agency set it for its streets, else by their names; with the promise that follows. */
@Component
public class Places {
    private final PlaceStore store;
    private final Divisions divisions;
    private final Agencies agencies;
    private final Statutes statutes;
    private final InstantSource clock;

    Places(PlaceStore store, Divisions divisions, Agencies agencies, Statutes statutes, InstantSource clock) {
        this.store = store;
        this.divisions = divisions;
        this.agencies = agencies;
        this.statutes = statutes;
        this.clock = clock;
    }

    /** @param minutes the promise's length; null when the agency makes none there */
    public record Promised(Placed placed, @Nullable Integer minutes) {}

    /** Where a shop is, as far as its division and its address tell. */
    @Transactional(readOnly = true)
    public Promised of(String agency, @Nullable String region, @Nullable String address) {
        Placed placed = Placed.of(path(region, address), chosen(agency));
        return new Promised(placed, placed.area() == null ? null : minutes(agency, placed.area()));
    }

    /** The streets of an agency's county, each with its area; the county itself first. */
    @Transactional(readOnly = true)
    public List<Listed> list(String agency) {
        Map<String, Area> chosen = chosen(agency);
        String county = county(agency);
        List<Division> all = new ArrayList<>();
        divisions.find(county).ifPresent(all::add);
        all.addAll(divisions.streets(county));
        return all.stream()
                .map(one ->
                        new Listed(one, Placed.of(divisions.path(one.code()), chosen), chosen.containsKey(one.code())))
                .toList();
    }

    /** One line of the list; {@code set} when the agency or one above it decided. */
    public record Listed(Division division, Placed placed, boolean set) {}

    /** Sets the area of a street or county for the agency's subtree; null goes back to what names tell. */
    @Transactional
    public void set(SignedIn who, String agency, String division, @Nullable Area area) {
        boolean own =
                Scopes.current().covers(agency) && divisions.find(division).isPresent();
        if (!own || !division.startsWith(county(agency))) {
            throw Problem.notFound();
        }
        store.set(agency, division, area, who.personId(), clock.instant());
    }

    private static String county(String agency) {
        return agency.length() > 6 ? agency.substring(0, 6) : agency;
    }

    private Map<String, Area> chosen(String agency) {
        List<String> line = new ArrayList<>();
        Optional<Agency> one = agencies.find(agency);
        while (one.isPresent()) {
            line.addFirst(one.get().code());
            one = agencies.superior(one.get().code());
        }
        Map<String, Area> chosen = new HashMap<>();
        line.forEach(code -> chosen.putAll(store.of(code)));
        return chosen;
    }

    private @Nullable Integer minutes(String agency, Area area) {
        return statutes.forAgency(agency)
                .rule(area.rule())
                .filter(rule -> rule.active() && rule.length() > 0)
                .map(rule -> rule.length())
                .orElse(null);
    }

    private List<Division> path(@Nullable String region, @Nullable String address) {
        if (region == null || region.length() < 6) {
            return List.of();
        }
        String county = region.substring(0, 6);
        return (region.length() >= 9 ? divisions.find(region.substring(0, 9)) : Optional.<Division>empty())
                .or(() -> inAddress(county, address))
                .map(street -> divisions.path(street.code()))
                .orElseGet(() -> divisions.path(county));
    }

    /** The street whose name stands in the address, the longest name first. */
    private Optional<Division> inAddress(String county, @Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        return divisions.streets(county).stream()
                .filter(street -> address.contains(street.name().replace("街道办事处", "街道")))
                .max(Comparator.comparingInt(street -> street.name().length()));
    }
}
