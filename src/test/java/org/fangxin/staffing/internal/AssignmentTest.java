package org.fangxin.staffing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseJournal;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.greenchannel.Street.Reply;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.Staff;
import org.fangxin.worklist.Hall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A unit's rule proposes, and assigns by itself where the unit chose so; each test in a unit of its own. */
@FangxinTest
class AssignmentTest {
    private static final List<String> UNITS =
            List.of("621021", "621022", "621023", "621024", "621025", "621026", "621027");
    private static int used;

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
    AssignmentSweep sweep;

    @Autowired
    ApplicationContext context;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Hall hall;
    PlantedCase planted;
    String unit;
    SignedIn head;
    SignedIn leader;
    SignedIn first;
    SignedIn second;

    @BeforeEach
    void aUnitWithTwoOfficers() {
        hall = new Hall(mvc);
        planted = new PlantedCase(cases, clock, owner, "分派标记");
        unit = UNITS.get(used++);
        head = hired(Role.UNIT_HEAD);
        leader = hired(Role.LEADER);
        first = hired(Role.HANDLER, Role.INVESTIGATOR);
        second = hired(Role.HANDLER, Role.INVESTIGATOR);
    }

    @Test
    void aRuleHoldsOnlyWhenALeaderPutItInForceAndIsNeverChanged() throws Exception {
        Reply drafted = draft(head, "ROUND", false);
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(201);
        assertThat(drafted.at("/inForce/no")).isEqualTo("0");
        long id = drafted.body().at("/drafts/0/draftId").asLong();
        assertThat(decide(head, id, true).status()).as("a head drafts only").isEqualTo(404);
        Reply active = decide(leader, id, true);
        assertThat(active.at("/inForce/no")).as(active.text()).isEqualTo("1");
        assertThat(active.at("/inForce/order")).isEqualTo("ROUND");
        assertThat(active.at("/inForce/activatedBy/personId")).isEqualTo(leader.personId());
        assertThat(decide(leader, id, true).status()).as("decided already").isEqualTo(409);
        activate("LOAD", false, "skills", List.of());
        Reply page = hall.get(head, "/staffing/rules");
        assertThat(page.at("/versions/0/no")).isEqualTo("2");
        assertThat(page.at("/versions/1/order"))
                .as("the first stands as it was")
                .isEqualTo("ROUND");
        assertThat(hall.get(hired(Role.HANDLER), "/staffing/rules").status()).isEqualTo(404);
    }

    @Test
    void aRuleNamesOnlyOfficersOfTheUnitAndSaysWhichRowIsWrong() throws Exception {
        SignedIn stranger = Hall.officer("620826", Role.HANDLER);
        Reply no = draft(head, "LOAD", false, "skills", List.of(skill("GOODS:101", stranger)));
        assertThat(no.status()).isEqualTo(422);
        assertThat(no.text()).contains("skills", "本机关");
        assertThat(draft(head, "LOAD", false, "skills", List.of(skill("GOODS:101", head)))
                        .text())
                .contains("没有承办、核查职责");
        assertThat(draft(head, "LOAD", false, "areas", List.of(Map.of("region", "99", "persons", List.of())))
                        .text())
                .contains("没有这个地方");
    }

    @Test
    void inTurnTheProgramAssignsNamingTheRuleAndItsVersion() throws Exception {
        activate("ROUND", true);
        String one = arrives(Kind.COMPLAINT);
        String two = arrives(Kind.COMPLAINT);
        String three = arrives(Kind.REPORT);
        assertThat(handlers(one)).hasSize(1);
        assertThat(handlers(two)).hasSize(1).doesNotContainAnyElementsOf(handlers(one));
        assertThat(handlers(three)).as("the turn comes round").isEqualTo(handlers(one));
        assertThat(last(one).actor()).isEqualTo("system");
        assertThat(last(one).data()).contains("\"assignmentRule\":\"" + unit + "/1\"");
    }

    @Test
    void whoIsAwayGetsNothing() throws Exception {
        activate("ROUND", true);
        away(first, second);
        assertThat(handlers(arrives(Kind.COMPLAINT))).containsExactly(second.personId());
        assertThat(handlers(arrives(Kind.COMPLAINT))).containsExactly(second.personId());
    }

    @Test
    void withNobodyThereTheCaseStaysInTheQueueAndSaysWhyUntilSomebodyIs() throws Exception {
        activate("LOAD", true);
        SignedIn noInvestigator = hired(Role.HANDLER);
        away(first, noInvestigator);
        away(second, noInvestigator);
        String waiting = arrives(Kind.REPORT);
        assertThat(handlers(waiting)).isEmpty();
        Reply proposal = propose(waiting);
        assertThat(proposal.at("/waiting")).contains("没有人可以承办", "正在请假");
        assertThat(proposal.body().path("candidates")).isEmpty();
        SignedIn newcomer = hired(Role.INVESTIGATOR);
        JdbcClient.create(owner)
                .sql("update staffing.waiting set looked_at = looked_at - interval '1 hour'")
                .update();
        sweep.sweep();
        assertThat(handlers(waiting)).containsExactly(newcomer.personId());
        assertThat(propose(waiting).at("/waiting")).isEmpty();
    }

