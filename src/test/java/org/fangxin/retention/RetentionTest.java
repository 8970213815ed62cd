package org.fangxin.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.SettableTime;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.SignedInAs;
import org.fangxin.identity.Staff;
import org.fangxin.intake.Evidence;
import org.fangxin.intake.internal.file.FileVault;
import org.fangxin.retention.internal.Disposing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ten years after it was archived a case goes, when three people of its agency agree, and nothing of it but its skeleton stays. */
@FangxinTest
class RetentionTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WHY = "保管期满，已逐件核对。";

    record Answer(int status, JsonNode body, String text) {}

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext program;

    @Autowired
    People people;

    @Autowired
    CaseFiles cases;

    @Autowired
    SettableTime time;

    @Autowired
    Disposing disposing;

    @Autowired
    FileVault vault;

    @Autowired
    Evidence evidence;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient app;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    OldFile old;
    String marker;
    Person archivist;
    Person head;
    Person leader;

    @BeforeEach
    void peopleOfTheCounty() {
        old = new OldFile(cases, time, owner, people);
        marker = "枇杷" + System.nanoTime();
        archivist = Staff.hire(people, PlantedCase.COUNTY, Role.ARCHIVIST);
        head = Staff.hire(people, PlantedCase.COUNTY, Role.UNIT_HEAD);
        leader = Staff.hire(people, PlantedCase.COUNTY, Role.LEADER);
    }

    private static RequestPostProcessor as(Person person) {
        return SignedInAs.person(
                new SignedIn(person.personId(), person.username(), "测试员", person.agencyCode(), person.roles(), false));
    }

    private Answer ask(HttpMethod method, String path, Object body, Person who) throws Exception {
        var request = MockMvcRequestBuilders.request(method, java.net.URI.create("/api/v1/" + path))
                .with(as(who));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
        }
        var response = mvc.perform(request).andReturn().getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        boolean json = text.startsWith("{");
        return new Answer(response.getStatus(), json ? JSON.readTree(text) : JSON.nullNode(), text);
    }

    private String archived(String day) {
        return archived(day, null);
    }

    private String archived(String day, String related) {
        String no = old.archived(marker, day, null, related);
        Hearing.byEverybody(program, owner, no);
        return no;
    }

    /** What bars the case: empty when it may go, "none" when its term runs. */
    private String bars(String caseNo) throws Exception {
        return ask(HttpMethod.GET, "retention/due", null, archivist)
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("caseNo").asString().equals(caseNo))
                .findFirst()
                .map(item -> item.path("bars").toString())
                .orElse("none");
    }

    private String proposed(String... caseNos) throws Exception {
        Answer list =
                ask(HttpMethod.POST, "retention/lists", Map.of("caseNos", List.of(caseNos), "words", WHY), archivist);
        assertThat(list.status()).as(list.text()).isEqualTo(201);
        return list.body().path("summary").path("listNo").asString();
    }

    private Answer review(String listNo, Person who, Map<String, ?> body) throws Exception {
        return ask(HttpMethod.POST, "retention/lists/" + listNo + "/review", body, who);
    }

    private static Map<String, Object> yes() {
        return Map.of("approve", true, "words", WHY);
    }

    private String disposed(String... caseNos) throws Exception {
        String list = proposed(caseNos);
        assertThat(review(list, head, yes()).status()).isEqualTo(200);
        assertThat(review(list, leader, yes()).status()).isEqualTo(200);
        disposing.run();
        return list;
    }

    private int texts(String caseNo) {
        return JdbcClient.create(owner)
                .sql("""
                        select count(*) from casefile.act_text t join casefile.case_file c on c.id = t.case_id
                         where c.case_no = ?""")
                .param(caseNo)
                .query(Integer.class)
                .single();
    }

    @Test
    void aTermEndsOnTheDayOfTheSameNumberAndTheDayAfterTheCaseIsDue() throws Exception {
        var today = time.instant().atZone(org.fangxin.casefile.Fields.ZONE).toLocalDate();
        String due = archived(today.minusYears(10).minusDays(1).toString());
        String lastDay = archived(today.minusYears(10).toString());
        assertThat(bars(due)).isEqualTo("[]");
        assertThat(bars(lastDay)).isEqualTo("none");
        assertThat(KeptAs.lastDay(java.time.LocalDate.of(2016, 2, 29), 10)).isEqualTo("2026-02-28");
    }

    @Test
    void threePeopleAreNeededAndNoneOfThemTwice() throws Exception {
        String no = archived("2016-03-01");
        Person both = Staff.hire(people, PlantedCase.COUNTY, Role.ARCHIVIST, Role.UNIT_HEAD, Role.LEADER);
        Answer list = ask(HttpMethod.POST, "retention/lists", Map.of("caseNos", List.of(no), "words", WHY), both);
        String listNo = list.body().path("summary").path("listNo").asString();
        assertThat(bars(no)).isEqualTo("[\"LISTED\"]");
        assertThat(review(listNo, both, yes()).text()).contains("提出清册的人不能审核");
        assertThat(review(listNo, leader, yes()).text()).contains("先由承办机构负责人审核");
        assertThat(review(listNo, archivist, yes()).status()).isEqualTo(404);
        Person neighbour = Staff.hire(people, PlantedCase.NEIGHBOUR, Role.UNIT_HEAD);
        assertThat(review(listNo, neighbour, yes()).status()).isEqualTo(404);
        Person headAndLeader = Staff.hire(people, PlantedCase.COUNTY, Role.UNIT_HEAD, Role.LEADER);
        assertThat(review(listNo, headAndLeader, Map.of("approve", true, "words", "好"))
                        .text())
                .contains("“审核意见”要写");
        assertThat(review(listNo, headAndLeader, yes()).status()).isEqualTo(200);
        assertThat(review(listNo, headAndLeader, yes()).text()).contains("一个人也不能审核两次");
        disposing.run();
        assertThat(texts(no)).as("one review alone").isPositive();
        assertThat(review(listNo, leader, yes())
                        .body()
                        .path("summary")
                        .path("state")
                        .asString())
                .isEqualTo("APPROVED");
        disposing.run();
        assertThat(texts(no)).isZero();
        assertThat(ask(HttpMethod.GET, "retention/lists/" + listNo, null, archivist)
                        .body()
                        .path("summary")
                        .path("state")
                        .asString())
                .isEqualTo("DONE");
    }

    @Test
    void aReviewerStrikesOneCaseAndRefusesAnotherList() throws Exception {
        String kept = archived("2016-03-02");
        String gone = archived("2016-03-03");
        String list = proposed(kept, gone);
        Map<String, Object> striking =
                Map.of("approve", true, "words", WHY, "struck", List.of(Map.of("caseNo", kept, "reason", "审计还要用这一件")));
        assertThat(review(list, head, striking).status()).isEqualTo(200);
        assertThat(review(list, leader, yes()).status()).isEqualTo(200);
        disposing.run();
        assertThat(texts(kept)).isPositive();
        assertThat(texts(gone)).isZero();
        assertThat(bars(kept)).isEqualTo("[]");
        String refused = proposed(kept);
        assertThat(review(refused, head, Map.of("approve", false, "words", "还有几件没有核对。"))
                        .body()
                        .path("summary")
                        .path("state")
                        .asString())
                .isEqualTo("REFUSED");
        assertThat(review(refused, leader, yes()).status()).isEqualTo(409);
        assertThat(bars(kept)).as("free for another list").isEqualTo("[]");
    }

    @Test
    void aHeldCaseAndWhatBelongsToItStay() throws Exception {
        String held = archived("2016-03-04");
        String linked = archived("2016-03-05", held);
        Answer placed = ask(HttpMethod.POST, "retention/holds", Map.of("caseNo", held, "reason", "行政诉讼还没有结束"), leader);
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        assertThat(bars(held)).isEqualTo("[\"HELD\"]");
        assertThat(bars(linked)).isEqualTo("[\"LINKED\"]");
        assertThat(ask(HttpMethod.POST, "retention/lists", Map.of("caseNos", List.of(held), "words", WHY), archivist)
                        .text())
                .contains("不在到期可以销毁的案件里");
        long hold = JdbcClient.create(owner)
                .sql("select hold_id from retention.hold where case_no = ?")
                .param(held)
                .query(Long.class)
                .single();
        assertThat(ask(HttpMethod.POST, "retention/holds/" + hold + "/lift", Map.of("reason", "判决已经生效"), leader)
                        .status())
                .isEqualTo(200);
        assertThat(bars(linked)).isEqualTo("[]");
        String young = archived("2025-03-06", held);
        assertThat(bars(held)).as(young).isEqualTo("[\"LINKED\"]");
    }

    @Test
    void aCaseThatTheDatabaseRefusesKeepsNoOtherFromItsEnd() throws Exception {
        String young = archived("2024-03-07");
        String old = archived("2016-03-17");
        JdbcClient.create(owner)
                .sql("update retention.archived set archived_on = '2016-03-07' where case_no = ?")
                .param(young)
                .update();
        disposed(young, old);
        assertThat(texts(young)).as("its journal says that its term runs").isPositive();
        assertThat(texts(old)).isZero();
    }

    @Test
    void aHoldThatComesAfterTheReviewsIsHeeded() throws Exception {
        String no = archived("2016-03-07");
        String list = proposed(no);
        review(list, head, yes());
        review(list, leader, yes());
        ask(HttpMethod.POST, "retention/holds", Map.of("caseNo", no, "reason", "今天收到复议通知"), archivist);
        disposing.run();
        assertThat(texts(no)).isPositive();
        assertThat(ask(HttpMethod.GET, "retention/lists/" + list, null, leader).text())
                .contains("有人暂缓销毁");
    }

    @Test
    void onlyTheSkeletonStaysAndSaysSo() throws Exception {
        String no = archived("2016-03-08");
        assertThat(words(no)).contains(marker);
        String list = disposed(no);
        assertThat(words(no)).doesNotContain(marker);
        Answer page = ask(HttpMethod.GET, "cases/" + no, null, head);
        assertThat(page.status()).isEqualTo(200);
        // the planted case has the marker in its submission's number, which is no word of the case
        assertThat(page.text().replace("S-" + marker, ""))
                .contains("DISPOSED", list, "已销毁")
                .doesNotContain(marker, "13900001122");
        Person handler = Staff.hire(people, PlantedCase.COUNTY, Role.HANDLER);
        assertThat(page.body().path("availableActs")).isEmpty();
        assertThat(ask(HttpMethod.POST, "cases/" + no + "/acts/follow-up", Map.of("remark", "再问一次"), handler)
                        .status())
                .isBetween(400, 499);
        String csv = ask(HttpMethod.GET, "retention/lists/" + list + "/csv", null, leader)
                .text();
        assertThat(csv).contains(no, list, "投诉", "2016-03-08", "2026-03-08").doesNotContain(marker);
    }

    @Test
    void theContentOfItsFilesGoes() throws Exception {
        String file = evidence.keep(marker.getBytes(StandardCharsets.UTF_8), "小票.txt", null, time.instant());
        String no = old.archived(marker, "2016-03-12", file, null);
        Hearing.byEverybody(program, owner, no);
        assertThat(vault.has(file)).isTrue();
        disposed(no);
        assertThat(vault.has(file)).isFalse();
        List<String> left = JdbcClient.create(owner)
                .sql("select attachment_id from intake.attachment union select attachment_id from retention.file_left")
                .query((rs, n) -> rs.getString(1))
                .list();
        assertThat(left).doesNotContain(file);
    }

    @Test
    void theChainHoldsAndATextThatOnlyWentMissingIsAFault() throws Exception {
        String gone = archived("2016-03-09");
        String robbed = archived("2016-03-10");
        disposed(gone);
        assertThat(verified(gone)).doesNotContain(gone);
        JdbcClient byOwner = JdbcClient.create(owner);
        assertThat(verified(robbed)).doesNotContain(robbed);
        byOwner.sql(
                        "delete from casefile.act_text where case_id = (select id from casefile.case_file where case_no = ?)")
                .param(robbed)
                .update();
        assertThat(verified(robbed)).contains(robbed + " 第", "文字与摘要不符");
        byOwner.sql("""
                        insert into casefile.act_text
                        select act_id, 'content', case_id, '又写了回来' from casefile.journal
                         where case_id = (select id from casefile.case_file where case_no = ?) and case_seq = 1""").param(gone).update();
        assertThat(verified(gone)).contains(gone + " 第", "已经销毁的案件还有文字");
        byOwner.sql(
                        "delete from casefile.act_text where case_id = (select id from casefile.case_file where case_no = ?)")
                .param(gone)
                .update();
    }

    private String verified(String caseNo) {
        return org.fangxin.casefile.store.Verified.told(program, caseNo);
    }

    @Test
    void theProgramsOwnRoleCannotDisposeBesideAReviewedList() throws Exception {
        String no = archived("2016-03-11");
        String list = proposed(no);
        review(list, head, yes());
        assertThatThrownBy(
                        () -> byProgram("select retention.dispose(?, ?, ?)", list, no, Timestamp.from(time.instant())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("no list that two others approved");
        review(list, leader, yes());
        assertThatThrownBy(
                        () -> byProgram("select retention.dispose(?, ?, ?)", list, no, Timestamp.from(time.instant())))
                .hasStackTraceContaining("journal of the case does not say");
        assertThatThrownBy(() -> byProgram(
                        "select retention.dispose(?, ?, ?)",
                        list,
                        no,
                        Timestamp.from(Instant.parse("2026-03-10T00:00:00Z"))))
                .hasStackTraceContaining("shortest term");
        for (String statement : List.of(
                "delete from casefile.act_text",
                "update retention.review set decision = 'APPROVED'",
                "delete from retention.list_case",
                "update retention.list_case set disposed_at = now()",
                "select retention.dispose_words(1, 'x')")) {
            assertThatThrownBy(() -> app.sql(statement).update())
                    .as(statement)
                    .hasStackTraceContaining("permission denied");
        }
        disposing.run();
        assertThat(texts(no)).isZero();
    }

    private void byProgram(String sql, Object... values) {
        Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    app.sql(sql).params(values).query(rs -> {});
                }));
    }

    /** Everything that stands of the case in the tables of the case file, the search and the party. */
    private String words(String caseNo) {
        return JdbcClient.create(owner)
                .sql("""
                        select concat_ws(' ', to_jsonb(c) - 'submission_no',
                               (select string_agg(t.body, ' ') from casefile.act_text t where t.case_id = c.id),
                               (select string_agg(p::text, ' ') from casefile.party p where p.case_id = c.id),
                               (select string_agg(s.terms::text, ' ') from search.case_text s where s.case_id = c.id))
                          from casefile.case_file c where c.case_no = ?""")
                .param(caseNo)
                .query(String.class)
                .single();
    }
}
