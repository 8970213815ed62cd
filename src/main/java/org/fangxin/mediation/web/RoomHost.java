package org.fangxin.mediation.web;

import org.fangxin.casefile.Actor;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.SignedIn;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.internal.Chair;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The officer behind a request, on the mediator's seat or not at all. */
@Component
class RoomHost {
    private final Chair chair;

    RoomHost(Chair chair) {
        this.chair = chair;
    }

    @Transactional(readOnly = true)
    public Seat seat(String caseNo) {
        SignedIn who = CurrentPerson.require();
        return chair.require(caseNo, Actor.of(who));
    }

    @Transactional(readOnly = true)
    public void inCharge(String caseNo) {
        SignedIn who = CurrentPerson.require();
        chair.inCharge(caseNo, Actor.of(who));
    }

    static Actor actor() {
        SignedIn who = CurrentPerson.require();
        return Actor.of(who);
    }
}
