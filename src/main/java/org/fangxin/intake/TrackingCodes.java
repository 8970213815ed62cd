package org.fangxin.intake;

/** Whether somebody holds the tracking code of the submission that a case came of. */
public interface TrackingCodes {
    /** Whether a code was given out at all: imported submissions have none. */
    boolean given(String caseNo);

    /**
     * Counted like every try on the tracking page, in the running transaction.
     *
     * @param address who tries
     * @throws org.fangxin.problem.Problem 429 after too many wrong tries
     */
    boolean holds(String caseNo, String code, String address);
}
