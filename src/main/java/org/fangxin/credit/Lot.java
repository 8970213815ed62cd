package org.fangxin.credit;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.fangxin.cipher.Sm3;

/**
 * Drawing by lot. Pure: each one's ticket is the SM3 of seed and name, the lowest tickets are drawn. Who has the seed and the
 * pool draws the same again, in whatever order the pool is written, with any tool that knows SM3.
 */
public final class Lot {
    /** How many inspect together. */
    public static final int TEAM = 2;

    private Lot() {}

    /** The ticket: hexadecimal SM3 of {@code seed + ':' + name} in UTF-8. */
    public static String ticket(String seed, String name) {
        return Sm3.hex(seed + ":" + name);
    }

    /** Businesses drawn out of a pool, in the order of their tickets. */
    public static List<Long> businesses(String seed, Collection<Long> pool, int wanted) {
        return pool.stream()
                .distinct()
                .map(id -> new Ticket(ticket(seed, id.toString()), id))
                .sorted(Comparator.comparing(Ticket::hash))
                .limit(wanted)
                .map(Ticket::id)
                .toList();
    }

    /** Counted once: of a million businesses, sorting would count each forty times. */
    private record Ticket(String hash, Long id) {}

    /**
     * Who inspects one business; fewer than {@link #TEAM} when too few are without relation to it.
     *
     * @param related whether somebody declared a relation to this business
     */
    public static List<String> team(
            String seed, long business, Collection<String> officers, Predicate<String> related) {
        return officers.stream()
                .distinct()
                .filter(related.negate())
                .sorted(Comparator.comparing(person -> ticket(seed, business + "/" + person)))
                .limit(TEAM)
                .toList();
    }
}
