package org.fangxin.mediation;

import org.fangxin.casefile.PartyRole;

/** Who speaks in a room. */
public enum Side {
    COMPLAINANT("投诉人"),
    RESPONDENT("被投诉人"),
    MEDIATOR("调解人员");

    private final String chinese;

    Side(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** The other party; nobody stands against the mediator. */
    public Side other() {
        return switch (this) {
            case COMPLAINANT -> RESPONDENT;
            case RESPONDENT -> COMPLAINANT;
            case MEDIATOR -> throw new IllegalStateException("the mediator has no other side");
        };
    }

    public PartyRole role() {
        return this == RESPONDENT ? PartyRole.RESPONDENT : PartyRole.COMPLAINANT;
    }
}
