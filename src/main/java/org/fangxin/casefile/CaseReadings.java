package org.fangxin.casefile;

/** Hears that somebody opened a case: what he has seen of it is asked before cases are ended in bulk. */
public interface CaseReadings {
    /**
     * In the reader's own scope, after he got the page.
     *
     * @param version number of the entries that he saw
     */
    void opened(String caseNo, String person, long version);
}
