package org.fangxin.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.identity.Role;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.Merchants;
import org.fangxin.search.internal.ReadingRoom.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** What is found by which words. */
@FangxinTest
class SearchTest {
    private static final String PHONE = "13900001122";

    @Autowired
    MockMvc mvc;

    @Autowired
    CaseFiles cases;

    @Autowired
    Merchants merchants;

    @Autowired
    InstantSource clock;

    @Autowired
    ApplicationContext context;

    @Autowired
    CaseTextReader reader;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    private String marker;
    private PlantedCase planted;
    private ReadingRoom county;

    @BeforeEach
    void aMarker() {
        marker = ReadingRoom.marker();
        planted = new PlantedCase(cases, clock, owner, marker);
        county = ReadingRoom.of(mvc, PlantedCase.COUNTY, Role.LEADER, Role.HANDLER);
    }

    private String heard(Kind kind) {
        String caseNo = planted.open(kind, PlantedCase.COUNTY, null);
        Hearing.in(context, owner).all(reader, caseNo);
        return caseNo;
    }

    @Test
    void findsACaseByEachThingItSays() throws Exception {
        String caseNo = heard(Kind.COMPLAINT);
        String tail = caseNo.substring(caseNo.indexOf('-') + 1);
        for (String words : List.of(
                marker,
                marker + "商行",
                marker + " 店里不退",
                marker + " \"买来不能用\"",
                "“" + marker + "”",
                marker + "买来不能用，店里不退",
                caseNo,
                tail,
                "S-" + marker)) {
            assertThat(county.find(words).numbers()).as(words).contains(caseNo);
        }
    }

    @Test
    void wordsMustAllBeThereAndAPhraseAsItStands() throws Exception {
        heard(Kind.COMPLAINT);
        assertThat(county.find(marker + " 买来 不退").total()).isEqualTo(1);
        assertThat(county.find(marker + " 不退 买来").total()).isEqualTo(1);
        assertThat(county.find(marker + " 电梯").total()).isZero();
        assertThat(county.find(marker + " \"不退买来\"").total()).isZero();
        assertThat(county.find(marker + " \"买来不退\"").total()).isZero();
        assertThat(county.find(marker + " \"来不能\"").total()).isEqualTo(1);
    }

    @Test
    void findsABusinessByPinyinAndInitialsOfItsNameAndByItsAliases() throws Exception {
        String signboard = "旺旺" + ReadingRoom.marker();
        String caseNo = heard(Kind.COMPLAINT);
        merchants.add(entity(marker + "商行", signboard));
        String later = heard(Kind.COMPLAINT);

        assertThat(county.find(marker + " shanghang").numbers()).contains(caseNo);
        assertThat(county.find(marker + " shangh").marked("merchant")).containsExactly(marker + "商行");
        assertThat(county.find(marker + " sx").numbers()).contains(caseNo);
        assertThat(county.find(marker + " shangh").numbers()).contains(caseNo);
        assertThat(county.find(marker + " hangshang").total()).isZero();
        assertThat(county.find(signboard).numbers()).containsExactly(later);
    }

    private MarketEntity entity(String name, String alias) {
        return new MarketEntity(
                0,
                null,
                null,
                name,
                List.of(alias),
                MarketEntity.Kind.INDIVIDUAL,
                MarketEntity.Status.ACTIVE,
                null,
                PlantedCase.COUNTY,
                null,
                null,
                null,
                null,
                null,
                1,
                clock.instant());
    }

    @Test
    void aTelephoneIsFoundByItsFingerprintAndNeverInAnAddress() throws Exception {
        String caseNo = heard(Kind.COMPLAINT);

        Answer inAddress = county.find(PHONE);
        Answer byBody = county.findByBody(Map.of("q", "139 0000 1122", "limit", 100));
        Answer byName = county.findByBody(Map.of("q", marker + "人", "people", true));

        assertThat(inAddress.status()).isEqualTo(422);
        assertThat(inAddress.text()).contains("电话不能写进网址").doesNotContain(PHONE);
        assertThat(county.find("冰箱 " + PHONE).status()).isEqualTo(422);
        assertThat(byBody.numbers()).contains(caseNo);
        assertThat(byBody.text()).doesNotContain(PHONE).contains("\"by\":\"phone\"");
        assertThat(byName.numbers()).containsExactly(caseNo);
        assertThat(county.find(marker + "人").total())
                .as("no name is among the words")
                .isZero();
    }

