package org.fangxin.authorisation;

/** How far a call reaches, beside the roles that it asks for. */
enum Reach {
    /** No sign-in. */
    EVERYBODY("everybody"),
    /** Whoever is signed in; lists hold only what lies in the own scope. */
    SIGNED_IN("whoever is signed in"),
    /** The thing named in the call lies in the caller's county or below. */
    OWN_COUNTY("of the own subtree"),
    /** The case named in the call may be seen. */
    CASE("who may see the case"),
    /** The case may be seen, and the caller is in charge of it. */
    IN_CHARGE("who is in charge of the case"),
    /** The case may be seen and the caller mediates it or is in charge; for everybody else the room is missing. */
    CONDUCTING("who mediates the case"),
    /** A report of the own subtree, whoever is in charge of it. */
    REPORT("a report of the own subtree"),
    /** The one thing that all agencies share: the installation's own agency, a province, the nation. */
    ALL_AGENCIES("of the installation's agency, a province or the nation"),
    /** Made by the caller himself. */
    MAKER("made by the caller"),
    /** Shut. */
    NOBODY("nobody");

    private final String words;

    Reach(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
