package org.fangxin.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.fangxin.region.Competence.Facts;
import org.fangxin.region.Competence.Merchant;
import org.fangxin.region.Competence.Platform;
import org.fangxin.region.Routing.Order;
import org.fangxin.region.Routing.Route;
import org.fangxin.region.Routing.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingTest {
    private static final Merchant SHOP = new Merchant("SHOP", "620823", null, null, null, null, null);
    private static final Merchant NOWHERE = new Merchant("SHOP", null, null, null, null, null, null);
    private static final Merchant IN_PLATFORM =
            new Merchant("IN_PLATFORM", "620823", null, "330106", null, null, new Platform("某平台", "330110"));

    @Test
    void fromThePublicPagesItGoesToTheCompetentAgency() {
        Route route = complaint(SHOP, null);
        assertThat(route.step()).isEqualTo(Step.HANDLE);
        assertThat(code(route.agency())).isEqualTo("620823");
        assertThat(route.articles()).containsExactly("第十三条第一款");
    }

    @Test
    void ofTwoCompetentAgenciesThePublishedAddressComesFirst() {
        assertThat(code(complaint(IN_PLATFORM, null).agency())).isEqualTo("330106");
    }

    @Test
    void theSettingMayPutThePlatformFirstButNeverForAReport() {
        assertThat(code(route("COMPLAINT", IN_PLATFORM, null, Order.PLATFORM_FIRST)
                        .agency()))
                .isEqualTo("330110");
        assertThat(code(route("REPORT", IN_PLATFORM, null, Order.PLATFORM_FIRST).agency()))
                .isEqualTo("620823");
    }

    @Test
    void anAgencyThatIsCompetentKeepsWhatItReceived() {
        Route route = complaint(IN_PLATFORM, "330110012");
        assertThat(route.step()).isEqualTo(Step.HANDLE);
        assertThat(code(route.agency())).isEqualTo("330110");
        assertThat(route.articles()).containsExactly("第十三条第三款", "第十四条");
    }

    @Test
    void aSuperiorHoldsItAndDistributesToTheCompetentAgencyBelow() {
        Route route = complaint(IN_PLATFORM, "330100");
        assertThat(route.step()).isEqualTo(Step.DISTRIBUTE);
        assertThat(code(route.agency())).isEqualTo("3301");
        assertThat(code(route.target())).isEqualTo("330106");
        assertThat(route.articles()).contains("第十三条第三款", "第四十一条");
    }

    @Test
    void aSuperiorDistributesAReportToTheCountyFirst() {
        Route route = route("REPORT", IN_PLATFORM, "6208", Order.PLACE_FIRST);
        assertThat(route.step()).isEqualTo(Step.DISTRIBUTE);
        assertThat(code(route.target())).isEqualTo("620823");
    }

    @Test
    void anAgencyWithoutAuthorityReturnsAComplaintAndNeverPassesItOn() {
        Route route = complaint(SHOP, "620822");
        assertThat(route.step()).isEqualTo(Step.RETURN);
        assertThat(code(route.agency())).isEqualTo("620822");
        assertThat(code(route.target())).isEqualTo("6208");
        assertThat(route.articles()).containsExactly("第四十一条");
        assertThat(route.reason()).contains("不得自行移送");
    }

    @Test
    void anAgencyWithoutAuthorityTellsTheReporterWhereToGo() {
        Route route = route("REPORT", IN_PLATFORM, "440305", Order.PLACE_FIRST);
        assertThat(route.step()).isEqualTo(Step.TELL);
        assertThat(code(route.target())).isEqualTo("620823");
        assertThat(route.articles()).containsExactly("第三十四条");
    }

    @Test
    void withoutAnAddressItAsks() {
        Route route = complaint(NOWHERE, null);
        assertThat(route.step()).isEqualTo(Step.ASK);
        assertThat(route.agency()).isNull();
        assertThat(route.reason()).contains("哪个县区");
        assertThat(code(complaint(NOWHERE, "620823").agency())).isEqualTo("620823");
    }

    @Test
    void whileAFactIsMissingNobodyIsCalledIncompetent() {
        Merchant unknownPlatform = new Merchant("IN_PLATFORM", null, null, "330106", null, null, null);
        Route route = complaint(unknownPlatform, "330110");
        assertThat(route.step()).isEqualTo(Step.ASK);
        assertThat(code(route.agency())).isEqualTo("330110");
    }

    @Test
    void whatBelongsToAnotherDepartmentStaysWhereItCameInAndIsToldSo() {
        Facts facts = facts("COMPLAINT", SHOP, "620823", true);
        Route route = new Routing(Tree.AGENCIES, Order.PLACE_FIRST)
                .route("COMPLAINT", Tree.COMPETENCE.resolve(facts), "620823");
        assertThat(route.step()).isEqualTo(Step.OUTSIDE);
        assertThat(route.articles()).containsExactly("第二条", "第十六条第一项");
    }

    private static Route complaint(Merchant merchant, @Nullable String receivedBy) {
        return route("COMPLAINT", merchant, receivedBy, Order.PLACE_FIRST);
    }

    private static Route route(String kind, Merchant merchant, @Nullable String receivedBy, Order order) {
        Competence.Answer answer = Tree.COMPETENCE.resolve(facts(kind, merchant, receivedBy, false));
        return new Routing(Tree.AGENCIES, order).route(kind, answer, receivedBy);
    }

    private static Facts facts(String kind, Merchant merchant, @Nullable String receivedBy, boolean other) {
        return new Facts(kind, merchant, null, null, null, null, null, null, receivedBy, other, null);
    }

    private static @Nullable String code(@Nullable Agency agency) {
        return agency == null ? null : agency.code();
    }
}
