package org.fangxin.casefile.internal;

import java.time.Instant;
import java.util.LinkedHashSet;
import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Holding;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;
import org.jspecify.annotations.Nullable;

/** Which office and who has the case. The statutory clocks of a new holder start with the {@code Received} that follows. */
final class RoutingEvolution {
    /** PP 16: the superior settles who handles a report, or takes it. */
    static final String DESIGNATION = "penalty.designation.decide";

    private RoutingEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfRouting entry) {
        Instant at = recorded.occurredAt();
        switch (entry) {
            case Entry.Assigned assigned -> next.handlers = new LinkedHashSet<>(assigned.persons());
            case Entry.Distributed distributed -> distributed(next, distributed);
            case Entry.ReceiptConfirmed ignored -> next.confirmed = true;
            case Entry.Returned returned -> returned(next, returned);
            case Entry.TakenUp taken -> takenUp(next, taken, at);
            case Entry.SuperiorAsked asked -> {
                next.flags.add(Flag.SUPERIOR_ASKED);
                next.holding = next.holding.asking(asked.superior());
                startDesignation(next, at);
            }
            case Entry.AskDeclined ignored -> answered(next, at);
            case Entry.DisputeRaised raised -> {
                next.flags.add(Flag.JURISDICTION_DISPUTED);
                next.holding = next.holding.disputed(new Holding.Dispute(raised.agencies(), null));
                next.clocks(clocks -> clocks.start(negotiation(next), at));
            }
            case Entry.DisputeAgreed ignored -> settled(next, at);
            case Entry.DesignationAsked asked -> {
                next.holding =
                        next.holding.disputed(new Holding.Dispute(disputed(next).agencies(), asked.superior()));
                next.clocks(clocks -> clocks.meet(negotiation(next), at));
                startDesignation(next, at);
            }
            case Entry.Designated ignored -> settled(next, at);
        }
    }

    /** The case arrives at another agency than before; head and clocks of its kind are taken beside this. */
    static void arrived(CaseDraft next, Entry.Received received) {
        changeHands(next);
        if (received.source().equals("DESIGNATED")) {
            next.holding = Holding.SETTLED;
        }
        next.distributedBy = sender(next);
        next.confirmed = !received.source().equals("DISTRIBUTED");
    }

    /** Accepting, filing or ending a case leaves no question who handles it. */
    static void questionMoot(CaseDraft next, Instant at) {
        if (next.holding.dispute() != null || next.holding.askedSuperior() != null) {
            next.clocks(clocks -> clocks.lift(negotiation(next), at).lift(DESIGNATION, at));
            next.flags.remove(Flag.JURISDICTION_DISPUTED);
            next.flags.remove(Flag.SUPERIOR_ASKED);
            next.holding = next.holding.disputed(null).asking(null);
        }
    }

    private static void distributed(CaseDraft next, Entry.Distributed entry) {
        next.holding = next.holding.passedOn(new Holding.Hop(entry.from(), next.receivedAt, entry.sameAgency()));
        next.flags.remove(Flag.SUPERIOR_ASKED);
        next.agency = entry.to();
        next.distributedBy = entry.from();
        next.confirmed = false;
        changeHands(next);
    }

    private static void returned(CaseDraft next, Entry.Returned entry) {
        next.returns++;
        next.holding = next.holding.returned();
        next.agency = entry.to();
        next.distributedBy = sender(next);
        next.confirmed = true;
        changeHands(next);
    }

    private static void takenUp(CaseDraft next, Entry.TakenUp taken, Instant at) {
        next.agency = taken.to();
        next.distributedBy = null;
        next.confirmed = true;
        changeHands(next);
        next.clocks(clocks -> clocks.meet(DESIGNATION, at));
        questionMoot(next, at);
        next.holding = Holding.SETTLED;
    }

    private static void answered(CaseDraft next, Instant at) {
        next.flags.remove(Flag.SUPERIOR_ASKED);
        next.holding = next.holding.asking(null);
        next.clocks(clocks -> clocks.meet(DESIGNATION, at));
    }

    private static void settled(CaseDraft next, Instant at) {
        next.clocks(clocks -> clocks.meet(negotiation(next), at).meet(DESIGNATION, at));
        next.flags.remove(Flag.JURISDICTION_DISPUTED);
        next.holding = next.holding.settledHere();
    }

    private static void startDesignation(CaseDraft next, Instant at) {
        if (next.kind == Kind.REPORT && next.clocks.open(DESIGNATION).isEmpty()) {
            next.clocks(clocks -> clocks.start(DESIGNATION, at));
        }
    }

    /** Filed cases are disputed by PP 13, all others by the order that governs the case. */
    private static String negotiation(CaseDraft next) {
        return next.stage == Stage.FILED ? "penalty.dispute.negotiate" : next.law + ".dispute.negotiate";
    }

    private static Holding.Dispute disputed(CaseDraft next) {
        Holding.Dispute open = next.holding.dispute();
        if (open == null) {
            throw new IllegalStateException("The journal of " + next.caseNo + " asks to designate without a dispute");
        }
        return open;
    }

    private static void changeHands(CaseDraft next) {
        next.handlers.clear();
        next.mediators.clear();
    }

    private static @Nullable String sender(CaseDraft next) {
        return next.holding.lastHop().map(Holding.Hop::from).orElse(null);
    }
}
