package org.fangxin.greenchannel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.greenchannel.Street.Complaint;
import org.fangxin.greenchannel.Street.Reply;
import org.fangxin.greenchannel.Street.Shop;
import org.fangxin.identity.Browser;
import org.fangxin.identity.Browser.Answer;
import org.fangxin.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A merchant's people see their own merchant's complaints while they belong to it, and nothing else of anybody. */
@FangxinTest
class GreenIsolationTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Street street;
    Shop shop;
    Browser keeper;
    Complaint complaint;

    @BeforeEach
    void aComplaint() throws Exception {
        street = new Street(mvc);
        shop = street.joins();
        keeper = street.keeper(shop);
        complaint = street.complains(shop);
    }

    @Test
    void anotherMerchantFindsNothingLikeWhatDoesNotExist() throws Exception {
        Browser other = street.keeper(street.joins());
        String missing = "/api/v1/merchant/items/620823-T-260101-9999";
        for (String call : List.of("", "/files/a-1")) {
            Answer theirs = other.get(Street.item(complaint) + call);
            assertThat(theirs.status()).isEqualTo(404);
            assertThat(theirs.body()).isEqualTo(other.get(missing + call).body());
        }
        for (String call : List.of("/messages", "/proposals", "/refusal")) {
            Map<String, String> words = Map.of("text", "别人的", "remedy", "REFUND");
            Answer theirs = other.post(Street.item(complaint) + call, words);
            assertThat(theirs.status()).isEqualTo(404);
            assertThat(theirs.body())
                    .isEqualTo(other.post(missing + call, words).body());
        }
        assertThat(street.numbers(other, "ALL")).isEmpty();
        assertThat(other.get("/api/v1/merchant/figures").body().path("all").asInt())
                .isZero();
        assertThat(keeper.get(Street.item(complaint)).body().path("lines")).isEmpty();
    }

    @Test
    void aMerchantsAccountOpensNoOfficersDoor() throws Exception {
        assertThat(keeper.get("/api/v1/cases/" + complaint.caseNo()).status()).isEqualTo(404);
        assertThat(keeper.get("/api/v1/cases/" + complaint.caseNo() + "/green-channel")
                        .status())
                .isEqualTo(404);
        assertThat(keeper.get("/api/v1/cases").body().path("total").asInt()).isZero();
        assertThat(keeper.get("/api/v1/green-channel/members").status()).isEqualTo(404);
        assertThat(keeper.get("/api/v1/people/handlers").status()).isEqualTo(404);
        assertThat(keeper.get("/api/v1/watch").body().toString()).doesNotContainPattern("[1-9]");
        assertThat(keeper.post("/api/v1/cases/" + complaint.caseNo() + "/acts/escalate", Map.of())
                        .status())
                .isIn(404, 428);
    }

    @Test
    void seesNoTraceOfAReportThatCameWithAComplaint() throws Exception {
        Complaint mixed = street.complains(shop, Map.of("kinds", List.of("COMPLAINT", "REPORT")), Map.of());
        Answer seen = keeper.get(Street.item(mixed));
        assertThat(seen.status()).isEqualTo(404);
        assertThat(street.numbers(keeper, "ALL")).containsExactly(complaint.caseNo());
        String own = keeper.get(Street.item(complaint)).body().toString();
        assertThat(own).doesNotContain("举报").doesNotContain("REPORT");
    }

    @Test
    void whoLeftFindsNothingAndTheSessionEnds() throws Exception {
        Reply page =
                street.officer(HttpMethod.GET, "/api/v1/green-channel/members/" + shop.memberId(), null, Role.LEADER);
        Reply left = street.officer(
                HttpMethod.PUT,
                "/api/v1/green-channel/members/" + shop.memberId() + "/state",
                Map.of(
                        "state",
                        "LEFT",
                        "version",
                        page.body().at("/member/version").asLong()),
                Role.LEADER);
        assertThat(left.status()).isEqualTo(200);

        assertThat(keeper.get(Street.item(complaint)).status()).isEqualTo(401);
        Reply theCase = street.officer(HttpMethod.GET, "/api/v1/cases/" + complaint.caseNo(), null, Role.HANDLER);
        assertThat(theCase.at("/stage")).isEqualTo("RECEIVED");
        assertThat(street.complains(shop).stage()).isEqualTo("RECEIVED");
        Reply after =
                street.officer(HttpMethod.GET, "/api/v1/green-channel/members/" + shop.memberId(), null, Role.LEADER);
        assertThat(after.body().at("/people/people/0/closedAt").isNull()).isFalse();
    }

    @Test
    void aLinkOpensOneAccountAndThenNone() throws Exception {
        String token = street.invitation(shop);
        street.opens(token);
        Answer again = new Browser(mvc)
                .post(
                        "/api/v1/merchant/invitation/acceptance",
                        Map.of(
                                "token",
                                token,
                                "username",
                                "second-use",
                                "displayName",
                                "某",
                                "password",
                                Street.PASSWORD));
        Answer unknown = new Browser(mvc).post("/api/v1/merchant/invitation", Map.of("token", "x".repeat(43)));
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.body().path("detail")).isEqualTo(unknown.body().path("detail"));
    }

    @Test
    void aLinkPastItsSevenDaysOpensNothing() throws Exception {
        String token = street.invitation(shop);
        JdbcClient.create(owner)
                .sql("update greenchannel.invitation set expires_at = made_at where member_id = ?")
                .param(shop.memberId())
                .update();
        assertThat(new Browser(mvc)
                        .post("/api/v1/merchant/invitation", Map.of("token", token))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void neitherLinkNorWordsAreKeptInClear() throws Exception {
        String token = street.invitation(shop);
        street.consumer(complaint, "/messages", Map.of("text", "琥珀石榴暗号"));
        JdbcClient database = JdbcClient.create(owner);
        String all = database.sql("""
                        select string_agg(t::text, ' ') from (
                            select row(i.*)::text as t from greenchannel.invitation i
                            union all select row(m.*)::text from greenchannel.message m
                            union all select row(c.*)::text from greenchannel.consent c
                            union all select row(j.*)::text from casefile.journal j
                            union all select row(a.*)::text from casefile.act_text a) x(t)""").query(String.class).single();
        assertThat(all).doesNotContain(token).doesNotContain("琥珀石榴暗号");
        String digest = database.sql("select digest from greenchannel.message where case_no = ?")
                .param(complaint.caseNo())
                .query(String.class)
                .single();
        assertThat(database.sql("select count(*) from casefile.journal where type = 'ConsumerReplied' and data like ?")
                        .param("%" + digest + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aSubstituteComesInBetweenItsDatesAndUntilItIsClosed() throws Exception {
        String token = keeper.post("/api/v1/merchant/people", Map.of()).text("token");
        Browser substitute = street.opens(token);
        assertThat(substitute.get(Street.item(complaint)).status()).isEqualTo(200);
        assertThat(substitute.post("/api/v1/merchant/people", Map.of()).status())
                .isEqualTo(404);

        String person = substitute.get("/api/v1/session").text("personId");
        keeper.put("/api/v1/merchant/people/" + person, Map.of("validFrom", "2099-01-01"));
        assertThat(substitute.get(Street.item(complaint)).status()).isEqualTo(404);
        keeper.put("/api/v1/merchant/people/" + person, Map.of("validFrom", "2020-01-01"));
        assertThat(substitute.get(Street.item(complaint)).status()).isEqualTo(200);
        keeper.delete("/api/v1/merchant/people/" + person);
        assertThat(substitute.get(Street.item(complaint)).status()).isEqualTo(401);
        assertThat(street.keeper(street.joins())
                        .delete("/api/v1/merchant/people/" + person)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anotherTrackingCodeAndAnotherCountyFindNothing() throws Exception {
        Complaint other = street.complains(shop);
        Complaint crossed = new Complaint(other.submissionNo(), other.code(), complaint.caseNo(), other.receipt());
        assertThat(street.consumer(crossed, "", Map.of()).status()).isEqualTo(404);
        assertThat(street.consumer(crossed, "/messages", Map.of("text", "别人的")).status())
                .isEqualTo(404);

        String member = "/api/v1/green-channel/members/" + shop.memberId();
        for (String path :
                List.of(member, member + "/items", "/api/v1/cases/" + complaint.caseNo() + "/green-channel")) {
            assertThat(street.officerOf("620822", HttpMethod.GET, path, null, Role.LEADER, Role.HANDLER)
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(street.officerOf("620822", HttpMethod.GET, "/api/v1/green-channel/members", null, Role.LEADER)
                        .text())
                .doesNotContain(shop.name());
    }

    @Test
    void theNumbersAreTheSameForMerchantAndOfficerAndOpenTheirLists() throws Exception {
        keeper.post(Street.item(complaint) + "/proposals", Map.of("remedy", "REFUND", "amount", "10"));
        street.consumer(complaint, "/acceptance", Map.of("proposal", 1));
        Complaint second = street.complains(shop);
        street.consumer(second, "/escalation", Map.of());

        var own = keeper.get("/api/v1/merchant/figures").body();
        var theirs = street.officer(
                        HttpMethod.GET, "/api/v1/green-channel/members/" + shop.memberId(), null, Role.HANDLER)
                .body()
                .path("figures");

        assertThat(own).isEqualTo(theirs);
        assertThat(own.at("/settled/part").asInt()).isEqualTo(1);
        assertThat(own.at("/settled/of").asInt()).isEqualTo(2);
        assertThat(own.at("/settled/percent").isNull())
                .as("under twenty cases no rate")
                .isTrue();
        assertThat(street.numbers(keeper, own.at("/settled/partList").asString()))
                .containsExactly(complaint.caseNo());
        assertThat(street.numbers(keeper, own.at("/settled/ofList").asString())).hasSize(2);
    }

    @Test
    void theNumbersAndTheirListsMayBeOfAPeriodAlone() throws Exception {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String within = "from=" + today.minusDays(3) + "&to=" + today.plusDays(1);
        String before = "to=" + today.minusDays(3);
        assertThat(keeper.get("/api/v1/merchant/figures?" + within)
                        .body()
                        .path("all")
                        .asInt())
                .isEqualTo(1);
        assertThat(keeper.get("/api/v1/merchant/figures?" + before)
                        .body()
                        .path("all")
                        .asInt())
                .isZero();
        assertThat(street.numbers(keeper, "ALL&" + within)).containsExactly(complaint.caseNo());
        assertThat(street.numbers(keeper, "ALL&" + before)).isEmpty();
        String member = "/api/v1/green-channel/members/" + shop.memberId();
        for (String period : List.of(within, before)) {
            assertThat(street.officer(HttpMethod.GET, member + "?" + period, null, Role.HANDLER)
                            .body()
                            .path("figures"))
                    .isEqualTo(keeper.get("/api/v1/merchant/figures?" + period).body());
        }
        assertThat(street.officer(HttpMethod.GET, member + "/items?" + before, null, Role.HANDLER)
                        .body()
                        .path("items"))
                .isEmpty();
        Answer turned = keeper.get("/api/v1/merchant/figures?from=2026-05-02&to=2026-05-01");
        assertThat(turned.status()).isEqualTo(422);
        assertThat(turned.body().toString()).contains("结束日期不能早于开始日期");
    }
}
