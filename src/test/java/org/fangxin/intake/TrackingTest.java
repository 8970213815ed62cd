package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.identity.Role;
import org.fangxin.intake.Desk.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@FangxinTest
class TrackingTest {
    @Autowired
    MockMvc mvc;

    @Test
    void showsTheCaseInPlainWords() throws Exception {
        Desk citizen = Desk.publicPages(mvc);
        Answer receipt = citizen.submit(Desk.example(Map.of()));

        Answer seen = citizen.track(receipt);

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.at("/cases/0/publicText")).startsWith("已由崇信县市场监督管理局接收，正在决定是否受理，最迟");
        assertThat(seen.at("/cases/0/deadline/rule")).isEqualTo("order121.complaint.accept");
        assertThat(seen.at("/cases/0/timeline/0/text")).isEqualTo("已收到，由崇信县市场监督管理局处理");
        assertThat(seen.body().at("/cases/0/can").toString()).isEqualTo("[\"SUPPLEMENT\",\"WITHDRAW\"]");
        assertThat(seen.text()).doesNotContain("张三").doesNotContain("13800000000");
    }

    @Test
    void takesNumberAndCodeAsPeopleTypeThem() throws Exception {
        Desk citizen = Desk.publicPages(mvc);
        Answer receipt = citizen.submit(Desk.example(Map.of()));
        String no = receipt.at("/submissionNo").substring(1);
        String code = receipt.at("/trackingCode").replaceAll("(.{4})", "$1 ");

        assertThat(citizen.track(no, code).status()).isEqualTo(200);
    }

    @Test
    void aCodeInTheAddressOpensTheProgressAloneForProgramsThatStillSendItSo() throws Exception {
        Answer receipt = Desk.publicPages(mvc).submit(Desk.example(Map.of()));
        String no = receipt.at("/submissionNo");
        String code = "?trackingCode=" + receipt.at("/trackingCode");
        Desk program = Desk.from(mvc, "203.0.113.20");
        assertThat(program.get("/api/v1/submissions/" + no + code).status()).isEqualTo(200);
        assertThat(program.get("/api/v1/submissions/" + no + "/notices" + code).status())
                .isEqualTo(404);
        assertThat(program.track(no + "/notices", receipt.at("/trackingCode")).status())
                .isEqualTo(200);
    }

    @Test
    void neighboursOfOneNetworkShareTheirTries() throws Exception {
        Answer receipt = Desk.publicPages(mvc).submit(Desk.example(Map.of()));
        String no = receipt.at("/submissionNo");
        for (int i = 1; i <= 4; i++) {
            Desk.from(mvc, "2001:db8:0:7::" + i).track(no, "1111111111111111");
        }
        assertThat(Desk.from(mvc, "2001:db8:0:7::5").track(receipt).status()).isEqualTo(429);
        assertThat(Desk.from(mvc, "2001:db8:0:8::5").track(receipt).status()).isEqualTo(200);
    }

    @Test
    void answersAWrongCodeAndAnUnknownNumberAlike() throws Exception {
        Answer receipt = Desk.publicPages(mvc).submit(Desk.example(Map.of()));
        Desk one = Desk.from(mvc, "203.0.113.21");
        Desk two = Desk.from(mvc, "203.0.113.22");

        Answer wrong = one.track(receipt.at("/submissionNo"), "0000000000000000");
        Answer unknown = two.track("S620823-260101-9999", "0000000000000000");

        assertThat(wrong.status()).isEqualTo(404);
        assertThat(wrong.text()).isEqualTo(unknown.text());
        assertThat(wrong.at("/detail")).isEqualTo("编号或查询码不对。请核对短信里的 16 位数字；再错 3 次要等 15 分钟。");
    }

    @Test
    void locksNumberAndAddressAfterFourWrongTries() throws Exception {
        Answer receipt = Desk.publicPages(mvc).submit(Desk.example(Map.of()));
        Desk guesser = Desk.from(mvc, "203.0.113.31");
        String no = receipt.at("/submissionNo");

        for (int i = 0; i < 3; i++) {
            assertThat(guesser.track(no, "1111111111111111").status()).isEqualTo(404);
        }
        Answer fourth = guesser.track(no, "1111111111111111");
        Answer right = guesser.track(receipt);

        assertThat(fourth.status()).isEqualTo(429);
        assertThat(right.status()).isEqualTo(429);
        assertThat(Integer.parseInt(right.raw().getHeader("Retry-After"))).isBetween(800, 900);
        assertThat(Desk.publicPages(mvc).track(receipt).status()).isEqualTo(200);
    }

    @Test
    void whoGuessesIsToldWhenToComeBackAtEveryDoorThatTheCodeOpens() throws Exception {
        Answer receipt = Desk.publicPages(mvc).submit(Desk.example(Map.of()));
        Desk guesser = Desk.from(mvc, "203.0.113.33");
        String submission = "/api/v1/submissions/" + receipt.at("/submissionNo");
        for (int i = 0; i < 3; i++) {
            guesser.track(receipt.at("/submissionNo"), "1111111111111111");
        }
        Map<String, Object> wrong =
                Map.of("trackingCode", "1111111111111111", "caseNo", receipt.at("/cases/0/caseNo"), "text", "有没有进展？");
        for (String door : List.of("/supplements", "/green-channel", "/green-channel/messages", "/mediation-room")) {
            Answer refused = guesser.post(submission + door, wrong);
            assertThat(refused.status()).as(door).isEqualTo(429);
            assertThat(refused.raw().getHeader("Retry-After")).as(door).isNotNull();
        }
    }

    @Test
    void tellsNothingOfAReportsHandling() throws Exception {
        Desk citizen = Desk.publicPages(mvc);
        Desk officers = Desk.officer(mvc, Role.INVESTIGATOR, Role.LEADER, Role.UNIT_HEAD);
        Answer receipt = citizen.submit(Desk.example(
                Map.of("kinds", List.of("REPORT"), "content", "该店销售三无产品，请查处。", "actRegionCode", "620823")));
        String report = receipt.at("/cases/0/caseNo");
        String before = citizen.track(receipt).at("/cases/0/publicText");
        assertThat(officers.act(report, "verify", Map.of("methods", List.of("DOCUMENTS")))
                        .status())
                .isIn(200, 422);

        Answer seen = citizen.track(receipt);

        assertThat(before).isEqualTo("已收到。");
        assertThat(seen.body().at("/cases/0/deadline").isNull()).isTrue();
        assertThat(seen.at("/cases/0/stage")).isIn("RECEIVED", "VERIFYING");
    }

    @Test
    void takesSupplementsAndWithdrawals() throws Exception {
        Desk citizen = Desk.publicPages(mvc);
        Desk handler = Desk.officer(mvc, Role.HANDLER);
        Answer receipt = citizen.submit(Desk.example(Map.of()));
        String complaint = receipt.at("/cases/0/caseNo");
        String at = "/api/v1/submissions/" + receipt.at("/submissionNo");
        String code = receipt.at("/trackingCode");

        Answer supplied = citizen.post(at + "/supplements", Map.of("trackingCode", code, "text", "找到小票了。"));
        Answer withdrawn = citizen.post(at + "/withdrawal", Map.of("trackingCode", code, "caseNo", complaint));
        Answer late = citizen.post(at + "/supplements", Map.of("trackingCode", code, "text", "还有一张。"));

        assertThat(supplied.status()).isEqualTo(200);
        assertThat(handler.get("/api/v1/cases/" + complaint).text()).contains("找到小票了。");
        assertThat(withdrawn.at("/cases/0/stage")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.at("/cases/0/publicText")).isEqualTo("您已撤回。");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.at("/detail")).isEqualTo("本件已办结，可以重新投诉或打 12315。");
    }

    @Test
    void aSupplementSentAgainAfterALostAnswerIsTakenOnce() throws Exception {
        Desk citizen = Desk.publicPages(mvc);
        Answer receipt = citizen.submit(Desk.example(Map.of()));
        String at = "/api/v1/submissions/" + receipt.at("/submissionNo");
        Map<String, ?> more = Map.of("trackingCode", receipt.at("/trackingCode"), "text", "找到小票了。");

        Answer first = citizen.post(at + "/supplements", more, "key-1");
        Answer again = citizen.post(at + "/supplements", more, "key-1");
        Answer other = citizen.post(
                at + "/supplements", Map.of("trackingCode", receipt.at("/trackingCode"), "text", "别的。"), "key-1");
        Answer later = citizen.post(at + "/supplements", more, "key-2");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.at("/errors/0/code")).isEqualTo("reused");
        assertThat(steps(later)).isEqualTo(steps(first) + 1);
    }

    @Test
    void aWithdrawalSentAgainIsNoFault() throws Exception {
        Desk citizen = Desk.publicPages(mvc);
        Answer receipt = citizen.submit(Desk.example(Map.of()));
        String at = "/api/v1/submissions/" + receipt.at("/submissionNo") + "/withdrawal";
        Map<String, ?> body =
                Map.of("trackingCode", receipt.at("/trackingCode"), "caseNo", receipt.at("/cases/0/caseNo"));

        assertThat(citizen.post(at, body, "key-w").status()).isEqualTo(200);
        assertThat(citizen.post(at, body, "key-w").at("/cases/0/stage")).isEqualTo("WITHDRAWN");
        assertThat(citizen.post(at, body).status()).isEqualTo(409);
    }

    private static int steps(Answer progress) {
        return progress.body().at("/cases/0/timeline").size();
    }

    @Test
    void namesWhatIsMissingTicksItOffAndSaysWhatFollows() throws Exception {
        Desk citizen = Desk.publicPages(mvc);
        Desk handler = Desk.officer(mvc, Role.HANDLER);
        Answer receipt = citizen.submit(Desk.example(Map.of()));
        String complaint = receipt.at("/cases/0/caseNo");
        handler.act(complaint, "request-material", Map.of("items", List.of("IDENTITY", "FACTS_EVIDENCE")));

        Answer asked = citizen.track(receipt);
        Answer supplied = citizen.post(
                "/api/v1/submissions/" + receipt.at("/submissionNo") + "/supplements",
                Map.of(
                        "trackingCode",
                        receipt.at("/trackingCode"),
                        "text",
                        "小票在这里。",
                        "items",
                        List.of("FACTS_EVIDENCE")));

        assertThat(asked.body().at("/cases/0/asked/items").findValuesAsString("label"))
                .containsExactly("争议事实依据", "真实身份证明");
        assertThat(asked.at("/cases/0/asked/until")).isNotEmpty();
        assertThat(asked.at("/cases/0/asked/after")).isEqualTo("过了这一天还没有证明身份的，依法不予受理。 第十六条");
        assertThat(supplied.body().at("/cases/0/asked/items").findValuesAsString("code"))
                .containsExactly("IDENTITY");
    }

    @Test
    void followsAReportThatAnOfficerSplitOff() throws Exception {
        Desk citizen = Desk.publicPages(mvc);
        Answer receipt = citizen.submit(Desk.example(Map.of("kinds", List.of("COMPLAINT", "REPORT"))));

        Answer seen = citizen.track(receipt);

        assertThat(seen.body().at("/cases")).hasSize(2);
        assertThat(seen.at("/reportNote")).isEqualTo("同时收到举报 1 件，已分开处理；举报的处理情况依法保密。 第九条、第三十七条");
    }
}
