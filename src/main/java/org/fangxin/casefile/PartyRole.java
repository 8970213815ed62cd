package org.fangxin.casefile;

/** The part a person or business plays in one case. */
public enum PartyRole {
    COMPLAINANT("投诉人"),
    RESPONDENT("被投诉人"),
    REPORTER("举报人"),
    REPORTED("被举报人"),
    ASKER("咨询建议人"),
    AGENT("受托人"),
    /** Who was questioned in a report's file (PP 29): no party of the dispute, kept and masked like one. */
    QUESTIONED("被询问人");

    private final String chinese;

    PartyRole(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether who plays it is the business. */
    public boolean business() {
        return this == RESPONDENT || this == REPORTED;
    }
}
