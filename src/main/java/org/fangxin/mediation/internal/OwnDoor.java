package org.fangxin.mediation.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.fangxin.casefile.Actor;
import org.fangxin.mediation.MediationRooms.Pass;
import org.fangxin.mediation.Side;
import org.fangxin.mediation.store.InvitationStore;
import org.fangxin.mediation.store.InvitationStore.Invitation;
import org.fangxin.mediation.store.RoomStore;
import org.fangxin.mediation.store.RoomStore.Room;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * The way in without the link, for whoever has shown at a page of its own which party it is: the tracking code or the
 * merchant's sign-in stands for link and code. The mediator's invitation is still needed, and taking it back still ends
 * every pass. Runs in the program's own scope.
 */
@Component
public class OwnDoor {
    private final RoomStore rooms;
    private final InvitationStore invitations;
    private final Doorway doorway;
    private final Sides sides;
    private final InstantSource clock;

    OwnDoor(RoomStore rooms, InvitationStore invitations, Doorway doorway, Sides sides, InstantSource clock) {
        this.rooms = rooms;
        this.invitations = invitations;
        this.doorway = doorway;
        this.sides = sides;
        this.clock = clock;
    }

    /** An open room and this side's invitation to it. */
    record Standing(Room room, Invitation invitation) {
        Instant until() {
            return invitation.expiresAt();
        }
    }

    Optional<Standing> standing(String caseNo, Side side) {
        Instant now = clock.instant();
        return rooms.ofCase(caseNo)
                .filter(room -> room.endedAt() == null)
                .flatMap(room -> invitations.of(room.roomId()).stream()
                        .filter(one -> one.side() == side && one.open(now))
                        .reduce((older, newer) -> newer)
                        .map(one -> new Standing(room, one)));
    }

    /** @throws Problem 404 when no open room awaits this side */
    Pass admit(String caseNo, Side side) {
        Standing standing = standing(caseNo, side).orElseThrow(Problem::notFound);
        return doorway.admit(standing.invitation(), standing.room(), clock.instant());
    }

    /** Until when the room awaits this very complainant: of several, whoever speaks for them (Art. 12). */
    public Optional<Instant> awaits(String caseNo, Actor complainant) {
        return doorway.within(() -> standing(caseNo, Side.COMPLAINANT)
                .filter(standing -> speaks(caseNo, complainant))
                .map(Standing::until));
    }

    /** @throws Problem 404 when no open room awaits this very complainant */
    public Pass admit(String caseNo, Actor complainant) {
        return doorway.within(() -> {
            if (!speaks(caseNo, complainant)) {
                throw Problem.notFound();
            }
            return admit(caseNo, Side.COMPLAINANT);
        });
    }

    private boolean speaks(String caseNo, Actor complainant) {
        return complainant.id().equals("party:" + sides.of(caseNo, Side.COMPLAINANT));
    }
}