    @Test
    void theProposalGoesByTheClassOfTheCaseAndByThePlaceAndPassesOverWhoSteppedAside() throws Exception {
        activate(
                "LOAD",
                false,
                "skills",
                List.of(skill("GOODS:101", second)),
                "areas",
                List.of(Map.of("region", unit, "persons", List.of(first.personId()))));
        String complaint = arrives(Kind.COMPLAINT);
        assertThat(handlers(complaint)).as("only proposed").isEmpty();
        assertThat(propose(complaint).at("/candidates/0/person/personId")).isEqualTo(first.personId());
        assertThat(propose(complaint).at("/candidates/0/reasons/0")).contains("分管");
        act(complaint, Act.CORRECT, Role.REGISTRAR, Map.of("field", "GOODS", "value", "101", "reason", "写错了"));
        Reply food = propose(complaint);
        assertThat(food.at("/candidates/0/person/personId")).as(food.text()).isEqualTo(second.personId());
        assertThat(food.at("/rule")).isEqualTo(unit + "/1");
        act(complaint, Act.ASSIGN, Role.UNIT_HEAD, Map.of("persons", List.of(second.personId())));
        hall.post(second, "/cases/" + complaint + "/acts/accept");
        stepsAside(complaint, second);
        Reply without = propose(complaint);
        assertThat(without.text()).contains("已回避本案");
        assertThat(without.at("/candidates/0/person/personId")).isEqualTo(first.personId());
    }

    @Test
    void anotherChoiceThanTheProposalNeedsNoReasonAndStandsInTheJournal() throws Exception {
        String complaint = arrives(Kind.COMPLAINT);
        Reply proposal = propose(complaint);
        String proposed = proposal.at("/candidates/0/person/personId");
        String other = proposed.equals(first.personId()) ? second.personId() : first.personId();
        Reply done = hall.post(
                head,
                "/cases/" + complaint + "/acts/assign",
                "persons",
                List.of(other),
                "byRule",
                Map.of("assignmentRule", proposal.at("/rule"), "proposed", proposed));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(handlers(complaint)).containsExactly(other);
        assertThat(last(complaint).data()).contains("\"assignmentRule\":\"00/0\"", "\"proposed\":\"" + proposed + "\"");
        Reply no = hall.post(
                head,
                "/cases/" + complaint + "/acts/assign",
                "persons",
                List.of(other),
                "byRule",
                Map.of("assignmentRule", "随便写"));
        assertThat(no.status()).isEqualTo(422);
    }

    private String arrives(Kind kind) {
        String caseNo = planted.open(kind, unit, null);
        Hearing.in(context, owner).all(context.getBean(ArrivalReader.class), caseNo);
        sweep.sweep();
        return caseNo;
    }

    private Set<String> handlers(String caseNo) {
        return Scopes.within(
                Scope.SYSTEM, () -> cases.find(caseNo).map(CaseState::handlers).orElseThrow());
    }

    private CaseJournal.Line last(String caseNo) {
        return Scopes.within(Scope.SYSTEM, () -> journal.of(caseNo)).getLast();
    }

    private void act(String caseNo, Act act, Role role, Map<String, ?> fields) {
        planted.act(caseNo, act, new Actor("planting", unit, Set.of(role)), fields);
    }

    private void stepsAside(String caseNo, SignedIn who) {
        planted.act(caseNo, Act.RECUSE_SELF, Actor.of(who), Map.of());
    }

    private Reply propose(String caseNo) throws Exception {
        Reply proposed = hall.get(head, "/staffing/cases/" + caseNo + "/proposal");
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(200);
        return proposed;
    }

    private static Map<String, Object> skill(String matter, SignedIn who) {
        return Map.of("matter", matter, "persons", List.of(who.personId()));
    }

    private Reply draft(SignedIn who, String order, boolean automatic, Object... more) throws Exception {
        Object[] fields = new Object[6 + more.length];
        System.arraycopy(new Object[] {"order", order, "automatic", automatic, "reason", "人手重新分工"}, 0, fields, 0, 6);
        System.arraycopy(more, 0, fields, 6, more.length);
        return hall.post(who, "/staffing/rules", fields);
    }

    private Reply decide(SignedIn who, long id, boolean activate) throws Exception {
        return hall.post(who, "/staffing/rules/drafts/" + id + "/decision", "activate", activate);
    }

    private void activate(String order, boolean automatic, Object... more) throws Exception {
        Reply drafted = draft(head, order, automatic, more);
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(201);
        Reply active = decide(leader, drafted.body().at("/drafts/0/draftId").asLong(), true);
        assertThat(active.status()).as(active.text()).isEqualTo(200);
    }

    private void away(SignedIn absent, SignedIn substitute) throws Exception {
        Reply asked = hall.post(
                absent,
                "/staffing/absences",
                "substituteId",
                substitute.personId(),
                "kind",
                "SICK",
                "startsAt",
                clock.instant().minusSeconds(60).toString(),
                "endsAt",
                clock.instant().plusSeconds(86_400).toString());
        Reply approved = hall.post(head, "/staffing/absences/" + asked.at("/absenceId") + "/decision", "approve", true);
        assertThat(approved.status()).as(asked.text()).isEqualTo(200);
    }

    private SignedIn hired(Role... roles) {
        Person person = Staff.hire(people, unit, roles);
        return new SignedIn(person.personId(), person.username(), person.displayName(), unit, person.roles(), false);
    }
}
