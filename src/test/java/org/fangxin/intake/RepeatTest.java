package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.fangxin.intake.Desk.Answer;
import org.fangxin.intake.internal.file.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Art. 35: the officer finds that a report is a repeat, without learning who reported. */
@FangxinTest
class RepeatTest {
    private static final String STORY = "这家店把冷柜里酸奶的生产日期改了，过期的还在卖，每天下午换标签。";

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    DataSource app;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Desk leader;
    String shop;
    String phone;

    @BeforeEach
    void aLine() {
        leader = Desk.of(
                mvc, Staff.hire(people, "620823", Role.LEADER, Role.UNIT_HEAD, Role.HANDLER, Role.INVESTIGATOR));
        long now = System.nanoTime();
        shop = "样例重复百货" + now;
        phone = "139" + String.format("%08d", now % 100_000_000L);
    }

    @Test
    void isFoundToldOnceMergedAndItsMaterialGoesOnInTheOtherFile() throws Exception {
        Answer first = reports(Map.of("anonymous", true, "phone", phone), STORY, List.of());
        Answer again = reports(Map.of("anonymous", true, "phone", phone), STORY + "今天又看到了。", List.of());

        JsonNode found = items(again).path(0);
        assertThat(found.path("caseNo").asString()).isEqualTo(caseNo(first));
        assertThat(found.path("knownBy").toString()).isEqualTo("[\"CONTACT\"]");
        assertThat(found.path("sameRespondent").asString()).isEqualTo("NAME");
        assertThat(found.path("likeness").asInt()).isGreaterThan(70);
        assertThat(found.path("open").asBoolean()).isTrue();
        assertThat(found.toString()).contains("酸奶").doesNotContain(phone);
        assertThat(items(first)).as("the later one is no earlier report").isEmpty();

        assertThat(leader.act(
                                caseNo(again),
                                "close-as-repeat",
                                Map.of(
                                        "earlierCaseNo",
                                        caseNo(first),
                                        "confirmed",
                                        List.of("SAME_REPORTER", "SAME_REPORTED", "SAME_FACT"),
                                        "knownBy",
                                        "CONTACT"))
                        .status())
                .isEqualTo(200);
        assertThat(saidOfEarlier(again)).as("told once").isEqualTo(1);
        assertThat(saidOfEarlier(first)).isZero();

        String file = upload();
        Answer more = reports(Map.of("anonymous", true, "phone", phone), "同一家店又开始卖没有检疫证明的冻肉。", List.of(file));
        assertThat(merge(more, first, "CONTACT").status()).isEqualTo(200);
        assertThat(saidOfEarlier(more)).as("told once").isEqualTo(1);
        Answer target = leader.get("/api/v1/cases/" + caseNo(first));
        assertThat(target.text()).contains("VerificationRestarted", "没有检疫证明的冻肉", file);
        assertThat(leader.download("/api/v1/cases/" + caseNo(first) + "/attachments/" + file)
                        .getStatus())
                .isEqualTo(200);
        List<String> states = new ArrayList<>();
        target.body().path("deadlines").forEach(one -> {
            if (one.path("rule").asString().equals("penalty.report.verify")) {
                states.add(one.path("state").asString());
                assertThat(one.path("dueOn").asString("")).isNotEmpty();
            }
        });
        assertThat(states).as("the earlier date stays").containsExactlyInAnyOrder("RUNNING", "LIFTED");
    }

    @Test
    void aWrongClaimIsAnsweredWithASentence() throws Exception {
        Answer first = reports(Map.of("anonymous", true, "phone", phone), STORY, List.of());
        Answer other = reports(Map.of("anonymous", true, "phone", "13612340099"), STORY, List.of());
        assertThat(items(other).toString()).doesNotContain(caseNo(first));
        assertThat(merge(other, first, "CONTACT").text()).contains("联系方式不同");
        assertThat(merge(other, first, "TRACKING_CODE").text()).contains("不是用同一个查询码");
    }

