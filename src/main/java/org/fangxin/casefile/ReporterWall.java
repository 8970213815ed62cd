package org.fangxin.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.NewCase.PartyData;

/**
 * The wall between a report and every other file (Art. 9, 37): whoever tells of a breach goes behind it, and nobody
 * comes out again: who wants to be named tells his name himself. The room that keeps the reporters' vault answers, in the running transaction and
 * in the program's own scope.
 */
public interface ReporterWall {
    /**
     * A case that comes of another one.
     *
     * @param people those of the first case who are no businesses, in clear, the one who submitted first
     * @param text what the new file is to hold, as it stands now
     * @param by the officer who does it
     */
    record Crossing(
            String fromCaseNo,
            String toCaseNo,
            String submissionNo,
            List<PartyData> people,
            String text,
            String by,
            Instant now) {}

    /**
     * What a file may hold.
     *
     * @param summary one line for lists
     * @param realName whether somebody reported by his name
     */
    record Held(String content, String summary, boolean realName) {}

    /** The new case is a report: its teller goes into the vault with his words; the file gets the rest. */
    Held behind(Crossing crossing);

    /** The new case is a clue that an agency found itself: nobody reported, and the text names nobody (Art. 27). */
    Held unnamed(Crossing crossing);

    /** The old case is a report, the new one is not: what it may hold of the reporter's words. Nobody comes out of the vault. */
    Held released(Crossing crossing);

    /** A report goes on as another report: its teller stays behind the wall under the new number too. */
    void passOn(String fromCaseNo, String toCaseNo, String submissionNo, String by, Instant now);

    /** A file between others than reports: only its one line is made anew. */
    Held plain(Crossing crossing);

    /** Whoever tracks the submission of the first case tracks the new one too, as this party of it. */
    void follows(String submissionNo, String caseNo, Kind kind, Optional<String> partyId);
}
