package org.fangxin.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.PlantedCase.COUNTY;
import static org.fangxin.casefile.PlantedCase.NEIGHBOUR;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.SettableTime;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseJournal;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.greenchannel.Street.Reply;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.Staff;
import org.fangxin.staffing.internal.LeaveRound;
import org.fangxin.worklist.Hall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** Leave and who stands in: by approval, between the dates, within one's own roles, under one's own name. */
@FangxinTest
class AbsenceTest {
    private static final String ABSENCES = "/staffing/absences";

    @Autowired
    MockMvc mvc;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseJournal journal;

    @Autowired
    People people;

    @Autowired
    InstantSource clock;

    @Autowired
    SettableTime time;

    @Autowired
    ApplicationContext context;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Hall hall;
    PlantedCase planted;
    SignedIn absent;
    SignedIn substitute;
    SignedIn head;

    @BeforeEach
    void aUnit() {
        time.set("2026-06-01T09:00");
        hall = new Hall(mvc);
        planted = new PlantedCase(cases, clock, owner, "代班标记");
        absent = hired(Role.HANDLER, Role.INVESTIGATOR);
        substitute = hired(Role.HANDLER, Role.INVESTIGATOR);
        head = hired(Role.UNIT_HEAD);
    }

    @AfterEach
    void theClockIsGivenBack() {
        time.giveBack();
    }

    @Test
    void aSecretReportIsSeenByTheSubstituteFromApprovalToTheMinuteOfTheEnd() throws Exception {
        String report = reportOf(absent);
        long id = asked(absent, substitute, "2026-06-01T08:00:00+08:00", "2026-06-05T18:00:00+08:00");
        assertThat(sees(substitute, report)).as("only asked").isEqualTo(404);
        approve(id);
        assertThat(sees(substitute, report)).isEqualTo(200);
        assertThat(Hall.numbers(hall.get(substitute, "/cases?officer=" + absent.personId())))
                .containsExactly(report);
        assertThat(hall.get(substitute, "/staffing/standing").text()).contains(absent.personId());
        time.set("2026-06-05T17:59");
        assertThat(sees(substitute, report)).isEqualTo(200);
        time.set("2026-06-05T18:00");
        assertThat(sees(substitute, report)).isEqualTo(404);
        assertThat(Hall.numbers(hall.get(substitute, "/cases?officer=" + absent.personId())))
                .isEmpty();
        assertThat(hall.get(substitute, "/staffing/standing").text()).doesNotContain(absent.personId());
    }

    @Test
    void standingInGivesNoRoleThatTheSubstituteDoesNotHold() throws Exception {
        String report = reportOf(absent);
        SignedIn handlerOnly = hired(Role.HANDLER);
        approve(asked(absent, handlerOnly, "2026-06-01T08:00:00+08:00", "2026-06-05T18:00:00+08:00"));
        assertThat(hall.get(handlerOnly, "/staffing/standing").text()).contains(absent.personId());
        assertThat(sees(handlerOnly, report)).isEqualTo(404);
        SignedIn registrar = hired(Role.REGISTRAR);
        Reply no = ask(absent, registrar, "2026-07-01T08:00:00+08:00", "2026-07-02T18:00:00+08:00");
        assertThat(no.status()).isEqualTo(422);
        assertThat(no.text()).contains("substituteId", "同样职责");
    }

    @Test
    void anActOfTheSubstituteBearsBothNames() throws Exception {
        String complaint = planted.complaint();
        planted.assign(complaint, absent.personId());
        approve(asked(absent, substitute, "2026-06-01T08:00:00+08:00", "2026-06-05T18:00:00+08:00"));
        Reply act = hall.post(substitute, "/cases/" + complaint + "/acts/accept");
        assertThat(act.status()).as(act.text()).isEqualTo(200);
        CaseJournal.Line line = lines(complaint).getLast();
        assertThat(line.actor()).isEqualTo(substitute.personId());
        assertThat(line.actedFor()).isEqualTo(absent.personId());
        assertThat(hall.get(head, "/cases/" + complaint).text()).contains("\"actedFor\":\"" + absent.displayName());
        SignedIn other = hired(Role.HANDLER);
        hall.post(other, "/cases/" + complaint + "/acts/open-mediation");
        assertThat(lines(complaint).stream()
                        .filter(one -> one.actor().equals(other.personId()))
                        .allMatch(one -> one.actedFor() == null))
                .as("who stands in for nobody signs for nobody")
                .isTrue();
    }

    @Test
    void whoStandsInUnmasksOnlyBetweenTheDates() throws Exception {
        String complaint = planted.complaint();
        planted.assign(complaint, absent.personId());
        assertThat(unmask(complaint)).isEqualTo(403);
        approve(asked(absent, substitute, "2026-06-01T08:00:00+08:00", "2026-06-05T18:00:00+08:00"));
        assertThat(unmask(complaint)).isEqualTo(200);
        time.set("2026-06-05T18:01");
        assertThat(unmask(complaint)).isEqualTo(403);
    }

