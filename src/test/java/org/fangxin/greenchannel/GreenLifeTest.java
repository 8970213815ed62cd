package org.fangxin.greenchannel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fangxin.FangxinTest;
import org.fangxin.greenchannel.Street.Complaint;
import org.fangxin.greenchannel.Street.Reply;
import org.fangxin.greenchannel.Street.Shop;
import org.fangxin.identity.Browser;
import org.fangxin.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** From the consumer's consent through the merchant's answer to the agency or to an agreement, in one thread. */
@FangxinTest
class GreenLifeTest {
    @Autowired
    MockMvc mvc;

    Street street;
    Shop shop;
    Browser keeper;

    @BeforeEach
    void aShop() throws Exception {
        street = new Street(mvc);
        shop = street.joins();
        keeper = street.keeper(shop);
    }

    @Test
    void goesFromConsentThroughARefusedAnswerToTheAgencyWithNothingTypedAgain() throws Exception {
        Complaint complaint = street.complains(shop);
        assertThat(complaint.stage()).isEqualTo("GREEN_CHANNEL");
        assertThat(deadlines(complaint)).containsExactlyInAnyOrder("promise.odr.merchant", "promise.odr.first-contact");

        JsonNode matter = keeper.get(Street.item(complaint)).body().path("matter");
        assertThat(matter.path("content").asString()).contains("电扇").doesNotContain("13811112222");
        assertThat(matter.path("consumer").asString()).isEqualTo("欧阳某");

        assertThat(keeper.post(Street.item(complaint) + "/proposals", Map.of("remedy", "REPAIR", "by", "2099-01-01"))
                        .status())
                .isEqualTo(422);
        Browser.Answer proposed =
                keeper.post(Street.item(complaint) + "/proposals", Map.of("remedy", "REPAIR", "text", "可以免费修。"));
        assertThat(proposed.status()).isEqualTo(200);
        assertThat(state(proposed.body(), "promise.odr.first-contact")).isEqualTo("MET");

        assertThat(street.consumer(complaint, "/messages", Map.of("text", "修过两次了，要退。"))
                        .status())
                .isEqualTo(200);
        Reply escalated = street.consumer(complaint, "/escalation", Map.of("text", "没解决。"));
        assertThat(escalated.at("/state")).isEqualTo("ESCALATED");

        JsonNode page = officer("/api/v1/cases/" + complaint.caseNo());
        assertThat(page.path("stage").asString()).isEqualTo("RECEIVED");
        JsonNode accept = deadline(page.path("deadlines"), "order121.complaint.accept");
        JsonNode end = last(page.path("timeline"), "Escalated");
        assertThat(moment(accept.path("startedAt")))
                .as("the statutory clock starts at the escalation")
                .isAfter(moment(complaint.receipt().at("/cases/0/deadlines/0/startedAt")))
                .isEqualTo(moment(end.path("at")));

        JsonNode talk = officer("/api/v1/cases/" + complaint.caseNo() + "/green-channel")
                .path("talk");
        assertThat(talk.path("lines"))
                .extracting(line -> line.path("kind").asString())
                .containsExactly("PROPOSAL", "MESSAGE", "ESCALATED");
        assertThat(talk.at("/lines/1/text").asString()).isEqualTo("修过两次了，要退。");
        assertThat(talk.at("/consent/means").asString()).isEqualTo("WEB");

        Browser.Answer late = keeper.post(Street.item(complaint) + "/messages", Map.of("text", "等一下"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("detail")).contains("已经转市场监管部门办理");
    }

    @Test
    void endsWhenTheConsumerTakesTheNewestProposal() throws Exception {
        Complaint complaint = street.complains(shop);
        keeper.post(Street.item(complaint) + "/proposals", Map.of("remedy", "REPAIR"));
        keeper.post(Street.item(complaint) + "/proposals", Map.of("remedy", "REFUND", "amount", "198"));

        Reply old = street.consumer(complaint, "/acceptance", Map.of("proposal", 1));
        assertThat(old.status()).isEqualTo(409);
        assertThat(old.at("/detail")).contains("换了方案");
        Reply taken = street.consumer(complaint, "/acceptance", Map.of("proposal", 2));

        assertThat(taken.at("/state")).isEqualTo("SETTLED");
        JsonNode page = officer("/api/v1/cases/" + complaint.caseNo());
        assertThat(page.path("stage").asString()).isEqualTo("SETTLED_GREEN");
        assertThat(last(page.path("timeline"), "GreenSettled").toString()).contains("198");
        assertThat(page.path("deadlines"))
                .noneMatch(one -> one.path("source").asString().equals("STATUTE"));
    }

    @Test
    void theMerchantWhoCannotAgreePassesItOnAtOnce() throws Exception {
        Complaint complaint = street.complains(shop);
        Browser.Answer declined = keeper.post(Street.item(complaint) + "/refusal", Map.of("text", "不是本店卖出的。"));
        assertThat(declined.text("endedBy")).isEqualTo("MERCHANT_DECLINED");
        assertThat(officer("/api/v1/cases/" + complaint.caseNo()).path("stage").asString())
                .isEqualTo("RECEIVED");
    }

    @Test
    void aRepeatedSendingSaysNothingTwice() throws Exception {
        Complaint complaint = street.complains(shop);
        Map<String, Object> once = Map.of("text", "在吗", "clientKey", "k-1");
        street.consumer(complaint, "/messages", once);
        Reply again = street.consumer(complaint, "/messages", once);
        assertThat(again.body().path("lines")).hasSize(1);
    }

    @Test
    void anAcceptanceAndANewProposalAtTheSameMomentNeverBothTakeEffect() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 6; round++) {
                Complaint complaint = street.complains(shop);
                keeper.post(Street.item(complaint) + "/proposals", Map.of("remedy", "REFUND", "amount", "100"));
                CompletableFuture<Integer> accepts = CompletableFuture.supplyAsync(
                        () -> status(() -> street.consumer(complaint, "/acceptance", Map.of("proposal", 1))
                                .status()),
                        both);
                CompletableFuture<Integer> proposes = CompletableFuture.supplyAsync(
                        () -> status(() -> keeper.post(
                                        Street.item(complaint) + "/proposals",
                                        Map.of("remedy", "REFUND", "amount", "50"))
                                .status()),
                        both);
                assertThat(List.of(accepts.get(), proposes.get())).containsExactlyInAnyOrder(200, 409);
                JsonNode talk = keeper.get(Street.item(complaint)).body();
                boolean settled = talk.path("state").asString().equals("SETTLED");
                assertThat(settled).isEqualTo(accepts.get() == 200);
                assertThat(talk.path("lines")).hasSize(2);
            }
        }
    }

    @Test
    void worksForWhatARegistrarTakesDownOnTheTelephone() throws Exception {
        String version =
                street.open("/api/v1/public/green-channel?uscc=" + shop.uscc()).at("/offer/textVersion");
        Reply receipt = street.officer(
                HttpMethod.POST,
                "/api/v1/submissions",
                Map.of(
                        "channel", "PHONE",
                        "kinds", List.of("COMPLAINT"),
                        "person", Map.of("name", "赵测试", "phone", "13800001111", "address", "崇信县锦屏镇"),
                        "merchant", Map.of("name", shop.name(), "regionCode", Street.COUNTY, "type", "SHOP"),
                        "content", "买的鞋子开胶，店里不换。",
                        "demands", List.of("EXCHANGE"),
                        "consents", Map.of("greenChannel", true, "greenChannelText", version)),
                Role.REGISTRAR);
        assertThat(receipt.at("/cases/0/stage")).isEqualTo("GREEN_CHANNEL");
        assertThat(officer("/api/v1/cases/" + receipt.at("/cases/0/caseNo") + "/green-channel")
                        .at("/talk/consent/means")
                        .asString())
                .isEqualTo("PHONE");
    }

    @Test
    void neverGoesToTheMerchantWithAReportFoodInjuryOrWithoutTheWordsThatWereAgreedTo() throws Exception {
        assertThat(street.complains(shop, Map.of("kinds", List.of("COMPLAINT", "REPORT")), Map.of())
                        .stage())
                .isEqualTo("RECEIVED");
        assertThat(street.complains(shop, Map.of("content", "店里卖假货，要求退款，并请查处这家店。"), Map.of())
                        .stage())
                .isEqualTo("RECEIVED");
        assertThat(street.complains(shop, Map.of("goods", Map.of("categoryCode", "101")), Map.of())
                        .stage())
                .isEqualTo("RECEIVED");
        assertThat(street.complains(shop, Map.of(), Map.of("injured", true)).stage())
                .isEqualTo("RECEIVED");
        assertThat(street.complains(shop, Map.of(), Map.of("greenChannelText", "1999-1"))
                        .stage())
                .isEqualTo("RECEIVED");
        Complaint without = street.complains(shop, Map.of(), Map.of("greenChannel", false));
        assertThat(without.stage()).isEqualTo("RECEIVED");
        assertThat(street.numbers(keeper, "ALL")).isEmpty();
    }

    @Test
    void aMembersOwnPromiseCountsFromTheDayOfRouting() throws Exception {
        Shop quick = street.joins(Map.of("days", 3));
        JsonNode deadline = street.complains(quick).receipt().at("/cases/0/deadlines");
        JsonNode talks = deadline(deadline, "promise.odr.merchant");
        assertThat(talks.path("remaining").path("value").asInt()).isEqualTo(3);
        assertThat(talks.path("reason").asString()).contains("按这家商家承诺的天数");
    }

    /** The journal keeps microseconds. */
    private static OffsetDateTime moment(JsonNode at) {
        return OffsetDateTime.parse(at.asString()).truncatedTo(ChronoUnit.MICROS);
    }

    private JsonNode officer(String path) throws Exception {
        return street.officer(HttpMethod.GET, path, null, Role.HANDLER).body();
    }

    private static List<String> deadlines(Complaint complaint) {
        return complaint
                .receipt()
                .at("/cases/0/deadlines")
                .valueStream()
                .map(one -> one.path("rule").asString())
                .toList();
    }

    private static JsonNode deadline(JsonNode all, String rule) {
        return all.valueStream()
                .filter(one -> one.path("rule").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static String state(JsonNode talk, String rule) {
        return deadline(talk.path("deadlines"), rule).path("state").asString();
    }

    private static JsonNode last(JsonNode timeline, String type) {
        return timeline.valueStream()
                .filter(entry -> entry.path("type").asString().equals(type))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private interface Work {
        int done() throws Exception;
    }

    private static int status(Work work) {
        try {
            return work.done();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
