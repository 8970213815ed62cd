package org.fangxin.region;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which 所 of a county agency takes a place: internal routing only, a 所 is never competent itself (Art. 30). */
public interface OfficeFinder {
    /** How an office was found. */
    enum By {
        /** The address holds one of its aliases. */
        ALIAS,
        /** It is in charge of the street. */
        STREET,
        /** The address names a street that it is in charge of. */
        STREET_NAME
    }

    /**
     * An office that takes the place.
     *
     * @param reason in Chinese, e.g. 地址中的“锦屏镇”由该所管辖
     */
    record Match(Agency office, By by, String reason) {}

    /**
     * The offices that take the place. Several when a street is shared and no alias in the address tells which; empty when
     * nothing fits.
     *
     * @param countyAgency code of the county agency (or of the city agency where there are no counties)
     * @param streetCode nine digits, or null
     * @param address as people write it, or null; never kept and never logged
     */
    List<Match> find(String countyAgency, @Nullable String streetCode, @Nullable String address);
}
