package org.fangxin.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.PlantedCase.COUNTY;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.SettableTime;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.greenchannel.Street.Reply;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.SignedInAs;
import org.fangxin.identity.Staff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One act on many cases over HTTP: looked at first, nothing unread ended, a result for each. */
@FangxinTest
class BulkTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    @Autowired
    SettableTime time;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Hall hall;
    PlantedCase planted;
    SignedIn head;
    SignedIn handler;

    @BeforeEach
    void aHeadAndAHandler() {
        hall = new Hall(mvc);
        planted = new PlantedCase(cases, clock, owner, "成批标记");
        head = hired(Role.UNIT_HEAD, Role.INTAKE);
        handler = hired(Role.HANDLER, Role.REGISTRAR);
    }

    @AfterEach
    void nowAgain() {
        time.giveBack();
    }

    @Test
    void endsNoCaseThatTheOfficerHasNotOpenedNorOneThatChangedSince() throws Exception {
        List<String> asked = List.of(consultation(), consultation(), consultation());
        hall.get(handler, "/cases/" + asked.get(0));
        hall.get(handler, "/cases/" + asked.get(1));
        changedByAColleague(asked.get(1));
        Map<String, Object> answer = Map.of("text", "七日内没有拆封的可以退货。");

        Reply preview = preview(handler, asked, "answer", answer);
        assertThat(outcomes(preview)).containsExactly("READY", "UNREAD", "UNREAD");
        assertThat(preview.at("/items/1/why")).contains("又有变化");
        assertThat(preview.at("/items/2/why")).contains("还没有打开过");
        Reply run = run(handler, UUID.randomUUID(), preview, "answer", answer);
        assertThat(outcomes(run)).containsExactly("DONE", "UNREAD", "UNREAD");
        assertThat(stages(asked)).containsExactly("ANSWERED", "REFERRED", "RECEIVED");

        // the twin: the same act on the unread case alone would stand, so that only the guard kept it open
        assertThat(act(handler, asked.get(2), "answer", answer)).isEqualTo(200);
    }

    @Test
    void listsAreNoReading() throws Exception {
        String one = consultation();
        hall.get(handler, "/cases?limit=200&view=all&q=" + one);
        assertThat(outcomes(preview(handler, List.of(one), "answer", Map.of("text", "可以。"))))
                .containsExactly("UNREAD");
    }

    @Test
    void previewsWhatHappensThenWithItsDatesAndWhyNotWithTheArticle() throws Exception {
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            mixed.add(assigned(planted.complaint(), handler));
        }
        String question = consultation();
        mixed.add(question);
        mixed.add("620826-200101-0001");
        long before = entries();

        Reply preview = preview(handler, mixed, "accept", Map.of());
        assertThat(entries()).as("nothing is written").isEqualTo(before);
        assertThat(outcomes(preview)).containsExactly("READY", "READY", "READY", "REFUSED", "NOT_SEEN");
        assertThat(preview.at("/items/3/why")).isNotBlank();
        Reply run = run(handler, UUID.randomUUID(), preview, "accept", Map.of());
        assertThat(outcomes(run)).containsExactly("DONE", "DONE", "DONE", "REFUSED", "NOT_SEEN");
        for (int i = 0; i < 3; i++) {
            assertThat(foreseen(run, i)).isEqualTo(foreseen(preview, i));
            assertThat(foreseen(run, i)).contains("已受理");
            assertThat(preview.body().path("items").path(i).path("deadlines")).isNotEmpty();
        }
        assertThat(run.at("/items/3/why")).isEqualTo(preview.at("/items/3/why"));
        assertThat(run.at("/items/3/articles")).isEqualTo(preview.at("/items/3/articles"));
    }

    @Test
    void namesWhoWasFirstAndStopsNoOther() throws Exception {
        List<String> two = List.of(assigned(planted.complaint(), handler), assigned(planted.complaint(), handler));
        Reply preview = preview(handler, two, "accept", Map.of());
        SignedIn other = hired(Role.HANDLER);
        planted.assign(two.get(0), handler.personId(), other.personId());

        Reply run = run(handler, UUID.randomUUID(), preview, "accept", Map.of());
        assertThat(outcomes(run)).containsExactly("CONFLICT", "DONE");
        assertThat(run.at("/items/0/why")).contains("已办理“分派承办人”");
    }

    @Test
    void assignsTwoHundredAndTheSameKeyAgainDoesNothingTwice() throws Exception {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 199; i++) {
            many.add(planted.complaint());
        }
        String question = consultation();
        many.add(100, question);
        Map<String, Object> fields = Map.of("persons", List.of(handler.personId()));
        UUID key = UUID.randomUUID();

        Reply preview = preview(head, many, "assign", fields);
        Reply run = run(head, key, preview, "assign", fields);
        assertThat(run.at("/done")).isEqualTo("199");
        assertThat(run.at("/items/100/outcome")).isEqualTo("REFUSED");
        long after = entries();
        Reply again = run(head, key, preview, "assign", fields);
        assertThat(again.at("/done")).isEqualTo("199");
        assertThat(entries()).isEqualTo(after);
    }

    @Test
    void takesAnAssignmentBackWithinTenMinutesByWhoMadeItAndNobodyElsesWork() throws Exception {
        SignedIn earlier = hired(Role.HANDLER);
        String first = assigned(planted.complaint(), earlier);
        String unassigned = planted.complaint();
        String workedOn = planted.complaint();
        List<String> three = List.of(first, unassigned, workedOn);
        Map<String, Object> fields = Map.of("persons", List.of(handler.personId()));
        UUID key = UUID.randomUUID();
        run(head, key, preview(head, three, "assign", fields), "assign", fields);
        assertThat(act(handler, workedOn, "accept", Map.of())).isEqualTo(200);

        assertThat(undo(hired(Role.UNIT_HEAD), key).status()).isEqualTo(404);
        Reply undone = undo(head, key);
        assertThat(undone.at("/done")).isEqualTo("2");
        assertThat(handlers(first)).containsExactly(earlier.personId());
        assertThat(handlers(unassigned)).isEmpty();
        assertThat(handlers(workedOn)).containsExactly(handler.personId());
    }

    @Test
    void takesNothingBackLaterNorWhatIsNoAssignment() throws Exception {
        time.set(LocalDateTime.ofInstant(clock.instant().minus(Duration.ofMinutes(11)), ZoneId.of("Asia/Shanghai"))
                .withNano(0)
                .toString());
        List<String> one = List.of(planted.complaint());
        Map<String, Object> fields = Map.of("persons", List.of(handler.personId()));
        UUID key = UUID.randomUUID();
        run(head, key, preview(head, one, "assign", fields), "assign", fields);
        time.giveBack();
        assertThat(undo(head, key).text()).contains("已过十分钟");

        UUID accepted = UUID.randomUUID();
        run(handler, accepted, preview(handler, one, "accept", Map.of()), "accept", Map.of());
        assertThat(undo(handler, accepted).text()).contains("只有分派可以撤销");
    }

    @Test
    void refusesActsThatAreDoneCaseByCaseMoreThanFiveHundredAndAFilterOfNothing() throws Exception {
        assertThat(preview(handler, List.of("x"), "file", Map.of()).text()).contains("不能成批办理");
        List<String> tooMany = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            tooMany.add("620826-200101-" + i);
        }
        assertThat(preview(handler, tooMany, "accept", Map.of()).text()).contains("一次最多办 500 件");
        Reply none = hall.post(handler, "/bulk/preview", "filter", Map.of("merchant", "没有这家"), "act", "accept");
        assertThat(none.text()).contains("没有选中案件");
        String mine = assigned(planted.complaint(), handler);
        Reply byFilter = hall.post(
                handler, "/bulk/preview", "filter", Map.of("queue", "mine", "kind", "COMPLAINT"), "act", "accept");
        assertThat(Hall.numbers(byFilter)).contains(mine);
    }

    private SignedIn hired(Role... roles) {
        Person person = Staff.hire(people, COUNTY, roles);
        return new SignedIn(person.personId(), person.username(), person.displayName(), COUNTY, Set.of(roles), false);
    }

    private String consultation() {
        return planted.open(Kind.CONSULTATION, COUNTY, null);
    }

    private String assigned(String caseNo, SignedIn... persons) {
        planted.assign(
                caseNo, java.util.Arrays.stream(persons).map(SignedIn::personId).toArray(String[]::new));
        return caseNo;
    }

    private void changedByAColleague(String caseNo) throws Exception {
        assertThat(act(hired(Role.HANDLER), caseNo, "refer", Map.of("text", "消保股")))
                .isEqualTo(200);
    }

    private int act(SignedIn who, String caseNo, String act, Map<String, Object> fields) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/api/v1/cases/" + caseNo + "/acts/" + act)
                        .with(SignedInAs.person(who))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsString(fields)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private Reply preview(SignedIn who, List<String> caseNos, String act, Map<String, Object> fields) throws Exception {
        return hall.post(who, "/bulk/preview", "caseNos", caseNos, "act", act, "fields", fields);
    }

    /** All rows of the preview, also those that it warned of. */
    private Reply run(SignedIn who, UUID key, Reply preview, String act, Map<String, Object> fields) throws Exception {
        List<Map<String, Object>> rows = Hall.items(preview).stream()
                .map(item -> Map.<String, Object>of(
                        "caseNo",
                        item.path("caseNo").asString(),
                        "version",
                        item.path("version").asLong()))
                .toList();
        var response = mvc.perform(MockMvcRequestBuilders.post("/api/v1/bulk")
                        .with(SignedInAs.person(who))
                        .header("Idempotency-Key", key.toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsString(Map.of("rows", rows, "act", act, "fields", fields))))
                .andReturn()
                .getResponse();
        String text = response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isEqualTo(200);
        return new Reply(response.getStatus(), JSON.readTree(text), text);
    }

    private Reply undo(SignedIn who, UUID key) throws Exception {
        return hall.post(who, "/bulk/" + key + "/undo");
    }

    private static List<String> outcomes(Reply reply) {
        return Hall.items(reply).stream()
                .map(item -> item.path("outcome").asString())
                .toList();
    }

    /** Where the case is then and what is due when, without how it was told. */
    private static String foreseen(Reply reply, int row) {
        JsonNode item = reply.body().path("items").path(row);
        StringBuilder told = new StringBuilder(item.path("stageLabel").asString());
        item.path("deadlines")
                .forEach(due -> told.append(" ")
                        .append(due.path("rule").asString())
                        .append(" ")
                        .append(due.path("dueOn").asString("")));
        return told.toString();
    }

    private long entries() {
        return JdbcClient.create(owner)
                .sql("select count(*) from casefile.journal")
                .query(Long.class)
                .single();
    }

    private List<String> stages(List<String> caseNos) {
        return caseNos.stream()
                .map(no -> JdbcClient.create(owner)
                        .sql("select stage from casefile.case_file where case_no = ?")
                        .param(no)
                        .query(String.class)
                        .single())
                .toList();
    }

    private List<String> handlers(String caseNo) {
        return JdbcClient.create(owner)
                .sql("select unnest(handlers) from casefile.case_file where case_no = ?")
                .param(caseNo)
                .query(String.class)
                .list();
    }
}
