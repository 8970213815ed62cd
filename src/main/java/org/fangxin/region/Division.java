package org.fangxin.region;

import java.util.Set;

/**
 * An administrative division as the statistics bureau lists it.
 *
 * @param code GB/T 2260: province 2, city 4, county 6, town or street 9 digits
 * @param name e.g. 崇信县
 */
public record Division(String code, String name) {
    private static final Set<String> PLACEHOLDERS = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

    /** The level, told by the code's length. */
    public enum Level {
        PROVINCE,
        CITY,
        COUNTY,
        STREET
    }

    public Level level() {
        return switch (code.length()) {
            case 2 -> Level.PROVINCE;
            case 4 -> Level.CITY;
            case 6 -> Level.COUNTY;
            default -> Level.STREET;
        };
    }

    /** A city-level row that is no city (市辖区, 省直辖…): it only groups its counties, and has no agency. */
    public boolean placeholder() {
        return level() == Level.CITY && PLACEHOLDERS.contains(name);
    }

    /** A functional zone (开发区, 新区…) that the statistics count as a county: its fifth digit is 7. */
    public boolean zone() {
        return level() == Level.COUNTY && code.charAt(4) == '7';
    }
}
