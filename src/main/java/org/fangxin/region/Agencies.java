package org.fangxin.region;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The agencies of the five levels, held in memory; a code is a prefix of all codes below it (总局 {@code 00}). */
public interface Agencies {
    /** By code; six-digit forms of upper levels ({@code 330100}) and nine-digit 所 codes are understood. */
    Optional<Agency> find(String code);

    /** Direct children in office, ordered by code. */
    List<Agency> below(String code);

    /** Whether {@code code} is {@code ancestor} itself or lies in its subtree. */
    boolean within(String code, String ancestor);

    /** The next agency up; empty for 总局. */
    Optional<Agency> superior(String code);

    /** The nearest real agency above all of these (Art. 33); across provinces 总局. */
    Agency commonSuperior(Collection<String> codes);

    /** The county-level agency in charge of a division code, or the next one up where no county agency exists (§4). */
    Optional<Agency> countyAgencyOf(String regionCode);

    /** Active agencies whose name or code holds the words, upper levels first. */
    List<Agency> search(String words, int limit);

    /** Whether it is in office; 所 and functional zones may be taken out of the tree by an administrator. */
    boolean active(String code);

    /** The agency in whose name a 所 acts: its county agency (Art. 30); any other agency itself. */
    Agency actingFor(String code);
}
