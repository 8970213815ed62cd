package org.fangxin.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.fangxin.problem.Problem;
import org.fangxin.region.Competence.Facts;
import org.fangxin.region.Competence.Merchant;
import org.fangxin.region.Competence.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompetenceTest {
    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void decidesAsTheLawSays(Scenario scenario) {
        assertThat(Scenario.words(Tree.COMPETENCE.resolve(scenario.facts()))).isEqualTo(scenario.expected());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void asksOnlyForFactsThatPassTheCheckAndGivesEveryCandidateAReason(Scenario scenario) {
        assertThat(Tree.CHECK.errors(scenario.facts())).isEmpty();
        Competence.Answer answer = Tree.COMPETENCE.resolve(scenario.facts());
        assertThat(answer.candidates())
                .allSatisfy(candidate ->
                        assertThat(candidate.reason()).endsWith("。").matches("[\\p{IsHan}，。、；：（）《》“”／]+"));
        assertThat(answer.missing())
                .allSatisfy(missing -> assertThat(missing.why()).matches(".+(？|“未公示”)"));
    }

    @Test
    void holdsAHundredScenariosWithTitlesOfTheirOwn() {
        assertThat(Scenario.all()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(Scenario.all().stream().map(Scenario::title)).doesNotHaveDuplicates();
    }

    @Test
    void catchesATwinThatIgnoresThatNoAddressIsPublished() {
        assertThat(wrongAnswers(m -> with(m, null, m.reachable(), m.platform())))
                .isPositive();
    }

    @Test
    void catchesATwinThatIgnoresThatTheShopCannotBeReached() {
        assertThat(wrongAnswers(m -> with(m, m.addressPublished(), null, m.platform())))
                .isPositive();
    }

    @Test
    void catchesATwinThatTakesTheActualPlaceForThePublishedAddress() {
        assertThat(wrongAnswers(m -> new Merchant(
                        m.type(),
                        m.regionCode(),
                        m.domicileRegionCode(),
                        m.publishedRegionCode() == null ? m.regionCode() : m.publishedRegionCode(),
                        m.addressPublished(),
                        m.reachable(),
                        m.platform())))
                .isPositive();
    }

    @Test
    void catchesATwinThatForgetsThePlatform() {
        assertThat(wrongAnswers(m -> with(m, m.addressPublished(), m.reachable(), null)))
                .isPositive();
    }

    @Test
    void catchesATwinThatKeepsBothCandidatesAlthoughOneHadItFirst() {
        long wrong = Scenario.all().stream()
                .filter(s -> !Scenario.words(Tree.COMPETENCE.resolve(withoutReceiver(s.facts())))
                        .equals(s.expected()))
                .count();
        assertThat(wrong).isGreaterThan(20);
    }

    private static long wrongAnswers(UnaryOperator<Merchant> twin) {
        return Scenario.all().stream()
                .filter(s -> !Scenario.words(Tree.COMPETENCE.resolve(with(s.facts(), twin)))
                        .equals(s.expected()))
                .count();
    }

    private static Facts with(Facts f, UnaryOperator<Merchant> twin) {
        return new Facts(
                f.kind(),
                f.merchant() == null ? null : twin.apply(f.merchant()),
                f.actRegionCode(),
                f.adMedium(),
                f.adPublisherRegionCode(),
                f.advertiserRegionCode(),
                f.adAgentRegionCode(),
                f.selfPublishedAd(),
                f.receivedBy(),
                f.otherDepartment(),
                f.specialRules());
    }

    private static Facts withoutReceiver(Facts f) {
        return new Facts(
                f.kind(),
                f.merchant(),
                f.actRegionCode(),
                f.adMedium(),
                f.adPublisherRegionCode(),
                f.advertiserRegionCode(),
                f.adAgentRegionCode(),
                f.selfPublishedAd(),
                null,
                f.otherDepartment(),
                f.specialRules());
    }

    private static Merchant with(Merchant m, Boolean published, Boolean reachable, Platform platform) {
        return new Merchant(
                m.type(),
                m.regionCode(),
                m.domicileRegionCode(),
                m.publishedRegionCode(),
                published,
                reachable,
                platform);
    }

    @Test
    void understandsFactsWithoutAMerchant() {
        Facts bare = new Facts("REPORT", null, "620823", null, null, null, null, null, null, null, null);
        assertThat(Scenario.words(Tree.COMPETENCE.resolve(bare))).isEqualTo("620823 第二十九条 | merchant.type | -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CONSULTATION", "complaint", "投诉"})
    void refusesAnyOtherKind(String kind) {
        Facts facts = new Facts(kind, null, null, null, null, null, null, null, null, null, null);
        assertThat(Tree.CHECK.errors(facts))
                .extracting(Problem.FieldError::field)
                .containsExactly("kind");
    }

    @Test
    void refusesAMissingKind() {
        Facts facts = new Facts(null, null, null, null, null, null, null, null, null, null, null);
        assertThatThrownBy(() -> Tree.CHECK.require(facts)).isInstanceOf(Problem.class);
    }

    @Test
    void namesEachFieldWhoseCodeIsUnknown() {
        Facts facts = new Facts(
                "COMPLAINT",
                new Merchant("KIOSK", "999999", "33010", "330199", null, null, new Platform(null, "33011O")),
                "999999999",
                "RADIO",
                "xx",
                "00",
                "12",
                null,
                "990000",
                null,
                "TAX");
        assertThat(Tree.CHECK.errors(facts))
                .extracting(Problem.FieldError::field)
                .containsExactly(
                        "merchant.type",
                        "merchant.regionCode",
                        "merchant.domicileRegionCode",
                        "merchant.publishedRegionCode",
                        "merchant.platform.regionCode",
                        "actRegionCode",
                        "adPublisherRegionCode",
                        "advertiserRegionCode",
                        "adMedium",
                        "specialRules",
                        "receivedBy");
    }
}
