package org.fangxin.credit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.command.ProgramCommand;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** A grade from its facts to its objection, and what nobody learns from it. */
@FangxinTest
class CreditGradeTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    MockMvc mvc;

    @Autowired
    Merchants merchants;

    @Autowired
    People people;

    @Autowired
    FactReader reader;

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    @Autowired
    ApplicationContext context;

    @Autowired
    List<ProgramCommand> commands;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Bureaux desk;
    PlantedCase planted;
    long entity;
    SignedIn investigator;
    SignedIn second;
    SignedIn colleague = Bureaux.officer(PlantedCase.COUNTY, Role.INVESTIGATOR, Role.HANDLER);
    SignedIn head = Bureaux.officer(PlantedCase.COUNTY, Role.UNIT_HEAD);
    SignedIn leader = Bureaux.officer(PlantedCase.COUNTY, Role.LEADER);

    @BeforeEach
    void aShop() {
        String marker = "信用标记" + COUNT.incrementAndGet();
        desk = new Bureaux(mvc);
        investigator = hired();
        second = hired();
        planted = new PlantedCase(cases, clock, owner, marker);
        entity = merchants.add(shop(marker + "商行")).id();
    }

    private SignedIn hired() {
        Person person = Staff.hire(people, PlantedCase.COUNTY, Role.INVESTIGATOR, Role.HANDLER);
        Set<Role> roles = Set.of(Role.INVESTIGATOR, Role.HANDLER);
        return new SignedIn(person.personId(), person.username(), "测试员", PlantedCase.COUNTY, roles, false);
    }

    private static MarketEntity shop(String name) {
        return shop(null, name);
    }

    private static MarketEntity shop(@Nullable String uscc, String name) {
        return new MarketEntity(
                0,
                uscc,
                null,
                name,
                List.of(),
                MarketEntity.Kind.OTHER,
                MarketEntity.Status.ACTIVE,
                null,
                PlantedCase.COUNTY,
                null,
                null,
                null,
                null,
                null,
                1,
                Instant.EPOCH);
    }

    @Test
    void anUndecidedReportChangesNoGradeAndADecidedOneTellsItsNumberOnlyInItsLine() throws Exception {
        accepted();
        JsonNode before = computed(colleague);
        assertThat(reason(before, "COMPLAINT").path("found").asInt()).isEqualTo(1);
        String report = filed();
        act(report, Act.FLAG_FOOD_RISK, investigator, Map.of());
        act(report, Act.RECORD_OFFSHELF, investigator, Map.of());
        hear(report);
        for (SignedIn who : List.of(investigator, colleague, leader)) {
            JsonNode again = computed(who);
            assertThat(again.path("reasons")).as("nobody learns of the report").isEqualTo(before.path("reasons"));
            assertThat(again.path("score")).isEqualTo(before.path("score"));
        }
        decided(report, "样例罚字〔2026〕第1号");
        computed(colleague);
        JsonNode inLine = latest(investigator);
        assertThat(reason(inLine, "PENALTY")
                        .path("sources")
                        .get(0)
                        .path("caseNo")
                        .asString())
                .isEqualTo(report);
        assertThat(reason(inLine, "OFF_SHELF").path("found").asInt()).isEqualTo(1);
        JsonNode outside = latest(colleague);
        assertThat(reason(outside, "PENALTY").path("found").asInt()).isEqualTo(1);
        assertThat(reason(outside, "PENALTY").path("hidden").asInt()).isEqualTo(1);
        assertThat(outside.toString()).doesNotContain(report, "样例罚字");
        assertThat(outside.path("score")).isEqualTo(inLine.path("score"));
        assertThat(course(investigator)).contains("COMPLAINT", "REPORT", "PENALTY");
        assertThat(course(colleague)).as("the wall").contains("COMPLAINT").doesNotContain("REPORT", "PENALTY");
    }

    @Test
    void aSampleEnteredByMistakeIsNoPartOfWhatHappened() throws Exception {
        JdbcClient tables = JdbcClient.create(owner);
        long sample = tables.sql("""
                        insert into inspection.sample (agency_code, year, serial, product, batch, merchant, food, quantity,
                                                       seal_no, place, taken_at, officers, by_person)
                        values (?, 2031, ?, '样例酸奶', 'B1', ?, true, '六盒', 'F-1', '样例路8号', now(), array['a', 'b'], 'a')
                        returning sample_id""")
                .params(
                        PlantedCase.COUNTY,
                        COUNT.get(),
                        merchants.find(entity).orElseThrow().name())
                .query(Long.class)
                .single();
        assertThat(course(investigator)).contains("SAMPLE");
        tables.sql("insert into inspection.voided (sample_id, reason, by_person, at) values (?, '登记错了', 'a', now())")
                .param(sample)
                .update();
        assertThat(course(investigator)).doesNotContain("SAMPLE");
    }

    @Test
    void anUnfitSampleTakesPointsUntilItsReTestIsFitOrItIsVoidedAndOneOfAReportNever() throws Exception {
        String uscc = Shops.uscc();
        entity = merchants.add(shop(uscc, "样例抽检商行" + uscc)).id();
        int whole = computed(head).path("score").asInt();
        long sample = sampled(uscc, null);
        assertThat(reason(computed(head), "UNFIT_SAMPLE").path("found").asInt())
                .as("no result yet")
                .isZero();
        found(sample, false, false);
        JsonNode unfit = computed(head);
        assertThat(reason(unfit, "UNFIT_SAMPLE").path("found").asInt()).isEqualTo(1);
        assertThat(unfit.path("score").asInt()).isEqualTo(whole - 8);
        found(sampled(uscc, null), false, true);
        assertThat(reason(computed(head), "UNFIT_SAMPLE").path("found").asInt())
                .as("a fit one beside it")
                .isEqualTo(1);
        found(sampled(uscc, filed()), false, false);
        assertThat(computed(head).path("score").asInt())
                .as("a report's sample betrays no report")
                .isEqualTo(whole - 8);
        found(sample, true, true);
        assertThat(computed(head).path("score").asInt())
                .as("the re-test decides")
                .isEqualTo(whole);
        long mistaken = sampled(uscc, null);
        found(mistaken, false, false);
        assertThat(computed(head).path("score").asInt()).isEqualTo(whole - 8);
        JdbcClient.create(owner)
                .sql("insert into inspection.voided (sample_id, reason, by_person, at) values (?, '登记错了', 'a', now())")
                .param(mistaken)
                .update();
        assertThat(computed(head).path("score").asInt()).as("voided").isEqualTo(whole);
    }

    private long sampled(String uscc, @Nullable String caseNo) {
        return JdbcClient.create(owner)
                .sql("""
                        insert into inspection.sample (agency_code, year, serial, case_no, product, batch, merchant,
                                                       merchant_code, food, quantity, seal_no, place, taken_at, officers,
                                                       by_person)
                        values (?, 2032, ?, ?, '样例酸奶', 'B2', '样例商行', ?, true, '六盒', 'F-2', '样例路8号',
                                now() - interval '3 days', array['a', 'b'], 'a')
                        returning sample_id""")
                .params(Arrays.asList(PlantedCase.COUNTY, COUNT.incrementAndGet(), caseNo, uscc))
                .query(Long.class)
                .single();
    }

    private void found(long sample, boolean retest, boolean fit) {
        JdbcClient.create(owner)
                .sql("""
                        insert into inspection.result (sample_id, retest, lab, report_no, reported_on, received_at, fit,
                                                       items, by_person)
                        values (?, ?, '样例检验所', '检1号', current_date - 1, now() - interval '1 day', ?,
                                '[{"item": "菌落总数", "value": "9", "limit": "1", "fit": ' || ? || '}]', 'a')""")
                .params(sample, retest, fit, String.valueOf(fit))
                .update();
    }

    @Test
    void thePolicyOfTheSourcesHoldsAndOneThatForgetsTheCaseIsNoticed() throws Exception {
        String report = filed();
        decided(report, "样例罚字〔2026〕第2号");
        computed(leader);
        assertThat(seen(report, false)).isZero();
        assertThat(seen(report, true)).as("the twin without its policy").isPositive();
        assertThat(grades(Bureaux.officer(PlantedCase.NEIGHBOUR, Role.LEADER))).isEmpty();
        assertThat(grades(Bureaux.officer(PlantedCase.COUNTY + "001", Role.HANDLER)))
                .as("an office sees its county's")
                .hasSize(1);
    }

    @Test
    void asComputedByOneAnotherOneByTwoAndTheHistoryStays() throws Exception {
        long first = id(computed(investigator));
        assertThat(desk.post(investigator, "/grades/" + first + "/confirmation").status())
                .isEqualTo(204);
        assertThat(desk.post(investigator, "/grades/" + first + "/confirmation").status())
                .isEqualTo(409);
        long second = id(computed(head));
        assertThat(desk.post(head, "/grades/" + second + "/other", "grade", "A", "reason", "x")
                        .status())
                .as("the same is no other")
                .isEqualTo(422);
        assertThat(desk.post(head, "/grades/" + second + "/other", "grade", "C", "reason", "多次口头警告")
                        .status())
                .isEqualTo(204);
        assertThat(desk.post(head, "/grades/" + second + "/approval", "approve", true, "reason", "同意")
                        .at("/errors/0/code"))
                .isEqualTo("same-person");
        assertThat(desk.post(
                                Bureaux.officer(PlantedCase.NEIGHBOUR, Role.LEADER),
                                "/grades/" + second + "/approval",
                                "approve",
                                true,
                                "reason",
                                "同意")
                        .status())
                .isEqualTo(404);
        assertThat(desk.post(leader, "/grades/" + second + "/approval", "approve", true, "reason", "同意")
                        .status())
                .isEqualTo(204);
        assertThat(grades(leader))
                .extracting(
                        one -> one.path("state").asString() + one.path("grade").asString())
                .containsExactly("IN_FORCEC", "PASTA");
        assertThat(latest(leader).path("steps"))
                .extracting(step -> step.path("kind").asString())
                .containsExactly("COMPUTED", "ASKED", "APPROVED");
    }

    @Test
    void anObjectionIsAnsweredByAnotherThanWhoGraded() throws Exception {
        long grade = id(computed(head));
        String path = "/grades/" + grade;
        assertThat(desk.post(investigator, path + "/objections", "text", "已经整改", "paperNo", "异1")
                        .status())
                .as("not in force yet")
                .isEqualTo(409);
        desk.post(head, path + "/confirmation");
        assertThat(desk.post(investigator, path + "/objections", "text", "已经整改").at("/errors/0/field"))
                .isEqualTo("paperNo");
        assertThat(desk.post(investigator, path + "/objections", "text", "已经整改", "paperNo", "异1")
                        .status())
                .isEqualTo(204);
        assertThat(desk.post(head, path + "/answer", "upheld", false, "reason", "查无此事")
                        .at("/errors/0/code"))
                .isEqualTo("same-person");
        assertThat(desk.post(leader, path + "/answer", "upheld", true, "reason", "重新计算")
                        .status())
                .isEqualTo(204);
        assertThat(latest(leader).path("objection").asString()).isEqualTo("UPHELD");
    }

    @Test
    void aPaperCountsUntilItIsWithdrawnAndNeedsItsNumber() throws Exception {
        String path = "/merchants/" + entity + "/facts";
        String today = today().toString();
        assertThat(desk.post(investigator, path, "factor", "PENALTY", "on", today, "paperNo", "1", "text", "x")
                        .at("/errors/0/field"))
                .as("what the program knows is not entered")
                .isEqualTo("factor");
        assertThat(desk.post(investigator, path, "factor", "SERIOUS_LIST", "on", today, "text", "x")
                        .at("/errors/0/field"))
                .isEqualTo("paperNo");
        desk.post(investigator, path, "factor", "SERIOUS_LIST", "on", today, "paperNo", "列字1号", "text", "列入名单");
        assertThat(computed(head).path("computed").asString()).isEqualTo("D");
        long fact = credit(head).at("/facts/0/factId").asLong();
        assertThat(desk.post(head, "/facts/" + fact + "/withdrawal", "reason", "登记错了")
                        .status())
                .isEqualTo(204);
        assertThat(computed(head).path("computed").asString()).isEqualTo("A");
    }

    @Test
    void rebuiltFromTheJournalEveryFactIsThereAgainAndNoneTwice() throws Exception {
        accepted();
        String report = filed();
        decided(report, "样例罚字〔2026〕第3号");
        JsonNode before = computed(leader);
        assertThat(before.path("score").asInt()).isLessThan(100);
        JdbcClient.create(owner).sql("delete from credit.fact").update();
        assertThat(computed(leader).path("score").asInt())
                .as("nothing is known")
                .isEqualTo(100);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = commands.stream()
                .filter(one -> one.name().equals("rebuild"))
                .findFirst()
                .orElseThrow()
                .run(List.of("credit-facts"), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        hear(report);
        assertThat(computed(leader).path("reasons")).isEqualTo(before.path("reasons"));
    }

    @Test
    void whatHappenedToAnEntryThatWasMergedCountsForTheOneThatStays() throws Exception {
        accepted();
        desk.post(
                investigator,
                "/merchants/" + entity + "/facts",
                "factor",
                "SERIOUS_LIST",
                "on",
                today().toString(),
                "paperNo",
                "列字9号",
                "text",
                "列入名单");
        long stays = merchants.add(shop("留下的" + entity + "店")).id();
        merchants.merge(entity, stays, 1, "test");
        entity = stays;
        JsonNode grade = computed(head);
        assertThat(reason(grade, "COMPLAINT").path("found").asInt()).isEqualTo(1);
        assertThat(grade.path("computed").asString()).isEqualTo("D");
    }

    private String accepted() {
        String complaint = planted.complaint();
        planted.assign(complaint, investigator.personId());
        act(complaint, Act.ACCEPT, investigator, Map.of());
        hear(complaint);
        return complaint;
    }

    private String filed() {
        String report = planted.report();
        planted.assign(report, investigator.personId(), second.personId());
        act(
                report,
                Act.FILE,
                leader,
                Map.of(
                        "conditions",
                        List.of("EVIDENCE", "PUNISHABLE", "COMPETENT", "WITHIN_LIMITATION"),
                        "officers",
                        List.of(investigator.personId(), second.personId()),
                        "caseCause",
                        "FOOD_SAFETY"));
        return report;
    }

    private void decided(String report, String number) {
        act(
                report,
                Act.DECIDE_CASE,
                leader,
                Map.of("outcome", "PENALTY", "reviewed", true, "heard", true, "decisionNo", number, "fine", "3000.00"));
        hear(report);
    }

    private void act(String caseNo, Act act, SignedIn who, Map<String, ?> fields) {
        planted.act(caseNo, act, new Actor(who.personId(), who.agencyCode(), who.roles()), fields);
    }

    private void hear(String caseNo) {
        Hearing.in(context, owner).all(reader, caseNo);
    }

    private int seen(String caseNo, boolean broken) throws Exception {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                if (broken) {
                    statement.execute("drop policy scope on credit.grade_source");
                    statement.execute("create policy scope on credit.grade_source using (true)");
                }
                statement.execute("set local role fx_app");
                statement.execute("""
                        select set_config('fangxin.scope_from', '620826', true), set_config('fangxin.scope_to', '620827', true),
                               set_config('fangxin.person', 'x', true), set_config('fangxin.reports', 'OWN', true)""");
                try (var rows = statement.executeQuery(
                        "select count(*) from credit.grade_source where case_no = '" + caseNo + "'")) {
                    rows.next();
                    return rows.getInt(1);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    private JsonNode computed(SignedIn who) throws Exception {
        Reply reply = desk.post(who, "/merchants/" + entity + "/grades");
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return latest(who);
    }

    private List<String> course(SignedIn who) throws Exception {
        List<String> kinds = new ArrayList<>();
        desk.get(who, "/merchants/" + entity + "/course")
                .body()
                .path("items")
                .forEach(one -> kinds.add(one.path("kind").asString()));
        return kinds;
    }

    private JsonNode credit(SignedIn who) throws Exception {
        return desk.get(who, "/merchants/" + entity).body();
    }

    private JsonNode grades(SignedIn who) throws Exception {
        return credit(who).path("grades");
    }

    private JsonNode latest(SignedIn who) throws Exception {
        return grades(who).get(0);
    }

    private static long id(JsonNode grade) {
        return grade.path("gradeId").asLong();
    }

    private static JsonNode reason(JsonNode grade, String factor) {
        for (JsonNode one : grade.path("reasons")) {
            if (one.path("factor").asString().equals(factor)) {
                return one;
            }
        }
        throw new AssertionError("no reason " + factor);
    }

    private LocalDate today() {
        return clock.instant().atZone(Fields.ZONE).toLocalDate();
    }
}
