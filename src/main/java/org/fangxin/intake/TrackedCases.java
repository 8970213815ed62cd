package org.fangxin.intake;

import org.fangxin.casefile.Actor;
import org.jspecify.annotations.Nullable;

/** The tracking page's door, for rooms that let a person act on the own complaint. */
public interface TrackedCases {
    /**
     * Who the holder of number and code is in the complaint.
     *
     * @throws org.fangxin.problem.Problem 404 when number, code and case do not belong together, whatever is wrong
     */
    Actor complainant(String submissionNo, @Nullable String trackingCode, @Nullable String caseNo, String address);
}