    @Test
    void aNamedReporterIsKnownByHisIdentityAndAnotherBusinessStaysUntold() throws Exception {
        Map<String, Object> named = Map.of("name", "隗样例", "phone", phone, "address", "甘肃省平凉市崇信县锦屏镇东街");
        Answer first = reports(named, STORY, List.of());
        String another = shop;
        shop = shop + "别家";
        Answer elsewhere = reports(named, "加油站的枪打出来的油不够数。", List.of());
        shop = another;
        Answer again = reports(named, STORY, List.of());
        assertThat(items(again)).hasSize(1);
        assertThat(items(again).path(0).path("knownBy").toString()).contains("IDENTITY", "CONTACT");
        assertThat(items(again).toString()).doesNotContain(caseNo(elsewhere), "隗样例");
    }

    @Test
    void whoVerifiesIsToldThatThereIsAnEarlierOneAndNothingOfWhatItSays() throws Exception {
        Answer first = reports(Map.of("anonymous", true, "phone", phone), STORY, List.of());
        Answer again = reports(Map.of("anonymous", true, "phone", phone), STORY, List.of());
        var investigator = Staff.hire(people, "620823", Role.INVESTIGATOR);
        leader.act(caseNo(again), "assign", Map.of("persons", List.of(investigator.personId())));
        Desk his = Desk.of(mvc, investigator);
        Answer told = his.get(path(again));
        assertThat(told.body().path("items")).isEmpty();
        JsonNode unseen = told.body().path("unseen").path(0);
        assertThat(unseen.path("caseNo").asString()).isEqualTo(caseNo(first));
        assertThat(unseen.path("stage").asString()).isEqualTo("RECEIVED");
        assertThat(unseen.path("knownBy").toString()).isEqualTo("[\"CONTACT\"]");
        assertThat(unseen.path("sameRespondent").asString()).isEqualTo("NAME");
        assertThat(unseen.path("alike").asBoolean()).isTrue();
        assertThat(told.text()).doesNotContain("酸奶", shop, phone);
        assertThat(noted(caseNo(again), caseNo(first))).isEqualTo(1);
        assertThat(his.get(path(first)).status()).as("the earlier one itself").isEqualTo(404);
        leader.act(caseNo(first), "assign", Map.of("persons", List.of(investigator.personId())));
        assertThat(his.get(path(again)).body().path("items").toString()).contains(caseNo(first));
        assertThat(his.get(path(again)).body().path("unseen")).isEmpty();
    }

    @Test
    void whatIsOutOfSightIsNotEvenCountedForAnybodyElse() throws Exception {
        Answer first = reports(Map.of("anonymous", true, "phone", phone), STORY, List.of());
        Answer again = reports(Map.of("anonymous", true, "phone", phone), STORY, List.of());
        var investigator = Staff.hire(people, "620823", Role.INVESTIGATOR);
        var handler = Staff.hire(people, "620823", Role.HANDLER);
        leader.act(caseNo(again), "assign", Map.of("persons", List.of(investigator.personId(), handler.personId())));
        assertThat(Desk.of(mvc, handler).get(path(again)).text()).doesNotContain(caseNo(first));
        var stranger = Staff.hire(people, "620823", Role.INVESTIGATOR);
        assertThat(Desk.of(mvc, stranger).get(path(again)).status()).isEqualTo(404);
        recused(caseNo(first), investigator.personId());
        assertThat(Desk.of(mvc, investigator).get(path(again)).text())
                .as("what he is recused from")
                .isEqualTo("{\"items\":[],\"unseen\":[]}");
    }

    private int noted(String caseNo, String earlier) {
        return new JdbcTemplate(owner)
                .queryForObject(
                        "select count(*) from identity.audit_log where action = 'REPEAT_TOLD' and subject = ? and detail::text like ?",
                        Integer.class,
                        caseNo,
                        "%" + earlier + "%");
    }

    private void recused(String caseNo, String person) {
        new JdbcTemplate(owner)
                .update("update casefile.case_file set recused = recused || ? where case_no = ?", person, caseNo);
    }