    @Test
    void marksTheWordsInTheTextAndSendsNoMarkup() throws Exception {
        heard(Kind.COMPLAINT);
        Answer found = county.find(marker + " \"店里不退\"");
        assertThat(found.marked("content")).contains("店里不退");
        assertThat(found.marked("merchant")).containsExactly(marker);
        assertThat(found.text()).doesNotContain("<");
        assertThat(county.find(marker + " 不能用").marked("summary")).containsExactly(marker + "不能用");
    }

    @Test
    void rubbishGetsASentenceOrNothingButNoFault() throws Exception {
        for (String words : List.of("", "，。！？", "'\\", "\"\"", "长".repeat(2000), "a b c d e f g h i j k l")) {
            Answer answer = county.find(words);
            assertThat(answer.status()).as(words).isEqualTo(422);
            assertThat(answer.body().path("detail").asString()).as(words).containsAnyOf("请输入", "请只留");
        }
        for (String words :
                List.of("\"没有合上", "a' | 'b", "x & !y:*", "%_", "𠮷𠮷", "<b>", "\u0000店", "'':*A", "１２３", "龘")) {
            assertThat(county.find(words).status()).as(words).isIn(200, 422);
            assertThat(county.suggest(words).status()).as(words).isEqualTo(200);
        }
        assertThat(county.find("店", "cursor=nonsense").status()).isEqualTo(422);
        assertThat(county.find("店", "kind=NONE").status()).isEqualTo(422);
        assertThat(county.find("店", "limit=0").status()).isEqualTo(422);
        assertThat(county.find("店", "agency=%27%20or%201=1").status()).isIn(200, 400);
    }

    @Test
    void pagesGoForwardAndBackWithoutGapOrDouble() throws Exception {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.addFirst(heard(Kind.COMPLAINT));
        }
        List<String> forward = new ArrayList<>();
        Answer page = county.find(marker, "limit=2");
        forward.addAll(page.numbers());
        assertThat(page.body().path("previousCursor").isNull()).isTrue();
        while (!page.body().path("nextCursor").isNull()) {
            page = county.find(
                    marker,
                    "limit=2",
                    "cursor=" + page.body().path("nextCursor").asString());
            forward.addAll(page.numbers());
            assertThat(page.total()).isEqualTo(5);
        }
        assertThat(forward).containsExactlyElementsOf(all);
        Answer back = county.find(
                marker,
                "limit=2",
                "cursor=" + page.body().path("previousCursor").asString());
        assertThat(back.numbers()).containsExactlyElementsOf(all.subList(2, 4));
    }

    @Test
    void figuresBesideTheHitsAreTheirsAndNarrowToThem() throws Exception {
        heard(Kind.COMPLAINT);
        heard(Kind.COMPLAINT);
        heard(Kind.CONSULTATION);
        Answer all = county.find(marker);
        String year = String.valueOf(
                clock.instant().atZone(java.time.ZoneId.of("Asia/Shanghai")).getYear());
        assertThat(all.total()).isEqualTo(3);
        assertThat(all.facet("kind")).containsExactly(Map.entry("COMPLAINT", 2), Map.entry("CONSULTATION", 1));
        assertThat(all.facet("year")).containsExactly(Map.entry(year, 3));
        assertThat(all.facet("agency")).containsExactly(Map.entry(PlantedCase.COUNTY, 3));
        for (String facet : List.of("kind", "stage", "agency", "year")) {
            for (Map.Entry<String, Integer> one : all.facet(facet).entrySet()) {
                assertThat(county.find(marker, facet + "=" + one.getKey()).total())
                        .as(facet + "=" + one.getKey())
                        .isEqualTo(one.getValue());
            }
        }
        assertThat(county.find(marker, "year=2001").total()).isZero();
    }

    @Test
    void proposesBusinessesAndGoodsWithTheNumberOfCases() throws Exception {
        heard(Kind.COMPLAINT);
        heard(Kind.COMPLAINT);
        Answer proposed = county.suggest(marker.substring(0, 3));
        assertThat(proposed.body().path("items").path(0).path("cases").asInt()).isEqualTo(2);
        assertThat(proposed.text()).contains(marker + "商行").contains("\"kind\":\"goods\"");
    }
}
