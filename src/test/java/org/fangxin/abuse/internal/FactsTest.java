package org.fangxin.abuse.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fangxin.abuse.Factor;
import org.fangxin.abuse.Indicator;
import org.fangxin.abuse.store.PersonCases.One;
import org.junit.jupiter.api.Test;

/** The factors of Art. 17 are facts; honest people who complain much, or share a telephone, are explained, not flagged. */
class FactsTest {
    private static final Thresholds FROM = new Thresholds(365, 5, 20, 3, 6, 50);

    private final List<One> cases = new ArrayList<>();

    private void complaint(String name, String merchant, String goods, boolean own, boolean shown) {
        cases.add(new One(
                "FX-" + cases.size(),
                Instant.EPOCH,
                merchant,
                goods,
                "SERVICE",
                name,
                true,
                own,
                false,
                shown,
                null,
                ""));
    }

    private void lives(String name, String merchant, boolean shown) {
        cases.add(new One(
                "FX-" + cases.size(),
                Instant.EPOCH,
                merchant,
                "FOOD",
                null,
                name,
                false,
                false,
                true,
                shown,
                null,
                ""));
    }

    private void bought(String goodsDetail, String story) {
        cases.add(new One(
                "FX-" + cases.size(),
                Instant.EPOCH,
                "超市",
                "FOOD",
                null,
                "甲",
                true,
                true,
                false,
                false,
                goodsDetail,
                story));
    }

    private Indicator told(Factor factor) {
        return Facts.of(cases, FROM).stream()
                .filter(one -> one.factor() == factor)
                .findFirst()
                .orElseThrow();
    }

    private Indicator sharing(String what) {
        return Facts.of(cases, FROM).stream()
                .filter(one -> one.words().startsWith(what))
                .findFirst()
                .orElseThrow();
    }

    private Indicator amount() {
        return Facts.of(cases, FROM).get(1);
    }

    @Test
    void sixNamesAtOneDoorAboutOneMatterWithoutConsumptionMayBeConsidered() {
        for (String name : List.of("甲", "乙", "丙", "丁", "戊", "己")) {
            lives(name, "超市", false);
        }
        assertThat(sharing("同一通讯地址").reached()).isTrue();
        assertThat(sharing("同一通讯地址").cases()).hasSize(6);
        assertThat(sharing("同一手机号").count()).isZero();
    }

    @Test
    void aFamilyAtOneDoorIsNotFlaggedWhetherAboutOneDinnerOrEachAboutTheOwnPurchase() {
        for (String name : List.of("父", "母", "子", "女")) {
            lives(name, "饭店", false);
        }
        assertThat(sharing("同一通讯地址").reached()).isFalse();
        cases.clear();
        for (String name : List.of("父", "母", "子", "女", "祖父", "祖母", "外婆")) {
            lives(name, name + "买东西的店", false);
        }
        assertThat(sharing("同一通讯地址").reached()).isFalse();
        assertThat(sharing("同一通讯地址").words()).contains("7 人各有自己的消费");
    }

    @Test
    void whatTheFormsSayIsSummedOverOneMatter() {
        bought("品牌 样例，数量 30", "商家不退。");
        bought("数量 25", "又坏了。");
        assertThat(amount().count()).isEqualTo(55);
        assertThat(amount().reached()).isTrue();
        assertThat(amount().cases()).hasSize(2);
        assertThat(amount().words()).contains("表单");
    }

    @Test
    void whereOnlyTheStorySaysItTheSentenceIsShown() {
        bought(null, "我在店里看到打折。一次买了蜂蜜60瓶，回家发现标签不对。要求赔偿。");
        assertThat(amount().count()).isEqualTo(60);
        assertThat(amount().words()).contains("“一次买了蜂蜜60瓶，回家发现标签不对”");
    }

    @Test
    void aFigureThatIsNoQuantityIsNone() {
        bought(null, "5月2日买的冰箱，价格1980元，第二天就坏了，客服电话打了60个没人接。");
        assertThat(amount().count()).isZero();
        assertThat(amount().words()).contains("没有写买了多少");
    }

