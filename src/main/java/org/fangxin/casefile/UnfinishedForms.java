package org.fangxin.casefile;

/** What officers have begun to write for an act; the room that keeps it listens. */
public interface UnfinishedForms {
    /** The person has done the act on the case: what he had begun to write for it is needed no more. */
    void done(String personId, String caseNo, Act act);
}
