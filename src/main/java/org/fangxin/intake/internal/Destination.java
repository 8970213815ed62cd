package org.fangxin.intake.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.intake.Submission;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.fangxin.region.Competence;
import org.fangxin.region.Routing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which agency receives each part of a submission, and why (Art. 13, 14, 29–32, 41). From the public pages it is the first
 * competent one; without one, the intake of the merchant's county, else of the person's, else 总局. What an officer
 * registers is received by his own agency.
 */
@Component
public class Destination {
    private static final String NATION = "00";

    private final Competence competence;
    private final Routing routing;
    private final Agencies agencies;
    private final AddressRegion addresses;
    private final JsonMapper json;

    Destination(Competence competence, Routing routing, Agencies agencies, AddressRegion addresses, JsonMapper json) {
        this.competence = competence;
        this.routing = routing;
        this.agencies = agencies;
        this.addresses = addresses;
        this.json = json;
    }

    /**
     * Where a part goes.
     *
     * @param factsJson the jurisdiction request that was resolved; null for kinds outside Order 121
     */
    public record Choice(
            Agency agency, NewCase.Route route, @Nullable String factsJson) {}

    /** @param receivedBy the agency of the officer who registers it, or null */
    public Choice of(Kind kind, Submission submission, @Nullable String receivedBy) {
        if (kind == Kind.CONSULTATION || kind == Kind.SUGGESTION) {
            return inquiry(submission, receivedBy);
        }
        Competence.Facts facts = facts(kind, submission, receivedBy);
        Competence.Answer answer = competence.resolve(facts);
        Routing.Route route = routing.route(kind.name(), answer, receivedBy);
        List<String> candidates = route.candidates().stream()
                .map(candidate -> candidate.agency().code())
                .toList();
        String factsJson = json.writeValueAsString(facts);
        Optional<Agency> own = Optional.ofNullable(receivedBy).flatMap(agencies::find);
        Agency routed = route.agency();
        if (own.isPresent() || routed != null) {
            // an office of the county stays the receiver: the county acts, its office works
            Agency agency = own.orElse(routed);
            return new Choice(
                    java.util.Objects.requireNonNull(agency),
                    new NewCase.Route(route.articles(), route.reason(), decided(answer) ? candidates : List.of()),
                    factsJson);
        }
        Agency intake = intake(submission);
        String reason = intake.name() + "先接收。" + route.reason();
        return new Choice(intake, new NewCase.Route(withDistribution(route.articles()), reason, List.of()), factsJson);
    }

    /**
     * While facts are missing the candidates are only possible ones: competence is not held against the holder. Who had
     * it first is no such fact: this receipt settles it (Art. 14).
     */
    private static boolean decided(Competence.Answer answer) {
        return answer.missing().stream().allMatch(missing -> missing.fact().equals("receivedBy"));
    }

    private Choice inquiry(Submission submission, @Nullable String receivedBy) {
        Agency agency = Optional.ofNullable(receivedBy).flatMap(agencies::find).orElseGet(() -> intake(submission));
        String reason = "咨询和建议不适用投诉举报的处理程序，由" + agency.name() + "接收。";
        return new Choice(agency, new NewCase.Route(List.of("第四十四条"), reason, List.of()), null);
    }

    /** The county of the merchant, else of the person's address, else the nation's intake. */
    private Agency intake(Submission submission) {
        Submission.Merchant merchant = submission.merchant();
        return Stream.of(
                        Optional.ofNullable(merchant.regionCode()),
                        Optional.ofNullable(merchant.domicileRegionCode()),
                        Optional.ofNullable(merchant.publishedRegionCode()),
                        Optional.ofNullable(merchant.platformRegionCode()),
                        addresses.countyOf(merchant.address()),
                        addresses.countyOf(submission.person().address()))
                .flatMap(Optional::stream)
                .map(agencies::countyAgencyOf)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> agencies.find(NATION))
                .orElseThrow(() -> new IllegalStateException("No agency " + NATION));
    }

    private Competence.Facts facts(Kind kind, Submission submission, @Nullable String receivedBy) {
        Submission.Merchant m = submission.merchant();
        Submission.Advertising ad = submission.advertising();
        boolean onPlatform = m.platformName() != null || m.platformRegionCode() != null;
        Competence.Merchant merchant = new Competence.Merchant(
                m.type(),
                m.regionCode() == null ? addresses.countyOf(m.address()).orElse(null) : m.regionCode(),
                m.domicileRegionCode(),
                m.publishedRegionCode(),
                m.addressPublished(),
                m.reachable(),
                onPlatform ? new Competence.Platform(m.platformName(), m.platformRegionCode()) : null);
        return new Competence.Facts(
                kind.name(),
                merchant,
                ad.actRegionCode(),
                ad.adMedium(),
                ad.adPublisherRegionCode(),
                ad.advertiserRegionCode(),
                ad.adAgentRegionCode(),
                ad.selfPublishedAd(),
                receivedBy,
                null,
                null);
    }

    private static List<String> withDistribution(List<String> articles) {
        List<String> all = new ArrayList<>(articles);
        if (!all.contains("第四十一条")) {
            all.add("第四十一条");
        }
        return all;
    }
}