    /** The database itself: no role of the program reads a fingerprint, and its answers keep to the asking sight. */
    @Test
    void noFingerprintIsReadAndTheDatabaseAnswersWithinTheSight() throws Exception {
        Answer first = reports(Map.of("anonymous", true, "phone", phone), STORY, List.of());
        Answer again = reports(Map.of("anonymous", true, "phone", phone), STORY, List.of());
        String same = "select case_no from intake.same_reporter('" + caseNo(again) + "')";
        for (String role : List.of("fx_app", "fx_vault")) {
            assertThat(refused(role, "select 1 from intake.reporter_print")).contains("permission denied");
        }
        assertThat(refused("fx_app", "set local role fx_match")).contains("permission denied");
        assertThat(seen(same, "620823", "620824", "ALL", "")).containsExactly(caseNo(first));
        assertThat(seen(same, "620823", "620824", "NONE", "")).isEmpty();
        assertThat(seen(same, "620823", "620824", "OWN", "")).isEmpty();
        assertThat(seen(same, "620899", "62089:", "ALL", "")).isEmpty();
        // the broken twin: a function that looks with the owner's eyes tells everybody
        String twin =
                "alter function intake.same_reporter(text) owner to fx_owner; grant create on schema intake to fx_owner;";
        assertThat(seen(same, "620899", "62089:", "ALL", twin))
                .as("the guard finds it")
                .isNotEmpty();
    }

    private List<String> seen(String sql, String from, String to, String reports, String first) throws Exception {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (!first.isEmpty()) {
                statement.execute(first);
            }
            statement.execute("set local role fx_app");
            statement.execute("select set_config('fangxin.scope_from', '" + from + "', true),"
                    + " set_config('fangxin.scope_to', '" + to + "', true),"
                    + " set_config('fangxin.person', 'somebody', true), set_config('fangxin.reports', '" + reports
                    + "', true)");
            List<String> found = new ArrayList<>();
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            connection.rollback();
            return found;
        }
    }

    private String refused(String role, String sql) throws Exception {
        try (Connection connection = app.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (!role.equals("fx_app")) {
                statement.execute("set local role " + role);
            }
            try {
                statement.execute(sql);
                return "";
            } catch (java.sql.SQLException refusal) {
                return String.valueOf(refusal.getMessage());
            } finally {
                connection.rollback();
            }
        }
    }

    private Answer reports(Map<String, ?> person, String content, List<String> files) throws Exception {
        Map<String, Object> body = new HashMap<>();
        body.put("kinds", List.of("REPORT"));
        body.put("person", person);
        body.put("merchant", Map.of("name", shop, "address", "崇信县锦屏镇西街", "regionCode", "620823", "type", "SHOP"));
        body.put("content", content);
        body.put("actRegionCode", "620823");
        body.put("problemCode", "5301");
        body.put("attachments", files);
        body.put("demands", "-");
        body.put("amount", "-");
        Answer receipt =
                Desk.from(mvc, "198.51.100." + (System.nanoTime() % 200 + 1)).submit(Desk.example(body));
        assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);
        return receipt;
    }

    private String upload() throws Exception {
        return Desk.publicPages(mvc)
                .upload("/api/v1/attachments", "现场.jpg", Pictures.photograph(), Map.of("forReport", "true"))
                .at("/attachmentId");
    }

    private Answer merge(Answer from, Answer into, String knownBy) throws Exception {
        return leader.act(
                caseNo(from),
                "merge-report",
                Map.of(
                        "intoCaseNo",
                        caseNo(into),
                        "confirmed",
                        List.of("SAME_REPORTER", "SAME_REPORTED"),
                        "knownBy",
                        knownBy,
                        "newFacts",
                        "新的品种：没有检疫证明的冻肉。"));
    }

    private int saidOfEarlier(Answer receipt) throws Exception {
        JsonNode steps = Desk.publicPages(mvc).track(receipt).body().at("/cases/0/timeline");
        int said = 0;
        for (JsonNode step : steps) {
            said += step.toString().contains("此前的举报") ? 1 : 0;
        }
        return said;
    }

    private JsonNode items(Answer receipt) throws Exception {
        return leader.get(path(receipt)).body().path("items");
    }

    private static String path(Answer receipt) {
        return "/api/v1/cases/" + caseNo(receipt) + "/earlier-reports";
    }

    private static String caseNo(Answer receipt) {
        return receipt.at("/cases/0/caseNo");
    }
}
