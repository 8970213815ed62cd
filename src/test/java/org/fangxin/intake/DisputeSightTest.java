package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.identity.Role;
import org.fangxin.intake.Desk.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.test.web.servlet.MockMvc;

/** Art. 33: the other side of a dispute about competence sees the case while the dispute is open, and no longer. */
@FangxinTest
class DisputeSightTest {
    private static final String OTHER_COUNTY = "620821";

    @Autowired
    MockMvc mvc;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Test
    void theOtherSideSeesTheComplaintMaskedAndAgrees() throws Exception {
        String complaint = submitted(Map.of());
        Desk there = Desk.officerOf(mvc, OTHER_COUNTY, Role.HANDLER);
        Desk aThird = Desk.officerOf(mvc, "620822", Role.HANDLER);
        assertThat(there.get(path(complaint)).status()).isEqualTo(404);

        raise(complaint);
        Answer seen = there.get(path(complaint));
        Answer unmasked =
                there.post(path(complaint) + "/unmask", Map.of("partyId", "P1", "field", "PHONE", "purpose", "想联系投诉人"));
        Answer elsewhere = there.act(complaint, "accept", Map.of());
        assertThat(there.get(path(complaint) + "/documents").status()).isEqualTo(404);
        Answer list = there.get("/api/v1/cases");
        Answer agreed = there.act(complaint, "agree-dispute", Map.of("holder", "620823", "text", "由崇信办理"));

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text()).contains("张*").doesNotContain("138****0000").doesNotContain("张三");
        assertThat(unmasked.status()).isEqualTo(404);
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(list.text()).contains(complaint);
        assertThat(agreed.status()).as(agreed.text()).isEqualTo(200);
        assertThat(aThird.get(path(complaint)).status()).isEqualTo(404);
        assertThat(sees(there, complaint)).isFalse();
    }

    @Test
    void itMayAskForDesignationAndSeesTheCaseUntilItIsDecided() throws Exception {
        String complaint = submitted(Map.of());
        Desk there = Desk.officerOf(mvc, OTHER_COUNTY, Role.HANDLER);
        raise(complaint);

        Answer asked = there.act(complaint, "ask-designation", Map.of("reason", "协商不成"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(sees(there, complaint)).isTrue();
        Answer designated =
                Desk.officerOf(mvc, "6208", Role.LEADER).act(complaint, "designate", Map.of("holder", OTHER_COUNTY));

        assertThat(designated.status()).as(designated.text()).isEqualTo(200);
        assertThat(sees(there, complaint)).isTrue();
        assertThat(sees(Desk.officer(mvc, Role.HANDLER), complaint)).isFalse();
    }

    @Test
    void aReportIsSeenByItsHeadsOnly() throws Exception {
        String report = submitted(Map.of("kinds", List.of("REPORT"), "content", "该店销售三无产品，请查处。"));
        Answer raised = Desk.officer(mvc, Role.UNIT_HEAD)
                .act(report, "raise-dispute", Map.of("agencies", List.of(OTHER_COUNTY), "reason", "不在我县"));
        assertThat(raised.status()).as(raised.text()).isEqualTo(200);

        assertThat(sees(Desk.officerOf(mvc, OTHER_COUNTY, Role.UNIT_HEAD), report))
                .isTrue();
        assertThat(sees(Desk.officerOf(mvc, OTHER_COUNTY, Role.LEADER), report)).isTrue();
        for (Role role : List.of(Role.HANDLER, Role.INVESTIGATOR, Role.INTAKE, Role.REGISTRAR)) {
            assertThat(sees(Desk.officerOf(mvc, OTHER_COUNTY, role), report))
                    .as(role.name())
                    .isFalse();
        }
        Answer reporter = Desk.officerOf(mvc, OTHER_COUNTY, Role.IDENTITY_KEEPER, Role.UNIT_HEAD)
                .post(path(report) + "/reporter-openings", Map.of("field", "NAME", "purpose", "VERIFY"));
        assertThat(reporter.status()).isEqualTo(404);
    }

    /** The broken twin: a row that goes on naming the other side is seen by it, so the column is what ends the sight. */
    @Test
    void aRowThatForgotTheEndOfTheDisputeWouldBeSeen() throws Exception {
        String complaint = submitted(Map.of());
        Desk there = Desk.officerOf(mvc, OTHER_COUNTY, Role.HANDLER);
        raise(complaint);
        Answer ended = Desk.officer(mvc, Role.HANDLER).act(complaint, "agree-dispute", Map.of("holder", "620823"));
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
        assertThat(sees(there, complaint)).isFalse();

        seenBy(complaint, OTHER_COUNTY);

        assertThat(sees(there, complaint)).isTrue();
    }

    private void raise(String caseNo) throws Exception {
        Answer raised = Desk.officer(mvc, Role.HANDLER)
                .act(caseNo, "raise-dispute", Map.of("agencies", List.of(OTHER_COUNTY), "reason", "不在我县"));
        assertThat(raised.status()).as(raised.text()).isEqualTo(200);
    }

    private void seenBy(String caseNo, String agency) throws Exception {
        try (Connection connection = owner.getConnection();
                PreparedStatement change = connection.prepareStatement(
                        "update casefile.case_file set seen_by = array[?] where case_no = ?")) {
            change.setString(1, agency);
            change.setString(2, caseNo);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }

    private static boolean sees(Desk desk, String caseNo) throws Exception {
        int status = desk.get(path(caseNo)).status();
        assertThat(status).isIn(200, 404);
        return status == 200;
    }

    private String submitted(Map<String, ?> changes) throws Exception {
        Answer receipt = Desk.publicPages(mvc).submit(Desk.example(changes));
        assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);
        return receipt.at("/cases/0/caseNo");
    }

    private static String path(String caseNo) {
        return "/api/v1/cases/" + caseNo;
    }
}
