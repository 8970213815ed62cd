package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.fangxin.intake.Desk.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.test.web.servlet.MockMvc;

/** Art. 36: a reporter is rewarded and paid by a code, and nobody on the way learns who he is. */
@FangxinTest
class RewardTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Informer informer;
    Desk head;
    Desk leader;
    Desk cashier;

    @BeforeEach
    void aDecidedReport() throws Exception {
        leader = Desk.of(mvc, Staff.hire(people, Informer.COUNTY, Role.LEADER));
        head = Desk.of(mvc, Staff.hire(people, Informer.COUNTY, Role.UNIT_HEAD));
        cashier = Desk.of(mvc, Staff.hire(people, Informer.COUNTY, Role.REGISTRAR));
        informer = new Informer(
                mvc,
                Staff.hire(people, Informer.COUNTY, Role.INVESTIGATOR),
                Staff.hire(people, Informer.COUNTY, Role.INVESTIGATOR),
                Staff.hire(people, Informer.COUNTY, Role.LEADER, Role.UNIT_HEAD));
        informer.reports();
    }

    @Test
    void isAppliedForGradedApprovedByTwoAndPaidAgainstACodeOnce() throws Exception {
        assertThat(own("").at("/state")).isEqualTo("NONE");
        assertThat(own("/application").at("/state")).isEqualTo("APPLIED");
        assertThat(leader.post(path("grade"), grading(1)).status())
                .as("before the decision")
                .isEqualTo(422);
        informer.isDecided();

        Answer graded = grade(1);
        assertThat(graded.at("/amount")).isEqualTo("5000.0");
        assertThat(graded.at("/base")).isEqualTo("30260.0");
        assertThat(own("").at("/state")).as("how far it is, is not told").isEqualTo("APPLIED");
        assertThat(own("/code").status()).isEqualTo(409);
        assertThat(approve(head).at("/state")).isEqualTo("FIRST_APPROVED");
        assertThat(approve(head).status()).isEqualTo(422);
        assertThat(approve(leader).at("/state")).isEqualTo("GRANTED");

        Answer granted = own("");
        assertThat(granted.at("/state")).isEqualTo("GRANTED");
        assertThat(leader.get("/api/v1/cases/" + informer.report).text()).contains("RewardDecided");
        String code = own("/code").at("/code");
        assertThat(code).matches("[0-9]{12}");
        assertThat(own("/code").status()).as("shown once").isEqualTo(409);
        assertThat(new Marks(owner).places(new Canary(java.util.List.of(code)))).isEmpty();

        Answer paid = pay(granted.at("/claimNo"), code);
        assertThat(paid.status()).isEqualTo(200);
        assertThat(paid.text()).doesNotContain(informer.report, informer.name);
        assertThat(pay(granted.at("/claimNo"), code).status()).as("paid once").isEqualTo(422);
        assertThat(own("").at("/state")).isEqualTo("PAID");
        assertThat(leader.get("/api/v1/rewards/books").text())
                .contains("\"balanced\":true")
                .doesNotContain("\"balanced\":false");
    }

    @Test
    void isNotPaidAfterFiveWrongCodesUntilALeaderGivesANewOne() throws Exception {
        informer.isDecided();
        grade(3);
        approve(head);
        String claimNo = approve(leader).at("/claimNo");
        String code = own("/code").at("/code");

        assertThat(pay("JL0000000000", code).text())
                .isEqualTo(pay(claimNo, "000000000000").text());
        for (int i = 0; i < 4; i++) {
            assertThat(pay(claimNo, "00000000000" + i).status()).isEqualTo(422);
        }
        assertThat(pay(claimNo, code).status()).as("locked").isEqualTo(422);
        assertThat(head.post(path("new-code"), Map.of()).status()).isEqualTo(404);
        assertThat(leader.post(path("new-code"), Map.of()).status()).isEqualTo(200);
        assertThat(pay(claimNo, code).status()).as("the old code").isEqualTo(422);
        assertThat(pay(claimNo, own("/code").at("/code")).status()).isEqualTo(200);
    }

    @Test
    void isNobodysWhoDoesNotSeeTheReport() throws Exception {
        own("/application");
        for (Role role : new Role[] {Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER}) {
            assertThat(Desk.officerOf(mvc, "620822", role)
                            .get("/api/v1/rewards")
                            .text())
                    .doesNotContain(informer.report);
        }
        Desk other = Desk.of(mvc, Staff.hire(people, Informer.COUNTY, Role.INVESTIGATOR));
        assertThat(other.get("/api/v1/rewards").text()).doesNotContain(informer.report);
        assertThat(other.post(path("grade"), grading(1)).status()).isEqualTo(404);
        assertThat(leader.get("/api/v1/rewards").text()).contains(informer.report);
    }

    /** The broken twins: what the program forgets, the database refuses. */
    @Test
    void neitherOnePersonAloneNorASecondPaymentPassesTheDatabase() throws Exception {
        informer.isDecided();
        grade(2);
        approve(head);
        String claimNo = approve(leader).at("/claimNo");
        pay(claimNo, own("/code").at("/code"));
        Marks tables = new Marks(owner);
        String of = " where claim_no = '" + claimNo + "'";

        assertThatThrownBy(() -> tables.plant("update enforcement.reward_claim set second_by = first_by" + of))
                .hasMessageContaining("check constraint");
        assertThatThrownBy(() -> tables.plant("update enforcement.reward_claim set paid_by = graded_by" + of))
                .hasMessageContaining("check constraint");
        assertThatThrownBy(() -> tables.plant("insert into enforcement.reward_entry (claim_no, kind, debit, credit,"
                        + " amount, by_person, at) values ('" + claimNo
                        + "', 'PAY', 'PAYABLE', 'FUNDS', 1, 'x', now())"))
                .hasMessageContaining("duplicate key");
        tables.plant("delete from enforcement.reward_entry where kind = 'PAY' and claim_no = '" + claimNo + "'");
        assertThat(leader.get("/api/v1/rewards/books").text()).contains("\"balanced\":false");
        tables.plant("delete from enforcement.reward_entry" + of);
    }

    private Answer own(String what) throws Exception {
        return Desk.publicPages(mvc)
                .post(
                        "/api/v1/submissions/" + informer.receipt.at("/submissionNo") + "/reward" + what,
                        Map.of("trackingCode", informer.receipt.at("/trackingCode"), "caseNo", informer.report));
    }

    private Answer grade(int grade) throws Exception {
        return informer.investigator.post(path("grade"), grading(grade));
    }

    private static Map<String, Object> grading(int grade) {
        return Map.of("grade", grade, "reasons", "详细事实和直接证据，与查证的完全相符。");
    }

    private Answer approve(Desk by) throws Exception {
        return by.post(path("approve"), new HashMap<>());
    }

    private Answer pay(String claimNo, String code) throws Exception {
        return cashier.post("/api/v1/reward-payments", Map.of("claimNo", claimNo, "code", code, "voucher", "样例凭证0077"));
    }

    private String path(String what) {
        return "/api/v1/cases/" + informer.report + "/reward/" + what;
    }
}
