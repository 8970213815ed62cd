package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.fangxin.intake.Desk.Answer;
import org.fangxin.intake.internal.suggest.Accuracy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** What is proposed on a case, what the officer makes of it, and what is said of how often it was right. */
@FangxinTest
class SuggestionTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    Desk officer;
    String caseNo;

    @BeforeEach
    void aComplaintWithoutClasses() throws Exception {
        Person who = Staff.hire(people, "620823", Role.INTAKE, Role.HANDLER, Role.REGISTRAR);
        officer = Desk.of(mvc, who);
        caseNo = Desk.publicPages(mvc).submit(Desk.example(Map.of())).at("/cases/0/caseNo");
    }

    private JsonNode suggestion(Desk desk, String field) throws Exception {
        for (JsonNode one : desk.get(path()).body().path("items")) {
            if (one.path("field").asString().equals(field)) {
                return one;
            }
        }
        throw new AssertionError("nothing proposed for " + field);
    }

    private String path() {
        return "/api/v1/cases/" + caseNo + "/suggestions";
    }

    private Answer choose(Desk desk, String field, String value) throws Exception {
        long version =
                desk.get("/api/v1/cases/" + caseNo).body().path("version").asLong();
        return desk.post(path() + "/" + field, Map.of("value", value, "version", version));
    }

    private int counted(Desk desk, String field, String figure) throws Exception {
        JsonNode whole = desk.get("/api/v1/suggestions/figures").body().path("whole");
        for (JsonNode one : whole) {
            if (one.path("field").asString().equals(field)
                    && one.path("source").asString().equals("WORDS")) {
                return one.path(figure).asInt();
            }
        }
        return 0;
    }

    @Test
    void theReceiptAndTheCaseSayWhatItLooksLikeAndWhy() throws Exception {
        Answer receipt = Desk.publicPages(mvc).submit(Desk.example(Map.of()));
        assertThat(receipt.at("/suggested/goods/0/code")).isEqualTo("127");
        assertThat(receipt.at("/suggested/problem/0/code")).isEqualTo("01");

        JsonNode goods = suggestion(officer, "GOODS");
        assertThat(goods.path("value").asString()).isEqualTo("127");
        assertThat(goods.path("words").toString()).contains("冰箱");
        assertThat(goods.path("current").isNull()).isTrue();
        assertThat(suggestion(officer, "KIND").path("value").asString()).isEqualTo("COMPLAINT");
        assertThat(suggestion(officer, "REFUSAL").path("value").asString()).isEqualTo("NONE");
        assertThat(suggestion(officer, "URGENCY").path("value").asString()).isEqualTo("ORDINARY");
    }

    @Test
    void whatTheFormStatesIsNotProposedAgain() throws Exception {
        Answer receipt = Desk.publicPages(mvc)
                .submit(Desk.example(Map.of("goods", Map.of("categoryCode", "127", "problemCode", "01"))));

        assertThat(receipt.body().at("/suggested/goods")).isEmpty();
        assertThat(receipt.body().at("/suggested/problem")).isEmpty();
    }

    @Test
    void choosingTheGoodsWritesTheClassIntoTheCaseByACorrection() throws Exception {
        Answer chosen = choose(officer, "goods", "127");
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(204);

        Answer item = officer.get("/api/v1/cases/" + caseNo);
        assertThat(item.at("/goods/categoryCode")).as(item.text()).isEqualTo("127");
        assertThat(item.text()).contains("\"Corrected\"");
        assertThat(suggestion(officer, "GOODS").path("chosen").asString()).isEqualTo("127");
    }

    @Test
    void aChoiceAgainstTheProposalCountsAsWrongAndAnAcceptedOneAsRight() throws Exception {
        int choices = counted(officer, "PROBLEM", "choices");
        int right = counted(officer, "PROBLEM", "right");

        assertThat(choose(officer, "problem", "12").status()).isEqualTo(204);
        assertThat(counted(officer, "PROBLEM", "choices")).isEqualTo(choices + 1);
        assertThat(counted(officer, "PROBLEM", "right")).isEqualTo(right);

        assertThat(choose(officer, "problem", "01").status()).isEqualTo(204);
        assertThat(counted(officer, "PROBLEM", "choices")).isEqualTo(choices + 1);
        assertThat(counted(officer, "PROBLEM", "right")).isEqualTo(right + 1);
    }

    @Test
    void aFewChoicesMakeNoRate() throws Exception {
        choose(officer, "urgency", "ORDINARY");

        JsonNode accuracy = suggestion(officer, "URGENCY").path("accuracy");
        assertThat(accuracy.path("choices").asInt()).isBetween(1, 19);
        assertThat(accuracy.path("rate").isNull()).isTrue();
    }

    @Test
    void twentyChoicesMakeARate() {
        assertThat(Accuracy.rate(19, 19)).isEmpty();
        assertThat(Accuracy.rate(20, 15)).contains(0.75);
    }

    @Test
    void dangerAndMoreThanThreeYearsAreHinted() throws Exception {
        caseNo = Desk.publicPages(mvc)
                .submit(Desk.example(Map.of(
                        "content",
                        "2021年在这家店加盟，交了加盟费又进货，现在店里燃气泄漏起火。",
                        "knewOn",
                        "2021-01-05",
                        "occurredOn",
                        "2021-01-05")))
                .at("/cases/0/caseNo");

        assertThat(suggestion(officer, "REFUSAL").path("value").asString()).isEqualTo("OVER_THREE_YEARS");
        assertThat(suggestion(officer, "REFUSAL").path("valueLabel").asString()).contains("第十六条第四项");
        assertThat(suggestion(officer, "URGENCY").path("words").toString()).contains("燃气泄漏");
    }

    @Test
    void whoMayNotSeeTheCaseSeesNoProposalAndCountsNothing() throws Exception {
        Desk elsewhere = Desk.of(mvc, Staff.hire(people, "620825", Role.HANDLER, Role.INTAKE));
        int before = counted(elsewhere, "GOODS", "choices");
        choose(officer, "goods", "127");

        assertThat(elsewhere.get(path()).status()).isEqualTo(404);
        assertThat(elsewhere
                        .post(path() + "/goods", Map.of("value", "127", "version", 1))
                        .status())
                .isEqualTo(404);
        assertThat(counted(elsewhere, "GOODS", "choices")).isEqualTo(before);
        assertThat(elsewhere.get("/api/v1/suggestions/figures?agency=620823").status())
                .isEqualTo(404);
    }

    @Test
    void aValueThatIsNotOfferedIsRefusedNamingTheField() throws Exception {
        Answer answer = choose(officer, "goods", "999");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/field")).isEqualTo("value");
        assertThat(officer.get("/api/v1/cases/" + caseNo)
                        .body()
                        .at("/goods/categoryCode")
                        .isNull())
                .isTrue();
    }

    @Test
    void anOldVersionChangesNothingAndIsNotCounted() throws Exception {
        choose(officer, "goods", "127");
        int choices = counted(officer, "PROBLEM", "choices");

        assertThat(officer.post(path() + "/problem", Map.of("value", "01", "version", 1))
                        .status())
                .isEqualTo(409);
        assertThat(counted(officer, "PROBLEM", "choices")).isEqualTo(choices);
    }
}
