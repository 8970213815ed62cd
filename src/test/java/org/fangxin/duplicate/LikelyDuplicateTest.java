package org.fangxin.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.duplicate.Hall.Answer;
import org.fangxin.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Likely duplicates while somebody types and beside a case: with reasons, within the sight, never behind the wall. */
@FangxinTest
class LikelyDuplicateTest {
    private static final String STORY = "上周六在这家店买的蒸箱，装好当晚门封条漏汽，师傅来过一趟说要换整扇门，之后再没有人联系我。";
    private static final String RETOLD = "蒸箱装好当晚门封条就漏汽，上周六买的，师傅来过一趟说要换整扇门，之后没人联系。请尽快处理。";

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Hall world;
    Hall registrar;
    String shop;
    String phone;

    @BeforeEach
    void aShop() {
        world = Hall.publicPages(mvc, "203.0.113.36");
        registrar = Hall.of(mvc, "620823", Role.REGISTRAR);
        long now = System.nanoTime();
        shop = "样例厨具行" + now;
        phone = "137" + String.format("%08d", now % 100_000_000L);
    }

    private String complains(String name, String number, String content) throws Exception {
        String caseNo = world.submit("COMPLAINT", Hall.person(name, number), shop, content)
                .caseNo();
        Hearing.byEverybody(context, owner, caseNo);
        return caseNo;
    }

    private Answer typed(Hall who, Map<String, ?> told) throws Exception {
        return who.post("/api/v1/duplicates", told);
    }

    @Test
    void thePhoneDeskIsToldOfTheSamePersonAndTheSameShopWithReasons() throws Exception {
        String earlier = complains("乔样例", phone, STORY);
        Answer byShop = typed(registrar, Map.of("merchantName", shop, "phone", phone));
        assertThat(byShop.why(earlier)).containsExactly("SAME_PHONE", "MERCHANT_NAME");
        Answer byStory = typed(registrar, Map.of("merchantName", shop, "phone", phone, "content", RETOLD));
        assertThat(byStory.why(earlier)).containsExactly("SAME_PHONE", "MERCHANT_NAME", "CONTENT");
        assertThat(byStory.text()).contains("内容相似 ").doesNotContain(phone, "乔样例");
    }

    @Test
    void anotherWritingOfTheNameIsAReasonOfItsOwnAndIsListedBesideTheBusiness() throws Exception {
        shop = "甘肃省平凉市崇信县" + shop + "（西街店）";
        String earlier = complains("乔样例", phone, STORY);
        String plain = "样例厨具行" + shop.replaceAll("\\D", "");
        Answer told = typed(registrar, Map.of("merchantName", plain + "有限公司", "phone", phone));
        assertThat(told.why(earlier)).containsExactly("SAME_PHONE", "MERCHANT_NEAR");
        assertThat(told.text()).contains("名称写法相近");
        assertThat(typed(registrar, Map.of("merchantName", plain, "content", "健身卡还剩十四次，店门上贴了转让，打电话没有人接。"))
                        .numbers())
                .as("a near name alone is no hint")
                .doesNotContain(earlier);

        Answer added = registrar.post("/api/v1/merchants", Map.of("name", plain + "有限公司", "regionCode", "620823"));
        String id = added.body().path("id").asString();
        assertThat(registrar.get("/api/v1/merchants/" + id + "/near-names").numbers())
                .containsExactly(earlier);
        assertThat(Hall.of(mvc, "620825", Role.REGISTRAR)
                        .get("/api/v1/merchants/" + id + "/near-names")
                        .numbers())
                .as("out of sight")
                .isEmpty();
    }

    @Test
    void aShopOfTheSameChainInTheNextCountyIsAnother() throws Exception {
        String earlier = complains("乔样例", phone, STORY);
        String near = "崇信县" + shop + "（东街店）";
        Hall city = Hall.of(mvc, "6208", Role.REGISTRAR);
        Hall next = Hall.of(mvc, "620825", Role.REGISTRAR);
        Map<String, String> told = Map.of("merchantName", near, "phone", phone);
        assertThat(typed(registrar, told).why(earlier)).contains("MERCHANT_NEAR");
        assertThat(typed(city, told).why(earlier)).doesNotContain("MERCHANT_NEAR");
        assertThat(typed(next, told).numbers()).doesNotContain(earlier);
    }

    @Test
    void aHintByANumberIsInTheAuditLogWithoutTheNumberAndOneByTheStoryIsNot() throws Exception {
        complains("乔样例", phone, STORY);
        long before = hintsInTheLog();
        typed(registrar, Map.of("merchantName", shop, "content", RETOLD));
        assertThat(hintsInTheLog()).isEqualTo(before);
        typed(registrar, Map.of("merchantName", shop, "phone", phone));
        assertThat(hintsInTheLog()).isEqualTo(before + 1);
        assertThat(logged("%" + phone + "%")).isZero();
    }

