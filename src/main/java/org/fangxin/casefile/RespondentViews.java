package org.fangxin.casefile;

import java.util.Optional;

/** Hands out {@link RespondentView}s: the only door from a complaint's file to the respondent's side. */
public interface RespondentViews {
    /**
     * What the respondent of a complaint may know, within the thread's scope.
     *
     * @return empty for what is missing or may not be seen, for every other kind of case, before an officer cleared it
     *     ({@code clear-for-respondent}), and before acceptance; in the green channel the consumer's recorded consent
     *     stands for both
     */
    Optional<RespondentView> of(String caseNo);
}
