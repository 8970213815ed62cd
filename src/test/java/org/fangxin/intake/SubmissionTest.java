package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fangxin.FangxinTest;
import org.fangxin.identity.Role;
import org.fangxin.intake.Desk.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@FangxinTest
class SubmissionTest {
    private static final String EXAMPLE = """
            { "channel": "WEB",
              "kinds": ["COMPLAINT", "REPORT"],
              "person": {"name": "张三", "phone": "13800000000", "idNumber": null, "address": "甘肃省平凉市崇信县锦屏镇…", "email": null,
                         "anonymous": false, "agent": null},
              "merchant": {"name": "某某家电商场", "uscc": null, "address": "崇信县锦屏镇西街", "regionCode": "620823",
                           "type": "SHOP", "platform": null},
              "content": "……", "demands": ["REFUND"], "amount": "1980.00", "occurredOn": "2026-05-02", "knewOn": "2026-05-03",
              "goods": {"categoryCode": null, "brand": null, "model": null, "batch": null, "quantity": 1},
              "attachments": [], "consents": {"greenChannel": false, "entrustedMediation": false, "disclosure": true} }""";

    @Autowired
    MockMvc mvc;

    Desk citizen;
    Desk handler;
    Desk leader;

    @BeforeEach
    void desks() {
        citizen = Desk.publicPages(mvc);
        handler = Desk.officer(mvc, Role.HANDLER);
        leader = Desk.officer(mvc, Role.LEADER);
    }

