package org.fangxin.greenchannel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fangxin.FangxinTest;
import org.fangxin.SettableTime;
import org.fangxin.command.ProgramCommand;
import org.fangxin.greenchannel.Street;
import org.fangxin.greenchannel.Street.Complaint;
import org.fangxin.greenchannel.Street.Shop;
import org.fangxin.greenchannel.internal.Bureau.Answer;
import org.fangxin.identity.Browser;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;

/** Whole lives of a complaint against a member of the green channel, day by day, over HTTP alone. */
@FangxinTest
class MediationLivesTest {
    private static final Map<String, String> CONTACT = Map.of("phone", "0933-0000000");
    private static final String ACCEPT = "order121.complaint.accept";
    private static final String MEDIATE = "order121.complaint.mediate";
    private static final String TELL = "order121.complaint.notify-termination";

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    PromiseSweep sweep;

    @Autowired
    SettableTime time;

    @Autowired
    @Qualifier("verifyDossier")
    ProgramCommand verifier;

    Street street;
    Bureau bureau;
    Shop shop;
    Browser keeper;
    Complaint complaint;
    Person handler;

    @BeforeEach
    void aComplaintWithTheMerchantFirst() throws Exception {
        time.set("2026-05-06T10:00");
        street = new Street(mvc);
        bureau = new Bureau(mvc, people);
        shop = street.joins();
        keeper = street.keeper(shop);
        complaint = street.complains(shop);
        handler = bureau.hire(Role.HANDLER, Role.MEDIATOR);
    }

    @AfterEach
    void today() {
        time.giveBack();
    }

    @Test
    void fromAnAnswerThatTheConsumerRefusesToAnAgreementSignedPerformedAndArchived() throws Exception {
        String caseNo = complaint.caseNo();
        time.set("2026-05-07T11:00");
        keeper.post(Street.item(complaint) + "/proposals", Map.of("remedy", "REPAIR", "text", "可以免费修。"));
        time.set("2026-05-08T09:00");
        street.consumer(complaint, "/escalation", Map.of("text", "修过两次了，要退。"));
        assign();
        // 9 May is a working Saturday: seven working days after the 8th
        assertThat(bureau.clock(handler, caseNo, ACCEPT).path("dueOn").asString())
                .isEqualTo("2026-05-18");

        time.set("2026-05-11T10:00");
        bureau.act(handler, caseNo, "accept", Map.of());
        assertThat(bureau.issues(handler, caseNo, "F5", CONTACT)).contains("投受〔2026〕第");
        assertThat(bureau.clock(handler, caseNo, ACCEPT).path("state").asString())
                .isEqualTo("MET");
        assertThat(bureau.clock(handler, caseNo, MEDIATE).path("dueOn").asString())
                .isEqualTo("2026-07-10");
        time.set("2026-05-12T10:00");
        agreesByTelephone();

        String proposal = twoProposalsInTheRoom();
        Answer confirmed = bureau.post(
                handler,
                "/api/v1/cases/" + caseNo + "/mediation-room/proposals/" + proposal + "/confirm",
                Map.of("letter", true));
        assertThat(confirmed.at("/stage")).isEqualTo("AGREED");
        assertThat(bureau.clock(handler, caseNo, MEDIATE).path("state").asString())
                .isEqualTo("MET");

        assertThat(bureau.tries(handler, caseNo, "archive", Map.of()).at("/detail"))
                .contains("调解书");
        assertThat(bureau.issues(handler, caseNo, "F7", CONTACT)).contains("调通〔2026〕第");
        bureau.issues(handler, caseNo, "F9", CONTACT);
        bureau.act(
                handler,
                caseNo,
                "sign-letter",
                Map.of("sealNo", "样例印〔2026〕1号", "signedBy", List.of("COMPLAINANT", "RESPONDENT")));
        time.set("2026-05-19T16:00");
        bureau.act(handler, caseNo, "record-performance", Map.of("result", "PERFORMED", "amount", "160.00"));
        time.set("2026-06-02T09:30");
        bureau.act(handler, caseNo, "archive", Map.of());

        String dossier = dossier(caseNo);
        assertThat(dossier)
                .contains("可以免费修。", "修过两次了，要退。", "投诉受理决定书", "投诉调解通知书", "投诉调解书")
                .contains("1．被投诉人于2026年5月20日前退还货款，金额为人民币160.00元。")
                .doesNotContain("{{");
        assertThat(bureau.timeline(handler, caseNo))
                .containsSubsequence(
                        "RoutedToMerchant",
                        "MerchantResponded",
                        "Escalated",
                        "Accepted",
                        "MediationHeld",
                        "AgreementReached",
                        "MediationLetterIssued",
                        "PerformanceRecorded",
                        "Archived");
    }

