package org.fangxin.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.PlantedCase.COUNTY;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.PlantedCase;
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
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** What each officer has in hand is what his worklist shows; a case is proposed to who is there and has least. */
@FangxinTest
class WorkloadTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    CaseFiles cases;

    @Autowired
    People people;

    @Autowired
    InstantSource clock;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Hall hall;
    PlantedCase planted;
    SignedIn head;
    SignedIn busy;
    SignedIn free;

    @BeforeEach
    void twoOfficers() {
        hall = new Hall(mvc);
        planted = new PlantedCase(cases, clock, owner, "工作量标记");
        head = hired(Role.UNIT_HEAD);
        busy = hired(Role.HANDLER, Role.INVESTIGATOR);
        free = hired(Role.HANDLER, Role.INVESTIGATOR);
        planted.assign(planted.complaint(), busy.personId());
        planted.assign(planted.report(), busy.personId());
    }

    @Test
    void eachNumberIsThatOfTheWorklistWithTheSameFilter() throws Exception {
        JsonNode line = lineOf(busy);
        assertThat(line.path("open").asInt()).isEqualTo(2).isEqualTo(total("view=open"));
        assertThat(line.path("overdue").asInt()).isEqualTo(total("due=OVERDUE"));
        assertThat(line.path("near").asInt()).isEqualTo(total("due=NEAR"));
        assertThat(line.path("today").asInt()).isEqualTo(total("due=TODAY"));
        assertThat(line.path("weight").asDouble()).as("a report counts two").isEqualTo(3.0);
        assertThat(hall.get(busy, "/staffing/workload").status())
                .as("for heads")
                .isEqualTo(404);
    }

    @Test
    void aCaseIsProposedToWhoHasLeastAndNeverToWhoIsAway() throws Exception {
        String report = planted.report();
        Reply proposed = propose(report);
        assertThat(rank(proposed, free)).isGreaterThanOrEqualTo(0).isLessThan(rank(proposed, busy));
        assertThat(proposed.text()).contains("在办 2 件");
        String now = clock.instant().minusSeconds(60).toString();
        String later = clock.instant().plusSeconds(86_400).toString();
        Reply asked = hall.post(
                free,
                "/staffing/absences",
                "substituteId",
                busy.personId(),
                "kind",
                "SICK",
                "startsAt",
                now,
                "endsAt",
                later);
        hall.post(head, "/staffing/absences/" + asked.at("/absenceId") + "/decision", "approve", true);
        Reply away = propose(report);
        assertThat(rank(away, free)).isEqualTo(-1);
        assertThat(away.text()).contains("正在请假");
        assertThat(lineOf(free).path("away").asBoolean()).isTrue();
        assertThat(lineOf(free).path("absentDays").asInt()).isPositive();
    }

    @Test
    void aReportIsProposedToInvestigatorsOnly() throws Exception {
        SignedIn handler = hired(Role.HANDLER);
        assertThat(rank(propose(planted.report()), handler)).isEqualTo(-1);
        assertThat(rank(propose(planted.complaint()), handler)).isGreaterThanOrEqualTo(0);
    }

    private Reply propose(String caseNo) throws Exception {
        Reply proposed = hall.get(head, "/staffing/cases/" + caseNo + "/proposal");
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(200);
        return proposed;
    }

    private static int rank(Reply proposed, SignedIn who) {
        int rank = 0;
        for (JsonNode one : proposed.body().path("candidates")) {
            if (one.at("/person/personId").asString().equals(who.personId())) {
                return rank;
            }
            rank++;
        }
        return -1;
    }

    private JsonNode lineOf(SignedIn who) throws Exception {
        return Hall.items(hall.get(head, "/staffing/workload")).stream()
                .filter(one -> one.at("/person/personId").asString().equals(who.personId()))
                .findFirst()
                .orElseThrow();
    }

    private int total(String filter) throws Exception {
        return hall.get(head, "/cases?officer=" + busy.personId() + "&" + filter)
                .body()
                .path("total")
                .asInt();
    }

    private SignedIn hired(Role... roles) {
        Person person = Staff.hire(people, COUNTY, roles);
        return new SignedIn(person.personId(), person.username(), person.displayName(), COUNTY, person.roles(), false);
    }
}
