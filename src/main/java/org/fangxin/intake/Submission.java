package org.fangxin.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A submission 来件 after checking: written one way, complete as far as its kinds need it.
 *
 * @param kinds at least one
 * @param kindsProposed true when the text decided and an officer has yet to confirm
 * @param amount yuan, two decimals at most
 * @param receivedOn the day stated by the desk, or null for now
 */
public record Submission(
        Channel channel,
        Set<Kind> kinds,
        boolean kindsProposed,
        Person person,
        Merchant merchant,
        String content,
        List<String> demands,
        @Nullable BigDecimal amount,
        @Nullable LocalDate occurredOn,
        @Nullable LocalDate knewOn,
        @Nullable String goodsCode,
        @Nullable String problemCode,
        @Nullable String goodsDetail,
        List<String> attachments,
        Consents consents,
        @Nullable LocalDate receivedOn,
        Advertising advertising) {

    public Submission {
        kinds = java.util.Collections.unmodifiableSet(java.util.EnumSet.copyOf(kinds));
        demands = List.copyOf(demands);
        attachments = List.copyOf(attachments);
    }

    public boolean has(Kind kind) {
        return kinds.contains(kind);
    }

    /** A complaint and a report at once: handled apart (Art. 9). */
    public boolean mixed() {
        return kinds.size() > 1;
    }

    /** Who submits; every field may be null for an anonymous report. */
    public record Person(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String idNumber,
            @Nullable String address,
            @Nullable String email,
            boolean anonymous,
            @Nullable Agent agent) {}

    /** Who acts for the person (Art. 11). */
    public record Agent(
            String name,
            @Nullable String phone,
            @Nullable String idNumber,
            @Nullable String address) {}

    /** Whom it is about; the name is empty when the person does not know it. */
    public record Merchant(
            String name,
            @Nullable String uscc,
            @Nullable String address,
            @Nullable String regionCode,
            @Nullable String type,
            @Nullable String platformName,
            @Nullable String platformRegionCode,
            @Nullable String phone,
            @Nullable String domicileRegionCode,
            @Nullable String publishedRegionCode,
            @Nullable Boolean addressPublished,
            @Nullable Boolean reachable) {}

    /** Facts of a reported act and of advertising (Art. 29, 32). */
    public record Advertising(
            @Nullable String actRegionCode,
            @Nullable String adMedium,
            @Nullable String adPublisherRegionCode,
            @Nullable String advertiserRegionCode,
            @Nullable String adAgentRegionCode,
            @Nullable Boolean selfPublishedAd) {
        public static final Advertising NONE = new Advertising(null, null, null, null, null, null);
    }

    /**
     * What the person agreed to.
     *
     * @param greenChannelText version of the words about the green channel that were shown or read out
     * @param injured somebody was hurt: such a complaint does not go to the merchant first
     */
    public record Consents(
            boolean greenChannel,
            boolean entrustedMediation,
            boolean disclosure,
            @Nullable String greenChannelText,
            boolean injured) {
        /** Nothing. */
        public static final Consents NONE = new Consents(false, false, false, null, false);
    }
}
