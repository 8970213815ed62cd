package org.fangxin.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Browser;
import org.fangxin.identity.Browser.Answer;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@FangxinTest
class WorklistFilterTest {
    private static final String COUNTY = "620823";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private Browser desk;
    private String caseNo;

    @BeforeEach
    void oneComplaintIsRegistered() throws Exception {
        desk = Staff.browser(mvc, Staff.hire(people, COUNTY, Role.REGISTRAR, Role.HANDLER));
        Answer answer = desk.post(
                "/api/v1/submissions",
                Map.of(
                        "channel", "PHONE",
                        "kinds", List.of("COMPLAINT"),
                        "person", Map.of("name", "测试", "phone", "13800000000", "address", "崇信县锦屏镇"),
                        "merchant", Map.of("name", "样例商店", "address", "锦屏镇西街", "regionCode", COUNTY, "type", "SHOP"),
                        "content", "买的水壶第二天就坏了，要求退款。",
                        "demands", List.of("REFUND")));
        assertThat(answer.status()).isEqualTo(201);
        caseNo = answer.body().path("cases").path(0).path("caseNo").asString();
    }

    @Test
    void findsACaseByEachConditionThatHoldsForIt() throws Exception {
        for (String condition : List.of(
                "kind=COMPLAINT",
                "kind=REPORT,COMPLAINT",
                "stage=RECEIVED",
                "kind=COMPLAINT&stage=RECEIVED",
                "agency=" + COUNTY,
                "view=open",
                "view=all",
                "merchant=样例商店",
                "q=水壶",
                "q=" + caseNo)) {
            assertThat(numbers(condition)).as(condition).contains(caseNo);
        }
    }

    @Test
    void leavesItOutByEachConditionThatDoesNot() throws Exception {
        for (String condition : List.of(
                "kind=REPORT",
                "stage=ACCEPTED,MEDIATING",
                "kind=COMPLAINT&stage=REFUSED",
                "officer=me",
                "view=closed",
                "view=waiting",
                "due=OVERDUE",
                "merchant=别家商店",
                "q=没有这样的词")) {
            assertThat(numbers(condition)).as(condition).doesNotContain(caseNo);
        }
    }

    @Test
    void findsWhereSomebodyIsStillToBeToldAlsoWhenTheCaseIsClosed() throws Exception {
        change("update casefile.case_file set open_duties = 0 where case_no = ?", caseNo);
        assertThat(numbers("owed=true")).doesNotContain(caseNo);
        change("update casefile.case_file set open_duties = 1, closed_at = now() where case_no = ?", caseNo);
        assertThat(numbers("owed=true")).contains(caseNo);
        assertThat(numbers("owed=true&view=open")).doesNotContain(caseNo);
        assertThat(numbers("owed=true&kind=REPORT")).doesNotContain(caseNo);
        assertThat(numbers("owed=false")).doesNotContain(caseNo);
    }

    @Test
    void countsWhatWaitsForAcceptanceApartFromWhatWaitsForAnAnswer() throws Exception {
        String consultation = consultation();

        assertThat(numbers("view=toDecide")).contains(caseNo).doesNotContain(consultation);
        assertThat(numbers("view=toAnswer")).contains(consultation).doesNotContain(caseNo);
        assertThat(numbers("view=toVerify")).doesNotContain(caseNo, consultation);
        for (String tab : List.of("toDecide", "toVerify", "toAnswer", "today", "overdue", "waiting")) {
            Answer list = desk.get("/api/v1/cases?limit=1&"
                    + (tab.equals("today") || tab.equals("overdue") ? "due=" + tab : "view=" + tab));
            assertThat(list.body().path("counts").path(tab).asInt())
                    .as(tab)
                    .isEqualTo(list.body().path("total").asInt());
        }
    }

    @Test
    void sortsWhatIsDueByTheHourByTheHour() throws Exception {
        String earlier = consultation();
        String later = consultation();
        assertThat(instant(later).toInstant()).isCloseTo(dueAt(later), within(1, ChronoUnit.SECONDS));

        change("update casefile.case_file set nearest_at = nearest_at - interval '2 hours' where case_no = ?", later);

        List<String> inOrder = numbers("kind=CONSULTATION&view=open", "due");
        assertThat(inOrder).containsSubsequence(later, earlier);
    }

    @Test
    void doesNotLetWhoOnlyMediatesProbeTheTextOfOtherCasesBySearching() throws Exception {
        Browser mediator = Staff.browser(mvc, Staff.hire(people, COUNTY, Role.MEDIATOR));

        assertThat(numbers("q=" + caseNo, "received", mediator)).contains(caseNo);
        for (String word : List.of("水壶", "13800000000", "测试")) {
            assertThat(numbers("q=" + word)).as(word).contains(caseNo);
            assertThat(numbers("q=" + word, "received", mediator)).as(word).doesNotContain(caseNo);
        }
    }

    private String consultation() throws Exception {
        Answer answer = desk.post(
                "/api/v1/submissions",
                Map.of(
                        "channel",
                        "PHONE",
                        "kinds",
                        List.of("CONSULTATION"),
                        "person",
                        Map.of("name", "测试", "phone", "13800000000"),
                        "content",
                        "网购的衣服没有拆封，七天内能退吗？"));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("cases").path(0).path("caseNo").asString();
    }

    private Instant dueAt(String number) throws Exception {
        return OffsetDateTime.parse(desk.get("/api/v1/cases/" + number)
                        .body()
                        .path("nearestDeadline")
                        .path("dueAt")
                        .asString())
                .toInstant();
    }

    private Timestamp instant(String number) {
        return Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> jdbc.sql("select nearest_at from casefile.case_file where case_no = ?")
                                .param(number)
                                .query(Timestamp.class)
                                .single()));
    }

    private void change(String sql, String number) {
        Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> jdbc.sql(sql).param(number).update()));
    }

    private List<String> numbers(String condition) throws Exception {
        return numbers(condition, "received");
    }

    private List<String> numbers(String condition, String sort) throws Exception {
        return numbers(condition, sort, desk);
    }

    private static List<String> numbers(String condition, String sort, Browser browser) throws Exception {
        Answer answer = browser.get("/api/v1/cases?limit=200&sort=" + sort + "&" + condition);
        assertThat(answer.status()).as(condition).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("caseNo").asString())
                .toList();
    }
}
