package org.fangxin.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.PlantedCase.COUNTY;
import static org.fangxin.casefile.PlantedCase.NEIGHBOUR;

import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.SettableTime;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.field.internal.Passes;
import org.fangxin.greenchannel.Street.Reply;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.Staff;
import org.fangxin.worklist.Hall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Taking cases along: what may go, what is written down, whose the key is, and how it ends. */
@FangxinTest
class FieldPassTest {
    private static final String PASSES = "/field/passes";

    @Autowired
    MockMvc mvc;

    @Autowired
    CaseFiles cases;

    @Autowired
    People people;

    @Autowired
    Passes passes;

    @Autowired
    InstantSource clock;

    @Autowired
    SettableTime time;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Hall hall;
    PlantedCase planted;
    SignedIn officer;

    @BeforeEach
    void anOfficer() {
        time.set("2026-06-01T09:00");
        hall = new Hall(mvc);
        planted = new PlantedCase(cases, clock, owner, "外勤标记");
        officer = hired(COUNTY, Role.HANDLER, Role.INVESTIGATOR);
    }

    @AfterEach
    void theClockIsGivenBack() {
        time.giveBack();
    }

    @Test
    void takingCasesAlongGivesAKeyOf256BitsForSeventyTwoHoursAndIsAuditedCaseByCase() throws Exception {
        String one = assigned(planted.complaint());
        String two = assigned(planted.report());
        Reply taken = begin(officer, one, two);
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(Base64.getDecoder().decode(taken.at("/key"))).hasSize(32);
        assertThat(taken.at("/pass/expiresAt")).startsWith("2026-06-04T09:00:");
        assertThat(audited("FIELD_TAKEN", taken.at("/pass/passId"))).containsExactlyInAnyOrder(one, two);
        Reply again = add(taken.at("/pass/passId"), one);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(audited("FIELD_TAKEN", taken.at("/pass/passId")))
                .as("taken twice, noted once")
                .hasSize(2);
    }

    @Test
    void aCaseOutOfSightIsAsOneThatIsNotThereAndNothingIsTaken() throws Exception {
        String own = assigned(planted.complaint());
        String foreign = planted.open(org.fangxin.casefile.Kind.COMPLAINT, NEIGHBOUR, null);
        String walled = planted.report();
        for (String hidden : List.of(foreign, walled, "620826-260501-9999")) {
            assertThat(begin(officer, own, hidden).status()).as(hidden).isEqualTo(404);
        }
        assertThat(Hall.items(hall.get(officer, PASSES))).isEmpty();
    }

