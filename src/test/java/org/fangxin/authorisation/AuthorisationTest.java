package org.fangxin.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.identity.Browser;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Enrolled;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SecondFactor;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.Staff;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every call of the program, made in everybody's name: the answers are those of {@code docs/authorisation.md}. */
@FangxinTest
class AuthorisationTest {
    private static final Path PAGE = Path.of("docs/authorisation.md");

    @Autowired
    ApplicationContext program;

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Agencies agencies;

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    Visit visit;
    World world;
    Persona inCharge;

    @BeforeEach
    void aWorld() {
        visit = new Visit(mvc);
        world = new World(mvc, people, agencies, cases, clock, owner);
        inCharge = world.officer();
    }

    @Test
    void everyCallOfTheProgramIsInTheTableAndNoOther() {
        assertThat(missingInTheTable()).isEmpty();
        assertThat(Doors.ALL)
                .extracting(Door::call)
                .doesNotHaveDuplicates()
                .isSubsetOf(Calls.of(program).keySet());
    }

    @Test
    void thePageInTheTreeIsTheTable() throws Exception {
        String page = Policy.page(inCharge);
        if (Boolean.getBoolean("fangxin.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void everybodyGetsTheAnswerOfTheTable() throws Exception {
        Matrix matrix = matrix();
        List<String> faults = new ArrayList<>();
        for (Door door : Doors.ALL) {
            faults.addAll(matrix.faults(door, Persona.all(inCharge)));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void eachOfficersRoleAloneOpensItsOwnDoorsAndNoOther() throws Exception {
        Matrix matrix = matrix();
        List<Persona> each = Role.OFFICERS.stream()
                .map(role -> Persona.of("the role " + role, PlantedCase.COUNTY, Set.of(role)))
                .toList();
        List<String> faults = new ArrayList<>();
        for (Door door : doors(one -> !one.roles().isEmpty() || one.ofCase())) {
            faults.addAll(matrix.faults(door, each));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aMerchantsAccountOpensNoDoorOfTheStaff() throws Exception {
        Matrix matrix = matrix();
        List<String> faults = new ArrayList<>();
        for (Door door : Doors.ALL) {
            faults.addAll(matrix.faults(door, List.of(Persona.MERCHANT)));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whoMustChangeThePasswordOpensNoDoor() throws Exception {
        SignedIn beginner =
                new SignedIn("matrix-beginner", "matrix", "测试员", PlantedCase.COUNTY, Set.of(Role.HANDLER), true);
        Planted planted = Planted.nothing();
        for (Door door : doors(AuthorisationTest::asksForSignIn)) {
            Visit.Reply reply = visit.call(door, Visit.name(beginner), planted);
            boolean own = door.path().startsWith("/api/v1/session");
            assertThat(reply.contains("password-change-required"))
                    .as(door.call())
                    .isEqualTo(!own);
        }
    }

    @Test
    void whoHasToEnrolASecondFactorOpensNoDoor() throws Exception {
        SignedIn owing = new SignedIn(
                "matrix-owing",
                "matrix",
                "测试员",
                PlantedCase.COUNTY,
                Set.of(Role.HANDLER),
                false,
                SecondFactor.REQUIRED);
        Planted planted = Planted.nothing();
        for (Door door : doors(AuthorisationTest::asksForSignIn)) {
            Visit.Reply reply = visit.call(door, Visit.name(owing), planted);
            boolean own = door.path().startsWith("/api/v1/session");
            assertThat(reply.contains("second-factor-required")).as(door.call()).isEqualTo(!own);
        }
    }

    @Test
    void whoGaveThePasswordAndNotTheCodeOpensNoDoor() throws Exception {
        Browser half = Enrolled.halfSigned(mvc, people, clock);
        for (Door door : doors(AuthorisationTest::asksForSignIn)) {
            String path = Planted.nothing().fill(door.path());
            Browser.Answer answer = switch (door.method()) {
                case "GET" -> half.get(path);
                case "PUT" -> half.put(path, Map.of());
                case "DELETE" -> half.delete(path);
                default -> half.post(path, Map.of());
            };
            assertThat(answer.status()).as(door.call()).isEqualTo(401);
        }
    }

    @Test
    void noWritingCallOfASessionIsTakenWithoutItsToken() throws Exception {
        Browser thief = Staff.browser(mvc, Staff.hire(people, PlantedCase.COUNTY, Role.HANDLER))
                .withSameCookie();
        for (Door door : doors(one -> asksForSignIn(one) && one.writes())) {
            String path = Planted.nothing().fill(door.path());
            Browser.Answer answer = switch (door.method()) {
                case "PUT" -> thief.put(path, Map.of());
                case "DELETE" -> thief.delete(path);
                default -> thief.post(path, Map.of());
            };
            assertThat(answer.status()).as(door.call()).isEqualTo(403);
            assertThat(answer.text("type")).as(door.call()).isEqualTo("urn:fangxin:problem:csrf");
        }
    }

    @Test
    void noOtherSpellingOfAnAddressGoesRoundTheDoor() throws Exception {
        for (Door door : doors(one -> asksForSignIn(one) && !one.writes())) {
            String path = Planted.nothing().fill(door.path());
            String last = path.substring(path.lastIndexOf('/'));
            for (String spelling : List.of(
                    path + "/",
                    path + ";a=b",
                    path + ".json",
                    "/" + path,
                    path.replace("/api/", "/API/"),
                    path.replace("/api/", "/desk/../api/"),
                    path.replace("/v1/", "/v1//"),
                    path.replace(last, "/%2e" + last))) {
                MockHttpServletResponse answer = mvc.perform(MockMvcRequestBuilders.get(URI.create(spelling)))
                        .andReturn()
                        .getResponse();
                assertThat(answer.getStatus()).as(spelling).isIn(400, 401, 404);
            }
            assertThat(mvc.perform(MockMvcRequestBuilders.head(path))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as("HEAD " + path)
                    .isEqualTo(401);
        }
    }

    /** Controllers as they must not be. */
    static class Twin {
        @ResponseBody
        public String forgetsToAskWho(@PathVariable String caseNo) {
            return "{}";
        }

        @ResponseBody
        public String tellsForbiddenFromMissing(@PathVariable String caseNo) {
            SignedIn who = CurrentPerson.require();
            if (caseNo.equals(Planted.nothing().get("caseNo"))) {
                throw Problem.notFound();
            }
            if (!who.agencyCode().equals(PlantedCase.COUNTY)) {
                throw new Problem(404, "not-found", "没有找到", "这一件不归您看。", List.of(), Map.of());
            }
            return "{}";
        }
    }

    @Test
    void aCallThatIsNotInTheTableIsFound() throws Exception {
        withTwin("forgetsToAskWho", door -> assertThat(missingInTheTable()).containsExactly(door.call()));
    }

    @Test
    void aCallThatForgetsToAskWhoIsFound() throws Exception {
        Matrix matrix = matrix();
        withTwin(
                "forgetsToAskWho",
                door -> assertThat(matrix.faults(door, Persona.all(inCharge)))
                        .anyMatch(fault -> fault.contains("by auditor: 200 instead of 404"))
                        .anyMatch(fault -> fault.contains("by next county: every officer's role: 200 instead of 404"))
                        .anyMatch(
                                fault -> fault.contains("(REPORT) by same county: not in charge: 200 instead of 404")));
    }

    @Test
    void aCallThatTellsForbiddenFromMissingIsFound() throws Exception {
        Matrix matrix = matrix();
        withTwin(
                "tellsForbiddenFromMissing",
                door -> assertThat(matrix.faults(door, List.of(Persona.NEXT_COUNTY)))
                        .hasSize(2)
                        .allMatch(fault -> fault.contains("told from what is missing")));
    }

    private interface Work {
        void with(Door door) throws Exception;
    }

    private void withTwin(String method, Work work) throws Exception {
        RequestMappingInfo info = RequestMappingInfo.paths("/api/v1/twins/{caseNo}")
                .methods(RequestMethod.GET)
                .options(mapping.getBuilderConfiguration())
                .build();
        mapping.registerMapping(info, new Twin(), Twin.class.getMethod(method, String.class));
        try {
            work.with(Door.of("GET /api/v1/twins/{caseNo}", Reach.CASE));
        } finally {
            mapping.unregisterMapping(info);
        }
    }

    private Set<String> missingInTheTable() {
        Set<String> calls = new TreeSet<>(Calls.of(program).keySet());
        Doors.ALL.forEach(door -> calls.remove(door.call()));
        return calls;
    }

    private Matrix matrix() throws Exception {
        return new Matrix(visit, world.planted(inCharge), inCharge);
    }

    private static List<Door> doors(Predicate<Door> which) {
        return Doors.ALL.stream().filter(which).toList();
    }

    private static boolean asksForSignIn(Door door) {
        return door.reach() != Reach.EVERYBODY && door.reach() != Reach.NOBODY;
    }
}
