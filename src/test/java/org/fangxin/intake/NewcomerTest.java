package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Who joins a case after intake lies sealed among its parties, and nowhere else. */
@FangxinTest
class NewcomerTest {
    private static final String NAME = "乜新来";
    private static final String PHONE = "13987650072";
    private static final String ID_NUMBER = "11010519491231002X";
    private static final Map<String, String> PERSON = Map.of(
            "name",
            NAME,
            "phone",
            "139-8765-0072",
            "idNumber",
            "11010519491231002x",
            "address",
            "崇信县锦屏镇新来巷八号",
            "email",
            "newcomer@example.cn");
    private static final List<String> MARKS = List.of(NAME, PHONE, "139-8765-0072", "新来巷", "newcomer@example.cn");

    @Autowired
    MockMvc mvc;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Test
    void anAgentIsSealedMaskedAndShownForAPurpose() throws Exception {
        String caseNo = complaint();
        Desk officer = Desk.officer(mvc, Role.HANDLER);

        Answer done = officer.act(
                caseNo,
                "register-agent",
                Map.of("person", PERSON, "powers", List.of("SETTLE"), "validTo", "2099-12-31", "idSeen", true));

        assertThat(done.status()).isEqualTo(200);
        assertThat(new Marks(owner).places(MARKS, "")).isEmpty();
        Answer page = officer.get("/api/v1/cases/" + caseNo);
        assertThat(page.at("/parties/2/role")).isEqualTo("AGENT");
        assertThat(page.at("/parties/2/name")).isEqualTo("乜*");
        assertThat(page.at("/parties/2/phone")).isEqualTo("139****0072");
        assertThat(page.at("/parties/2/power/powers/0")).isEqualTo("SETTLE");
        assertThat(page.at("/parties/2/power/validTo")).isEqualTo("2099-12-31");
        assertThat(page.text()).doesNotContain(MARKS).doesNotContain(ID_NUMBER);
        Answer seen = officer.post(
                "/api/v1/cases/" + caseNo + "/unmask",
                Map.of("partyId", "P3", "field", "ID_NUMBER", "purpose", "核对受托人身份证明"));
        assertThat(seen.at("/value")).isEqualTo(ID_NUMBER);
        assertThat(new Marks(owner).places(List.of("核对受托人身份证明"), "")).containsExactly("casefile.act_text");
    }

    @Test
    void aComplainantWhoJoinsLaterIsSealedToo() throws Exception {
        String caseNo = complaint();
        Desk officer = Desk.officer(mvc, Role.HANDLER);

        Answer opened = officer.act(caseNo, "open-joint", Map.of("person", PERSON, "agreed", List.of("P1")));

        assertThat(opened.status()).isEqualTo(200);
        Answer page = officer.get("/api/v1/cases/" + caseNo);
        assertThat(page.at("/parties/2/role")).isEqualTo("COMPLAINANT");
        assertThat(page.body().at("/parties/2/joined").asBoolean(false)).isTrue();
        assertThat(new Marks(owner).places(MARKS, "")).isEmpty();
    }

    @Test
    void aFaultNamesThePartAndNothingIsKept() throws Exception {
        String caseNo = complaint();
        Desk officer = Desk.officer(mvc, Role.HANDLER);

        Answer wrong = officer.act(
                caseNo,
                "register-agent",
                Map.of(
                        "person",
                        Map.of("name", NAME, "phone", "1398765"),
                        "powers",
                        "GENERAL",
                        "validTo",
                        "2099-12-31"));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.at("/errors/0/field")).isEqualTo("person.phone");
        assertThat(wrong.text()).contains("电话少").doesNotContain("1398765");
        assertThat(new Marks(owner).places(MARKS, "")).isEmpty();
    }

    private String complaint() throws Exception {
        Answer answer = Desk.publicPages(mvc).submit(Desk.example(Map.of()));
        assertThat(answer.status()).isEqualTo(201);
        return answer.at("/cases/0/caseNo");
    }
}
