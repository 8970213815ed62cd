package org.fangxin.credit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.Bureaux;
import org.fangxin.greenchannel.Street.Reply;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.Merchants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** A rule table is made by one, tried on what is graded, approved by another, and then never changes. */
@FangxinTest
class RuleDraftTest {
    private static final String COUNTY = "620821";

    @Autowired
    MockMvc mvc;

    @Autowired
    Merchants merchants;

    @Autowired
    InstantSource clock;

    Bureaux desk;
    SignedIn head = Bureaux.officer(COUNTY, Role.UNIT_HEAD);
    SignedIn boss = Bureaux.officer(COUNTY, Role.LEADER);
    SignedIn deputy = Bureaux.officer(COUNTY, Role.LEADER);

    @BeforeEach
    void open() {
        desk = new Bureaux(mvc);
    }

    @Test
    void oneMakesItAnotherApprovesItAndItHoldsForThisAgencyOnly() throws Exception {
        assertThat(propose(boss, today().minusDays(1), rule(60)).at("/errors/0/code"))
                .isEqualTo("past");
        Map<String, Object> twice = new HashMap<>(rule(60));
        twice.put("grades", List.of(band("A", 60), band("A", 0)));
        assertThat(propose(boss, today(), twice).at("/errors/0/field")).isEqualTo("rule.grades");
        twice.put("grades", List.of(Map.of("from", 60, "rate", 1), band("B", 0)));
        assertThat(propose(boss, today(), twice).status())
                .as("a grade without its letter")
                .isEqualTo(422);

        String before = desk.get(boss, "/rules").at("/inForce/version");
        String draft = propose(boss, today(), rule(60)).at("/draftId");
        assertThat(desk.get(boss, "/rules").at("/inForce/version"))
                .as("a draft holds nothing")
                .isEqualTo(before);
        assertThat(decide(boss, draft, true).at("/errors/0/code")).isEqualTo("same-person");
        assertThat(decide(head, draft, true).status()).as("no leader").isEqualTo(404);
        assertThat(decide(Bureaux.officer("620822", Role.LEADER), draft, true).status())
                .isEqualTo(404);
        assertThat(decide(deputy, draft, true).status()).isEqualTo(204);
        assertThat(decide(deputy, draft, true).status()).isEqualTo(409);
        JsonNode rules = desk.get(boss, "/rules").body();
        assertThat(rules.at("/inForce/agency").asString()).isEqualTo(COUNTY);
        assertThat(rules.at("/inForce/approvedBy").asString()).isNotBlank();
        assertThat(rules.at("/inForce/reason").asString()).isEqualTo("投诉看得更重");
        assertThat(desk.get(Bureaux.officer("620822", Role.LEADER), "/rules").at("/inForce/version"))
                .isEqualTo("00-1");
    }

    @Test
    void aDeclinedDraftStaysWithItsReasonAndALaterOneWaitsForItsDay() throws Exception {
        String declined = propose(head, today(), rule(50)).at("/draftId");
        assertThat(decide(boss, declined, false).status()).isEqualTo(204);
        JsonNode draft = desk.get(head, "/rules").body().at("/drafts/0");
        assertThat(draft.path("state").asString()).isEqualTo("DECLINED");
        assertThat(draft.path("decidedWhy").asString()).isEqualTo("看过了");
        String before = desk.get(boss, "/rules").at("/inForce/version");
        String later = propose(head, today().plusDays(30), rule(40)).at("/draftId");
        assertThat(decide(boss, later, true).status()).isEqualTo(204);
        JsonNode rules = desk.get(boss, "/rules").body();
        assertThat(rules.at("/inForce/version").asString())
                .as("its day has not come")
                .isEqualTo(before);
        assertThat(rules.at("/own/0/validFrom").asString())
                .isEqualTo(today().plusDays(30).toString());
    }

    @Test
    void thePreviewTellsHowManyWouldChangeAndChangesNothing() throws Exception {
        SignedIn other = Bureaux.officer("620822", Role.LEADER);
        for (int i = 0; i < 3; i++) {
            graded(other, i < 2);
        }
        Reply same = desk.post(other, "/rules/preview", "rule", shipped(other));
        assertThat(same.body().path("graded").asInt()).as(same.text()).isEqualTo(3);
        assertThat(same.body().path("changed").asInt()).isZero();
        Reply strict = desk.post(other, "/rules/preview", "rule", honoursOnly());
        assertThat(strict.body().path("changed").asInt())
                .as("the listed ones are D by today's table and A where the list counts nothing")
                .isEqualTo(2);
        assertThat(strict.at("/moves/0/from") + strict.at("/moves/0/to")).isEqualTo("DA");
        assertThat(desk.get(other, "/rules").at("/inForce/version")).isEqualTo("00-1");
    }

    private void graded(SignedIn who, boolean listed) throws Exception {
        long id = merchants
                .add(new MarketEntity(
                        0,
                        null,
                        null,
                        "样例试算店",
                        List.of(),
                        MarketEntity.Kind.OTHER,
                        MarketEntity.Status.ACTIVE,
                        null,
                        "620822",
                        null,
                        null,
                        null,
                        null,
                        null,
                        1,
                        clock.instant()))
                .id();
        if (listed) {
            desk.post(
                    who,
                    "/merchants/" + id + "/facts",
                    "factor",
                    "SERIOUS_LIST",
                    "on",
                    today().toString(),
                    "paperNo",
                    "列字" + id + "号",
                    "text",
                    "列入名单");
        }
        String grade = desk.post(who, "/merchants/" + id + "/grades").at("/gradeId");
        assertThat(desk.post(who, "/grades/" + grade + "/confirmation").status())
                .isEqualTo(204);
    }

    private JsonNode shipped(SignedIn who) throws Exception {
        return desk.get(who, "/rules").body().at("/inForce/rule");
    }

    private static Map<String, Object> honoursOnly() {
        Map<String, Object> rule = new HashMap<>(rule(60));
        rule.put("factors", List.of(Map.of("factor", "HONOUR", "points", 1, "free", 0, "months", 12, "cap", 1)));
        return rule;
    }

    private static Map<String, Object> rule(int points) {
        return Map.of(
                "factors",
                List.of(Map.of("factor", "COMPLAINT", "points", points, "free", 0, "months", 12, "cap", points)),
                "grades",
                List.of(band("A", 60), band("B", 0)),
                "ungradedRate",
                2);
    }

    private static Map<String, Object> band(String grade, int from) {
        return Map.of("grade", grade, "from", from, "rate", 10);
    }

    private Reply propose(SignedIn who, LocalDate from, Map<String, Object> rule) throws Exception {
        return desk.post(who, "/rules/drafts", "validFrom", from.toString(), "rule", rule, "reason", "投诉看得更重");
    }

    private Reply decide(SignedIn who, String draft, boolean approve) throws Exception {
        return desk.post(who, "/rules/drafts/" + draft + "/decision", "approve", approve, "reason", "看过了");
    }

    private LocalDate today() {
        return clock.instant().atZone(Fields.ZONE).toLocalDate();
    }
}
