package org.fangxin.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.authorisation.Visit.Reply;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.region.Agencies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What may not be seen does not exist: not in a list, a count, a search, a file, a link, a version (Art. 21, 37). */
@FangxinTest
class HiddenCasesTest {
    private static final String QUIET = "620881";
    private static final Duration OVERDUE = Duration.ofDays(90);

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
    void neitherNeighboursNorAdministratorsFindAnythingThroughAnyCall() throws Exception {
        Planted planted = world.planted(inCharge);
        for (Persona persona : Persona.blind()) {
            assertThat(search().finds(persona, planted.of(Kind.COMPLAINT), words(Kind.COMPLAINT)))
                    .as(persona.name())
                    .isEmpty();
            assertThat(search().finds(persona, planted.of(Kind.REPORT), words(Kind.REPORT)))
                    .as(persona.name())
                    .isEmpty();
        }
    }

    @Test
    void anOfficerNotInChargeFindsNothingOfAReportThroughAnyCall() throws Exception {
        Planted planted = world.planted(inCharge);
        Set<Role> withoutKeeping =
                EnumSet.copyOf(Objects.requireNonNull(Persona.COLLEAGUE.who()).roles());
        withoutKeeping.remove(Role.IDENTITY_KEEPER);
        Persona plain = Persona.of("colleague", PlantedCase.COUNTY, withoutKeeping);
        assertThat(search().finds(plain, planted.of(Kind.REPORT), words(Kind.REPORT)))
                .isEmpty();
        assertThat(search().finds(Persona.COLLEAGUE, planted.of(Kind.REPORT), words(Kind.REPORT)))
                .as("the keeper of identities reads the number of a report, and nothing else of it")
                .containsExactly("/api/v1/reporter-openings");
        assertThat(visit.get("/api/v1/reporter-openings", Persona.COLLEAGUE).text())
                .doesNotContain(words(Kind.REPORT));
        assertThat(search().finds(Persona.COLLEAGUE, planted.of(Kind.COMPLAINT), words(Kind.COMPLAINT)))
                .as("the complaint is found by the same calls")
                .contains("/api/v1/cases", "/api/v1/cases?q=" + World.COMPLAINT);
    }

    @Test
    void theOfficerInChargeFindsBothByTheSameCalls() throws Exception {
        Planted planted = world.planted(inCharge);
        for (Kind kind : List.of(Kind.COMPLAINT, Kind.REPORT)) {
            assertThat(search().finds(inCharge, planted.of(kind), words(kind)))
                    .contains(
                            "/api/v1/cases",
                            "/api/v1/cases?q=" + words(kind).getLast(),
                            "/api/v1/cases/" + planted.of(kind).get("caseNo"));
        }
    }

    @Test
    void searchesAndCountsOfWhoMaySeeNothingAreNought() throws Exception {
        world.planted(inCharge);
        for (Persona persona : Persona.blind()) {
            for (String word : List.of(World.COMPLAINT, World.REPORT, "13900001122")) {
                JsonNode found = json(visit.get("/api/v1/cases?q=" + word, persona));
                assertThat(found.path("total").asInt()).as(persona.name()).isZero();
                assertThat(found.path("items")).isEmpty();
            }
        }
        for (Persona persona :
                List.of(Persona.SYSTEM_ADMIN, Persona.SECURITY_ADMIN, Persona.AUDITOR, Persona.ROLELESS)) {
            // "most" says how far is counted, not what there is
            assertThat(json(visit.get("/api/v1/cases", persona))
                            .path("counts")
                            .propertyStream()
                            .filter(one -> !one.getKey().equals("most")))
                    .as(persona.name())
                    .isNotEmpty()
                    .allMatch(one -> one.getValue().asInt() == 0);
            assertThat(levels(persona).values()).as(persona.name()).containsOnly(0);
        }
    }

    @Test
    void anOverdueReportIsCountedForItsLeaderAndForNobodyElse() throws Exception {
        Persona leader = Persona.of("leader", QUIET, Set.of(Role.LEADER));
        Persona colleague = Persona.of("colleague", QUIET, Set.of(Role.HANDLER, Role.INVESTIGATOR, Role.REGISTRAR));
        int before = levels(leader).get("overdue");
        Map<String, Integer> colleagues = levels(colleague);
        Reply list = visit.get("/api/v1/cases", colleague);
        world.planting(World.REPORT).open(Kind.REPORT, QUIET, clock.instant().minus(OVERDUE), null);
        await().untilAsserted(() -> assertThat(levels(leader)).containsEntry("overdue", before + 1));
        assertThat(levels(colleague)).isEqualTo(colleagues);
        assertThat(visit.get("/api/v1/cases", colleague)).isEqualTo(list);
        assertThat(json(visit.get("/api/v1/cases?due=OVERDUE", leader))
                        .path("total")
                        .asInt())
                .isPositive();
    }

