package org.fangxin.casefile;

/** What only a complaint knows: consents, sessions, appraisal, recusal, representation. */
public record ComplaintFacts() {
    public static final ComplaintFacts NONE = new ComplaintFacts();
}
