package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.identity.Role;
import org.fangxin.intake.Desk.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** One field of one party at a time, for a purpose, by who is in charge, twenty an hour. */
@FangxinTest
class UnmaskingTest {
    private static final String PHONE = "13800000000";

    @Autowired
    MockMvc mvc;

    @Test
    void rubbishUncoversNothing() throws Exception {
        String caseNo = complaint("620825");
        Desk officer = Desk.officerOf(mvc, "620825", Role.HANDLER);
        for (Map<String, Object> rubbish : java.util.List.<Map<String, Object>>of(
                Map.of(),
                asked("P1", "PHONE", " "),
                asked("P1", "PHONE", "用"),
                asked("P1", "PHONE", "用".repeat(201)),
                asked("P9", "PHONE", "核对电话"),
                asked("P1' or '1'='1", "PHONE", "核对电话"),
                asked("P1", "PASSWORD", "核对电话"),
                asked("P1", "EMAIL", "核对邮箱"))) {
            Answer answer = officer.post("/api/v1/cases/" + caseNo + "/unmask", rubbish);
            assertThat(answer.status()).as(rubbish.toString()).isIn(400, 404, 422);
            assertThat(answer.text()).doesNotContain(PHONE);
        }
        assertThat(officer.get("/api/v1/cases/" + caseNo).text()).doesNotContain("Unmasked");
        assertThat(Desk.officerOf(mvc, "620825", Role.LEADER)
                        .post("/api/v1/cases/" + caseNo + "/unmask", asked("P1", "PHONE", "核对电话"))
                        .status())
                .isEqualTo(403);
        assertThat(Desk.officerOf(mvc, "620822", Role.HANDLER)
                        .post("/api/v1/cases/" + caseNo + "/unmask", asked("P1", "PHONE", "核对电话"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theTwentyFirstLookWithinAnHourIsRefused() throws Exception {
        String caseNo = complaint("620821");
        Desk officer = Desk.officerOf(mvc, "620821", Role.HANDLER);
        Map<String, Object> look = asked("P1", "PHONE", "联系投诉人");

        for (int i = 0; i < 20; i++) {
            assertThat(officer.post("/api/v1/cases/" + caseNo + "/unmask", look).at("/value"))
                    .isEqualTo(PHONE);
        }

        assertThat(officer.post("/api/v1/cases/" + caseNo + "/unmask", look).status())
                .isEqualTo(429);
        String page = officer.get("/api/v1/cases/" + caseNo).text();
        assertThat(page.split("\"Unmasked\"", -1)).hasSize(21);
        assertThat(page).contains("联系投诉人").doesNotContain(PHONE);
    }

    private static Map<String, Object> asked(String party, String field, String purpose) {
        return new HashMap<>(Map.of("partyId", party, "field", field, "purpose", purpose));
    }

    private String complaint(String county) throws Exception {
        Answer answer = Desk.publicPages(mvc)
                .submit(Desk.example(Map.of(
                        "merchant", Map.of("name", "样例商店", "address", "样例街1号", "regionCode", county, "type", "SHOP"))));
        assertThat(answer.at("/cases/0/agency/code")).isEqualTo(county);
        return answer.at("/cases/0/caseNo");
    }
}