    @Test
    void theSubstitutesOwnAbsencePassesTheWorkOnAndNeverInACircle() throws Exception {
        String report = reportOf(absent);
        SignedIn third = hired(Role.HANDLER, Role.INVESTIGATOR);
        approve(asked(absent, substitute, "2026-06-01T08:00:00+08:00", "2026-06-05T18:00:00+08:00"));
        approve(asked(substitute, third, "2026-06-01T08:00:00+08:00", "2026-06-02T18:00:00+08:00"));
        assertThat(sees(third, report)).isEqualTo(200);
        assertThat(sees(substitute, report)).as("he is away himself").isEqualTo(404);
        Reply circle = ask(third, absent, "2026-06-02T08:00:00+08:00", "2026-06-03T18:00:00+08:00");
        assertThat(circle.status()).isEqualTo(422);
        assertThat(circle.text()).contains("substituteId", "又轮到请假人自己");
        assertThat(ask(third, absent, "2026-07-02T08:00:00+08:00", "2026-07-03T18:00:00+08:00")
                        .status())
                .as("at another time it is none")
                .isEqualTo(201);
        time.set("2026-06-02T18:00");
        assertThat(sees(third, report)).isEqualTo(404);
        assertThat(sees(substitute, report)).isEqualTo(200);
    }

    @Test
    void aHeadApprovesButNeverForHimselfNorAsTheSubstituteAndAHeadsLeaveIsALeaders() throws Exception {
        SignedIn second = hired(Role.UNIT_HEAD);
        SignedIn leader = hired(Role.LEADER);
        long own = asked(head, second, "2026-06-01T08:00:00+08:00", "2026-06-05T18:00:00+08:00");
        assertThat(decide(head, own).status()).isEqualTo(422);
        assertThat(decide(second, own).status()).isEqualTo(422);
        assertThat(decide(hired(Role.UNIT_HEAD), own).status())
                .as("a head's leave")
                .isEqualTo(422);
        assertThat(decide(substitute, own).status()).as("no head").isEqualTo(404);
        assertThat(decide(neighbour(), own).status()).as("another county").isEqualTo(404);
        assertThat(decide(leader, own).status()).isEqualTo(200);
        assertThat(decide(leader, own).status()).as("once").isEqualTo(409);
    }

    @Test
    void theReasonIsForThePersonAndTheHeadAlone() throws Exception {
        asked(absent, substitute, "2026-06-01T08:00:00+08:00", "2026-06-05T18:00:00+08:00");
        String path = ABSENCES + "?from=2026-06-01&to=2026-06-01";
        assertThat(hall.get(absent, path).text()).contains("家中有事待办");
        assertThat(hall.get(head, path).text()).contains("家中有事待办");
        Reply other = hall.get(hired(Role.HANDLER), path);
        assertThat(other.text()).contains(absent.personId()).doesNotContain("家中有事待办");
    }

    @Test
    void whoeverSteppedAsideStaysOutAlsoAsASubstitute() throws Exception {
        String complaint = planted.complaint();
        planted.assign(complaint, absent.personId(), substitute.personId());
        hall.post(substitute, "/cases/" + complaint + "/acts/accept");
        Reply aside = hall.post(substitute, "/cases/" + complaint + "/acts/recuse-self", "reason", "近亲属");
        assertThat(aside.status()).as(aside.text()).isEqualTo(200);
        approve(asked(absent, substitute, "2026-06-01T08:00:00+08:00", "2026-06-05T18:00:00+08:00"));
        assertThat(sees(substitute, complaint)).isEqualTo(404);
        assertThat(sees(absent, complaint)).isEqualTo(200);
    }

