package org.fangxin.greenchannel.internal;

import java.time.Instant;
import java.util.Optional;
import org.fangxin.mediation.MediationRooms;
import org.fangxin.mediation.MediationRooms.Pass;
import org.fangxin.mediation.Side;
import org.springframework.stereotype.Component;

/** The online room of a complaint that was with the merchant first: for its own people, once the mediator asks it in. */
@Component
public class MerchantRoom {
    private final MerchantDoor door;
    private final MediationRooms rooms;
    private final Own own;

    MerchantRoom(MerchantDoor door, MediationRooms rooms, Own own) {
        this.door = door;
        this.rooms = rooms;
        this.own = own;
    }

    /** @throws org.fangxin.problem.Problem 404 for another merchant's complaint */
    public Optional<Instant> awaits(String caseNo) {
        String mine = door.item(caseNo).item().caseNo();
        return own.program(() -> rooms.awaits(mine, Side.RESPONDENT));
    }

    /** @throws org.fangxin.problem.Problem 404 for another merchant's complaint, and when no open room awaits it */
    public Pass admit(String caseNo) {
        String mine = door.item(caseNo).item().caseNo();
        return own.program(() -> rooms.admit(mine, Side.RESPONDENT));
    }
}
