package org.fangxin.mediation.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.TrackingCodes;
import org.fangxin.mediation.MediationRooms.Pass;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.store.InvitationStore;
import org.fangxin.mediation.store.InvitationStore.Invitation;
import org.fangxin.mediation.store.LineStore;
import org.fangxin.mediation.store.RoomStore;
import org.fangxin.mediation.store.RoomStore.Room;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How a party comes in: the link's secret and what only this side knows, against a pass that the browser keeps. A wrong
 * secret, a link that is over and one that never was are answered alike.
 */
@Component
public class Doorway {
    private static final int TRIES = 5;
    private static final Duration LONGEST = Duration.ofHours(12);

    private final InvitationStore invitations;
    private final RoomStore rooms;
    private final LineStore lines;
    private final RoomSecrets secrets;
    private final RoomBell bell;
    private final Sides sides;
    private final TrackingCodes tracking;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Doorway(
            InvitationStore invitations,
            RoomStore rooms,
            LineStore lines,
            RoomSecrets secrets,
            RoomBell bell,
            Sides sides,
            TrackingCodes tracking,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.invitations = invitations;
        this.rooms = rooms;
        this.lines = lines;
        this.secrets = secrets;
        this.bell = bell;
        this.sides = sides;
        this.tracking = tracking;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Runs for a party, after its pass was proven, in the program's own scope. */
    public <T> T within(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> work.get())));
    }

    /** @throws Problem 404 in one sentence for whatever is wrong */
    public Pass enter(String token, String code, String address) {
        // counted and kept even when the answer is no
        return within(() -> Optional.ofNullable(decide(token, code, address))).orElseThrow(Doorway::wrong);
    }

    private @Nullable Pass decide(String token, String code, String address) {
        Instant now = clock.instant();
        Invitation found = invitations.byToken(RoomSecrets.hash(token)).orElse(null);
        if (found == null || !found.open(now) || found.failures() >= TRIES) {
            return null;
        }
        Room room = rooms.find(found.roomId()).orElseThrow();
        if (!knows(found, room, code, address)) {
            if (invitations.fail(found.invitationId()) >= TRIES) {
                invitations.revoke(room.roomId(), found.invitationId(), now);
            }
            return null;
        }
        return admit(found, room, now);
    }

    /** Issues a pass that ends with the invitation at the latest, and tells the room who came. */
    Pass admit(Invitation found, Room room, Instant now) {
        Instant until = now.plus(LONGEST).isBefore(found.expiresAt()) ? now.plus(LONGEST) : found.expiresAt();
        String secret = RoomSecrets.fresh();
        invitations.issue(RoomSecrets.hash(secret), found.invitationId(), now, until);
        if (rooms.lock(room.roomId()).orElseThrow().endedAt() == null) {
            lines.append(seat(found, room), LineStore.Draft.event("JOINED", null, null), now);
            bell.afterCommit();
        }
        return new Pass(secret, found.side(), until);
    }

    private boolean knows(Invitation found, Room room, String code, String address) {
        return found.factor().equals("PIN")
                ? secrets.same(found.pinKey(), found.pinMac(), found.invitationId(), code)
                : tracking.holds(room.caseNo(), code, address);
    }

    /** Whose pass this is. Needs the program's own scope. @throws Problem 404 for one that is over or never was */
    public Seat require(@Nullable String pass) {
        if (pass == null || pass.isBlank()) {
            throw Problem.notFound();
        }
        Invitation by =
                invitations.byPass(RoomSecrets.hash(pass), clock.instant()).orElseThrow(Problem::notFound);
        return seat(by, rooms.find(by.roomId()).orElseThrow(Problem::notFound));
    }

    public void leave(@Nullable String pass) {
        if (pass != null) {
            within(() -> {
                invitations.leave(RoomSecrets.hash(pass), clock.instant());
                return true;
            });
        }
    }

    private Seat seat(Invitation by, Room room) {
        return new Seat(room.roomId(), room.caseNo(), by.side(), sides.of(room.caseNo(), by.side()));
    }

    private static Problem wrong() {
        return new Problem(
                404,
                "wrong-link",
                "打不开",
                "链接或者查询码（口令）不对，或者链接已经失效。请核对短信；连错 " + TRIES + " 次链接就作废，要请办理机关重新发。",
                List.of(),
                Map.of());
    }
}
