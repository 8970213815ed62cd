package org.fangxin.mediation.internal;

import java.util.Set;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Flag;
import org.fangxin.identity.Role;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.Side;
import org.fangxin.mediation.store.RoomStore;
import org.fangxin.mediation.store.RoomStore.Room;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Who conducts mediation in a room: those in charge of the case and the mediators named in it, while they may see it. A
 * recused person's case does not exist for him, so neither does its room (Art. 21).
 */
@Component
public class Chair {
    private static final Set<Role> CONDUCTING = Set.of(Role.HANDLER, Role.MEDIATOR, Role.ENTRUSTED);

    private final CaseFiles cases;
    private final RoomStore rooms;

    Chair(CaseFiles cases, RoomStore rooms) {
        this.cases = cases;
        this.rooms = rooms;
    }

    /** The case, for whoever is in charge of it. @throws Problem 404 for everybody else */
    public CaseState inCharge(String caseNo, Actor actor) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        boolean conducts = actor.roles().stream().anyMatch(CONDUCTING::contains);
        boolean bodyOnly = !actor.has(Role.HANDLER) && !actor.has(Role.MEDIATOR);
        if (!actor.inCharge(state)
                || !conducts
                || state.recused().contains(actor.id())
                || (bodyOnly && !state.is(Flag.ENTRUSTED))) {
            throw Problem.notFound();
        }
        return state;
    }

    /** The seat at the case's newest room. @throws Problem 404 without room or right */
    public Seat require(String caseNo, Actor actor) {
        inCharge(caseNo, actor);
        Room room = rooms.ofCase(caseNo).orElseThrow(Problem::notFound);
        return new Seat(room.roomId(), caseNo, Side.MEDIATOR, actor.id());
    }
}
