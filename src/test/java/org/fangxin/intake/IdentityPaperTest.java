package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.TestHome;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.fangxin.intake.Desk.Answer;
import org.fangxin.intake.internal.file.PaperRetention;
import org.fangxin.intake.internal.file.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Proof of identity (Art. 10(3); procedures §5): who sees it, and that it goes in time. */
@FangxinTest
class IdentityPaperTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    PaperRetention retention;

    @Autowired
    InstantSource clock;

    private Desk citizen;
    private Desk inCharge;
    private Desk head;
    private Answer receipt;
    private String caseNo;
    private String paper;

    @BeforeEach
    void somebodyProvesWhoHeIs() throws Exception {
        citizen = Desk.publicPages(mvc);
        var handler = Staff.hire(people, "620823", Role.HANDLER);
        inCharge = Desk.of(mvc, handler);
        head = Desk.officer(mvc, Role.UNIT_HEAD);
        receipt = citizen.submit(Desk.example(Map.of()));
        caseNo = receipt.at("/cases/0/caseNo");
        done(head.act(caseNo, "assign", Map.of("persons", List.of(handler.personId()))));
        done(inCharge.act(caseNo, "request-material", Map.of("items", List.of("IDENTITY"))));
        paper = citizen.upload("/api/v1/attachments", "张三身份证.jpg", Pictures.photograph(), Map.of())
                .at("/attachmentId");
        done(citizen.post(
                "/api/v1/submissions/" + receipt.at("/submissionNo") + "/supplements",
                Map.of(
                        "trackingCode",
                        receipt.at("/trackingCode"),
                        "items",
                        List.of("IDENTITY"),
                        "identityAttachments",
                        List.of(paper))));
    }

    @Test
    void onlyTheOfficerInChargeOpensItAndOnlyWhileChecking() throws Exception {
        assertThat(opens(inCharge)).isEqualTo(200);
        assertThat(opens(head)).isEqualTo(404);
        for (Role role : List.of(Role.HANDLER, Role.MEDIATOR, Role.ENTRUSTED, Role.INVESTIGATOR, Role.LEADER)) {
            Desk other = Desk.officer(mvc, role);
            assertThat(opens(other)).as(role.name()).isEqualTo(404);
            assertThat(page(other).text()).as(role.name()).doesNotContain(paper);
        }
        Answer listed = page(head);
        assertThat(listed.at("/identityPapers/0/attachmentId")).isEqualTo(paper);
        assertThat(listed.body().at("/identityPapers/0/mayOpen").asBoolean(true))
                .isFalse();
        assertThat(listed.text()).doesNotContain("身份证.jpg");
        assertThat(page(inCharge).body().at("/attachments")).isEmpty();

        done(inCharge.act(
                caseNo,
                "record-identity-check",
                Map.of("result", "MATCHED", "means", "DOCUMENT", "papers", List.of(paper))));

        assertThat(opens(inCharge)).isEqualTo(404);
        assertThat(page(inCharge).text()).contains(paper);
    }

    @Test
    void itIsNoEvidenceThatTheRespondentCouldGet() throws Exception {
        Answer cleared = inCharge.act(caseNo, "clear-for-respondent", Map.of("files", List.of(paper)));

        assertThat(cleared.status()).isEqualTo(422);
        assertThat(cleared.at("/errors/0/field")).isEqualTo("files");
    }

    @Test
    void theCheckNamesNoFileThatIsNoProof() throws Exception {
        Answer named = inCharge.act(
                caseNo, "record-identity-check", Map.of("result", "MATCHED", "papers", List.of("somewhere-else")));

        assertThat(named.status()).isEqualTo(422);
        assertThat(named.at("/errors/0/field")).isEqualTo("papers");
    }

    @Test
    void itsContentGoesThirtyDaysAfterTheEndAndTheRecordStays() throws Exception {
        done(citizen.post(
                "/api/v1/submissions/" + receipt.at("/submissionNo") + "/withdrawal",
                Map.of("trackingCode", receipt.at("/trackingCode"), "caseNo", caseNo)));
        Path file =
                TestHome.PATH.resolve("files").resolve(paper.substring(0, 2)).resolve(paper);

        retention.purge(clock.instant().plus(Duration.ofDays(29)));
        assertThat(file).exists();
        retention.purge(clock.instant().plus(Duration.ofDays(31)));

        assertThat(Files.exists(file)).isFalse();
        assertThat(page(head).at("/identityPapers/0/purgedAt")).isNotEmpty();
        assertThat(opens(inCharge)).isEqualTo(404);
    }

    private int opens(Desk desk) throws Exception {
        return desk.download("/api/v1/cases/" + caseNo + "/attachments/" + paper)
                .getStatus();
    }

    private Answer page(Desk desk) throws Exception {
        return desk.get("/api/v1/cases/" + caseNo);
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
