package org.fangxin.casefile;

/** The part a person or business plays in one case. */
public enum PartyRole {
    COMPLAINANT("投诉人"),
    RESPONDENT("被投诉人"),
    REPORTER("举报人"),
    REPORTED("被举报人"),
    ASKER("咨询建议人"),
    AGENT("受托人");

    private final String chinese;

    PartyRole(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
