package org.fangxin.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case as intake hands it over.
 *
 * @param agency code of the agency (or 所) that receives it
 * @param receivedAt receipt by that agency; for phone, letter and import it may lie in the past
 * @param source SUBMISSION, IMPORT, SPLIT, …: see {@link org.fangxin.casefile.entry.Entry.Received}
 * @param submissionNo the submission it came with; the public knows it
 * @param parties people and businesses; of a report never the reporter, whose identity goes to intake's vault
 * @param route why this agency: articles, sentence, all candidates
 * @param flags AGENT, JOINT, FOOD_RISK as far as known at intake
 * @param topics what special laws and promises ask about: see {@link org.fangxin.casefile.entry.Entry.Received}
 * @param attachments ids of stored files that belong to it
 */
public record NewCase(
        Kind kind,
        String agency,
        Instant receivedAt,
        String channel,
        String source,
        String submissionNo,
        @Nullable String related,
        Narrative narrative,
        List<PartyData> parties,
        Route route,
        Set<Flag> flags,
        Set<String> topics,
        boolean greenChannel,
        List<String> attachments) {

    /**
     * What it is about.
     *
     * @param summary one line for lists, without personal data of the complainant as far as can be told
     * @param knewOn when the right's violation was or should have been known (Art. 16 item 4)
     */
    public record Narrative(
            String content,
            String summary,
            List<String> demands,
            @Nullable BigDecimal amount,
            @Nullable LocalDate occurredOn,
            @Nullable LocalDate knewOn,
            @Nullable String goodsCode,
            @Nullable String problemCode,
            @Nullable String goodsDetail,
            Merchant merchant) {}

    /** The business concerned; {@code factsJson} is the jurisdiction request that was resolved, as JSON. */
    public record Merchant(
            String name,
            @Nullable String uscc,
            @Nullable String address,
            @Nullable String regionCode,
            @Nullable String type,
            @Nullable String phone,
            @Nullable String factsJson) {}

    /** One person or business; every field is sealed before it is stored and masked when shown. */
    public record PartyData(
            PartyRole role,
            String name,
            @Nullable String phone,
            @Nullable String idNumber,
            @Nullable String address,
            @Nullable String email) {}

    /** Why this agency (Art. 13 and others). {@code candidates}: codes of all competent agencies, empty if unknown. */
    public record Route(List<String> articles, String reason, List<String> candidates) {}
}
