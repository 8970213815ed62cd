package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.CaseWalk.INVESTIGATOR;
import static org.fangxin.casefile.CaseWalk.TWO;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.entry.Entry;
import org.junit.jupiter.api.Test;

/** Records made on site and the list of evidence: two officers, credentials, the party's signature or why not. */
class SiteTest {
    private static final String PP = "《市场监督管理行政处罚程序规定》";

    static final Map<String, Object> SITE = Map.of(
            "from", "2026-05-06T10:00:00+08:00",
            "to", "2026-05-06T10:00:00+08:00",
            "place", "样例路8号一层",
            "officers", TWO,
            "credentials", true,
            "checklist",
                    Map.of(
                            "list",
                            "FOOD_SALE",
                            "items",
                            List.of(answer("LICENCE", "FIT", ""), answer("SHELF_LIFE", "UNFIT", "三袋过期"))),
            "text", "货架上有三袋已过保质期",
            "signed", "SIGNED");

    static final Map<String, Object> EVIDENCE = Map.of(
            "kind", "OBJECT",
            "name", "过期食品三袋",
            "source", "被检查单位货架",
            "collectedOn", "2026-05-06",
            "officers", TWO,
            "original", true);

    @Test
    void aRecordHoldsWhoWhereWhatAndHowItWasSigned() {
        CaseWalk report = CaseWalk.verifying().does(Act.RECORD_SITE, INVESTIGATOR, flat(SITE));
        Entry.SiteInspected site = (Entry.SiteInspected) report.last();
        assertThat(site.officers()).isEqualTo(TWO);
        assertThat(site.problems()).containsExactly("SHELF_LIFE");
        assertThat(site.signed()).isEqualTo("SIGNED");
    }

    @Test
    void oneOfficerIsNotEnoughAndCredentialsAreShown() {
        CaseWalk report = CaseWalk.verifying();
        assertThat(report.refuses(Act.RECORD_SITE, INVESTIGATOR, with(SITE, "officers", List.of(INVESTIGATOR.id())))
                        .articles())
                .containsExactly(PP + "第二十二条");
        assertThat(report.refuses(Act.RECORD_SITE, INVESTIGATOR, with(SITE, "credentials", false))
                        .code())
                .isEqualTo("CREDENTIALS");
        assertThat(report.refuses(
                                Act.LIST_EVIDENCE, INVESTIGATOR, with(EVIDENCE, "officers", List.of(INVESTIGATOR.id())))
                        .code())
                .isEqualTo("TWO_OFFICERS");
    }

    @Test
    void withoutASignatureTheRecordSaysWhy() {
        CaseWalk report = CaseWalk.verifying();
        assertThat(report.asks(Act.RECORD_SITE, INVESTIGATOR, with(SITE, "signed", "REFUSED")))
                .isInstanceOf(Decision.Invalid.class);
        Map<String, Object> refused = new HashMap<>(SITE);
        refused.put("signed", "REFUSED");
        refused.put("excuse", "店长拒绝签名，已全程录像");
        assertThat(report.asks(Act.RECORD_SITE, INVESTIGATOR, flat(refused))).isInstanceOf(Decision.Taken.class);
    }

    @Test
    void aChecklistIsAnsweredFromItsOwnPointsEachOnceAndWhatIsUnfitIsDescribed() {
        CaseWalk report = CaseWalk.verifying().does(Act.RECORD_SITE, INVESTIGATOR, flat(SITE));
        Entry.SiteInspected site = (Entry.SiteInspected) report.last();
        assertThat(site.list()).isEqualTo("FOOD_SALE@2026-11");
        assertThat(site.checked()).containsExactly("LICENCE", "SHELF_LIFE");
        for (Map<String, Object> faulty : List.of(
                Map.<String, Object>of("list", "NONE", "items", List.of(answer("LICENCE", "FIT", ""))),
                Map.<String, Object>of("list", "PRICE", "items", List.of(answer("SHELF_LIFE", "FIT", ""))),
                Map.<String, Object>of("items", List.of(answer("PRICE", "UNFIT", ""))),
                Map.<String, Object>of("items", List.of(answer("PRICE", "FIT", ""), answer("PRICE", "FIT", ""))),
                Map.<String, Object>of("items", List.of(answer("PRICE", "NOT_APPLICABLE", ""))))) {
            assertThat(report.asks(Act.RECORD_SITE, INVESTIGATOR, with(SITE, "checklist", faulty)))
                    .as(faulty.toString())
                    .isInstanceOf(Decision.Invalid.class);
        }
    }

    @Test
    void everyTradeHasItsListAndOldRecordsAreReadByTheGeneralOne() {
        assertThat(SiteChecklists.current())
                .extracting(SiteChecklists.Checklist::title)
                .containsExactly("一般", "食品销售", "餐饮", "药品", "特种设备", "价格", "广告")
                .doesNotHaveDuplicates();
        assertThat(SiteChecklists.current())
                .allSatisfy(list -> assertThat(list.points())
                        .hasSizeGreaterThan(4)
                        .extracting(SiteChecklists.Point::code)
                        .doesNotHaveDuplicates());
        assertThat(SiteChecklists.byId(null).orElseThrow().point("PERMIT_GOODS"))
                .isPresent();
    }

    @Test
    void preservedEvidenceSaysWhereItIsKept() {
        CaseWalk report = CaseWalk.verifying();
        assertThat(report.asks(Act.LIST_EVIDENCE, INVESTIGATOR, with(EVIDENCE, "preserved", true)))
                .isInstanceOf(Decision.Invalid.class);
    }

    @Test
    void timesAreInOrder() {
        CaseWalk report = CaseWalk.verifying();
        assertThat(report.asks(Act.RECORD_SITE, INVESTIGATOR, with(SITE, "to", "2026-05-06T09:59:00+08:00")))
                .isInstanceOf(Decision.Invalid.class);
        assertThat(report.asks(Act.RECORD_SITE, INVESTIGATOR, with(SITE, "from", "2026-05-05T09:00:00+08:00")))
                .as("before the report was received")
                .isInstanceOf(Decision.Invalid.class);
    }

    @Test
    void aCopySaysHowItWasMadeAndWhoConfirmedIt() {
        CaseWalk report = CaseWalk.verifying();
        assertThat(report.refuses(Act.LIST_EVIDENCE, INVESTIGATOR, with(EVIDENCE, "original", false))
                        .articles())
                .contains(PP + "第二十四条");
        Map<String, Object> copy = new HashMap<>(EVIDENCE);
        copy.put("original", false);
        copy.put("copyNote", "店长核对，与原件一致");
        Entry.EvidenceListed listed = (Entry.EvidenceListed)
                report.does(Act.LIST_EVIDENCE, INVESTIGATOR, flat(copy)).last();
        assertThat(listed.original()).isFalse();
        assertThat(report.asks(Act.LIST_EVIDENCE, INVESTIGATOR, with(EVIDENCE, "collectedOn", "2030-01-01")))
                .isInstanceOf(Decision.Invalid.class);
    }

    private static Map<String, Object> answer(String code, String result, String remark) {
        return Map.of("code", code, "result", result, "remark", remark);
    }

    private static Object[] with(Map<String, Object> fields, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(fields);
        changed.put(name, value);
        return flat(changed);
    }

    private static Object[] flat(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
                .toArray();
    }
}