    @Test
    void answersTheExampleOfTheOuterContract() throws Exception {
        Answer answer = citizen.post("/api/v1/submissions", EXAMPLE);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/submissionNo")).matches("S620823-\\d{6}-\\d{4}");
        assertThat(answer.at("/trackingCode")).matches("\\d{16}");
        JsonNode complaint = answer.body().at("/cases/0");
        assertThat(complaint.at("/kind").asString()).isEqualTo("COMPLAINT");
        assertThat(complaint.at("/stage").asString()).isEqualTo("RECEIVED");
        assertThat(complaint.at("/agency/code").asString()).isEqualTo("620823");
        assertThat(complaint.at("/agency/name").asString()).isEqualTo("崇信县市场监督管理局");
        assertThat(complaint.at("/route/articles/0").asString()).isEqualTo("第十三条第一款");
        assertThat(complaint.at("/route/reason").asString()).isNotBlank();
        assertThat(complaint.at("/deadlines/0/rule").asString()).isEqualTo("order121.complaint.accept");
        assertThat(complaint.at("/deadlines/0/article").asString()).isEqualTo("第十五条");
        assertThat(complaint.at("/deadlines/0/dueOn").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
        JsonNode report = answer.body().at("/cases/1");
        assertThat(report.at("/kind").asString()).isEqualTo("REPORT");
        assertThat(report.at("/caseNo").asString())
                .isNotEqualTo(complaint.at("/caseNo").asString());
        assertThat(report.at("/deadlines").toString()).contains("penalty.report.verify");
    }

    @Test
    void refusesWithEveryFieldThatIsWrong() throws Exception {
        Answer answer = citizen.submit(Desk.example(Map.of(
                "person", Map.of("phone", "1380000"), "amount", "很多", "merchant", Map.of("regionCode", "999999"))));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors").findValuesAsString("field"))
                .contains(
                        "person.name",
                        "person.phone",
                        "person.address",
                        "amount",
                        "merchant.name",
                        "merchant.regionCode");
        assertThat(answer.text()).contains("电话少 4 位。请填 11 位手机号，或带区号的固定电话。");
    }

    @Test
    void answersTheSameKeyWithTheSameAnswerAndLandsOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        Answer first = citizen.submit(Desk.example(Map.of()), key);
        Answer again = citizen.submit(Desk.example(Map.of()), key);
        Answer other = citizen.submit(Desk.example(Map.of("amount", "1.00")), key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/errors/0/field")).isEqualTo("Idempotency-Key");
    }

    @Test
    void lendsOneKeySentEightTimesAtOnceToOneWinner() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Desk.example(Map.of("content", "同时点了很多次提交，要求退款。"));
        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            Callable<Answer> press = () -> citizen.submit(body, key);
            List<Future<Answer>> answers = crowd.invokeAll(java.util.Collections.nCopies(8, press));
            java.util.Set<String> texts = new java.util.HashSet<>();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(201);
                texts.add(answer.get().text());
            }
            assertThat(texts).hasSize(1);
        }
    }

    @Test
    void leavesNoTraceOfTheReportInTheComplaint() throws Exception {
        Answer answer = citizen.submit(Desk.example(
                Map.of("kinds", List.of("COMPLAINT", "REPORT"), "content", "5月2日买的冰箱不制冷，要求退款。我还要实名举报该店销售假冒产品，请依法查处。")));
        String complaint = answer.at("/cases/0/caseNo");
        String report = answer.at("/cases/1/caseNo");

        Answer seen = handler.get("/api/v1/cases/" + complaint);

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.at("/content")).isEqualTo("5月2日买的冰箱不制冷，要求退款。");
        assertThat(seen.text()).doesNotContain(report).doesNotContain("REPORT").doesNotContain("查处");
        assertThat(seen.body().at("/related")).isEmpty();
        assertThat(handler.get("/api/v1/cases/" + report).status()).isEqualTo(404);
        assertThat(handler.get("/api/v1/cases/" + report).text())
                .isEqualTo(handler.get("/api/v1/cases/620823-260506-J9999").text());
    }

    @Test
    void keepsTheReporterOutOfTheReport() throws Exception {
        Answer answer = citizen.submit(Desk.example(Map.of(
                "kinds", List.of("REPORT"),
                "person", Desk.person("王举证", "13900000017"),
                "demands", List.of(),
                "content", "我叫王举证，电话13900000017，该店销售三无产品，请查处。")));
        String report = answer.at("/cases/0/caseNo");

        Answer seen = leader.get("/api/v1/cases/" + report);

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text())
                .doesNotContain("王举证")
                .doesNotContain("13900000017")
                .contains("三无产品");
        assertThat(seen.body().at("/parties").toString()).contains("REPORTED").doesNotContain("REPORTER\"");
    }

    @Test
    void takesAnAnonymousReport() throws Exception {
        Answer answer = citizen.submit(Map.of(
                "kinds",
                List.of("REPORT"),
                "person",
                Map.of("anonymous", true),
                "merchant",
                Map.of("name", "某某超市", "regionCode", "620823"),
                "actRegionCode",
                "620823",
                "content",
                "最里面的货架上卖过期酱油。"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/cases/0/agency/code")).isEqualTo("620823");
    }

    @Test
    void letsTheTextDecideAndSaysThatItDid() throws Exception {
        Map<String, Object> body = Desk.example(Map.of("content", "请问办食品经营许可证需要什么材料？"));
        body.keySet().removeAll(List.of("kinds", "demands", "merchant", "amount"));

        Answer answer = citizen.submit(body);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().at("/kindsProposed").asBoolean()).isTrue();
        assertThat(answer.at("/cases/0/kind")).isEqualTo("CONSULTATION");
        assertThat(answer.at("/cases/0/agency/code")).isEqualTo("620823");
    }

    @Test
    void routesToThePublishedAddressBeforeThePlatform() throws Exception {
        Answer answer = citizen.submit(Desk.example(Map.of(
                "merchant",
                Map.of(
                        "name",
                        "某某旗舰店",
                        "type",
                        "IN_PLATFORM",
                        "publishedRegionCode",
                        "330106",
                        "platform",
                        Map.of("name", "某某购物网", "regionCode", "330110")))));

        assertThat(answer.at("/cases/0/agency/code")).isEqualTo("330106");
        assertThat(answer.at("/cases/0/route/articles/0")).isEqualTo("第十三条第三款");
    }

    @Test
    void landsAtTheIntakeOfThePersonsCountyWhenNothingTellsWhoIsCompetent() throws Exception {
        Answer answer =
                citizen.submit(Desk.example(Map.of("merchant", Map.of("name", "某某旗舰店", "phone", "4001234567"))));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/cases/0/agency/code")).isEqualTo("620823");
        assertThat(answer.at("/cases/0/route/reason")).contains("崇信县市场监督管理局先接收");
    }

    @Test
    void registersALetterForTheOfficersOwnAgencyOnItsDay() throws Exception {
        Desk registrar = Desk.officerOf(mvc, "620802", Role.REGISTRAR);

        Answer answer = registrar.submit(Desk.example(Map.of("channel", "LETTER", "receivedOn", "2026-05-06")));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/cases/0/agency/code")).isEqualTo("620802");
        assertThat(answer.at("/cases/0/deadlines/0/dueOn")).isEqualTo("2026-05-14");
        assertThat(citizen.submit(Desk.example(Map.of("channel", "LETTER"))).status())
                .isEqualTo(422);
    }

    @Test
    void asksAnAddressThatSendsTooMuchToWait() throws Exception {
        Desk flood = Desk.from(mvc, "198.51.100.99");
        Answer answer = flood.post("/api/v1/submissions/suggest", Map.of("content", "冰箱"));
        for (int i = 0; i < 700 && answer.status() == 200; i++) {
            answer = flood.post("/api/v1/submissions/suggest", Map.of("content", "冰箱"));
        }

        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.raw().getHeader("Retry-After"))).isPositive();
        assertThat(citizen.post("/api/v1/submissions/suggest", Map.of("content", "冰箱"))
                        .status())
                .isEqualTo(200);
    }
}
