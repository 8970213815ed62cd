package org.fangxin.mediation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Actor;
import org.jspecify.annotations.Nullable;

/** What rooms above may do with online rooms; each call runs in the thread's scope and joins its transaction. */
public interface MediationRooms {
    /**
     * A way in: shown once, then known by its hash alone.
     *
     * @param address path and fragment of the link, e.g. {@code /mediation#…}
     * @param pin what the side must also know, or null when that is its tracking code
     */
    record Invitation(
            String invitationId,
            Side side,
            String address,
            @Nullable String pin,
            Instant expiresAt) {}

    /**
     * Opens the room of a case, with the act of calling an online session if none is awaited (Art. 20).
     *
     * @param topic what it is about in the officer's words: what both sides see
     * @return the seat of whoever opened it
     * @throws org.fangxin.problem.Problem 404, 409 when one is open, 422 when the law forbids it
     */
    Seat open(String caseNo, Actor by, String topic, @Nullable Instant at);

    /** A new link for a side; the earlier ones of this side end. */
    Invitation invite(Seat mediator, Side side);

    /**
     * What the browser of a party sends with each call from now on.
     *
     * @param secret goes as a header, never in an address
     */
    record Pass(String secret, Side side, Instant expiresAt) {}

    /** Until when the newest room awaits this side, if it is open and the mediator's invitation of this side stands. */
    Optional<Instant> awaits(String caseNo, Side side);

    /**
     * Lets a side in without the link: for whoever has shown at a page of its own that it is this party. The pass ends with
     * the invitation, as one that came of the link does.
     *
     * @throws org.fangxin.problem.Problem 404 when no open room awaits this side
     */
    Pass admit(String caseNo, Side side);

    /** The seat of whoever is in charge of the case, at its newest room; empty without one. */
    Optional<Seat> mediator(String caseNo, Actor by);

    /** The seat of a party, for whoever has proven to be it. */
    Seat party(Seat mediator, Side side);

    /** Says something to all. */
    void say(Seat seat, String text);

    /** Proposes these points: {@code what}, {@code who}, {@code amount}, {@code by}. */
    void propose(Seat seat, List<Map<String, Object>> items);
}