    @Test
    void whatIsClosedStaysInTheHouseAndSoDoesTheTwentyFirst() throws Exception {
        String closed = assigned(planted.complaint());
        hall.post(
                officer, "/cases/" + closed + "/acts/refuse", "grounds", List.of("OVER_THREE_YEARS"), "facts", "超过三年");
        Reply over = begin(officer, closed);
        assertThat(over.status()).as(over.text()).isEqualTo(422);
        assertThat(over.text()).contains("办结");
        Reply none = begin(officer);
        assertThat(none.status()).isEqualTo(422);
        String[] many = java.util.stream.IntStream.range(0, Passes.MOST_CASES + 1)
                .mapToObj(i -> "620826-260501-" + i)
                .toArray(String[]::new);
        Reply tooMany = begin(officer, many);
        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.text()).contains("20");
        SignedIn registrar = hired(COUNTY, Role.REGISTRAR);
        assertThat(begin(registrar, assigned(planted.complaint())).status())
                .as("no role of the field")
                .isIn(403, 404);
    }

    @Test
    void theKeyIsGivenAgainToItsPersonAloneAlsoAfterTheEndSoThatNothingWrittenOutThereIsLost() throws Exception {
        Reply taken = begin(officer, assigned(planted.complaint()));
        String pass = taken.at("/pass/passId");
        SignedIn colleague = hired(COUNTY, Role.HANDLER);
        SignedIn head = hired(COUNTY, Role.UNIT_HEAD);
        assertThat(hall.post(colleague, PASSES + "/" + pass + "/key").status()).isEqualTo(404);
        assertThat(hall.post(head, PASSES + "/" + pass + "/key").status()).isEqualTo(404);
        assertThat(hall.get(colleague, PASSES + "/" + pass).status()).isEqualTo(404);
        time.set("2026-06-04T09:01");
        Reply over = hall.get(officer, PASSES + "/" + pass);
        assertThat(over.text()).contains("\"live\":false");
        assertThat(add(pass, assigned(planted.complaint())).status())
                .as("it is over")
                .isEqualTo(422);
        Reply again = hall.post(officer, PASSES + "/" + pass + "/key");
        assertThat(again.at("/key")).isEqualTo(taken.at("/key"));
        assertThat(auditedOf("FIELD_KEY_GIVEN", pass)).isEqualTo(1);
        time.set("2026-07-04T09:01");
        assertThat(hall.post(officer, PASSES + "/" + pass + "/key").status())
                .as("thirty days after the end")
                .isEqualTo(422);
    }

    @Test
    void aHeadRevokesALostDeviceAndItsKeyIsGoneForGood() throws Exception {
        Reply taken = begin(officer, assigned(planted.complaint()));
        String pass = taken.at("/pass/passId");
        SignedIn head = hired(COUNTY, Role.UNIT_HEAD);
        SignedIn elsewhere = hired(NEIGHBOUR, Role.UNIT_HEAD);
        SignedIn colleague = hired(COUNTY, Role.HANDLER);
        assertThat(end(elsewhere, pass, "REVOKED").status()).isEqualTo(404);
        assertThat(end(colleague, pass, "REVOKED").status()).isEqualTo(404);
        assertThat(end(head, pass, "HANDED_IN").status())
                .as("brought back by nobody else")
                .isEqualTo(404);
        assertThat(hall.get(head, PASSES).text()).contains(pass).doesNotContain("caseNos");
        assertThat(hall.get(elsewhere, PASSES).text()).doesNotContain(pass);
        assertThat(end(head, pass, "REVOKED").status()).isEqualTo(204);
        assertThat(hall.get(officer, PASSES + "/" + pass).text()).contains("REVOKED");
        Reply key = hall.post(officer, PASSES + "/" + pass + "/key");
        assertThat(key.status()).isEqualTo(422);
        assertThat(key.text()).contains("销毁");
        assertThat(keys(pass)).isZero();
    }

    @Test
    void signingOutEndsThePassButTheKeyWaitsForWhatIsNotYetSent() throws Exception {
        Reply taken = begin(officer, assigned(planted.complaint()));
        String pass = taken.at("/pass/passId");
        assertThat(end(officer, pass, "SIGNED_OUT").status()).isEqualTo(204);
        assertThat(hall.get(officer, PASSES + "/" + pass).text()).contains("\"live\":false");
        assertThat(hall.post(officer, PASSES + "/" + pass + "/key").at("/key")).isEqualTo(taken.at("/key"));
        time.set("2026-07-05T09:00");
        assertThat(passes.purge()).isPositive();
        assertThat(keys(pass)).isZero();
    }

    @Test
    void theKeyLiesSealedInTheDatabase() throws Exception {
        Reply taken = begin(officer, assigned(planted.complaint()));
        byte[] body = JdbcClient.create(owner)
                .sql("select body from field.pass_key where pass_id = ?::uuid")
                .param(taken.at("/pass/passId"))
                .query(byte[].class)
                .single();
        assertThat(new String(body, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(taken.at("/key"))
                .doesNotContain(new String(
                        Base64.getDecoder().decode(taken.at("/key")), java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void theHourThatThePhoneSaysStandsBesideTheActAndMovesNoClock() throws Exception {
        String complaint = assigned(planted.complaint());
        Reply act = hall.post(officer, "/cases/" + complaint + "/acts/accept", "doneAt", "2026-05-30T10:20:00+08:00");
        assertThat(act.status()).as(act.text()).isEqualTo(200);
        String detail = hall.get(officer, "/cases/" + complaint).text();
        assertThat(detail).contains("\"doneAt\":\"2026-05-30 10:20（外勤，手机记的时间）\"");
        assertThat(detail).contains("\"type\":\"Accepted\"").doesNotContain("\"at\":\"2026-05-30T10:20");
        String early = assigned(planted.complaint());
        hall.post(officer, "/cases/" + early + "/acts/accept", "doneAt", "2027-01-01T00:00:00+08:00");
        assertThat(hall.get(officer, "/cases/" + early).text())
                .as("a phone's clock that runs ahead tells no future")
                .contains("\"doneAt\":\"2026-06-01 09:0");
    }

    @Test
    void anActByTheMinuteTakesTheHourOfThePhoneAndAnHourThatNobodyCanReadIsRefused() throws Exception {
        String complaint = assigned(planted.complaint());
        time.set("2026-06-01T15:00");
        String act = "/cases/" + complaint + "/acts/record-contact";
        Reply garbled = hall.post(officer, act, "doneAt", "gestern");
        assertThat(garbled.status()).isEqualTo(422);
        assertThat(garbled.text()).contains("doneAt");
        assertThat(hall.post(officer, act, "doneAt", "2026-06-01T10:20:00+08:00")
                        .status())
                .isEqualTo(200);
        assertThat(hall.get(officer, "/cases/" + complaint).text())
                .contains("\"type\":\"PartyContacted\"")
                .contains("\"at\":\"2026-06-01T10:20:00+08:00\"");
    }

    @Test
    void anActThatIsRecordedTakesItsDraftWithItWhereverItWasWritten() throws Exception {
        String complaint = assigned(planted.complaint());
        String draft = "/drafts/act:" + complaint + ":accept";
        String other = "/drafts/act:" + complaint + ":refuse";
        for (String one : List.of(draft, other)) {
            assertThat(hall.put(officer, one, "body", "写到一半", "version", 0).status())
                    .isEqualTo(200);
        }
        hall.post(officer, "/cases/" + complaint + "/acts/accept", "doneAt", "2026-06-01T09:00:00+08:00");
        assertThat(hall.get(officer, draft).status()).isEqualTo(404);
        assertThat(hall.get(officer, other).status()).as("another act's").isEqualTo(200);
    }

    private String assigned(String caseNo) {
        planted.assign(caseNo, officer.personId());
        return caseNo;
    }

    private SignedIn hired(String agency, Role... roles) {
        Person person = Staff.hire(people, agency, roles);
        return new SignedIn(person.personId(), person.username(), person.displayName(), agency, Set.of(roles), false);
    }

    private Reply begin(SignedIn who, String... caseNos) throws Exception {
        return hall.post(who, PASSES, "caseNos", List.of(caseNos));
    }

    private Reply add(String pass, String... caseNos) throws Exception {
        return hall.post(officer, PASSES + "/" + pass + "/cases", "caseNos", List.of(caseNos));
    }

    private Reply end(SignedIn who, String pass, String how) throws Exception {
        return hall.post(who, PASSES + "/" + pass + "/end", "how", how);
    }

    private long keys(String pass) {
        return JdbcClient.create(owner)
                .sql("select count(*) from field.pass_key where pass_id = ?::uuid")
                .param(pass)
                .query(Long.class)
                .single();
    }

    private List<String> audited(String action, String pass) {
        return JdbcClient.create(owner)
                .sql("select subject from identity.audit_log where action = ? and detail like ?")
                .params(action, "%" + pass + "%")
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    private long auditedOf(String action, String subject) {
        return JdbcClient.create(owner)
                .sql("select count(*) from identity.audit_log where action = ? and subject = ?")
                .params(action, subject)
                .query(Long.class)
                .single();
    }
}
