package org.fangxin.region;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is competent for these facts (Art. 13, 14, 29–34, 41, 43), with articles, reasons and missing facts. Pure. Codes that
 * name no place count as unknown; {@link FactsCheck} refuses them beforehand.
 */
public interface Competence {
    Answer resolve(Facts facts);

    /**
     * The facts of one complaint or report; unknown facts are null and are asked for when they decide.
     *
     * @param kind COMPLAINT or REPORT
     * @param receivedBy code of the agency that has it first, or null
     * @param otherDepartment true when a law gives the matter to another department (Art. 2)
     * @param specialRules ANTI_MONOPOLY, FAIR_COMPETITION, DRUG_REGISTRATION or null (Art. 43)
     */
    record Facts(
            String kind,
            @Nullable Merchant merchant,
            @Nullable String actRegionCode,
            @Nullable String adMedium,
            @Nullable String adPublisherRegionCode,
            @Nullable String advertiserRegionCode,
            @Nullable String adAgentRegionCode,
            @Nullable Boolean selfPublishedAd,
            @Nullable String receivedBy,
            @Nullable Boolean otherDepartment,
            @Nullable String specialRules) {}

    record Merchant(
            @Nullable String type,
            @Nullable String regionCode,
            @Nullable String domicileRegionCode,
            @Nullable String publishedRegionCode,
            @Nullable Boolean addressPublished,
            @Nullable Boolean reachable,
            @Nullable Platform platform) {}

    record Platform(@Nullable String name, @Nullable String regionCode) {}

    /**
     * Who is competent.
     *
     * @param candidates competent agencies, the one to be tried first in front; merely possible ones while facts are missing
     * @param missing the facts that would decide
     * @param note what the law says of the receiving agency, or why there is no candidate; null when there is nothing to say
     */
    record Answer(
            List<Candidate> candidates,
            List<Missing> missing,
            @Nullable Note note) {
        public Answer(List<Candidate> candidates, List<Missing> missing) {
            this(candidates, missing, null);
        }
    }

    /** A remark with its articles, e.g. 第四十一条 when the agency that received it is not competent. */
    record Note(List<String> articles, String reason) {}

    /** One competent (or possible) agency with the articles and the reason in Chinese. */
    record Candidate(Agency agency, List<String> articles, String reason) {}

    /** A fact that would decide: its path from the request's root, and the question in Chinese. */
    record Missing(String fact, String why) {}
}
