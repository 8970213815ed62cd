package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.fangxin.intake.Desk.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** A doubt under Art. 16 and an urgency are right or wrong by what people did about them. */
@FangxinTest
class SuggestionOutcomeTest {
    private static final String DOUBTFUL = "在这家店交了加盟费又进货，商家不退，要求退款。";
    private static final String MISSING = "没有任何凭证，也没有收据，只记得买了冰箱，商家不退。";
    private static final String PLAIN = "5月2日买的冰箱第二天就不制冷，商家不给退。";

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    ApplicationContext context;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Desk officer;

    @BeforeEach
    void anOfficerWhenAllThatOthersDidIsHeard() throws Exception {
        officer = Desk.of(mvc, Staff.hire(people, "620823", Role.INTAKE, Role.HANDLER, Role.INVESTIGATOR));
        heard(complaint(PLAIN));
    }

    private record Count(int choices, int right) {}

    private String complaint(String content) throws Exception {
        return Desk.publicPages(mvc)
                .submit(Desk.example(Map.of("content", content)))
                .at("/cases/0/caseNo");
    }

    private void act(String caseNo, String act, Map<String, ?> fields) throws Exception {
        Answer done = officer.act(caseNo, act, fields);
        assertThat(done.status()).as(done.text()).isBetween(200, 201);
        heard(caseNo);
    }

    private void heard(String caseNo) {
        JournalReader reader = context.getBeansOfType(JournalReader.class).values().stream()
                .filter(one -> one.name().equals("suggestion-outcomes"))
                .findFirst()
                .orElseThrow();
        Hearing.in(context, owner).all(reader, caseNo);
    }

    private void refuse(String caseNo, String ground) throws Exception {
        act(caseNo, "refuse", Map.of("grounds", List.of(ground), "facts", "核对了来件内容和材料。"));
    }

    private Count counted(Desk desk, String field, boolean silent) throws Exception {
        JsonNode whole = desk.get("/api/v1/suggestions/figures").body().path("whole");
        for (JsonNode one : whole) {
            if (one.path("field").asString().equals(field)
                    && one.path("silent").asBoolean() == silent
                    && one.path("source").asString().equals("WORDS")) {
                return new Count(one.path("choices").asInt(), one.path("right").asInt());
            }
        }
        return new Count(0, 0);
    }

    private void grew(Count before, int choices, int right) throws Exception {
        assertThat(counted(officer, "REFUSAL", false))
                .isEqualTo(new Count(before.choices() + choices, before.right() + right));
    }

    @Test
    void aDoubtIsRightWhenTheComplaintIsRefusedOnThatGround() throws Exception {
        Count before = counted(officer, "REFUSAL", false);
        refuse(complaint(DOUBTFUL), "NOT_CONSUMER_OR_NO_DISPUTE");
        grew(before, 1, 1);
    }

    @Test
    void aDoubtIsWrongWhenTheComplaintIsAcceptedOrRefusedOnAnotherGround() throws Exception {
        Count before = counted(officer, "REFUSAL", false);
        act(complaint(DOUBTFUL), "accept", Map.of());
        grew(before, 1, 0);
        refuse(complaint(DOUBTFUL), "OVER_THREE_YEARS");
        grew(before, 2, 0);
    }

    @Test
    void aDoubtThatWasTakenUpByAskingForMaterialStaysRightWhenItIsAcceptedAfterwards() throws Exception {
        Count before = counted(officer, "REFUSAL", false);
        String caseNo = complaint(MISSING);
        act(caseNo, "request-material", Map.of("items", List.of("FACTS_EVIDENCE")));
        grew(before, 1, 1);
        act(caseNo, "supply-material", Map.of("items", List.of("FACTS_EVIDENCE")));
        act(caseNo, "accept", Map.of());
        grew(before, 1, 1);
    }

    @Test
    void askingForMaterialOnAnotherPointSaysNothing() throws Exception {
        Count before = counted(officer, "REFUSAL", false);
        act(complaint(DOUBTFUL), "request-material", Map.of("items", List.of("PHONE")));
        grew(before, 0, 0);
    }

    @Test
    void whatWasDoneTakesThePlaceOfWhatWasSaid() throws Exception {
        Count before = counted(officer, "REFUSAL", false);
        String caseNo = complaint(DOUBTFUL);
        long version =
                officer.get("/api/v1/cases/" + caseNo).body().path("version").asLong();
        officer.post(
                "/api/v1/cases/" + caseNo + "/suggestions/refusal",
                Map.of("value", "NOT_CONSUMER_OR_NO_DISPUTE", "version", version));
        grew(before, 1, 1);
        act(caseNo, "accept", Map.of());
        grew(before, 1, 0);
    }

    @Test
    void whereNothingWasSeenIsCountedApart() throws Exception {
        Count doubts = counted(officer, "REFUSAL", false);
        Count silent = counted(officer, "REFUSAL", true);
        act(complaint(PLAIN), "accept", Map.of());
        grew(doubts, 0, 0);
        assertThat(counted(officer, "REFUSAL", true)).isEqualTo(new Count(silent.choices() + 1, silent.right() + 1));
    }

    @Test
    void anUrgencyIsRightWhenTheCaseIsMarkedAndWrongWhenAnOfficerSaysItIsNone() throws Exception {
        Count before = counted(officer, "URGENCY", false);
        String marked = complaint("店里燃气泄漏起火，商家还在卖，请马上来。");
        act(marked, "flag-danger", Map.of("reason", "现场还在泄漏"));
        assertThat(counted(officer, "URGENCY", false)).isEqualTo(new Count(before.choices() + 1, before.right() + 1));

        String calm = complaint("去年的自燃新闻里提到这家店，我想退款。");
        long version =
                officer.get("/api/v1/cases/" + calm).body().path("version").asLong();
        officer.post("/api/v1/cases/" + calm + "/suggestions/urgency", Map.of("value", "ORDINARY", "version", version));
        assertThat(counted(officer, "URGENCY", false)).isEqualTo(new Count(before.choices() + 2, before.right() + 1));
    }

    @Test
    void whoMayNotSeeTheCaseCountsNothingOfIt() throws Exception {
        Desk elsewhere = Desk.of(mvc, Staff.hire(people, "620825", Role.HANDLER, Role.INTAKE));
        Count before = counted(elsewhere, "REFUSAL", false);
        refuse(complaint(DOUBTFUL), "NOT_CONSUMER_OR_NO_DISPUTE");
        assertThat(counted(elsewhere, "REFUSAL", false)).isEqualTo(before);
    }
}
