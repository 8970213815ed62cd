package org.fangxin.rapid;

/** Where somebody has to be at once: as a dispatch names it, and the promise that holds there. */
public enum Area {
    TOWN("promise.arrive.town", "市区"),
    RURAL("promise.arrive.rural", "农村乡镇"),
    COUNTY_SEAT("promise.arrive.county-seat", "县城");

    private final String rule;
    private final String chinese;

    Area(String rule, String chinese) {
        this.rule = rule;
        this.chinese = chinese;
    }

    public String rule() {
        return rule;
    }

    public String chinese() {
        return chinese;
    }
}
