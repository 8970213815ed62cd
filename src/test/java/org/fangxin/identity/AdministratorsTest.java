package org.fangxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.FangxinTest;
import org.fangxin.identity.Browser.Answer;
import org.fangxin.identity.internal.InScope;
import org.fangxin.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@FangxinTest
class AdministratorsTest {
    private static final String COUNTY = "620823";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private InScope inScope;

    @Autowired
    private JdbcClient jdbc;

    private Browser system;
    private Browser security;
    private Browser auditor;

    @BeforeEach
    void threeAdministrators() throws Exception {
        system = Staff.browser(mvc, Staff.hire(people, COUNTY, Role.SYSTEM_ADMIN));
        security = Staff.browser(mvc, Staff.hire(people, COUNTY, Role.SECURITY_ADMIN));
        auditor = Staff.browser(mvc, Staff.hire(people, COUNTY, Role.AUDITOR));
    }

    @Test
    void anAccountIsMadeByOneAndGrantedByAnother() throws Exception {
        Answer created = system.post("/api/v1/people", account("new-handler", "620823100"));
        assertThat(created.status()).isEqualTo(201);
        String id = created.text("personId");
        Browser person = new Browser(mvc);
        person.signIn("new-handler", created.text("initialPassword"));
        assertThat(person.get("/api/v1/session")
                        .body()
                        .path("mustChangePassword")
                        .asBoolean())
                .isTrue();
        Answer granted = security.put("/api/v1/people/" + id + "/roles", Map.of("roles", List.of("HANDLER")));
        assertThat(granted.status()).isEqualTo(200);
        assertThat(granted.body().path("roles").path(0).asString()).isEqualTo("HANDLER");
        assertThat(person.get("/api/v1/session").body().path("signedIn").asBoolean())
                .as("a session from before the grant has ended")
                .isFalse();
    }

    @Test
    void eachAdministratorMayDoTheOwnPartAndNoOther() throws Exception {
        Person other = Staff.hire(people, COUNTY, Role.HANDLER);
        Browser officer = Staff.browser(mvc, Staff.hire(people, COUNTY, Role.LEADER));
        Map<Browser, String> who =
                Map.of(system, "system", security, "security", auditor, "auditor", officer, "officer");
        String path = "/api/v1/people/" + other.personId();
        Map<String, Set<String>> allowed = Map.of(
                "list", Set.of("system", "security", "auditor"),
                "create", Set.of("system"),
                "update", Set.of("system"),
                "reset", Set.of("system"),
                "grant", Set.of("security"),
                "audit", Set.of("auditor"),
                "verify", Set.of("auditor"),
                "clients", Set.of("system", "security", "auditor"),
                "handlers", Set.of("officer"));
        for (Map.Entry<Browser, String> one : who.entrySet()) {
            Browser browser = one.getKey();
            Map<String, Integer> status = Map.of(
                    "list", browser.get("/api/v1/people").status(),
                    "create",
                            browser.post("/api/v1/people", account("by-" + one.getValue(), COUNTY))
                                    .status(),
                    "update", browser.put(path, Map.of("displayName", "改名")).status(),
                    "reset", browser.post(path + "/reset-password", Map.of()).status(),
                    "grant",
                            browser.put(path + "/roles", Map.of("roles", List.of("HANDLER")))
                                    .status(),
                    "audit", browser.get("/api/v1/audit").status(),
                    "verify", browser.get("/api/v1/audit/verification").status(),
                    "clients", browser.get("/api/v1/clients").status(),
                    "handlers", browser.get("/api/v1/people/handlers").status());
            status.forEach((call, answer) -> assertThat(answer)
                    .as(one.getValue() + " " + call)
                    .isEqualTo(!allowed.get(call).contains(one.getValue()) ? 404 : call.equals("create") ? 201 : 200));
        }
    }

    @Test
    void nobodyHoldsTwoAdministratorsRolesNorOneBesideACaseRole() throws Exception {
        Person person = Staff.hire(people, COUNTY);
        String path = "/api/v1/people/" + person.personId() + "/roles";
        List<String> administrators = List.of("SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR");
        for (String one : administrators) {
            for (String other : List.of("SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR", "HANDLER", "LEADER")) {
                if (!one.equals(other)) {
                    Answer answer = security.put(path, Map.of("roles", List.of(one, other)));
                    assertThat(answer.status()).as(one + " and " + other).isEqualTo(422);
                    assertThat(answer.text("detail")).contains("同一人");
                }
            }
        }
    }