    @Test
    void fromTheMerchantsSilenceThroughARecusalAndAnAppraisalToTheSixtiethDay() throws Exception {
        String caseNo = complaint.caseNo();
        time.set("2026-05-19T23:00");
        sweep.sweep();
        assertThat(stage()).as("the tenth working day is not over").isEqualTo("GREEN_CHANNEL");
        time.set("2026-05-20T00:30");
        sweep.sweep();
        assertThat(stage()).isEqualTo("RECEIVED");
        assign();
        time.set("2026-05-21T10:00");
        bureau.act(handler, caseNo, "accept", Map.of());
        assertThat(bureau.clock(handler, caseNo, MEDIATE).path("dueOn").asString())
                .isEqualTo("2026-07-20");
        agreesByTelephone();

        Person successor = recused();
        anAppraisalOfTwentyDays(successor);
        // sixty days end on 20 July, twenty do not count
        assertThat(bureau.clock(successor, caseNo, MEDIATE).path("dueOn").asString())
                .isEqualTo("2026-08-10");

        time.set("2026-08-10T16:00");
        Map<String, Object> limit = Map.of("ground", "TIME_LIMIT", "facts", "双方没有谈成。");
        Answer early = bureau.tries(successor, caseNo, "terminate-mediation", limit);
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.at("/detail")).contains("8月10日");
        time.set("2026-08-11T09:00");
        bureau.act(successor, caseNo, "terminate-mediation", limit);
        assertThat(bureau.clock(successor, caseNo, TELL).path("dueOn").asString())
                .isEqualTo("2026-08-20");
        String number = bureau.issues(successor, caseNo, "F8", CONTACT);
        time.set("2026-08-12T10:00");
        tell(successor, "COMPLAINANT", number);
        assertThat(bureau.clock(successor, caseNo, TELL).path("state").asString())
                .isEqualTo("RUNNING");
        time.set("2026-08-20T17:00");
        tell(successor, "RESPONDENT", number);
        assertThat(bureau.clock(successor, caseNo, TELL).path("state").asString())
                .isEqualTo("MET");
        bureau.act(successor, caseNo, "archive", Map.of());
        assertThat(dossier(successor, caseNo))
                .contains("第二十三条第一款第五项", "投诉终止调解决定书")
                .as("a paper has the date on which it came")
                .containsPattern("鉴定意见书.txt2026-06-23");
    }

    private String stage() throws Exception {
        return bureau.detail(bureau.hire(Role.UNIT_HEAD), complaint.caseNo()).at("/stage");
    }

    private void assign() throws Exception {
        bureau.act(
                bureau.hire(Role.INTAKE), complaint.caseNo(), "assign", Map.of("persons", List.of(handler.personId())));
    }

    private void agreesByTelephone() throws Exception {
        bureau.act(
                handler,
                complaint.caseNo(),
                "record-consent",
                Map.of("party", "RESPONDENT", "consent", "YES", "means", "PHONE"));
    }

    /** The merchant offers 100, the consumer asks 160 back, the merchant takes it; the proposal's id. */
    private String twoProposalsInTheRoom() throws Exception {
        String room = "/api/v1/cases/" + complaint.caseNo() + "/mediation-room";
        assertThat(bureau.post(handler, room, Map.of("topic", "电扇不转，要求退款 198 元。"))
                        .status())
                .isEqualTo(201);
        assertThat(consumerAt("").body().path("until").isNull())
                .as("nobody was asked in")
                .isTrue();
        assertThat(merchantAt(keeper, "/pass")).isEqualTo(404);
        bureau.post(handler, room + "/invitations", Map.of("side", "COMPLAINANT"));
        bureau.post(handler, room + "/invitations", Map.of("side", "RESPONDENT"));
        assertThat(consumerAt("").at("/until")).startsWith("2026-05-19");
        assertThat(merchantAt(street.keeper(street.joins()), "/pass"))
                .as("another merchant")
                .isEqualTo(404);
        String consumer = consumerAt("/pass").at("/pass");
        String merchant = keeper.post(Street.item(complaint) + "/mediation-room/pass", Map.of())
                .text("pass");
        bureau.guest(HttpMethod.POST, merchant, "/proposals", Bureau.offer("100.00", "2026-05-20"));
        bureau.guest(HttpMethod.POST, consumer, "/proposals", Bureau.offer("160.00", "2026-05-20"));
        Answer seen = bureau.guest(HttpMethod.GET, merchant, "/room", null);
        assertThat(seen.body().toString()).doesNotContain("13811112222", "锦屏镇东街");
        String counter = seen.at("/room/proposals/1/proposalId");
        assertThat(bureau.guest(HttpMethod.POST, merchant, "/proposals/" + counter + "/accept", Map.of())
                        .status())
                .isEqualTo(204);
        return counter;
    }

    /** From the tracking page, without the link. */
    private Answer consumerAt(String call) throws Exception {
        return bureau.call(
                HttpMethod.POST,
                "/api/v1/submissions/" + complaint.submissionNo() + "/mediation-room" + call,
                Map.of("trackingCode", complaint.code(), "caseNo", complaint.caseNo()),
                Map.of(),
                null);
    }

    private int merchantAt(Browser who, String call) throws Exception {
        return who.post(Street.item(complaint) + "/mediation-room" + call, Map.of())
                .status();
    }

    /** The consumer asks, the leader grants: the mediator is out in the same moment; who goes on. */
    private Person recused() throws Exception {
        String caseNo = complaint.caseNo();
        Person successor = bureau.hire(Role.HANDLER, Role.MEDIATOR);
        time.set("2026-05-25T10:00");
        bureau.act(
                handler,
                caseNo,
                "request-recusal",
                Map.of("mediator", handler.personId(), "party", "COMPLAINANT", "reason", "和店主是亲戚。", "means", "PHONE"));
        Answer meanwhile =
                bureau.tries(handler, caseNo, "hold-mediation", Map.of("mode", "PHONE", "record", "回避决定以前不能调解。"));
        assertThat(meanwhile.status()).isEqualTo(422);
        assertThat(meanwhile.at("/detail")).contains("回避");
        bureau.act(
                bureau.hire(Role.LEADER),
                caseNo,
                "decide-recusal",
                Map.of("result", "GRANTED", "newMediator", successor.personId()));
        assertThat(bureau.detail(handler, caseNo).status()).isEqualTo(404);
        assertThat(bureau.tries(handler, caseNo, "accept", Map.of()).status()).isEqualTo(404);
        bureau.act(bureau.hire(Role.INTAKE), caseNo, "assign", Map.of("persons", List.of(successor.personId())));
        return successor;
    }

    private void anAppraisalOfTwentyDays(Person who) throws Exception {
        String caseNo = complaint.caseNo();
        time.set("2026-06-01T10:00");
        bureau.act(
                who,
                caseNo,
                "propose-appraisal",
                Map.of("party", "COMPLAINANT", "object", "电扇", "question", "不转的原因", "means", "PHONE"));
        bureau.act(who, caseNo, "agree-appraisal-body", Map.of("body", "样例司法鉴定所", "means", "PHONE"));
        bureau.act(who, caseNo, "agree-appraisal-cost", Map.of("shares", "商家先行垫付", "means", "PHONE"));
        time.set("2026-06-03T10:00");
        bureau.act(
                who,
                caseNo,
                "commission-appraisal",
                Map.of("on", "2026-06-03", "paperNo", "样例委〔2026〕1号", "attachments", List.of(bureau.upload("委托书.txt"))));
        assertThat(bureau.clock(who, caseNo, MEDIATE).path("state").asString()).isEqualTo("PAUSED");
        time.set("2026-06-23T10:00");
        bureau.act(
                who,
                caseNo,
                "receive-appraisal-result",
                Map.of(
                        "on",
                        "2026-06-23",
                        "paperNo",
                        "样例鉴〔2026〕1号",
                        "text",
                        "电机线圈烧毁，属于质量问题。",
                        "attachments",
                        List.of(bureau.upload("鉴定意见书.txt"))));
    }

    private void tell(Person who, String whom, String number) throws Exception {
        bureau.act(
                who,
                complaint.caseNo(),
                "record-notice",
                Map.of("to", List.of(whom), "form", "F8", "channel", "LETTER", "proof", number));
    }

    private String dossier(String caseNo) throws Exception {
        return dossier(handler, caseNo);
    }

    private String dossier(Person who, String caseNo) throws Exception {
        Answer bound = bureau.get(who, "/api/v1/cases/" + caseNo + "/dossier.pdf");
        assertThat(bound.status()).isEqualTo(200);
        byte[] bundle =
                bureau.get(who, "/api/v1/cases/" + caseNo + "/dossier.zip").content();
        assertThat(verified(bundle)).contains("与制作时一致");
        bundle[bundle.length / 2] ^= 1;
        assertThat(verified(bundle)).contains("被改动");
        try (var pdf = Loader.loadPDF(bound.content())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
    }

    /** What the command says of a bundle. */
    private String verified(byte[] bundle) throws Exception {
        Path file = Files.createTempFile("dossier", ".zip");
        try {
            Files.write(file, bundle);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            verifier.run(List.of(file.toString()), new PrintStream(said, true, StandardCharsets.UTF_8));
            return said.toString(StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
