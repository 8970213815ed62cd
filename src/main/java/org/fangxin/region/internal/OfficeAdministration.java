package org.fangxin.region.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.fangxin.region.Division;
import org.fangxin.region.Divisions;
import org.fangxin.region.internal.OfficeDirectory.Alias;
import org.fangxin.region.internal.OfficeDirectory.Area;
import org.fangxin.region.store.OfficeStore;
import org.jspecify.annotations.Nullable;

/** The streets and address aliases of the offices (所) inside the administrator's own subtree; 404 for any other. */
public final class OfficeAdministration {
    private static final int SHORTEST = 2;
    private static final int LONGEST_ALIAS = 60;
    private static final int MOST = 2_000;

    private final Agencies agencies;
    private final Divisions divisions;
    private final OfficeStore offices;
    private final AdministrativeAct act;

    public OfficeAdministration(Agencies agencies, Divisions divisions, OfficeStore offices, AdministrativeAct act) {
        this.agencies = agencies;
        this.divisions = divisions;
        this.offices = offices;
        this.act = act;
    }

    /** The streets that the office is in charge of. */
    public List<Division> areas(String administrator, String code) {
        String office = office(administrator, code);
        return offices.areas(office).stream()
                .map(Area::streetCode)
                .map(divisions::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Puts these streets, all of its own county, in the place of the earlier ones. */
    public List<Division> replaceAreas(String administrator, String code, @Nullable List<@Nullable String> streets) {
        String office = office(administrator, code);
        String county = agencies.actingFor(office).code();
        Set<String> wanted = new LinkedHashSet<>();
        List<Problem.FieldError> errors = new ArrayList<>();
        for (@Nullable String street : present("streets", streets)) {
            Optional<Division> found = street == null ? Optional.empty() : divisions.find(street);
            if (found.isPresent()
                    && found.get().level() == Division.Level.STREET
                    && found.get().code().startsWith(county)) {
                wanted.add(found.get().code());
            } else {
                errors.add(new Problem.FieldError("streets", "unknown", "“" + street + "”不是本县区的乡镇街道代码。"));
            }
        }
        refuse(errors);
        act.take(
                "OFFICE_STREETS_SET",
                office,
                () -> offices.replaceAreas(office, List.copyOf(wanted)),
                "count=" + wanted.size());
        return areas(administrator, office);
    }

    /** The address words that mean the office. */
    public List<String> aliases(String administrator, String code) {
        return offices.aliases(office(administrator, code)).stream()
                .map(Alias::alias)
                .toList();
    }

    /** Puts these words in the place of the earlier ones; blanks inside them do not count. */
    public List<String> replaceAliases(String administrator, String code, @Nullable List<@Nullable String> aliases) {
        String office = office(administrator, code);
        Set<String> wanted = new LinkedHashSet<>();
        List<Problem.FieldError> errors = new ArrayList<>();
        for (@Nullable String alias : present("aliases", aliases)) {
            String word = AddressOffices.normalized(Objects.requireNonNullElse(alias, ""));
            if (word.length() < SHORTEST || word.length() > LONGEST_ALIAS) {
                errors.add(new Problem.FieldError("aliases", "length", "地址别名须为 2 至 60 个字。"));
            } else {
                wanted.add(word);
            }
        }
        refuse(errors);
        act.take(
                "OFFICE_ALIASES_SET",
                office,
                () -> offices.replaceAliases(office, List.copyOf(wanted)),
                "count=" + wanted.size());
        return aliases(administrator, office);
    }

    private String office(String administrator, String code) {
        Agency office = agencies.find(code)
                .filter(agency -> agency.level() == Agency.Level.OFFICE)
                .orElseThrow(Problem::notFound);
        requireWithin(office.code(), administrator);
        return office.code();
    }

    private void requireWithin(String code, String administrator) {
        if (!agencies.within(code, administrator)) {
            throw Problem.notFound();
        }
    }

    private static List<@Nullable String> present(String field, @Nullable List<@Nullable String> given) {
        if (given == null || given.size() > MOST) {
            throw Problem.invalid(field, "size", "请给出列表（至多 2000 项）。");
        }
        return given;
    }

    private static void refuse(List<Problem.FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
