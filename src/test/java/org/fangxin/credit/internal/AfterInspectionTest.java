package org.fangxin.credit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.Bureaux;
import org.fangxin.greenchannel.Shops;
import org.fangxin.greenchannel.Street.Reply;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.Staff;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.Merchants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** What follows from an inspection: an order that is looked at again, a lead that becomes a report. */
@FangxinTest
class AfterInspectionTest {
    private static final String COUNTY = "620881";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    MockMvc mvc;

    @Autowired
    Merchants merchants;

    @Autowired
    People people;

    @Autowired
    RecheckSweep sweep;

    @Autowired
    InstantSource clock;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Bureaux desk;
    SignedIn first;
    SignedIn leader = Bureaux.officer(COUNTY, Role.LEADER);
    SignedIn stranger = Bureaux.officer(COUNTY, Role.INVESTIGATOR, Role.HANDLER);
    long shop;
    long inspection;

    @BeforeEach
    void anInspectionIsDrawn() throws Exception {
        desk = new Bureaux(mvc);
        first = hired();
        hired();
        shop = merchants
                .add(new MarketEntity(
                        0,
                        Shops.uscc(),
                        null,
                        "样例检查店" + COUNT.incrementAndGet(),
                        List.of(),
                        MarketEntity.Kind.OTHER,
                        MarketEntity.Status.ACTIVE,
                        "样例街1号",
                        COUNTY,
                        null,
                        null,
                        null,
                        null,
                        null,
                        1,
                        clock.instant()))
                .id();
        JdbcClient.create(owner).sql("""
                        insert into credit.grade (agency_code, entity_id, rule_agency, rule_no, on_day, computed, score, grade, state)
                        values (?, ?, '00', 1, current_date, 'D', 50, 'D', 'IN_FORCE')""").params(COUNTY, shop).update();
        Reply drawn =
                desk.post(leader, "/drawings", "name", "样例抽查", "dueOn", day(30), "items", List.of("亮照经营", "明码标价"));
        assertThat(drawn.status()).as(drawn.text()).isEqualTo(201);
        inspection = mine(leader).path("inspectionId").asLong();
    }

    @Test
    void anOrderIsLookedAtAgainRemindedOnceAndWhatIsNotCorrectedGetsAnotherDay() throws Exception {
        assertThat(enter("CORRECTION", "correctBy", day(1)).at("/errors/0/field"))
                .isEqualTo("recheckOn");
        assertThat(enter("CORRECTION", "correctBy", day(1), "recheckOn", day(0)).at("/errors/0/field"))
                .as("not before it has to be corrected")
                .isEqualTo("recheckOn");
        assertThat(enter("CORRECTION", "correctBy", day(0), "recheckOn", day(1)).status())
                .isEqualTo(204);
        sweep.remind();
        sweep.remind();
        assertThat(told()).as("both officers, once").isEqualTo(2);

        long recheck = mine(leader).at("/rechecks/0/recheckId").asLong();
        assertThat(again(stranger, recheck, false).status()).isEqualTo(404);
        assertThat(again(leader, recheck, false).status()).isEqualTo(204);
        assertThat(again(leader, recheck, false).status()).isEqualTo(409);
        JsonNode now = mine(leader);
        assertThat(now.path("rechecks")).hasSize(2);
        assertThat(now.at("/rechecks/0/outcome").asString()).isEqualTo("NOT_CORRECTED");
        assertThat(now.path("leadText").asString())
                .as("what was ordered and not corrected can be filed")
                .contains("样例检查店", "明码标价");
        assertThat(again(leader, now.at("/rechecks/1/recheckId").asLong(), true).status())
                .isEqualTo(204);
        assertThat(mine(leader).path("rechecks")).hasSize(2);
    }

    @Test
    void aLeadIsFiledOnceAndBothSidesKnowEachOtherBehindTheWall() throws Exception {
        assertThat(file(leader).at("/errors/0/code")).as("no result yet").isEqualTo("no-lead");
        assertThat(enter("LEAD").status()).isEqualTo(204);
        assertThat(file(stranger).status()).isEqualTo(404);
        Reply filed = file(leader);
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        String caseNo = filed.at("/caseNo");
        assertThat(mine(leader).path("caseNo").asString()).isEqualTo(caseNo);
        assertThat(mine(leader).path("leadText").isNull()).isTrue();
        assertThat(file(leader).status()).isEqualTo(409);
        assertThat(desk.get(leader, "/cases/" + caseNo + "/inspection")
                        .body()
                        .path("inspectionId")
                        .asLong())
                .isEqualTo(inspection);
        assertThat(desk.get(stranger, "/cases/" + caseNo + "/inspection").status())
                .isEqualTo(404);
        assertThat(mine(stranger).toString()).doesNotContain(caseNo);
        assertThat(JdbcClient.create(owner)
                        .sql("select channel || kind || merchant_uscc from casefile.case_file where case_no = ?")
                        .param(caseNo)
                        .query(String.class)
                        .single())
                .isEqualTo(
                        "INSPECTIONREPORT" + merchants.find(shop).orElseThrow().uscc());
    }

    private Reply enter(String outcome, Object... more) throws Exception {
        Object[] fields = new Object[10 + more.length];
        Object[] fixed = {"outcome", outcome, "on", day(0), "text", "价签不全", "inOrder", List.of("0"), "paperNo", "责改1号"};
        System.arraycopy(fixed, 0, fields, 0, fixed.length);
        System.arraycopy(more, 0, fields, fixed.length, more.length);
        return desk.post(leader, "/inspections/" + inspection + "/result", fields);
    }

    private Reply again(SignedIn who, long recheck, boolean corrected) throws Exception {
        return desk.post(
                who,
                "/rechecks/" + recheck + "/result",
                "corrected",
                corrected,
                "on",
                day(0),
                "text",
                "再看了一次",
                "again",
                day(7));
    }

    private Reply file(SignedIn who) throws Exception {
        return desk.post(who, "/inspections/" + inspection + "/report", "text", "双随机抽查发现价签不全，责令改正。");
    }

    private JsonNode mine(SignedIn who) throws Exception {
        return desk.get(who, "/merchants/" + shop + "/inspections").body().at("/items/0");
    }

    private int told() {
        return JdbcClient.create(owner)
                .sql("""
                        select count(*) from notice.inbox i join credit.recheck r on i.event = 'recheck-' || r.recheck_id
                         where r.inspection_id = ?""")
                .param(inspection)
                .query(Integer.class)
                .single();
    }

    private SignedIn hired() {
        Person person = Staff.hire(people, COUNTY, Role.INVESTIGATOR);
        return new SignedIn(person.personId(), person.username(), "测试员", COUNTY, Set.of(Role.INVESTIGATOR), false);
    }

    private String day(int later) {
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        return today.plusDays(later).toString();
    }
}
