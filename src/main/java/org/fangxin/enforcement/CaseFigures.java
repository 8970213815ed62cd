package org.fangxin.enforcement;

import java.math.BigDecimal;

/**
 * What came of complaints and reports of a period, within the reader's sight. Complaints count by the day on which they
 * were accepted, reports by the day on which they were received, penalties by the day of the decision.
 *
 * @param accepted complaints accepted
 * @param converted of them, those in which a clue was found that is a filed case now; each complaint once
 * @param convertedDecided of the converted, those with a decision
 * @param finished reports whose verification is finished; {@code confirmed} of them those found true, wholly or partly
 * @param filed reports of the period that were filed
 */
public record CaseFigures(
        int accepted,
        int converted,
        int convertedDecided,
        int received,
        int finished,
        int confirmed,
        int filed,
        int decided,
        BigDecimal fines,
        BigDecimal forfeited,
        BigDecimal returned) {}
