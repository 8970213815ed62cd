package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What staff register belongs into the file as a sheet, with one click and no word of the officer's. */
@FangxinTest
class RegistrationSheetTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @ParameterizedTest
    @CsvSource({"PHONE, COMPLAINT, F1", "WINDOW, REPORT, F2", "LETTER, COMPLAINT, F1"})
    void whatStaffRegisteredOwesItsSheetUntilItIsIssued(String channel, String kind, String form) throws Exception {
        Role owner = kind.equals("REPORT") ? Role.INVESTIGATOR : Role.HANDLER;
        Person who = Staff.hire(people, "620823", Role.REGISTRAR, Role.INTAKE, Role.UNIT_HEAD, owner);
        Desk officer = Desk.of(mvc, who);
        String caseNo = officer.submit(Desk.example(Map.of("channel", channel, "kinds", List.of(kind))))
                .at("/cases/0/caseNo");
        if (kind.equals("REPORT")) {
            officer.act(caseNo, "assign", Map.of("persons", List.of(who.personId())));
        }
        String documents = "/api/v1/cases/" + caseNo + "/documents";
        assertThat(officer.get(documents).at("/owed/0/form")).isEqualTo(form);
        assertThat(officer.post(documents, Map.of("form", form)).status()).isEqualTo(201);
        assertThat(officer.get(documents).body().path("owed")).isEmpty();
    }

    @Test
    void whatThePersonWroteOwesNone() throws Exception {
        String caseNo = Desk.publicPages(mvc).submit(Desk.example(Map.of())).at("/cases/0/caseNo");
        Desk officer = Desk.officer(mvc, Role.HANDLER);
        assertThat(officer.get("/api/v1/cases/" + caseNo + "/documents").body().path("owed"))
                .isEmpty();
    }
}
