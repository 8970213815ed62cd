package org.fangxin.authorisation;

import org.fangxin.casefile.Kind;

/** What the table says of one call by one person. */
enum Expected {
    ANSWER("yes"),
    SIGN_IN("401"),
    /** Seen, but not theirs to do. */
    NOT_YOURS("403"),
    /** The same as what does not exist. */
    MISSING("404");

    private final String cell;

    Expected(String cell) {
        this.cell = cell;
    }

    String cell() {
        return cell;
    }

    /** @param inCharge who is in charge of the planted cases and made the planted things */
    static Expected of(Door door, Persona persona, Persona inCharge, Kind kind) {
        if (door.reach() == Reach.NOBODY) {
            return MISSING;
        }
        if (door.reach() == Reach.EVERYBODY) {
            return ANSWER;
        }
        if (persona.who() == null) {
            return SIGN_IN;
        }
        if (!door.roles().isEmpty() && !persona.hasAny(door.roles())) {
            return MISSING;
        }
        boolean same = persona.equals(inCharge);
        return switch (door.reach()) {
            case OWN_COUNTY -> persona.ofCounty() ? ANSWER : MISSING;
            case REPORT -> persona.ofCounty() && kind == Kind.REPORT ? ANSWER : MISSING;
            case ALL_AGENCIES -> persona.who().agencyCode().length() <= 2 ? ANSWER : NOT_YOURS;
            case MAKER -> same ? ANSWER : MISSING;
            case CASE -> sees(persona, same, kind) ? ANSWER : MISSING;
            case CONDUCTING -> same && sees(persona, true, kind) ? ANSWER : MISSING;
            case IN_CHARGE -> !sees(persona, same, kind) ? MISSING : same ? ANSWER : NOT_YOURS;
            case EVERYBODY, SIGNED_IN, NOBODY -> ANSWER;
        };
    }

    private static boolean sees(Persona persona, boolean inCharge, Kind kind) {
        return kind == Kind.REPORT ? persona.seesReports(inCharge) : persona.seesComplaints();
    }

    /** Whether an answer's status is what was expected. */
    boolean fits(int status, int unusual) {
        return switch (this) {
            case ANSWER ->
                unusual != 0 ? status == unusual : status < 500 && status != 401 && status != 403 && status != 404;
            case SIGN_IN -> status == 401;
            case NOT_YOURS -> status == 403;
            case MISSING -> status == 404;
        };
    }
}
