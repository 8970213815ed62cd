package org.fangxin.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a case came to its holder (Art. 41), and what is open about its competence (Art. 13, 33). Immutable.
 *
 * @param hops the intakes that passed it on, first to last; empty when the holder received it itself or took it up
 * @param dispute the open dispute about who handles it, or null
 * @param askedSuperior code of the superior asked to take it, until that one decides
 * @param settled competence was settled by agreement, designation or taking up: it is not checked by the facts any more
 */
public record Holding(
        List<Hop> hops, @Nullable Dispute dispute, @Nullable String askedSuperior, boolean settled) {
    public static final Holding DIRECT = new Holding(List.of(), null, null, false);

    /** The holder has it by agreement, designation or taking up. */
    public static final Holding SETTLED = new Holding(List.of(), null, null, true);

    public Holding {
        hops = List.copyOf(hops);
    }

    /**
     * One distribution.
     *
     * @param from the intake that sent it
     * @param receivedAt when that intake had received it
     * @param sameAgency to a unit or 所 of the same agency: clocks run on, and the unit may only return it
     */
    public record Hop(String from, Instant receivedAt, boolean sameAgency) {}

    /**
     * Two or more agencies each claim or deny competence.
     *
     * @param asked the superior asked to designate, or null
     */
    public record Dispute(List<String> agencies, @Nullable String asked) {
        public Dispute {
            agencies = List.copyOf(agencies);
        }
    }

    /** Agencies that may look at the case while they dispute about it (Art. 33); the holder sees it anyway. */
    public List<String> seenBy() {
        return dispute == null ? List.of() : dispute.agencies();
    }

    public Optional<Hop> lastHop() {
        return hops.isEmpty() ? Optional.empty() : Optional.of(hops.getLast());
    }

    public Holding passedOn(Hop hop) {
        List<Hop> more = new ArrayList<>(hops);
        more.add(hop);
        return new Holding(more, null, null, false);
    }

    public Holding returned() {
        return new Holding(hops.isEmpty() ? hops : hops.subList(0, hops.size() - 1), null, null, false);
    }

    public Holding disputed(@Nullable Dispute open) {
        return new Holding(hops, open, askedSuperior, settled);
    }

    public Holding settledHere() {
        return new Holding(hops, null, askedSuperior, true);
    }

    public Holding asking(@Nullable String superior) {
        return new Holding(hops, dispute, superior, settled);
    }
}
