package org.fangxin.casefile;

/** What only a report knows: verification, filing, decision, telling. */
public record ReportFacts() {
    public static final ReportFacts NONE = new ReportFacts();
}
