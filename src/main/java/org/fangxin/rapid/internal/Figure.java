package org.fangxin.rapid.internal;

import java.util.List;

/** What the agency counts itself by: 出勤及时, the five 及时, and the promises of fast reaction. */
public enum Figure {
    ARRIVE("promise.arrive.town", "promise.arrive.rural", "promise.arrive.county-seat"),
    CONTACT("promise.contact.referred"),
    OFF_SHELF("promise.offshelf.food"),
    ACCEPT("promise.timely.accept"),
    RECEIVE("promise.timely.receive"),
    DISTRIBUTE("promise.timely.distribute"),
    HANDLE("promise.timely.handle"),
    FEEDBACK("promise.timely.feedback");

    /** Those of the board: minutes and hours. */
    public static final List<String> URGENT = List.of(ARRIVE, CONTACT, OFF_SHELF).stream()
            .flatMap(figure -> figure.rules.stream())
            .toList();

    private final List<String> rules;

    Figure(String... rules) {
        this.rules = List.of(rules);
    }

    public List<String> rules() {
        return rules;
    }
}
