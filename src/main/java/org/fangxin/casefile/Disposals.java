package org.fangxin.casefile;

import java.time.Instant;

/** The last entry of a case whose term is over. What it held is taken away by the room that keeps the terms, in the same transaction. */
public interface Disposals {
    /**
     * Writes that the case was disposed of, in the running transaction and the program's own scope.
     *
     * @param listNo the disposal list on which it stands
     * @throws org.fangxin.problem.Problem 404 no such case, 409 it is not archived
     */
    void close(String caseNo, String listNo, Instant now);
}
