package org.fangxin.credit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.JournalReader.Heard;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.credit.Bureaux;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
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
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
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
    PlatformTransactionManager transactions;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Bureaux desk;
    PlantedCase planted;
    long entity;
    SignedIn investigator;
    SignedIn colleague = Bureaux.officer(PlantedCase.COUNTY, Role.INVESTIGATOR, Role.HANDLER);
    SignedIn head = Bureaux.officer(PlantedCase.COUNTY, Role.UNIT_HEAD);
    SignedIn leader = Bureaux.officer(PlantedCase.COUNTY, Role.LEADER);

    @BeforeEach
    void aShop() {
        String marker = "信用标记" + COUNT.incrementAndGet();
        desk = new Bureaux(mvc);
        Person person = Staff.hire(people, PlantedCase.COUNTY, Role.INVESTIGATOR, Role.HANDLER);
        investigator = new SignedIn(
                person.personId(),
                person.username(),
                "测试员",
                PlantedCase.COUNTY,
                Set.of(Role.INVESTIGATOR, Role.HANDLER),
                false);
        planted = new PlantedCase(cases, clock, owner, marker);
        entity = merchants
                .add(new MarketEntity(
                        0,
                        null,
                        null,
                        marker + "商行",
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
                        Instant.EPOCH))
                .id();
    }

    @Test
    void anUndecidedReportChangesNoGradeAndADecidedOneTellsItsNumberOnlyInItsLine() throws Exception {
        heard(planted.complaint(), new Entry.Accepted(false));
        JsonNode before = computed(colleague);
        assertThat(reason(before, "COMPLAINT").path("found").asInt()).isEqualTo(1);
        String report = planted.report();
        planted.assign(report, investigator.personId());
        heard(report, new Entry.OffShelfRecorded(List.of()));
        for (SignedIn who : List.of(investigator, colleague, leader)) {
            JsonNode again = computed(who);
            assertThat(again.path("reasons")).as("nobody learns of the report").isEqualTo(before.path("reasons"));
            assertThat(again.path("score")).isEqualTo(before.path("score"));
        }
        heard(report, decided("样例罚字〔2026〕第1号"));
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
    }

    @Test
    void thePolicyOfTheSourcesHoldsAndOneThatForgetsTheCaseIsNoticed() throws Exception {
        String report = planted.report();
        heard(report, decided("样例罚字〔2026〕第2号"));
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

    private static Entry.CaseDecided decided(String number) {
        return new Entry.CaseDecided(
                new Entry.Approval("leader", LocalDate.of(2026, 4, 20), null),
                "PENALTY",
                number,
                new BigDecimal("3000"),
                null,
                null);
    }

    private void heard(String caseNo, Entry entry) {
        Heard heard = new Heard(1, caseNo, 1, clock.instant(), clock.instant(), "x", entry, "a");
        Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> reader.take(List.of(heard))));
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
