package org.fangxin.region;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The divisions of the four levels down to streets, held in memory. */
public interface Divisions {
    /** By code; six-digit forms of upper levels ({@code 330100}) are understood. */
    Optional<Division> find(String code);

    /**
     * Whether the code names a place down to the county, as facts do: two, four or six digits that exist, or nine or twelve
     * whose first six exist.
     */
    boolean knows(String code);

    /** Direct children ordered by code; the provinces when {@code parent} is null. */
    List<Division> below(@Nullable String parent);

    /** The towns and streets of a subtree, ordered by code. */
    List<Division> streets(String prefix);

    /** From the province down to the division itself, without the rows that only group. Empty when unknown. */
    List<Division> path(String code);

    /** Divisions whose path holds each of the words (apart by blanks), the last one in their own name; upper levels first. */
    List<Division> search(String words, int limit);
}
