package org.fangxin.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.SignedInAs;
import org.fangxin.identity.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Art. 17 and 42: facts for the line of a case, a finding by a person, a review by another; the case goes on all the while. */
@FangxinTest
class AbuseTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REASONS = "六件都是同一家店的同一种商品，现场核对没有实际购买。";

    record Answer(int status, JsonNode body, String text) {}

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    String shop;
    String phone;
    RequestPostProcessor handler;
    RequestPostProcessor head;

    @BeforeEach
    void aLine() {
        long now = System.nanoTime();
        shop = "样例因素商店" + now;
        phone = "135" + String.format("%08d", now % 100_000_000L);
        handler = as(Staff.hire(people, "620823", Role.HANDLER));
        head = as(Staff.hire(people, "620823", Role.UNIT_HEAD));
    }

    private static RequestPostProcessor as(Person person) {
        return SignedInAs.person(
                new SignedIn(person.personId(), person.username(), "测试员", person.agencyCode(), person.roles(), false));
    }

    private Answer ask(HttpMethod method, String path, Object body, RequestPostProcessor who) throws Exception {
        var request = MockMvcRequestBuilders.request(method, java.net.URI.create(path));
        if (who != null) {
            request.with(who);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
        }
        var response = mvc.perform(request).andReturn().getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        return new Answer(response.getStatus(), text.isEmpty() ? JSON.nullNode() : JSON.readTree(text), text);
    }

    /** Numbers of the cases that came of it, the complaint first. */
    private List<String> submits(List<String> kinds, String name, String content) throws Exception {
        Answer sent = ask(
                HttpMethod.POST,
                "/api/v1/submissions",
                Map.of(
                        "channel",
                        "WEB",
                        "kinds",
                        kinds,
                        "person",
                        Map.of("name", name, "phone", phone, "address", "崇信县锦屏镇东街"),
                        "merchant",
                        Map.of("name", shop, "address", "崇信县锦屏镇西街", "regionCode", "620823", "type", "SHOP"),
                        "content",
                        content,
                        "demands",
                        List.of("REFUND"),
                        "amount",
                        "19.80"),
                null);
        return sent.body()
                .path("cases")
                .valueStream()
                .map(one -> one.path("caseNo").asString())
                .toList();
    }

    private String path(String caseNo, String rest) {
        return "/api/v1/cases/" + caseNo + "/" + rest;
    }

    @Test
    void theLineSeesFactsWithTheCasesBehindThemAndEachLookIsRecorded() throws Exception {
        String last = "";
        for (int i = 0; i < 5; i++) {
            last = submits(List.of("COMPLAINT"), "鲍样例", "买的糖果过期了，第" + i + "包。").getFirst();
        }
        Answer seen = ask(HttpMethod.GET, path(last, "abuse-indicators"), null, handler);
        JsonNode massed = seen.body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("factor").asString().equals("MASSED_OR_COLLUSIVE"))
                .findFirst()
                .orElseThrow();
        assertThat(massed.path("reached").asBoolean()).isTrue();
        assertThat(massed.path("count").asInt()).isEqualTo(5);
        assertThat(massed.path("cases")).hasSize(5);
        assertThat(seen.text()).doesNotContain(phone, "鲍样例");
        assertThat(JdbcClient.create(owner)
                        .sql(
                                "select count(*) from identity.audit_log where subject = ? and action = 'ABUSE_INDICATORS_SEEN'")
                        .param(last)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        RequestPostProcessor elsewhere = as(Staff.hire(people, "620825", Role.HANDLER));
        assertThat(ask(HttpMethod.GET, path(last, "abuse-indicators"), null, elsewhere)
                        .status())
                .isEqualTo(404);
        RequestPostProcessor registrar = as(Staff.hire(people, "620823", Role.REGISTRAR));
        assertThat(ask(HttpMethod.GET, path(last, "abuse-indicators"), null, registrar)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFindingNeedsReasonsIsReviewedByAnotherAndChangesNothingOfTheCases() throws Exception {
        List<String> both = submits(List.of("COMPLAINT", "REPORT"), "鲍样例", "买的糖果过期了，店里还在卖，要求退款。");
        String complaint = both.getFirst();
        RequestPostProcessor leader = as(Staff.hire(people, "620823", Role.LEADER, Role.HANDLER));
        String before = state(complaint, leader) + state(both.getLast(), leader);
        assertThat(ask(
                                HttpMethod.POST,
                                path(complaint, "abuse-findings"),
                                Map.of("factors", List.of("FORGED"), "reasons", "假的"),
                                handler)
                        .text())
                .contains("reasons", "10 到 2,000");
        Answer found = ask(
                HttpMethod.POST,
                path(complaint, "abuse-findings"),
                Map.of("factors", List.of("NO_REAL_CONSUMPTION"), "reasons", REASONS),
                head);
        assertThat(found.status()).isEqualTo(201);
        String finding = path(complaint, "abuse-findings/" + found.body().at("/items/0/findingId"));
        Map<String, String> lifted = Map.of("outcome", "LIFTED", "reasons", "投诉人补交了小票，确有购买。");
        assertThat(ask(HttpMethod.POST, finding + "/review", lifted, leader).status())
                .isEqualTo(409);
        assertThat(ask(HttpMethod.POST, finding + "/appeal", Map.of("words", "我有小票，确实买了，请复核。"), handler)
                        .status())
                .isEqualTo(200);
        assertThat(ask(HttpMethod.POST, finding + "/review", lifted, head).text())
                .contains("不能复核");
        Answer reviewed = ask(HttpMethod.POST, finding + "/review", lifted, leader);
        assertThat(reviewed.body().at("/items/0/outcomeName").asString()).isEqualTo("撤销");
        assertThat(ask(HttpMethod.POST, finding + "/review", lifted, leader).status())
                .isEqualTo(409);
        assertThat(state(complaint, leader) + state(both.getLast(), leader))
                .as("complaint and report go on as they were")
                .isEqualTo(before);
    }

    @Test
    void whoReportedIsNotCounted() throws Exception {
        String report = submits(List.of("REPORT"), "鲍样例", "店里还在卖过期的糖果。").getFirst();
        RequestPostProcessor leader = as(Staff.hire(people, "620823", Role.LEADER, Role.UNIT_HEAD));
        assertThat(ask(HttpMethod.GET, path(report, "abuse-indicators"), null, leader)
                        .text())
                .isEqualTo("{\"items\":[]}");
    }

    private String state(String caseNo, RequestPostProcessor who) throws Exception {
        JsonNode one = ask(HttpMethod.GET, "/api/v1/cases/" + caseNo, null, who).body();
        return one.path("stage") + " " + one.path("flags") + " " + one.path("version") + " " + one.path("deadlines");
    }
}
