package org.fangxin.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.store.Hearing;
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
import org.springframework.context.ApplicationContext;
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
    String address = "崇信县锦屏镇东街";
    RequestPostProcessor handler;
    RequestPostProcessor head;
    RequestPostProcessor refuser;

    @Autowired
    ApplicationContext context;

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
        return sends(kinds, name, phone, content)
                .body()
                .path("cases")
                .valueStream()
                .map(one -> one.path("caseNo").asString())
                .toList();
    }

    private Answer sends(List<String> kinds, String name, String phone, String content) throws Exception {
        return ask(
                HttpMethod.POST,
                "/api/v1/submissions",
                Map.of(
                        "channel",
                        "WEB",
                        "kinds",
                        kinds,
                        "person",
                        Map.of("name", name, "phone", phone, "address", address),
                        "merchant",
                        Map.of("name", shop, "address", "崇信县锦屏镇西街", "regionCode", "620823", "type", "SHOP"),
                        "content",
                        content,
                        "demands",
                        List.of("REFUND"),
                        "amount",
                        "19.80"),
                null);
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

    private JsonNode fact(String caseNo, String beginning) throws Exception {
        return ask(HttpMethod.GET, path(caseNo, "abuse-indicators"), null, handler)
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("words").asString().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private String complaintFrom(String door, int nth) throws Exception {
        address = door;
        String other = "136" + String.format("%08d", (System.nanoTime() + nth) % 100_000_000L);
        String caseNo = sends(List.of("COMPLAINT"), "样例" + "甲乙丙丁戊己庚".charAt(nth), other, "买的糖果过期了，要求退款。")
                .body()
                .at("/cases/0/caseNo")
                .asString();
        Hearing.in(context, owner).all(reader(), caseNo);
        return caseNo;
    }

    private JournalReader reader() {
        return context.getBeansOfType(JournalReader.class).values().stream()
                .filter(one -> one.name().equals("abuse-addresses"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneDoorInSeveralWritingsIsOneAndLeavesNoAddressAnywhere() throws Exception {
        int house = (int) (System.nanoTime() % 900_000) + 100_000;
        String last = "";
        for (int i = 0; i < 6; i++) {
            String door = i % 2 == 0 ? "甘肃省平凉市崇信县锦屏镇南街" + house + "号2单元501室" : "崇信县锦屏镇南街" + house + "-2-501";
            last = complaintFrom(door, i);
        }
        JsonNode shared = fact(last, "同一通讯地址");
        assertThat(shared.path("count").asInt()).isEqualTo(6);
        assertThat(shared.path("reached").asBoolean()).isTrue();
        assertThat(shared.toString()).doesNotContain("南街", "样例甲");
        assertThat(fact(last, "同一手机号").path("count").asInt()).isEqualTo(1);

        String neighbour = complaintFrom("崇信县锦屏镇南街" + house + "号2单元502室", 0);
        assertThat(fact(neighbour, "同一通讯地址").path("count").asInt()).isEqualTo(1);
    }

    @Test
    void aDormitoryIsNotCompared() throws Exception {
        String last = "";
        for (int i = 0; i < 7; i++) {
            last = complaintFrom("崇信县样例学院3号宿舍楼204室", i);
        }
        assertThat(fact(last, "同一通讯地址").path("count").asInt()).isZero();
    }

    @Test
    void thePersonIsToldOfAFindingWithAnEffectAppealsByTrackingCodeAndSeesTheAnswer() throws Exception {
        Answer sent = sends(List.of("COMPLAINT"), "鲍样例", phone, "买的糖果过期了，要求退款。");
        String caseNo = sent.body().at("/cases/0/caseNo").asString();
        String own = "/api/v1/submissions/" + sent.body().path("submissionNo").asString() + "/abuse-findings";
        Map<String, String> code =
                Map.of("trackingCode", sent.body().path("trackingCode").asString(), "caseNo", caseNo);
        Answer found = ask(
                HttpMethod.POST,
                path(caseNo, "abuse-findings"),
                Map.of("factors", List.of("NO_REAL_CONSUMPTION"), "reasons", REASONS),
                head);
        assertThat(ask(HttpMethod.POST, own, code, null).body().path("items"))
                .as("it has had no effect yet")
                .isEmpty();

        refuse(caseNo);
        Answer told = ask(HttpMethod.POST, own, code, null);
        assertThat(told.body().at("/items/0/factors/0").asString()).contains("第十七条第一款第三项");
        assertThat(told.text()).doesNotContain(REASONS, "foundBy");
        String finding = "/" + found.body().at("/items/0/findingId");
        Map<String, String> appeal = new HashMap<>(code);
        appeal.put("words", "太短");
        assertThat(ask(HttpMethod.POST, own + finding + "/appeal", appeal, null).text())
                .contains("words", "10 到 2,000");
        appeal.put("words", "我有小票和付款记录，确实是自己买来吃的。");
        appeal.put("trackingCode", "0000000000000000");
        assertThat(ask(HttpMethod.POST, own + finding + "/appeal", appeal, null).status())
                .isEqualTo(404);
        appeal.putAll(code);
        assertThat(ask(HttpMethod.POST, own + finding + "/appeal", appeal, null).status())
                .isEqualTo(200);
        assertThat(ask(HttpMethod.POST, own + finding + "/appeal", appeal, null).status())
                .isEqualTo(409);

        RequestPostProcessor leader = as(Staff.hire(people, "620823", Role.LEADER));
        assertThat(ask(HttpMethod.GET, "/api/v1/abuse-appeals", null, leader).text())
                .contains(caseNo);
        assertThat(ask(HttpMethod.GET, "/api/v1/abuse-appeals", null, head).text())
                .as("the finder has had a part in it")
                .doesNotContain(caseNo);
        Map<String, String> lifted = Map.of("outcome", "LIFTED", "reasons", "小票和付款记录相符，确有购买。");
        String review = path(caseNo, "abuse-findings" + finding + "/review");
        assertThat(ask(HttpMethod.POST, review, lifted, refuser).text()).contains("您承办或者决定过");
        assertThat(ask(HttpMethod.POST, review, lifted, leader).status()).isEqualTo(200);
        assertThat(ask(HttpMethod.POST, own, code, null).text()).contains("撤销", "小票和付款记录相符");
        assertThat(JdbcClient.create(owner)
                        .sql(
                                "select action from identity.audit_log where subject = ? and action like 'ABUSE%' order by seq")
                        .param(caseNo)
                        .query(String.class)
                        .list())
                .containsExactly("ABUSE_FOUND", "ABUSE_FINDING_TOLD", "ABUSE_APPEALED_BY_PERSON", "ABUSE_REVIEWED");
    }

    private void refuse(String caseNo) throws Exception {
        refuser = as(Staff.hire(people, "620823", Role.HANDLER, Role.UNIT_HEAD));
        var act = MockMvcRequestBuilders.post("/api/v1/cases/" + caseNo + "/acts/refuse")
                .with(refuser)
                .header("If-Match", version(caseNo))
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(
                        Map.of("grounds", List.of("NOT_CONSUMER_OR_NO_DISPUTE"), "facts", "核对了来件内容和材料。")));
        var done = mvc.perform(act).andReturn().getResponse();
        assertThat(done.getStatus()).as(done.getContentAsString()).isEqualTo(200);
    }

    private String version(String caseNo) throws Exception {
        return String.valueOf(mvc.perform(
                        MockMvcRequestBuilders.get("/api/v1/cases/" + caseNo).with(refuser))
                .andReturn()
                .getResponse()
                .getHeader("ETag"));
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
