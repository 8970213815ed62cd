package org.fangxin.region.internal;

import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.jspecify.annotations.Nullable;

/**
 * A place that the law names, with the agency in charge of it.
 *
 * @param label what the place is, e.g. 实际经营地
 * @param vague whether it is known only to a level that has county agencies below it
 */
record Place(String label, Agency agency, boolean vague) {

    /** The place of a code; null when the code is missing or names no place. */
    static @Nullable Place of(String label, @Nullable String code, Agencies agencies) {
        if (code == null || code.isBlank()) {
            return null;
        }
        Agency agency = agencies.countyAgencyOf(code).orElse(null);
        return agency == null ? null : new Place(label, agency, isVague(agency, agencies));
    }

    private static boolean isVague(Agency agency, Agencies agencies) {
        return agency.level() != Agency.Level.COUNTY
                && agencies.below(agency.code()).stream().anyMatch(below -> below.level() != Agency.Level.OFFICE);
    }

    String words() {
        if (vague) {
            return label + "属于" + agency.name() + "的行政区域，具体县区尚不清楚，先由其接收后分送。";
        }
        return agency.level() == Agency.Level.COUNTY
                ? label + "在" + agency.name() + "辖区内。"
                : label + "在" + agency.name() + "辖区内，当地不设县级机关，由其直接处理。";
    }
}