    @Test
    void theDatabaseItselfKeepsAdministratorsApart() {
        Person person = Staff.hire(people, COUNTY, Role.AUDITOR);
        assertThatThrownBy(() -> inScope.everywhere(
                        () -> jdbc.sql("""
                        insert into identity.role_grant (person_id, role, granted_at, granted_by)
                        values (:id, 'HANDLER', now(), 'test')
                        """).param("id", person.personId()).update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aDisabledPersonIsOutAtOnceAndCannotComeBack() throws Exception {
        Person person = Staff.hire(people, COUNTY, Role.HANDLER);
        Browser browser = Staff.browser(mvc, person);
        assertThat(browser.get("/api/v1/people/handlers").status()).isEqualTo(200);
        system.put("/api/v1/people/" + person.personId(), Map.of("active", false));
        assertThat(browser.get("/api/v1/people/handlers").status()).isEqualTo(401);
        Answer refused = new Browser(mvc).signIn(person.username(), Staff.PASSWORD);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("detail"))
                .isEqualTo(
                        new Browser(mvc).signIn("nobody-at-all", Staff.PASSWORD).text("detail"));
    }

    @Test
    void theNumberOfACertificateIsKeptUntilItIsTakenAwayAndHasNoSeparatorInIt() throws Exception {
        Person person = Staff.hire(people, "620823", Role.INVESTIGATOR);
        String path = "/api/v1/people/" + person.personId();
        assertThat(system.put(path, Map.of("certificateNo", " 甘A-0077 ")).text("certificateNo"))
                .isEqualTo("甘A-0077");
        assertThat(system.put(path, Map.of("displayName", "改名")).text("certificateNo"))
                .as("another change leaves it")
                .isEqualTo("甘A-0077");
        Answer faulty = system.put(path, Map.of("certificateNo", "甘A-1、甘A-2"));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.body().toString()).contains("certificateNo", "执法证号");
        assertThat(system.put(path, Map.of("certificateNo", "")).text("certificateNo"))
                .isEmpty();
    }

    @Test
    void aNewAccountCarriesItsCertificateNumberAndAFaultyOneMakesNoAccount() throws Exception {
        Map<String, Object> asked = new HashMap<>(account("certified", "620823"));
        asked.put("certificateNo", "甘A-1、甘A-2");
        Answer faulty = system.post("/api/v1/people", asked);
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.body().toString()).contains("certificateNo", "执法证号");
        asked.put("certificateNo", " 甘A-0078 ");
        Answer made = system.post("/api/v1/people", asked);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().at("/person/certificateNo").asString()).isEqualTo("甘A-0078");
    }

    @Test
    void movingToAnotherAgencyTakesTheRolesAway() throws Exception {
        Person person = Staff.hire(people, "620823100", Role.HANDLER);
        Answer moved = system.put("/api/v1/people/" + person.personId(), Map.of("agency", "620823101"));
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.body().path("roles")).isEmpty();
        assertThat(moved.body().path("agency").path("code").asString()).isEqualTo("620823101");
    }

    @Test
    void peopleOutsideTheSubtreeAreNotThere() throws Exception {
        Person foreign = Staff.hire(people, "620802", Role.HANDLER);
        String path = "/api/v1/people/" + foreign.personId();
        Answer missing = system.put("/api/v1/people/p-none", Map.of("active", false));
        Answer forbidden = system.put(path, Map.of("active", false));
        assertThat(forbidden.status()).isEqualTo(404);
        assertThat(forbidden.raw().getContentAsString()).isEqualTo(missing.raw().getContentAsString());
        assertThat(security.put(path + "/roles", Map.of("roles", List.of())).status())
                .isEqualTo(404);
        assertThat(system.post("/api/v1/people", account("abroad", "620802")).status())
                .isEqualTo(422);
        assertThat(system.get("/api/v1/people?limit=200").body().toString()).doesNotContain(foreign.personId());
    }

    @Test
    void nobodyGrantsThemselvesAndNoPasswordOfAnotherAdministratorIsReset() throws Exception {
        String own = security.get("/api/v1/session").text("personId");
        assertThat(security.put("/api/v1/people/" + own + "/roles", Map.of("roles", List.of("SECURITY_ADMIN")))
                        .status())
                .isEqualTo(422);
        String auditorsId = auditor.get("/api/v1/session").text("personId");
        for (String id : List.of(own, auditorsId)) {
            assertThat(system.post("/api/v1/people/" + id + "/reset-password", Map.of())
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void aResetLiftsTheLockAndAsksForANewPassword() throws Exception {
        Person person = Staff.hire(people, COUNTY, Role.HANDLER);
        for (int i = 0; i < 5; i++) {
            new Browser(mvc).signIn(person.username(), "Wrong-Password-1");
        }
        Answer reset = system.post("/api/v1/people/" + person.personId() + "/reset-password", Map.of());
        Answer back = new Browser(mvc).signIn(person.username(), reset.text("initialPassword"));
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.body().path("mustChangePassword").asBoolean()).isTrue();
    }

    @Test
    void aUserNameIsUsedOnceAndHasAForm() throws Exception {
        system.post("/api/v1/people", account("only-once", COUNTY));
        assertThat(system.post("/api/v1/people", account("ONLY-ONCE", COUNTY)).text("detail"))
                .contains("已有人用");
        assertThat(system.post("/api/v1/people", account("名字", COUNTY)).status())
                .isEqualTo(422);
        assertThatThrownBy(() -> people.create(new NewPerson("weak-one", "弱", COUNTY, Set.of(), "password", false)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void theListIsPagedAndSearched() throws Exception {
        Answer first = system.get("/api/v1/people?limit=2");
        assertThat(first.body().path("items")).hasSize(2);
        String cursor = first.text("nextCursor");
        Answer second = system.get("/api/v1/people?limit=2&cursor=" + cursor);
        assertThat(second.body().path("items").path(0).path("username").asString())
                .isGreaterThan(
                        first.body().path("items").path(1).path("username").asString());
        assertThat(system.get("/api/v1/people?q=no-such-name-here")
                        .body()
                        .path("total")
                        .asLong())
                .isZero();
        assertThat(system.get("/api/v1/people?cursor=%25%25").status()).isEqualTo(422);
    }

    private static Map<String, String> account(String username, String agency) {
        return Map.of("username", username, "displayName", "测试员", "agency", agency);
    }
}
