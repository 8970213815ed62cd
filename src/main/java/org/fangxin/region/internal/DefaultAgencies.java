package org.fangxin.region.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.region.Agency;
import org.fangxin.region.Division;

/**
 * The agencies that a new installation begins with: one for each division that has one, and one 所 for each street. 所 carry
 * their street's code, also in cities without counties ({@code 441900003} stands under {@code 4419}).
 */
public final class DefaultAgencies {
    private static final String BUREAU = "市场监督管理局";
    private static final String OFFICE = "市场监督管理所";
    /** Cities without counties; the statistics repeat them as one county of the same name (东莞 中山 儋州 嘉峪关). */
    private static final Set<String> CITY_IS_COUNTY = Set.of("4419", "4420", "4604", "6202");

    private final List<Division> divisions;
    private final Map<String, Division> byCode;
    private final Set<String> shortNames = new HashSet<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    private DefaultAgencies(List<Division> divisions) {
        this.divisions = divisions;
        byCode = HashMap.newHashMap(divisions.size());
        divisions.forEach(division -> byCode.put(division.code(), division));
        divisions.stream().filter(d -> d.level() == Division.Level.STREET).forEach(this::noteShortName);
    }

    /** The agencies for these divisions, which come with parents before children. */
    public static List<AgencyRow> of(List<Division> divisions) {
        return new DefaultAgencies(divisions).rows();
    }

    private List<AgencyRow> rows() {
        List<AgencyRow> rows = new ArrayList<>(divisions.size() + 1);
        rows.add(new AgencyRow(new Agency("00", "国家市场监督管理总局", Agency.Level.NATION), true, false));
        for (Division division : divisions) {
            if (hasAgency(division)) {
                String name = name(division);
                names.put(division.code(), name);
                Agency agency = new Agency(division.code(), name, Agency.Level.of(division.code()));
                rows.add(new AgencyRow(agency, true, division.zone()));
            }
        }
        return rows;
    }

    private static boolean hasAgency(Division division) {
        return switch (division.level()) {
            case PROVINCE -> true;
            case CITY -> !division.placeholder();
            case COUNTY -> !CITY_IS_COUNTY.contains(Codes.parent(division.code()));
            case STREET -> !division.name().endsWith("直辖村级区划");
        };
    }

    private String name(Division division) {
        return switch (division.level()) {
            case PROVINCE, CITY -> division.name() + BUREAU;
            case COUNTY -> ofCounty(division) + BUREAU;
            case STREET -> above(division) + officeName(division) + OFFICE;
        };
    }

    /** Districts carry their city's name (北京市朝阳区); counties, county cities, banners and zones stand alone. */
    private String ofCounty(Division county) {
        String name = county.name().replaceFirst("管委会$", "");
        boolean district = name.endsWith("区") && !name.endsWith("林区") && !name.endsWith("特区") && !county.zone();
        if (!district) {
            return name;
        }
        Division city = division(Codes.parent(county.code()));
        return (city.placeholder() ? division(Codes.parent(city.code())) : city).name() + name;
    }

    private Division division(String code) {
        Division division = byCode.get(code);
        if (division == null) {
            throw new IllegalStateException("Division without its parent: " + code);
        }
        return division;
    }

    private String above(Division street) {
        String code = Codes.parent(street.code());
        while (!code.isEmpty()) {
            String name = names.get(code);
            if (name != null) {
                return name;
            }
            code = Codes.parent(code);
        }
        throw new IllegalStateException("Street without an agency above: " + street.code());
    }

    /** 锦屏 for 锦屏镇, but the whole name where another street of the county shortens to the same. */
    private String officeName(Division street) {
        return ambiguous.contains(key(street)) ? street.name() : StreetNames.shortened(street.name());
    }

    private void noteShortName(Division street) {
        if (!shortNames.add(key(street))) {
            ambiguous.add(key(street));
        }
    }

    private static String key(Division street) {
        return Codes.parent(street.code()) + StreetNames.shortened(street.name());
    }
}
