package org.fangxin.bench;

import java.util.List;
import org.fangxin.region.Agencies;

/** Code and name of every county that has an agency. */
final class Counties {
    private static final int COUNTY = 6;

    private Counties() {}

    static List<String[]> of(Agencies agencies) {
        return agencies.below("00").stream()
                .flatMap(province -> agencies.below(province.code()).stream())
                .flatMap(city -> agencies.below(city.code()).stream())
                .filter(agency -> agency.code().length() == COUNTY)
                .map(agency -> new String[] {agency.code(), agency.name().replaceAll("市场监督管理局$", "")})
                .toList();
    }
}
