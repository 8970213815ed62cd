package org.fangxin.mediation.internal;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseFiles.Glance;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.Substitutes;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.store.InvitationStore;
import org.fangxin.mediation.store.RoomStore;
import org.fangxin.mediation.store.RoomStore.Room;
import org.fangxin.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever watches a room, asked anew at every look whether he still may. */
@Component
public class Viewers {
    private final InvitationStore invitations;
    private final RoomStore rooms;
    private final CaseFiles cases;
    private final Chair chair;
    private final People people;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Substitutes> substitutes;

    Viewers(
            InvitationStore invitations,
            RoomStore rooms,
            CaseFiles cases,
            Chair chair,
            People people,
            InstantSource clock,
            PlatformTransactionManager transactions,
            ObjectProvider<Substitutes> substitutes) {
        this.invitations = invitations;
        this.rooms = rooms;
        this.cases = cases;
        this.chair = chair;
        this.people = people;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.substitutes = substitutes;
    }

    /** What tells cheaply whether anything changed. */
    record Pulse(Room room, Glance glance) {}

    /** One who watches. */
    public interface Viewer {
        Seat seat();

        /** False once the sign-in with which the watching began is over; runs inside {@link #within}. */
        boolean signedIn();

        /** Empty as soon as the right to look has ended; runs inside {@link #within}. */
        Optional<Pulse> pulse();

        <T> T within(Supplier<T> work);
    }

    /** A party by its pass. */
    public Viewer guest(String pass, Seat seat) {
        byte[] hash = RoomSecrets.hash(pass);
        return new Watching(
                seat,
                Scope.SYSTEM,
                () -> true,
                () -> invitations.byPass(hash, clock.instant()).isPresent());
    }

    /**
     * A mediator by scope, charge and room: recused, or no longer in charge, he sees nothing from that moment on; nor when his
     * account is ended, or another act ends his sessions.
     */
    public Viewer mediator(Seat seat, Scope scope, Set<Role> roles) {
        Optional<Long> stamp = people.stamp(seat.author());
        return new Watching(seat, scope, () -> people.stamp(seat.author()).equals(stamp), () -> charged(seat, roles));
    }

    private boolean charged(Seat seat, Set<Role> roles) {
        try {
            chair.inCharge(seat.caseNo(), actor(seat, roles));
            return true;
        } catch (Problem no) {
            if (no.status() == 404) {
                return false;
            }
            throw no;
        }
    }

    /** Asked anew each time: a substitute's dates end while he watches. */
    private Actor actor(Seat seat, Set<Role> roles) {
        Substitutes known = substitutes.getIfAvailable();
        return new Actor(seat.author(), "", roles, known == null ? Set.of() : known.standsFor(seat.author(), roles));
    }

    private final class Watching implements Viewer {
        private final Seat seat;
        private final Scope scope;
        private final Supplier<Boolean> signedIn;
        private final Supplier<Boolean> admitted;

        Watching(Seat seat, Scope scope, Supplier<Boolean> signedIn, Supplier<Boolean> admitted) {
            this.seat = seat;
            this.scope = scope;
            this.signedIn = signedIn;
            this.admitted = admitted;
        }

        @Override
        public Seat seat() {
            return seat;
        }

        @Override
        public boolean signedIn() {
            return signedIn.get();
        }

        @Override
        public Optional<Pulse> pulse() {
            if (!admitted.get()) {
                return Optional.empty();
            }
            Optional<Room> room = rooms.find(seat.roomId());
            return room.flatMap(found -> cases.glance(found.caseNo()).map(glance -> new Pulse(found, glance)));
        }

        @Override
        public <T> T within(Supplier<T> work) {
            return Objects.requireNonNull(Scopes.within(scope, () -> transaction.execute(status -> work.get())));
        }
    }
}
