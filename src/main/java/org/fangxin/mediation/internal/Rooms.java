package org.fangxin.mediation.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Actor;
import org.fangxin.mediation.MediationRooms;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.Side;
import org.fangxin.mediation.store.RoomStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link MediationRooms} by the room's own parts. */
@Component("mediationRooms")
class Rooms implements MediationRooms {
    private final Hosting hosting;
    private final RoomStore rooms;
    private final Sides sides;
    private final RoomTalk talk;
    private final RoomOffers offers;
    private final OwnDoor door;

    Rooms(Hosting hosting, RoomStore rooms, Sides sides, RoomTalk talk, RoomOffers offers, OwnDoor door) {
        this.hosting = hosting;
        this.rooms = rooms;
        this.sides = sides;
        this.talk = talk;
        this.offers = offers;
        this.door = door;
    }

    @Override
    public Seat open(String caseNo, Actor by, String topic, @Nullable Instant at) {
        return hosting.open(caseNo, by, topic, at);
    }

    @Override
    public Invitation invite(Seat mediator, Side side) {
        return hosting.invite(mediator, side);
    }

    @Override
    public Optional<Instant> awaits(String caseNo, Side side) {
        return door.standing(caseNo, side).map(OwnDoor.Standing::until);
    }

    @Override
    public Pass admit(String caseNo, Side side) {
        return door.admit(caseNo, side);
    }

    @Override
    public Optional<Seat> mediator(String caseNo, Actor by) {
        return rooms.ofCase(caseNo).map(room -> new Seat(room.roomId(), caseNo, Side.MEDIATOR, by.id()));
    }

    @Override
    public Seat party(Seat mediator, Side side) {
        return new Seat(mediator.roomId(), mediator.caseNo(), side, sides.of(mediator.caseNo(), side));
    }

    @Override
    public void say(Seat seat, String text) {
        talk.say(seat, text, List.of(), null, null);
    }

    @Override
    public void propose(Seat seat, List<Map<String, Object>> items) {
        offers.propose(seat, items, null, null, null);
    }
}
