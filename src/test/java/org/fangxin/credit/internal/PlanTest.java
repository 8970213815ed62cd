package org.fangxin.credit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.Bureaux;
import org.fangxin.credit.Lot;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.Staff;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.Merchants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** A year's plan: drawn by the rates of the grades, by two without relation, drawn again the same. */
@FangxinTest
class PlanTest {
    /** A county of its own, so that nobody else's businesses are in its pools. */
    private static final String COUNTY = "654321";

    @Autowired
    MockMvc mvc;

    @Autowired
    Merchants merchants;

    @Autowired
    People people;

    @Autowired
    InstantSource clock;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Test
    void drawsByTheRatesSendsNobodyToHisOwnAndTakesTheResultOnce() throws Exception {
        Bureaux desk = new Bureaux(mvc);
        SignedIn leader = Bureaux.officer(COUNTY, Role.LEADER);
        SignedIn one = hired();
        SignedIn two = hired();
        SignedIn three = hired();
        for (int i = 0; i < 4; i++) {
            shop("D");
        }
        for (int i = 0; i < 10; i++) {
            shop("C");
        }
        long own = shop("D");
        assertThat(desk.post(one, "/merchants/" + own + "/relation", "reason", "店主是我表兄")
                        .status())
                .isEqualTo(204);
        assertThat(target(desk.get(leader, "/plan").body(), "C"))
                .containsEntry("population", 10)
                .containsEntry("wanted", 3);
        String due = today().plusDays(60).toString();
        var drawn = desk.post(leader, "/drawings", "name", "样例抽查", "dueOn", due, "items", List.of("亮照经营", "明码标价"));
        assertThat(drawn.status()).as(drawn.text()).isEqualTo(201);

        JsonNode drawing =
                desk.get(leader, "/drawings/" + drawn.at("/drawingId")).body();
        assertThat(drawing.path("reproduced").asBoolean()).isTrue();
        assertThat(drawing.path("inspections")).hasSize(5 + 3);
        Set<String> teams = new HashSet<>();
        for (JsonNode inspection : drawing.path("inspections")) {
            teams.add(officers(inspection.path("inspectionId").asLong()).toString());
            if (inspection.path("merchantId").asLong() == own) {
                assertThat(officers(inspection.path("inspectionId").asLong()))
                        .containsExactlyInAnyOrder(two.personId(), three.personId());
            }
        }
        assertThat(target(desk.get(leader, "/plan").body(), "D")).containsEntry("left", 0);
        assertThat(desk.post(leader, "/drawings", "name", "再抽", "dueOn", due, "items", List.of("x"))
                        .at("/errors/0/code"))
                .isEqualTo("nothing");

        long inspection = drawing.at("/inspections/0/inspectionId").asLong();
        String path = "/inspections/" + inspection + "/result";
        String now = today().toString();
        assertThat(desk.post(Bureaux.officer(COUNTY, Role.HANDLER), path, "outcome", "NOTHING", "on", now, "text", "x")
                        .status())
                .as("not one of the two")
                .isEqualTo(404);
        assertThat(desk.post(leader, path, "outcome", "CORRECTION", "on", now, "text", "x")
                        .at("/errors/0/field"))
                .isEqualTo("correctBy");
        assertThat(desk.post(leader, path, "outcome", "NOTHING", "on", now, "text", "没有发现", "inOrder", List.of("0"))
                        .at("/errors/0/code"))
                .as("an item is not in order, so something was found")
                .isEqualTo("contradiction");
        assertThat(desk.post(leader, path, "outcome", "NOT_FOUND", "on", now, "text", "已经搬走", "inOrder", List.of("0"))
                        .status())
                .isEqualTo(204);
        assertThat(desk.post(leader, path, "outcome", "NOT_FOUND", "on", now, "text", "x")
                        .status())
                .isEqualTo(409);
        JsonNode entered = desk.get(
                        leader,
                        "/merchants/" + drawing.at("/inspections/0/merchantId").asLong() + "/inspections")
                .body()
                .at("/items/0");
        assertThat(entered.path("inOrder")).extracting(JsonNode::asBoolean).containsExactly(true, false);
        assertThat(desk.get(Bureaux.officer("620825", Role.LEADER), "/drawings/" + drawn.at("/drawingId"))
                        .status())
                .isEqualTo(404);
        assertThat(seen(false)).isZero();
        assertThat(seen(true)).as("the twin without its policy").isPositive();
        assertThat(teams).as("not always the same two").hasSizeGreaterThan(1);
        assertThat(Lot.TEAM).isEqualTo(2);
    }

    @Test
    void withFewerThanTwoFreeOfficersNothingIsDrawn() throws Exception {
        Bureaux desk = new Bureaux(mvc);
        SignedIn leader = Bureaux.officer("654322", Role.LEADER);
        long shop = merchants.add(entity("654322")).id();
        graded(shop, "654322", "D");
        var drawn = desk.post(leader, "/drawings", "name", "样例", "dueOn", today().toString(), "items", List.of("亮照经营"));
        assertThat(drawn.at("/errors/0/code")).isEqualTo("too-few");
        assertThat(desk.get(leader, "/plan").at("/drawings/0/name")).isEmpty();
    }

    private int seen(boolean broken) throws Exception {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                if (broken) {
                    statement.execute("drop policy scope on credit.inspection");
                    statement.execute("create policy scope on credit.inspection using (true)");
                }
                statement.execute("set local role fx_app");
                statement.execute(
                        "select set_config('fangxin.scope_from', '620825', true), set_config('fangxin.scope_to', '620826', true)");
                try (var rows = statement.executeQuery("select count(*) from credit.inspection")) {
                    rows.next();
                    return rows.getInt(1);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    private List<String> officers(long inspection) {
        return List.of(JdbcClient.create(owner)
                .sql("select array_to_string(officers, ',') from credit.inspection where inspection_id = ?")
                .param(inspection)
                .query(String.class)
                .single()
                .split(","));
    }

    private static Map<String, Integer> target(JsonNode plan, String grade) {
        for (JsonNode one : plan.path("targets")) {
            if (one.path("grade").asString().equals(grade)) {
                return Map.of(
                        "population", one.path("population").asInt(),
                        "wanted", one.path("wanted").asInt(),
                        "left", one.path("left").asInt());
            }
        }
        throw new AssertionError("no grade " + grade);
    }

    private SignedIn hired() {
        Person person = Staff.hire(people, COUNTY, Role.INVESTIGATOR);
        return new SignedIn(person.personId(), person.username(), "测试员", COUNTY, Set.of(Role.INVESTIGATOR), false);
    }

    private long shop(String grade) {
        long id = merchants.add(entity(COUNTY)).id();
        graded(id, COUNTY, grade);
        return id;
    }

    private void graded(long id, String agency, String grade) {
        JdbcClient.create(owner).sql("""
                        insert into credit.grade (agency_code, entity_id, rule_agency, rule_no, on_day, computed, score, grade, state)
                        values (?, ?, '00', 1, current_date, ?, 50, ?, 'IN_FORCE')""").params(agency, id, grade, grade).update();
    }

    private static MarketEntity entity(String region) {
        return new MarketEntity(
                0,
                null,
                null,
                "样例抽查店",
                List.of(),
                MarketEntity.Kind.OTHER,
                MarketEntity.Status.ACTIVE,
                null,
                region,
                null,
                null,
                null,
                null,
                null,
                1,
                Instant.EPOCH);
    }

    private LocalDate today() {
        return clock.instant().atZone(Fields.ZONE).toLocalDate();
    }
}
