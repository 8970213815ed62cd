package org.fangxin.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.PlantedCase.COUNTY;
import static org.fangxin.casefile.PlantedCase.NEIGHBOUR;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.greenchannel.Street.Reply;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.worklist.Hall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** One view of a person: by the whole number or by his seat, within one's sight, with a purpose, never a report. */
@FangxinTest
class PersonLookTest {
    private static final String LOOK = "/search/person";
    private static final String PHONE = "139 0000 1122";

    @Autowired
    MockMvc mvc;

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Hall hall;
    String complaint;
    String report;

    @BeforeEach
    void aComplaintAndAReport() {
        hall = new Hall(mvc);
        PlantedCase planted = new PlantedCase(cases, clock, owner, "一人标记");
        complaint = planted.complaint();
        report = planted.report();
    }

    @Test
    void showsWhatThePersonBroughtMaskedAndNoReportEvenToALeader() throws Exception {
        for (Role role : new Role[] {Role.HANDLER, Role.LEADER}) {
            Reply found = hall.post(Hall.officer(COUNTY, role), LOOK, "phone", PHONE, "purpose", "HANDLING");
            assertThat(found.status()).as(found.text()).isEqualTo(200);
            assertThat(Hall.numbers(found)).contains(complaint).doesNotContain(report);
            assertThat(found.text()).doesNotContain("13900001122", "一人标记人");
        }
    }

    @Test
    void showsNothingOfAnotherCounty() throws Exception {
        SignedIn neighbour = Hall.officer(NEIGHBOUR, Role.LEADER);
        assertThat(Hall.numbers(hall.post(neighbour, LOOK, "phone", PHONE, "purpose", "HANDLING")))
                .doesNotContain(complaint);
        assertThat(Hall.numbers(
                        hall.post(neighbour, LOOK, "caseNo", complaint, "partyId", "P1", "purpose", "HANDLING")))
                .isEmpty();
    }

    @Test
    void findsTheSamePersonBySeatWithoutTheNumberAndNoBusiness() throws Exception {
        SignedIn handler = Hall.officer(COUNTY, Role.HANDLER);
        String other = new PlantedCase(cases, clock, owner, "一人另件").complaint();
        assertThat(Hall.numbers(hall.post(handler, LOOK, "caseNo", complaint, "partyId", "P1", "purpose", "REPEATED")))
                .contains(complaint, other);
        assertThat(Hall.numbers(hall.post(handler, LOOK, "caseNo", complaint, "partyId", "P2", "purpose", "REPEATED")))
                .as("a business is no person")
                .isEmpty();
    }

    @Test
    void asksForThePurposeAndTheWholeNumber() throws Exception {
        SignedIn handler = Hall.officer(COUNTY, Role.HANDLER);
        assertThat(hall.post(handler, LOOK, "phone", PHONE).text()).contains("\"purpose\"", "用途");
        assertThat(hall.post(handler, LOOK, "phone", "1122", "purpose", "HANDLING")
                        .status())
                .isEqualTo(422);
        assertThat(hall.post(Hall.officer(COUNTY, Role.MEDIATOR), LOOK, "phone", PHONE, "purpose", "HANDLING")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void writesEachLookWithItsPurposeAndNotTheNumberIntoTheAuditLog() throws Exception {
        SignedIn handler = Hall.officer(COUNTY, Role.HANDLER);
        hall.post(handler, LOOK, "phone", PHONE, "purpose", "ANSWERING");
        hall.post(handler, "/search", "q", PHONE.replace(" ", ""));
        String written = String.join(
                "\n",
                JdbcClient.create(owner)
                        .sql("select row_to_json(a)::text from identity.audit_log a where a.actor = ? order by seq")
                        .param(handler.personId())
                        .query((rs, n) -> rs.getString(1))
                        .list());
        assertThat(written)
                .contains("PERSON_LOOK", "purpose=ANSWERING", "PERSON_SEARCHED")
                .doesNotContain("13900001122", "139 0000 1122");
    }
}