    @Test
    void aComplaintTellsNothingOfTheReportThatCameWithIt() throws Exception {
        PlantedCase planting = world.planting(World.COMPLAINT);
        String complaint = planting.complaint();
        Map<String, Reply> before = complaintAsColleagueSeesIt(complaint);
        String report = planting.open(Kind.REPORT, PlantedCase.COUNTY, complaint);
        planting.assign(report, Objects.requireNonNull(inCharge.who()).personId());
        assertThat(complaintAsColleagueSeesIt(complaint)).isEqualTo(before);
        assertThat(related(complaint, Persona.LEADER)).isEmpty();
        assertThat(related(report, Persona.LEADER)).containsExactly(complaint);
    }

    @Test
    void aComplaintTellsNothingOfTheClueThatWasFoundInIt() throws Exception {
        PlantedCase planting = world.planting(World.COMPLAINT);
        String complaint = planting.complaint();
        SignedIn finder = Objects.requireNonNull(inCharge.who());
        planting.assign(complaint, finder.personId());
        Map<String, Reply> before = complaintAsColleagueSeesIt(complaint);
        Actor actor = new Actor(finder.personId(), finder.agencyCode(), finder.roles());
        String report = planting.act(complaint, Act.FIND_CLUE, actor, Map.of("text", "货架上还有过期的。"))
                .opened()
                .getFirst();
        assertThat(complaintAsColleagueSeesIt(complaint)).isEqualTo(before);
        assertThat(related(complaint, Persona.LEADER)).containsExactly(report);
    }

    @Test
    void aCaseIsGoneForWhoSteppedAside() throws Exception {
        PlantedCase planting = world.planting(World.COMPLAINT);
        Persona mediator = Persona.of("mediator", QUIET, Set.of(Role.HANDLER, Role.MEDIATOR));
        SignedIn who = Objects.requireNonNull(mediator.who());
        Actor actor = new Actor(who.personId(), QUIET, who.roles());
        int before = all(levels(mediator));
        String complaint = planting.open(Kind.COMPLAINT, QUIET, null);
        planting.act(complaint, Act.ACCEPT, actor, Map.of());
        await().untilAsserted(() -> assertThat(all(levels(mediator))).isEqualTo(before + 1));
        planting.act(complaint, Act.RECUSE_SELF, actor, Map.of("reason", "是亲戚"));
        assertThat(visit.get("/api/v1/cases/" + complaint, mediator))
                .isEqualTo(visit.get("/api/v1/cases/620881-990101-0001", mediator));
        await().untilAsserted(() -> assertThat(all(levels(mediator))).isEqualTo(before));
    }

    @Test
    void aFileIsGivenOutUnderItsOwnCaseAlone() throws Exception {
        Planted planted = world.planted(inCharge);
        String mixed = "/api/v1/cases/" + planted.of(Kind.COMPLAINT).get("caseNo") + "/attachments/";
        assertThat(visit.get(mixed + planted.of(Kind.COMPLAINT).get("attachmentId"), Persona.COLLEAGUE)
                        .status())
                .isEqualTo(200);
        assertThat(visit.get(mixed + planted.of(Kind.REPORT).get("attachmentId"), Persona.COLLEAGUE))
                .isEqualTo(visit.get(mixed + "0000000000000000", Persona.COLLEAGUE))
                .extracting(Reply::status)
                .isEqualTo(404);
    }

