package org.fangxin.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** What officers are told on the desk by rooms above this one, in the running transaction. */
public interface OfficerInbox {
    /**
     * Once for each person, case, event and matter; shown to a person only while he may see the case.
     *
     * @param matter key of its words, {@code matter.<matter>} in the pages' message files
     * @param facts values for those words; no personal data
     */
    void tell(
            Collection<String> persons,
            String caseNo,
            String event,
            String matter,
            Map<String, String> facts,
            Instant now);
}
