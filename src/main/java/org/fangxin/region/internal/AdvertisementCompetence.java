package org.fangxin.region.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is competent for a report of an unlawful advertisement in a mass medium (Art. 32). */
final class AdvertisementCompetence {
    private static final String PUBLISHER = "第三十二条第一款";
    private static final String FIRST = "第三十二条第二款";
    private static final String SELF = "第三十二条第三款";

    private AdvertisementCompetence() {}

    static void find(FactSheet facts, Findings findings) {
        Boolean self = facts.selfPublished();
        if (!facts.medium().equals("INTERNET")) {
            findings.candidateOrAsk(facts.adPublisher(), Question.AD_PUBLISHER, PUBLISHER);
        } else if (self == null) {
            publisherUnknown(facts, findings);
        } else if (self) {
            findings.candidateOrAsk(facts.advertiser(), Question.ADVERTISER, SELF);
        } else {
            byOthers(facts, findings);
        }
    }

    /** Either the publisher's agency or the advertiser's own; it no longer matters when both are the same. */
    private static void publisherUnknown(FactSheet facts, Findings findings) {
        Place publisher = facts.adPublisher();
        Place advertiser = facts.advertiser();
        boolean same =
                publisher != null && advertiser != null && publisher.agency().equals(advertiser.agency());
        if (!same) {
            findings.ask(Question.SELF_PUBLISHED);
        }
        findings.candidateOrAsk(publisher, Question.AD_PUBLISHER, PUBLISHER)
                .candidateOrAsk(advertiser, Question.ADVERTISER, FIRST, SELF);
        ifFirst(facts.adAgent(), facts, findings);
    }

    private static void byOthers(FactSheet facts, Findings findings) {
        Place publisher = facts.adPublisher();
        findings.candidateOrAsk(publisher, Question.AD_PUBLISHER, PUBLISHER);
        if (facts.receivedAtOrAbove(publisher)) {
            return;
        }
        ifFirst(facts.advertiser(), facts, findings);
        ifFirst(facts.adAgent(), facts, findings);
        if (publisher == null && facts.receiver() == null) {
            findings.candidateIfKnown(facts.advertiser(), FIRST).candidateIfKnown(facts.adAgent(), FIRST);
        }
    }

    /** The advertiser's or its agent's agency counts too when it had the report first. */
    private static void ifFirst(@Nullable Place place, FactSheet facts, Findings findings) {
        if (place != null && facts.receivedAtOrAbove(place)) {
            findings.candidate(place.agency(), place.words() + "其先行收到互联网广告的举报，也可以处理。", List.of(FIRST));
        }
    }
}
