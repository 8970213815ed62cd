package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.RespondentView;
import org.fangxin.casefile.RespondentViews;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.intake.Desk.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Art. 37, last clause: what reaches the respondent is the whitelist, after an officer confirmed it. */
@FangxinTest
class RespondentViewTest {
    private static final String NAME = "欧阳标记";
    private static final String PHONE = "13900000071";
    private static final String ID_NUMBER = "11010519491231002X";
    private static final String EMAIL = "marked@example.cn";

    @Autowired
    MockMvc mvc;

    @Autowired
    RespondentViews views;

    @Test
    void nothingLeavesBeforeAcceptanceAndConfirmation() throws Exception {
        String caseNo = complaint(List.of("COMPLAINT"));
        Desk officer = Desk.officer(mvc, Role.HANDLER);
        assertThat(view(caseNo)).isEmpty();
        assertThat(clear(officer, caseNo, Map.of()).status()).isEqualTo(200);
        assertThat(view(caseNo)).isEmpty();
        assertThat(officer.act(caseNo, "accept", Map.of()).status()).isEqualTo(200);
        assertThat(view(caseNo)).isPresent();

        String other = complaint(List.of("COMPLAINT"));
        officer.act(other, "accept", Map.of());
        assertThat(view(other)).isEmpty();
    }

    @Test
    void theViewHoldsTheWhitelistAndNothingElse() throws Exception {
        String caseNo = complaint(List.of("COMPLAINT", "REPORT"));
        Desk officer = Desk.officer(mvc, Role.HANDLER);
        officer.act(caseNo, "accept", Map.of());
        officer.act(caseNo, "flag-abuse", Map.of("factors", List.of("OTHER"), "facts", "内部标记乙"));
        clear(officer, caseNo, Map.of("orderNo", "DD-1"));

        RespondentView view = view(caseNo).orElseThrow();
        String all = view.toString();

        assertThat(view.complainant()).isEqualTo("欧阳某");
        assertThat(view.dispute()).isEqualTo("冰箱不制冷，商家不退。");
        assertThat(view.bought().orderNo()).isEqualTo("DD-1");
        assertThat(view.demands()).containsExactly("REFUND");
        assertThat(view.contact().value()).isEqualTo("0933-6120000");
        assertThat(all).doesNotContain("标记", PHONE, ID_NUMBER, EMAIL, "举报", "东街");
    }

    @Test
    void aFileThatIsNotOfTheCaseCannotBeCleared() throws Exception {
        String caseNo = complaint(List.of("COMPLAINT"));
        Answer answer = clear(Desk.officer(mvc, Role.HANDLER), caseNo, Map.of("files", List.of("of-another-case")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/field")).isEqualTo("files");
    }

    @Test
    void aMediatorWhoIsNotInChargeReadsTheWhitelistAndTheRecordOnly() throws Exception {
        String caseNo = complaint(List.of("COMPLAINT"));
        Desk officer = Desk.officer(mvc, Role.HANDLER);
        officer.act(caseNo, "accept", Map.of("note", "内部便条丙"));
        officer.act(caseNo, "flag-abuse", Map.of("factors", List.of("OTHER"), "facts", "内部标记乙"));
        Desk mediator = Desk.officer(mvc, Role.MEDIATOR);

        Answer before = mediator.get("/api/v1/cases/" + caseNo);
        clear(officer, caseNo, Map.of());
        Answer after = mediator.get("/api/v1/cases/" + caseNo);

        for (Answer seen : List.of(before, after)) {
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.text())
                    .doesNotContain(
                            "内部便条丙", "内部标记乙", "AbuseFlagged", "ABUSE_SUSPECTED", "商家不给退。我要", "139****0071", "EMAIL");
        }
        assertThat(before.at("/content")).isEmpty();
        assertThat(after.at("/content")).isEqualTo("冰箱不制冷，商家不退。");
        assertThat(Desk.officer(mvc, Role.HANDLER)
                        .get("/api/v1/cases/" + caseNo)
                        .text())
                .contains("内部标记乙");
    }

    @Test
    void onlyAnOfficersScopeFindsIt() throws Exception {
        String caseNo = complaint(List.of("COMPLAINT"));
        Desk officer = Desk.officer(mvc, Role.HANDLER);
        officer.act(caseNo, "accept", Map.of());
        clear(officer, caseNo, Map.of());
        assertThat(Scopes.within(Scope.subtree("620822", "officer-2", Scope.Reports.ALL), () -> views.of(caseNo)))
                .isEmpty();
    }

    private Optional<RespondentView> view(String caseNo) {
        return Scopes.within(Scope.SYSTEM, () -> views.of(caseNo));
    }

    private Answer clear(Desk officer, String caseNo, Map<String, ?> more) throws Exception {
        Map<String, Object> fields =
                new HashMap<>(Map.of("dispute", "冰箱不制冷，商家不退。", "contact", "AGENCY", "contactText", "0933-6120000"));
        fields.putAll(more);
        return officer.act(caseNo, "clear-for-respondent", fields);
    }

    private String complaint(List<String> kinds) throws Exception {
        Answer answer = Desk.publicPages(mvc)
                .submit(Desk.example(Map.of(
                        "kinds",
                        kinds,
                        "person",
                        Map.of(
                                "name",
                                NAME,
                                "phone",
                                PHONE,
                                "idNumber",
                                ID_NUMBER,
                                "email",
                                EMAIL,
                                "address",
                                "崇信县锦屏镇东街1号"),
                        "content",
                        "买的冰箱不制冷，商家不给退。我要举报它虚假宣传。",
                        "actRegionCode",
                        "620823")));
        assertThat(answer.status()).isEqualTo(201);
        return answer.at("/cases/0/caseNo");
    }
}