    @Test
    void whatAHouseholdBuysIsNotReachedAndAWeddingIsExplained() {
        bought(null, "买了牛奶2箱，有一箱坏了。");
        assertThat(amount().reached()).isFalse();
        cases.clear();
        bought(null, "儿子办婚宴，订了白酒80瓶，有20瓶是假的。");
        assertThat(amount().count()).isEqualTo(80);
        assertThat(amount().reached()).isFalse();
        assertThat(amount().words()).contains("婚宴");
    }

    @Test
    void bottlesAndBoxesAreNotSummed() {
        bought(null, "买了30瓶水。");
        bought(null, "买了30箱水。");
        assertThat(amount().count()).isEqualTo(30);
    }

    @Test
    void oneTelephoneWithSeveralNamesAboutOneMatterWithoutConsumptionMayBeConsidered() {
        for (String name : List.of("甲", "乙", "丙", "丁")) {
            complaint(name, "超市", "FOOD", name.equals("甲"), false);
        }
        Indicator shared = told(Factor.SHARED_CONTACT);
        assertThat(shared.reached()).isTrue();
        assertThat(shared.count()).isEqualTo(4);
        assertThat(shared.cases()).hasSize(4);
    }

    @Test
    void aFamilyOnOneTelephoneIsExplainedAndNotFlagged() {
        complaint("父", "汽修厂", "CAR", true, false);
        complaint("母", "美容院", "BEAUTY", false, false);
        complaint("子", "培训班", "TRAINING", false, false);
        complaint("女", "眼镜店", "GLASSES", false, false);
        Indicator shared = told(Factor.SHARED_CONTACT);
        assertThat(shared.count()).isEqualTo(4);
        assertThat(shared.reached()).isFalse();
        assertThat(shared.words()).contains("4 人各有自己的消费");
    }

    @Test
    void aGroupBuyerWhoseMembersEachShowTheirOwnPurchaseIsNotFlagged() {
        for (String name : List.of("甲", "乙", "丙", "丁", "戊", "己")) {
            complaint(name, "团购商", "FRUIT", name.equals("甲"), true);
        }
        assertThat(told(Factor.SHARED_CONTACT).reached()).isFalse();
        assertThat(told(Factor.MASSED_OR_COLLUSIVE).reached()).isFalse();
    }

    @Test
    void theTelephoneOfAnOfficeAndAnAgentForEldersAreNotFlagged() {
        for (String name : List.of("会计", "司机", "保安", "文员", "厨师")) {
            complaint(name, name + "买东西的店", "OTHER", name.equals("会计"), false);
        }
        for (String elder : List.of("李奶奶", "王爷爷", "赵奶奶")) {
            complaint(elder, "保健品店", "HEALTH_FOOD", false, true);
        }
        Indicator shared = told(Factor.SHARED_CONTACT);
        assertThat(shared.count()).isEqualTo(8);
        assertThat(shared.reached()).isFalse();
    }

    @Test
    void manyComplaintsOfOneMatterByOnePersonMayBeConsideredUnlessHeShowsWhatHeBought() {
        for (int i = 0; i < 6; i++) {
            complaint("甲", "超市", "FOOD", true, false);
        }
        assertThat(told(Factor.MASSED_OR_COLLUSIVE).reached()).isTrue();
        assertThat(told(Factor.MASSED_OR_COLLUSIVE).count()).isEqualTo(6);
        assertThat(told(Factor.QUANTITY_ABNORMAL).reached()).isFalse();
        cases.clear();
        for (int i = 0; i < 6; i++) {
            complaint("甲", "超市", "FOOD", true, true);
        }
        assertThat(told(Factor.MASSED_OR_COLLUSIVE).reached()).isFalse();
        assertThat(told(Factor.MASSED_OR_COLLUSIVE).words()).contains("各有自己的消费");
    }

    @Test
    void complaintsOfVeryManyBusinessesAreAFactWithTheirNumbers() {
        for (int i = 0; i < 25; i++) {
            complaint("甲", "商店" + i, "FOOD", true, false);
        }
        assertThat(told(Factor.QUANTITY_ABNORMAL).reached()).isTrue();
        assertThat(told(Factor.QUANTITY_ABNORMAL).words()).contains("25 家经营者");
        assertThat(told(Factor.MASSED_OR_COLLUSIVE).reached()).isFalse();
    }
}
