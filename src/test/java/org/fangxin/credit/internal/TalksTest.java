package org.fangxin.credit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.credit.Bureaux;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.Merchants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** A talk from its record to its effect, and what other agencies are told. */
@FangxinTest
class TalksTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    MockMvc mvc;

    @Autowired
    Merchants merchants;

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Bureaux desk;
    PlantedCase planted;
    long entity;
    LocalDate held;
    SignedIn handler = Bureaux.officer(PlantedCase.COUNTY, Role.HANDLER);
    SignedIn leader = Bureaux.officer(PlantedCase.COUNTY, Role.LEADER);
    SignedIn city = Bureaux.officer("6208", Role.SUPERIOR, Role.LEADER);

    @BeforeEach
    void aShop() {
        String marker = "约谈标记" + COUNT.incrementAndGet();
        desk = new Bureaux(mvc);
        planted = new PlantedCase(cases, clock, owner, marker);
        held = clock.instant().atZone(Fields.ZONE).toLocalDate().minusDays(40);
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
    void theEffectCountsComplaintsOfTheAgencyAndOthersGetNoSmallCount() throws Exception {
        complaints(5, -10);
        complaints(2, 10);
        planted.open(Kind.REPORT, PlantedCase.COUNTY, at(-5), null);
        recorded(List.of());
        JsonNode own = talk(handler);
        assertThat(own.at("/effect/0/before").asInt()).isEqualTo(5);
        assertThat(own.at("/effect/0/after").asInt()).isEqualTo(2);
        assertThat(own.at("/effect/1/ready").asBoolean()).isFalse();
        assertThat(own.at("/effect/1/after").isNull()).isTrue();
        assertThat(own.path("participants").asString()).isEqualTo("负责人某某");
        JsonNode above = talk(city);
        assertThat(above.at("/effect/0/suppressed").asBoolean()).isTrue();
        assertThat(above.at("/effect/0/before").isNull()).isTrue();
        assertThat(above.path("participants").isNull()).isTrue();
        assertThat(talks(Bureaux.officer(PlantedCase.NEIGHBOUR, Role.LEADER))).isEmpty();
        assertThat(talks(Bureaux.officer(PlantedCase.COUNTY + "001", Role.HANDLER)))
                .hasSize(1);
    }

    @Test
    void promisesHaveOneResultAndOtherAgenciesCannotWriteThem() throws Exception {
        String talk = recorded(List.of());
        assertThat(desk.post(handler, "/talks/" + talk + "/follow-ups", "text", "现场看过")
                        .status())
                .isEqualTo(204);
        assertThat(desk.post(city, "/talks/" + talk + "/follow-ups", "text", "x")
                        .status())
                .isEqualTo(404);
        long promise = talk(handler).at("/commitments/0/commitmentId").asLong();
        assertThat(talk(handler).at("/commitments/0/overdue").asBoolean()).isTrue();
        String path = "/commitments/" + promise + "/result";
        assertThat(desk.post(city, path, "done", true, "text", "x").status()).isEqualTo(404);
        assertThat(desk.post(handler, path, "done", true, "text", "已经退清").status())
                .isEqualTo(204);
        assertThat(desk.post(handler, path, "done", false, "text", "x").status())
                .isEqualTo(409);
        assertThat(talk(leader).at("/commitments/0/result").asString()).isEqualTo("DONE");
    }

    @Test
    void aReportAmongTheOccasionsIsKnownInItsLineAloneAndAForgetfulPolicyIsNoticed() throws Exception {
        String report = planted.report();
        assertThat(record(handler, List.of(report)).at("/errors/0/field"))
                .as("not in its line")
                .isEqualTo("caseNos");
        assertThat(record(leader, List.of(report)).status()).isEqualTo(201);
        assertThat(talk(leader).at("/caseNos/0").asString()).isEqualTo(report);
        assertThat(talk(handler).toString()).doesNotContain(report);
        assertThat(seen(report, false)).isZero();
        assertThat(seen(report, true)).as("the twin without its policy").isPositive();
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        assertThat(desk.post(handler, "/talks").at("/errors/0/field")).isEqualTo("kind");
        assertThat(desk.post(handler, "/talks", "kind", "TALK", "heldOn", "2099-01-01")
                        .at("/errors/0/field"))
                .isEqualTo("heldOn");
    }

    private int seen(String caseNo, boolean broken) throws Exception {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                if (broken) {
                    statement.execute("drop policy scope on credit.talk_case");
                    statement.execute("create policy scope on credit.talk_case using (true)");
                }
                statement.execute("set local role fx_app");
                statement.execute("""
                        select set_config('fangxin.scope_from', '620826', true), set_config('fangxin.scope_to', '620827', true),
                               set_config('fangxin.person', 'x', true), set_config('fangxin.reports', 'OWN', true)""");
                try (var rows = statement.executeQuery(
                        "select count(*) from credit.talk_case where case_no = '" + caseNo + "'")) {
                    rows.next();
                    return rows.getInt(1);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    private void complaints(int n, int daysFromTalk) {
        for (int i = 0; i < n; i++) {
            planted.open(Kind.COMPLAINT, PlantedCase.COUNTY, at(daysFromTalk), null);
        }
    }

    private Instant at(int daysFromTalk) {
        return held.plusDays(daysFromTalk).atStartOfDay(Fields.ZONE).toInstant().plus(Duration.ofHours(10));
    }

    private String recorded(List<String> caseNos) throws Exception {
        var reply = record(handler, caseNos);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.at("/talkId");
    }

    private org.fangxin.greenchannel.Street.Reply record(SignedIn who, List<String> caseNos) throws Exception {
        return desk.post(
                who,
                "/talks",
                "kind",
                "TALK",
                "heldOn",
                held.toString(),
                "place",
                "县局会议室",
                "occasion",
                "CASES",
                "occasionText",
                "退款投诉多",
                "participants",
                "负责人某某",
                "points",
                "七天内清退",
                "merchantIds",
                List.of(entity),
                "caseNos",
                caseNos,
                "commitments",
                List.of(Map.of("text", "清退全部", "dueOn", held.plusDays(7).toString())));
    }

    private JsonNode talks(SignedIn who) throws Exception {
        return desk.get(who, "/merchants/" + entity + "/talks").body().path("items");
    }

    private JsonNode talk(SignedIn who) throws Exception {
        return talks(who).get(0);
    }
}
