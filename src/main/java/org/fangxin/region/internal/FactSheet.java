package org.fangxin.region.internal;

import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.fangxin.region.Competence.Facts;
import org.fangxin.region.Competence.Merchant;
import org.jspecify.annotations.Nullable;

/** The facts with their codes turned into places; what is blank or names no place is null. */
final class FactSheet {
    private static final Merchant UNKNOWN = new Merchant(null, null, null, null, null, null, null);

    private final Facts facts;
    private final Merchant merchant;
    private final Agencies agencies;

    FactSheet(Facts facts, Agencies agencies) {
        this.facts = facts;
        this.merchant = facts.merchant() == null ? UNKNOWN : facts.merchant();
        this.agencies = agencies;
    }

    @Nullable
    String type() {
        return given(merchant.type());
    }

    boolean otherDepartment() {
        return Boolean.TRUE.equals(facts.otherDepartment());
    }

    @Nullable
    String specialRules() {
        return given(facts.specialRules());
    }

    @Nullable
    Place business() {
        return place("被投诉（举报）人的实际经营地", merchant.regionCode());
    }

    @Nullable
    Place registered() {
        return place("被投诉（举报）人的住所地", merchant.domicileRegionCode());
    }

    @Nullable
    Place businessOrRegistered() {
        Place business = business();
        return business != null ? business : registered();
    }

    /** Where the law asks for the 住所地 of a platform or own site: the place of business serves when it is not given. */
    @Nullable
    Place domicile() {
        Place registered = registered();
        return registered != null ? registered : place("经营者的住所地", merchant.regionCode());
    }

    @Nullable
    Place platform() {
        return merchant.platform() == null
                ? null
                : place("平台经营者的住所地", merchant.platform().regionCode());
    }

    /** The address that the shop publishes on the platform; null when it was told that none is lawfully published. */
    @Nullable
    Place published() {
        return unpublished() ? null : place("店铺在平台公示的地址", merchant.publishedRegionCode());
    }

    boolean unpublished() {
        return Boolean.FALSE.equals(merchant.addressPublished());
    }

    boolean unreachable() {
        return Boolean.FALSE.equals(merchant.reachable());
    }

    @Nullable
    Place act() {
        return place("被举报行为发生地", facts.actRegionCode());
    }

    /** Whether the reported act is advertising: the person's type says so, or any fact about an advertisement is given. */
    boolean advertising() {
        return "ADVERTISER".equals(type())
                || "ADVERTISING_AGENT".equals(type())
                || "AD_PUBLISHER".equals(type())
                || given(facts.adMedium()) != null
                || given(facts.adPublisherRegionCode()) != null
                || given(facts.advertiserRegionCode()) != null
                || given(facts.adAgentRegionCode()) != null
                || facts.selfPublishedAd() != null;
    }

    /** The medium of the advertisement; INTERNET when not told. */
    String medium() {
        String medium = given(facts.adMedium());
        return medium == null ? "INTERNET" : medium;
    }

    /** Null while unknown. A publisher in the Advertising Law's sense publishes for others. */
    @Nullable
    Boolean selfPublished() {
        return facts.selfPublishedAd() == null && "AD_PUBLISHER".equals(type())
                ? Boolean.FALSE
                : facts.selfPublishedAd();
    }

    @Nullable
    Place adPublisher() {
        Place given = place("广告发布者所在地", facts.adPublisherRegionCode());
        if (given != null) {
            return given;
        }
        if ("AD_PUBLISHER".equals(type())) {
            return own("广告发布者所在地");
        }
        return Boolean.TRUE.equals(facts.selfPublishedAd()) ? advertiser() : null;
    }

    /** The person reported is the advertiser unless its type says publisher or agent. */
    @Nullable
    Place advertiser() {
        Place given = place("广告主所在地", facts.advertiserRegionCode());
        boolean other = "AD_PUBLISHER".equals(type()) || "ADVERTISING_AGENT".equals(type());
        return given != null || other ? given : own("广告主所在地");
    }

    @Nullable
    Place adAgent() {
        Place given = place("广告经营者所在地", facts.adAgentRegionCode());
        return given == null && "ADVERTISING_AGENT".equals(type()) ? own("广告经营者所在地") : given;
    }

    private @Nullable Place own(String label) {
        Place domicile = place(label, merchant.domicileRegionCode());
        return domicile != null ? domicile : place(label, merchant.regionCode());
    }

    /** The agency that has it first, a 所 as its county agency; null when nobody has it yet. */
    @Nullable
    Agency receiver() {
        String code = given(facts.receivedBy());
        if (code == null) {
            return null;
        }
        return agencies.find(code)
                .map(agency -> agencies.actingFor(agency.code()))
                .or(() -> agencies.countyAgencyOf(code))
                .orElse(null);
    }

    /** Whether a 所 has it. */
    boolean receivedByOffice() {
        String code = given(facts.receivedBy());
        return code != null && Agency.Level.of(Codes.cut(code)) == Agency.Level.OFFICE;
    }

    boolean below(Agency lower, Agency upper) {
        return !lower.equals(upper) && agencies.within(lower.code(), upper.code());
    }

    /** Whether the receiver is the place's agency or stands above it. */
    boolean receivedAtOrAbove(@Nullable Place place) {
        Agency receiver = receiver();
        return receiver != null
                && place != null
                && agencies.within(place.agency().code(), receiver.code());
    }

    private @Nullable Place place(String label, @Nullable String code) {
        return Place.of(label, code, agencies);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