    @Test
    void comingBackEarlierEndsItAtOnceAndTheHandoverListShowsWhatWasDone() throws Exception {
        String complaint = planted.complaint();
        planted.assign(complaint, absent.personId());
        long id = asked(absent, substitute, "2026-06-01T08:00:00+08:00", "2026-06-05T18:00:00+08:00");
        approve(id);
        Reply taken = hall.post(substitute, ABSENCES + "/" + id + "/handover", "phase", "START");
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.body().path("open").toString()).contains(complaint);
        assertThat(taken.body().path("done").isEmpty()).isTrue();
        hall.post(substitute, "/cases/" + complaint + "/acts/accept");
        assertThat(hall.get(head, ABSENCES + "/" + id + "/handover")
                        .body()
                        .path("done")
                        .toString())
                .contains(complaint);
        assertThat(hall.get(hired(Role.HANDLER), ABSENCES + "/" + id + "/handover")
                        .status())
                .isEqualTo(404);
        assertThat(hall.post(absent, ABSENCES + "/" + id + "/return").status()).isEqualTo(200);
        assertThat(hall.get(substitute, "/staffing/standing")
                        .body()
                        .path("persons")
                        .isEmpty())
                .isTrue();
        Reply back = hall.post(absent, ABSENCES + "/" + id + "/handover", "phase", "END");
        assertThat(back.body().path("confirmed").size()).isEqualTo(2);
    }

    @Test
    void aLeaderWhoStandsInForTheHandlerDoesNotApproveTheHandlersMatter() throws Exception {
        String report = reportOf(absent);
        SignedIn deputy = hired(Role.LEADER, Role.INVESTIGATOR);
        hall.post(absent, "/cases/" + report + "/acts/verify");
        approve(asked(absent, deputy, "2026-06-01T08:00:00+08:00", "2026-06-05T18:00:00+08:00"));
        Reply own = hall.post(deputy, "/cases/" + report + "/acts/extend", "reason", "核查来不及");
        assertThat(own.status()).as(own.text()).isEqualTo(422);
        assertThat(own.text()).contains("不能自己批准");
        Reply other = hall.post(hired(Role.LEADER), "/cases/" + report + "/acts/extend", "reason", "核查来不及");
        assertThat(other.status()).as(other.text()).isEqualTo(200);
    }

    @Test
    void aSheetThatTheSubstituteAskedForBearsBothNames() throws Exception {
        String report = reportOf(absent);
        hall.post(absent, "/cases/" + report + "/acts/verify");
        approve(asked(absent, substitute, "2026-06-01T08:00:00+08:00", "2026-06-05T18:00:00+08:00"));
        Reply sheet = hall.post(
                substitute,
                "/cases/" + report + "/approvals",
                "act",
                "extend",
                "words",
                "核查来不及，请批准延长",
                "fields",
                Map.of("reason", "核查来不及"));
        assertThat(sheet.status()).as(sheet.text()).isEqualTo(201);
        assertThat(sheet.at("/askedBy/personId")).isEqualTo(substitute.personId());
        assertThat(sheet.at("/askedFor/personId")).isEqualTo(absent.personId());
    }

    @Test
    void theDeskTellsWhoDecidesWhoGoesAndWhoStandsInAndEachOfThemOnce() throws Exception {
        long id = asked(absent, substitute, "2026-06-02T08:00:00+08:00", "2026-06-05T18:00:00+08:00");
        assertThat(matters(head)).contains("leave-asked");
        assertThat(matters(substitute)).doesNotContain("leave-asked");
        approve(id);
        assertThat(matters(absent)).containsExactly("leave-approved");
        assertThat(matters(substitute)).containsExactly("leave-substitute");
        LeaveRound.go(context);
        assertThat(matters(substitute)).as("it has not begun").containsExactly("leave-substitute");
        time.set("2026-06-02T08:01");
        LeaveRound.go(context);
        LeaveRound.go(context);
        assertThat(matters(substitute)).containsExactly("leave-starts", "leave-substitute");
        hall.post(substitute, ABSENCES + "/" + id + "/handover", "phase", "START");
        assertThat(matters(absent)).containsExactly("handover-taken", "leave-starts", "leave-approved");
        time.set("2026-06-05T18:01");
        LeaveRound.go(context);
        assertThat(matters(absent)).contains("leave-ends");
        assertThat(matters(hired(Role.HANDLER))).as("nobody else").isEmpty();
    }

    private List<String> matters(SignedIn who) throws Exception {
        return Hall.items(hall.get(who, "/inbox")).stream()
                .map(item -> item.path("matter").asString())
                .toList();
    }

    private List<CaseJournal.Line> lines(String caseNo) {
        return Scopes.within(Scope.subtree(COUNTY, head.personId(), Scope.Reports.ALL), () -> journal.of(caseNo));
    }

    private int unmask(String complaint) throws Exception {
        return hall.post(
                        substitute,
                        "/cases/" + complaint + "/unmask",
                        "partyId",
                        "P1",
                        "field",
                        "PHONE",
                        "purpose",
                        "联系投诉人")
                .status();
    }

    private String reportOf(SignedIn investigator) {
        String report = planted.report();
        planted.assign(report, investigator.personId());
        return report;
    }

    private int sees(SignedIn who, String caseNo) throws Exception {
        return hall.get(who, "/cases/" + caseNo).status();
    }

    private long asked(SignedIn who, SignedIn stands, String from, String to) throws Exception {
        Reply asked = ask(who, stands, from, to);
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        return asked.body().path("absenceId").asLong();
    }

    private Reply ask(SignedIn who, SignedIn stands, String from, String to) throws Exception {
        return hall.post(
                who,
                ABSENCES,
                "substituteId",
                stands.personId(),
                "kind",
                "OTHER",
                "reason",
                "家中有事待办",
                "startsAt",
                from,
                "endsAt",
                to);
    }

    private void approve(long id) throws Exception {
        Reply done = decide(head, id);
        assertThat(done.status()).as(done.text()).isEqualTo(200);
    }

    private Reply decide(SignedIn who, long id) throws Exception {
        return hall.post(who, ABSENCES + "/" + id + "/decision", "approve", true);
    }

    private SignedIn neighbour() {
        return signedIn(Staff.hire(people, NEIGHBOUR, Role.LEADER));
    }

    private SignedIn hired(Role... roles) {
        return signedIn(Staff.hire(people, COUNTY, roles));
    }

    private static SignedIn signedIn(Person person) {
        return new SignedIn(
                person.personId(),
                person.username(),
                person.displayName(),
                person.agencyCode(),
                Set.copyOf(person.roles()),
                false);
    }
}