    @Test
    void noActBringsTheFileOfAnotherCaseIntoTheOwn() throws Exception {
        Planted planted = world.planted(inCharge);
        Planted complaint = planted.of(Kind.COMPLAINT);
        String foreign = planted.of(Kind.REPORT).get("attachmentId");
        Reply refused = visit.call(correctingWith(foreign), Persona.COLLEAGUE, complaint);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.contains("attachments[0]")).isTrue();
        String page = "/api/v1/cases/" + complaint.get("caseNo");
        assertThat(visit.get(page, Persona.COLLEAGUE).contains(foreign)).isFalse();
        String fresh = world.file(false);
        assertThat(visit.call(correctingWith(fresh), Persona.COLLEAGUE, complaint)
                        .status())
                .isEqualTo(200);
        assertThat(visit.get(page + "/attachments/" + fresh, Persona.COLLEAGUE).status())
                .isEqualTo(200);
    }

    @Test
    void aHiddenCaseNamedInAnActIsTheSameAsNone() throws Exception {
        Planted planted = world.planted(inCharge);
        String hidden = planted.of(Kind.REPORT).get("caseNo");
        String none = Planted.nothing().get("caseNo");
        for (String act : List.of("link-duplicate", "merge-duplicate")) {
            Reply ofHidden = visit.call(naming(act, hidden), Persona.COLLEAGUE, planted.of(Kind.COMPLAINT));
            Reply ofNone = visit.call(naming(act, none), Persona.COLLEAGUE, planted.of(Kind.COMPLAINT));
            assertThat(ofHidden.status()).as(act).isEqualTo(422);
            assertThat(ofHidden.text().replace(hidden, none)).as(act).isEqualTo(ofNone.text());
        }
    }

    @Test
    void whoDidNotImportAReportIsNotToldItsNumber() throws Exception {
        String id = world.imported(inCharge, "编号,类型,内容,商家名称\n" + World.REPORT + ",举报,举报这家店卖过期食品。,样例商行\n", false);
        String path = "/api/v1/imports/" + id + "/rows";
        await().untilAsserted(() -> assertThat(landed(path, inCharge))
                .singleElement()
                .satisfies(one -> assertThat(one).startsWith(PlantedCase.COUNTY)));
        assertThat(landed(path, Persona.LEADER)).isEqualTo(landed(path, inCharge));
        assertThat(landed(path, Persona.COLLEAGUE)).containsExactly("");
    }

    /** A search as it must not be: with the program's own eyes. */
    static class Twin {
        private final CaseFiles cases;

        Twin(CaseFiles cases) {
            this.cases = cases;
        }

        @ResponseBody
        public String search(@RequestParam(required = false) String q) {
            CurrentPerson.require();
            return Scopes.within(Scope.SYSTEM, () -> cases.find(String.valueOf(q)))
                    .map(found -> "{\"submission\":\"S-" + World.COMPLAINT + "\"}")
                    .orElse("{}");
        }
    }

    @Test
    void aSearchWithTheProgramsOwnEyesIsFound() throws Exception {
        Planted planted = world.planted(inCharge);
        RequestMappingInfo info = RequestMappingInfo.paths("/api/v1/twins")
                .methods(RequestMethod.GET)
                .options(mapping.getBuilderConfiguration())
                .build();
        mapping.registerMapping(info, new Twin(cases), Twin.class.getMethod("search", String.class));
        try {
            Planted complaint = planted.of(Kind.COMPLAINT);
            assertThat(search().finds(
                                    Persona.NEXT_COUNTY,
                                    complaint,
                                    List.of("S-" + World.COMPLAINT, complaint.get("caseNo"))))
                    .containsExactly("/api/v1/twins?q=" + complaint.get("caseNo"));
        } finally {
            mapping.unregisterMapping(info);
        }
    }

    private static Door correctingWith(String file) {
        return Door.of("POST /api/v1/cases/{caseNo}/acts/correct", Reach.CASE)
                .sending("{\"field\":\"OTHER\",\"reason\":\"补充\",\"text\":\"补充\",\"attachments\":[\"" + file + "\"]}")
                .onTheNewest();
    }

    private static Door naming(String act, String otherCaseNo) {
        return Door.of("POST /api/v1/cases/{caseNo}/acts/" + act, Reach.CASE)
                .sending("{\"otherCaseNo\":\"%s\",\"into\":\"%s\"}".formatted(otherCaseNo, otherCaseNo))
                .onTheNewest();
    }

    private Search search() {
        return new Search(program, visit);
    }

    private static List<String> words(Kind kind) {
        String marker = kind == Kind.REPORT ? World.REPORT : World.COMPLAINT;
        return List.of(marker + "商行", marker);
    }

    private Map<String, Reply> complaintAsColleagueSeesIt(String caseNo) throws Exception {
        Map<String, Reply> seen = new LinkedHashMap<>();
        for (String path : List.of("/api/v1/cases/" + caseNo, "/api/v1/cases?q=" + caseNo)) {
            seen.put(path, visit.get(path, Persona.COLLEAGUE));
        }
        return seen;
    }

    private List<String> related(String caseNo, Persona persona) throws Exception {
        return json(visit.get("/api/v1/cases/" + caseNo, persona))
                .path("related")
                .valueStream()
                .map(one -> one.path("caseNo").asString())
                .toList();
    }

    private List<String> landed(String path, Persona persona) throws Exception {
        return json(visit.get(path + "?outcome=LANDED", persona))
                .path("items")
                .valueStream()
                .map(one -> one.path("caseNo").asString(""))
                .toList();
    }

    private Map<String, Integer> levels(Persona persona) throws Exception {
        Map<String, Integer> levels = new LinkedHashMap<>();
        json(visit.get("/api/v1/watch", persona))
                .path("levels")
                .propertyStream()
                .forEach(one -> levels.put(one.getKey(), one.getValue().asInt()));
        return levels;
    }

    private static int all(Map<String, Integer> levels) {
        return levels.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static JsonNode json(Reply reply) {
        return JsonMapper.shared().readTree(reply.text());
    }
}
