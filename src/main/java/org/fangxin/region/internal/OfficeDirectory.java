package org.fangxin.region.internal;

import java.util.List;

/** What the offices (所) of a subtree are in charge of. */
public interface OfficeDirectory {
    /** An office and one of its streets. */
    record Area(String officeCode, String streetCode) {}

    /** An office and a word of an address that means it; without blanks. */
    record Alias(String officeCode, String alias) {}

    List<Area> areas(String countyCode);

    List<Alias> aliases(String countyCode);
}
