package org.fangxin.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed, unchecked: the body of {@code POST /api/v1/submissions}. Dates are {@code 2026-05-02}, money is in
 * yuan ({@code 1980.00}); whatever was left out is null.
 *
 * @param kinds COMPLAINT, REPORT, CONSULTATION, SUGGESTION; left out, the text decides and an officer confirms
 * @param receivedOn only from the desk: the day on which a letter or a transferred paper came in
 */
public record SubmissionForm(
        @Nullable String channel,
        @Nullable List<@Nullable String> kinds,
        @Nullable Person person,
        @Nullable Merchant merchant,
        @Nullable String content,
        @Nullable List<@Nullable String> demands,
        @Nullable String amount,
        @Nullable String occurredOn,
        @Nullable String knewOn,
        @Nullable Goods goods,
        @Nullable List<@Nullable String> attachments,
        @Nullable Consents consents,
        @Nullable String receivedOn,
        @Nullable String actRegionCode,
        @Nullable String adMedium,
        @Nullable String adPublisherRegionCode,
        @Nullable String advertiserRegionCode,
        @Nullable String adAgentRegionCode,
        @Nullable Boolean selfPublishedAd) {

    /** Who submits. */
    public record Person(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String idNumber,
            @Nullable String address,
            @Nullable String email,
            @Nullable Boolean anonymous,
            @Nullable Agent agent) {}

    /** Who acts for the person (Art. 11). */
    public record Agent(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String idNumber,
            @Nullable String address) {
        @JsonCreator
        public Agent(
                @JsonProperty("name") @Nullable String name,
                @JsonProperty("phone") @Nullable String phone,
                @JsonProperty("idNumber") @Nullable String idNumber,
                @JsonProperty("address") @Nullable String address) {
            this.name = name;
            this.phone = phone;
            this.idNumber = idNumber;
            this.address = address;
        }

        /** A name alone stands for an agent of whom nothing more is known yet. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Agent named(String name) {
            return new Agent(name, null, null, null);
        }
    }

    /** Whom it is about; the region codes are facts of competence (Art. 13, 29–32). */
    public record Merchant(
            @Nullable String name,
            @Nullable String uscc,
            @Nullable String address,
            @Nullable String regionCode,
            @Nullable String type,
            @Nullable Platform platform,
            @Nullable String phone,
            @Nullable String domicileRegionCode,
            @Nullable String publishedRegionCode,
            @Nullable Boolean addressPublished,
            @Nullable Boolean reachable) {}

    /** The platform on which the merchant sells. */
    public record Platform(@Nullable String name, @Nullable String regionCode) {
        @JsonCreator
        public Platform(
                @JsonProperty("name") @Nullable String name, @JsonProperty("regionCode") @Nullable String regionCode) {
            this.name = name;
            this.regionCode = regionCode;
        }

        /** The name alone is enough. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Platform named(String name) {
            return new Platform(name, null);
        }
    }

    /** What was bought. */
    public record Goods(
            @Nullable String categoryCode,
            @Nullable String problemCode,
            @Nullable String brand,
            @Nullable String model,
            @Nullable String batch,
            @Nullable Integer quantity) {}

    /**
     * What the person agreed to; what was left out was not agreed to. {@code greenChannelText}: version of the words about
     * the green channel that were shown; {@code injured}: somebody was hurt, so it does not go to the merchant first.
     */
    public record Consents(
            @Nullable Boolean greenChannel,
            @Nullable Boolean entrustedMediation,
            @Nullable Boolean disclosure,
            @Nullable String greenChannelText,
            @Nullable Boolean injured) {}
}