    private long hintsInTheLog() {
        return logged("by=HINT");
    }

    private long logged(String detail) {
        return JdbcClient.create(owner)
                .sql("select count(*) from identity.audit_log where detail like ?")
                .param(detail)
                .query(Long.class)
                .single();
    }

    @Test
    void aRetoldStoryIsFoundByItsWordsAloneAndAnotherStoryIsNot() throws Exception {
        String earlier = complains("乔样例", phone, STORY);
        assertThat(typed(registrar, Map.of("content", RETOLD)).why(earlier)).containsExactly("CONTENT");
        assertThat(typed(registrar, Map.of("content", "健身卡还剩十四次，店门上贴了转让，打电话没有人接，余额不退。"))
                        .numbers())
                .doesNotContain(earlier);
        assertThat(typed(registrar, Map.of("merchantName", shop, "content", "健身卡还剩十四次，店门上贴了转让，打电话没有人接。"))
                        .numbers())
                .as("the same shop for another matter is no duplicate")
                .doesNotContain(earlier);
    }

    @Test
    void fewerThanTwentyCharactersAndNothingElseFindNothing() throws Exception {
        complains("乔样例", phone, STORY);
        assertThat(typed(registrar, Map.of("content", "门封条漏汽")).numbers()).isEmpty();
        assertThat(typed(registrar, Map.of()).numbers()).isEmpty();
    }

    @Test
    void whatLiesOutsideTheScopeIsNotHinted() throws Exception {
        String earlier = complains("乔样例", phone, STORY);
        Map<String, String> told = Map.of("merchantName", shop, "phone", phone, "content", STORY);
        assertThat(typed(registrar, told).numbers()).contains(earlier);
        assertThat(typed(Hall.of(mvc, "620825", Role.REGISTRAR), told).text()).isEqualTo("{\"items\":[]}");
        assertThat(typed(Hall.of(mvc, "620823", Role.AUDITOR), told).status()).isEqualTo(404);
        assertThat(typed(Hall.publicPages(mvc, "203.0.113.36"), told).status()).isEqualTo(401);
    }

    @Test
    void aReportIsHintedOnlyToWhoMaySeeItAndNeverByWhoReported() throws Exception {
        String reported = "这家店后院把临期的卤味重新打码封袋，夜里十一点装车往外送，送货单上写的是别家的厂名。";
        Answer sent = world.submit("REPORT", Hall.person("隗样例", phone), shop, reported);
        Hearing.byEverybody(context, owner, sent.caseNo());
        Map<String, String> told = Map.of("merchantName", shop, "phone", phone, "content", reported);
        assertThat(typed(registrar, told).text()).isEqualTo("{\"items\":[]}");
        Answer head = typed(Hall.of(mvc, "620823", Role.UNIT_HEAD, Role.LEADER), told);
        assertThat(head.why(sent.caseNo())).containsExactly("MERCHANT_NAME", "CONTENT");
    }

    @Test
    void theCasePageShowsTheSameAndOnlyToWhoSeesTheCase() throws Exception {
        String earlier = complains("乔样例", phone, STORY);
        String later = complains("乔样例", phone, RETOLD);
        String others = complains("毕样例", "13612340036", STORY);
        Hall handler = Hall.of(mvc, "620823", Role.HANDLER);
        Answer found = handler.get("/api/v1/cases/" + later + "/duplicates");
        assertThat(found.numbers()).startsWith(earlier).contains(others).doesNotContain(later);
        assertThat(found.why(earlier)).contains("SAME_PHONE");
        assertThat(found.why(others)).doesNotContain("SAME_PHONE");
        assertThat(Hall.of(mvc, "620825", Role.HANDLER)
                        .get("/api/v1/cases/" + later + "/duplicates")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void thePublicIsToldOnlyOfWhatItsOwnTrackingCodeOpens() throws Exception {
        Answer sent = world.submit("COMPLAINT", Hall.person("乔样例", phone), shop, STORY);
        String no = sent.body().path("submissionNo").asString();
        String code = sent.body().path("trackingCode").asString();
        Map<String, Object> told = new HashMap<>(Map.of("merchantName", shop, "content", RETOLD, "phone", phone));
        told.put("receipts", List.of());
        assertThat(world.post("/api/v1/public/duplicates", told).text())
                .as("a telephone number proves nothing")
                .isEqualTo("{\"items\":[]}");
        told.put("receipts", List.of(Map.of("submissionNo", no, "trackingCode", "0000000000000000")));
        assertThat(Hall.publicPages(mvc, "203.0.113.37")
                        .post("/api/v1/public/duplicates", told)
                        .text())
                .isEqualTo("{\"items\":[]}");
        told.put("receipts", List.of(Map.of("submissionNo", no, "trackingCode", code)));
        Answer own = world.post("/api/v1/public/duplicates", told);
        assertThat(own.text()).contains(no, "内容相似").doesNotContain(phone, "乔样例");
    }
}
