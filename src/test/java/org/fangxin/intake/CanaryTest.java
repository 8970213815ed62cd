package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.TestHome;
import org.fangxin.authorisation.Calls;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.fangxin.intake.Desk.Answer;
import org.fangxin.intake.Onlookers.Onlooker;
import org.fangxin.intake.internal.file.Pictures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Art. 37: a reporter's name, numbers, address, pictures and browser are looked for, in every form, in all that the program
 * answers to everybody, in every table, every file, every byte of the database and of a copy of it, and in the log.
 */
@FangxinTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanaryTest {
    private static final Path HOME = TestHome.PATH;
    /** Who may open what can not be cleaned. */
    private static final Set<String> ENTITLED = Set.of(Onlookers.IN_CHARGE, Onlookers.EVERY_ROLE, "city");

    private static final Pattern FILE = Pattern.compile(
            "[.](pdf|docx|xlsx|zip)$|/file$|/pieces/\\{position}$|/(attachments|files)/\\{attachmentId}$");
    /** Files of an import's own uploader, of rooms and of merchants' threads: a report has none of them. */
    private static final Set<String> OF_NO_REPORT = Set.of(
            "GET /api/v1/imports/{importId}/errors.xlsx",
            "GET /api/v1/forms/{form}/template.docx",
            "GET /api/v1/public/mediation/files/{attachmentId}",
            "GET /api/v1/cases/{caseNo}/mediation-room/files/{attachmentId}",
            "GET /api/v1/merchant/items/{caseNo}/files/{attachmentId}");

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    ApplicationContext program;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @TempDir
    Path backup;

    Person leader;
    Informer informer;
    Informer handedOn;
    String transfer;
    boolean archived;
    Canary canary;
    Marks tables;
    Onlookers onlookers;
    TakenAway away;

    /** One life for all that is looked at: a report up to its reward, another that was handed on. */
    @BeforeAll
    void reportsThatWereLivedThrough() throws Exception {
        informer = informer();
        handedOn = new Informer(mvc, informer.first, informer.second, leader);
        canary = informer.canary();
        tables = new Marks(owner);
        onlookers = new Onlookers(mvc, canary, informer);
        handedOn.reports();
        handedOn.isFiled();
        away = new TakenAway(onlookers, informer);
        assertThat(away.passes(handedOn.report)).as("copies for the field").isEmpty();
        handedOn.isSampledFitAfterAll();
        transfer = handedOn.isTransferred(() -> Hearing.byEverybody(program, owner, handedOn.report));
        informer.reports();
        informer.isVerifiedFiledDecidedToldRewardedAndArchived();
        assertThat(new Keeper(mvc).tells(informer.report, "PHONE")).isEqualTo(informer.phone);
        Hearing.byEverybody(program, owner, informer.report);
    }

    private Informer informer() {
        leader = Staff.hire(people, Informer.COUNTY, Role.LEADER, Role.UNIT_HEAD);
        return new Informer(
                mvc,
                Staff.hire(people, Informer.COUNTY, Role.INVESTIGATOR),
                Staff.hire(people, Informer.COUNTY, Role.INVESTIGATOR),
                leader);
    }

    /** First, since what the twins plant stays in the database's journal. */
    @Test
    @Order(1)
    void whoReportedIsInNoAnswerNoTableNoFileAndNoLogButInTheVault(CapturedOutput log) throws Exception {
        Map<String, List<String>> real = real();
        for (String kind : List.of("documentId", "paperId", "requestId", "stepId")) {
            assertThat(real.get(kind)).as(kind + "s that are looked through").isNotEmpty();
        }
        assertThat(real.get("attachmentId")).as("files that are looked through").hasSize(6);
        assertThat(answers(real)).as("answers").isEmpty();
        assertThat(searches()).as("searches").isEmpty();
        assertThat(asked()).as("what is asked by POST").isEmpty();
        takesNothingAway();
        isArchived();
        assertThat(answers(real)).as("answers after the archive").isEmpty();
        assertThat(filesNobodyGot()).as("files that nobody looked into").isEmpty();
        assertThat(tables.places(canary)).as("tables").isEmpty();
        copyOfAllData();
        assertThat(Canary.all(canary.below(backup))).as("a copy of all data").isEmpty();
        assertThat(canary.in(log.getAll())).as("log").isEmpty();
        assertThat(canary.in(informer.looks().text())).as("his own page").isEmpty();
    }

    private void isArchived() throws Exception {
        if (!archived) {
            archived = true;
            informer.isArchived();
        }
    }

    private void takesNothingAway() throws Exception {
        assertThat(away.leaks()).as("exports and previews").isEmpty();
        for (String made : List.of("CSV", "XLSX", "preview", "pass")) {
            assertThat(away.made(made)).as(made).contains(Onlookers.IN_CHARGE).doesNotContain("merchant", "nobody");
        }
    }

    /** A film keeps what tells who took it: it is in nobody's hands but its investigators'. */
    @Test
    @Order(2)
    void whatCanNotBeCleanedIsOpenedByItsInvestigatorsAlone() throws Exception {
        String film = "/api/v1/cases/" + informer.report + "/attachments/" + informer.film;
        Map<String, Integer> answered = new TreeMap<>();
        for (Onlooker one : onlookers.all()) {
            int status = onlookers.get(film, one).getStatus();
            if (!ENTITLED.contains(one.name())) {
                assertThat(status).as(one.name()).isNotEqualTo(200);
            } else {
                answered.put(one.name(), status);
            }
        }
        assertThat(answered).containsEntry(Onlookers.IN_CHARGE, 200);
        assertThat(onlookers.look("film", film, onlookers.inCharge()))
                .as("as he made it")
                .isNotEmpty();
        String photograph = "/api/v1/cases/" + informer.report + "/attachments/" + informer.attachment;
        assertThat(onlookers.get(photograph, onlookers.inCharge()).getStatus()).isEqualTo(200);
        assertThat(canary.in(Pictures.photograph())).hasSizeGreaterThan(3);
        assertThat(onlookers.look("photograph", photograph, onlookers.inCharge()))
                .as("cleaned")
                .isEmpty();
    }

    /** The broken twins: whatever is planted by hand, the same searches find. */
    @Test
    @Order(3)
    void aPlantedLeakIsFoundWhereverItLies(CapturedOutput log) throws Exception {
        LoggerFactory.getLogger("org.fangxin.twin").warn("told {}", informer.phone);
        assertThat(canary.in(log.getAll())).contains(informer.phone + " as UTF-8");

        String where = " where case_no = '" + informer.report + "'";
        for (String leak : List.of(
                "set goods_detail = '" + informer.name + "'",
                "set goods_detail = encode(convert_to('x" + informer.email + "', 'UTF8'), 'base64')",
                "set goods_detail = encode(convert_to('" + informer.street + "', 'UTF8'), 'hex')")) {
            try {
                tables.plant("update casefile.case_file " + leak + where);
                assertThat(tables.places(canary)).as(leak).containsExactly("casefile.case_file");
                copyOfAllData();
                assertThat(canary.below(backup)).as(leak).isNotEmpty();
                assertThat(look("/api/v1/cases/" + informer.report)).as(leak).isNotEmpty();
                for (String format : TakenAway.FORMATS) {
                    assertThat(away.export(format, onlookers.inCharge()))
                            .as(format + " " + leak)
                            .isNotEmpty();
                }
            } finally {
                tables.plant("update casefile.case_file set goods_detail = null" + where);
            }
        }
        Path unsealed = HOME.resolve("files").resolve("twin");
        try {
            Files.write(unsealed, ("  " + informer.idNumber).getBytes(StandardCharsets.UTF_16LE));
            copyOfAllData();
            assertThat(canary.below(backup)).containsKey("files/twin");
        } finally {
            Files.delete(unsealed);
        }
    }

    /** What a dossier takes from the case is found in its pages and in its package. */
    @Test
    @Order(4)
    void aLeakThatIsBoundIntoADossierIsFound() throws Exception {
        isArchived();
        String before = summary();
        try {
            summary(informer.name + informer.phone);
            for (String dossier : List.of("dossier.pdf", "dossier.zip")) {
                assertThat(look("/api/v1/cases/" + informer.report + "/" + dossier))
                        .as(dossier)
                        .isNotEmpty();
            }
        } finally {
            summary(before);
        }
    }

    /** A controller as it must not be. */
    static class Twin {
        private final String value;

        Twin(String value) {
            this.value = value;
        }

        @ResponseBody
        public String tells() {
            return "{\"note\":\"" + Base64.getEncoder().encodeToString(("_" + value).getBytes(StandardCharsets.UTF_8))
                    + "\"}";
        }
    }

    @Test
    @Order(5)
    void anAnswerThatTellsItInAnotherFormIsFound() throws Exception {
        RequestMappingInfo info = RequestMappingInfo.paths("/api/v1/twins")
                .methods(RequestMethod.GET)
                .options(mapping.getBuilderConfiguration())
                .build();
        mapping.registerMapping(info, new Twin(informer.name), Twin.class.getMethod("tells"));
        try {
            assertThat(answers(Map.of())).isNotEmpty().allMatch(one -> one.contains("/api/v1/twins"));
        } finally {
            mapping.unregisterMapping(info);
        }
    }

    private String summary() {
        return JdbcClient.create(owner)
                .sql("select summary from casefile.case_file where case_no = ?")
                .param(informer.report)
                .query(String.class)
                .single();
    }

    private void summary(String words) {
        tables.plant(
                "update casefile.case_file set summary = '" + words + "' where case_no = '" + informer.report + "'");
    }

    private Set<String> look(String path) throws Exception {
        return onlookers.look(path, path, onlookers.inCharge());
    }

    /** Everything that can be read by a GET, by everybody; what can not be cleaned is looked at by itself. */
    private List<String> answers(Map<String, List<String>> real) throws Exception {
        List<String> leaks = new ArrayList<>();
        for (Onlooker one : onlookers.all()) {
            for (Map.Entry<String, List<String>> call : paths(real).entrySet()) {
                for (String path : call.getValue()) {
                    if (!(path.endsWith(informer.film) || path.endsWith(handedOn.film))
                            || !ENTITLED.contains(one.name())) {
                        Set<String> found = onlookers.look(call.getKey(), path, one);
                        if (!found.isEmpty()) {
                            leaks.add(one.name() + " " + path + " " + found);
                        }
                    }
                }
            }
        }
        return leaks;
    }

    /** Calls that give out files of which no onlooker got a single one: what they hold was not looked through. */
    private List<String> filesNobodyGot() {
        return Calls.of(program).keySet().stream()
                .filter(call ->
                        call.startsWith("GET /api/") && FILE.matcher(call).find())
                .filter(call -> !OF_NO_REPORT.contains(call))
                .filter(call -> onlookers.got(call).isEmpty())
                .toList();
    }

    /** Asked by what he is called, no list gives his report. */
    private List<String> searches() throws Exception {
        List<String> leaks = new ArrayList<>();
        for (Map.Entry<String, HandlerMethod> call : Calls.of(program).entrySet()) {
            String[] name = call.getKey().split(" ");
            if (!name[0].equals("GET") || !name[1].startsWith("/api/") || name[1].contains("{")) {
                continue;
            }
            for (String parameter : Calls.wordParameters(call.getValue())) {
                for (String word : List.of(informer.name, informer.phone, informer.idNumber)) {
                    String path =
                            name[1] + "?" + parameter + "=" + java.net.URLEncoder.encode(word, StandardCharsets.UTF_8);
                    for (Onlooker one : onlookers.all()) {
                        String text = onlookers.get(path, one).getContentAsString(StandardCharsets.UTF_8);
                        // an address that does not take the parameter at all answers as without it
                        if (parameter.equals("q") && text.contains(informer.report)) {
                            leaks.add(one.name() + " " + path);
                        }
                    }
                }
            }
        }
        return leaks;
    }

    /** The search by body, a preview of many: none tells of him, none finds by him. */
    private List<String> asked() throws Exception {
        List<String> leaks = new ArrayList<>();
        for (Onlooker one : onlookers.all()) {
            for (String word : List.of(informer.name, informer.phone, informer.idNumber)) {
                for (boolean people : List.of(true, false)) {
                    MockHttpServletResponse found =
                            onlookers.post("/api/v1/search", Map.of("q", word, "people", people), one);
                    if (found.getContentAsString(StandardCharsets.UTF_8).contains(informer.report)) {
                        leaks.add(one.name() + " searches by body");
                    }
                }
            }
            Map<String, Object> many =
                    Map.of("caseNos", List.of(informer.report), "act", "archive", "fields", Map.of());
            leaks.addAll(onlookers.told(one, "a preview", onlookers.post("/api/v1/bulk/preview", many, one)));
        }
        return leaks;
    }

    /** Call → its paths, each with things that there are. */
    private Map<String, List<String>> paths(Map<String, List<String>> real) {
        Map<String, List<String>> paths = new TreeMap<>();
        for (String call : Calls.of(program).keySet()) {
            String[] name = call.split(" ");
            if (name[0].equals("GET") && (name[1].startsWith("/api/") || name[1].startsWith("/actuator"))) {
                paths.put(call, filled(name[1], real));
            }
        }
        return paths;
    }

    private static List<String> filled(String path, Map<String, List<String>> real) {
        int from = path.indexOf('{');
        if (from < 0) {
            return List.of(path);
        }
        int to = path.indexOf('}', from);
        List<String> all = new ArrayList<>();
        for (String value : real.getOrDefault(path.substring(from + 1, to), List.of("1"))) {
            all.addAll(filled(path.substring(0, from) + value + path.substring(to + 1), real));
        }
        return all;
    }

    /** What the placeholders stand for, asked as the officers in charge. */
    private Map<String, List<String>> real() throws Exception {
        Map<String, List<String>> real = new HashMap<>();
        real.put("caseNo", List.of(informer.report, handedOn.report));
        real.put("no", List.of(informer.receipt.at("/submissionNo")));
        real.put("requestId", informer.sheets);
        real.put("sampleId", List.of(informer.sample, handedOn.sample));
        real.put("transferNo", List.of(transfer));
        real.put("form", List.of("F2", "F10"));
        real.put("agency", List.of(Informer.COUNTY));
        real.put("code", List.of(Informer.COUNTY));
        for (Informer one : List.of(informer, handedOn)) {
            String of = "/api/v1/cases/" + one.report;
            add(real, "attachmentId", ids(one.leader.get(of), "/attachments", "attachmentId"));
            add(real, "documentId", ids(one.investigator.get(of + "/documents"), "/items", "documentId"));
            add(real, "paperId", ids(one.leader.get(of + "/penalty-papers"), "/items", "paperId"));
            add(real, "openingId", ids(one.leader.get(of + "/reporter-openings"), "/openings", "openingId"));
            Answer transfers = one.leader.get(of + "/transfers");
            add(real, "stepId", ids(transfers, "/items/0/steps", "stepId"));
            add(real, "position", ids(transfers, "/items/0/pieces", "position"));
        }
        return real;
    }

    private static void add(Map<String, List<String>> real, String name, List<String> ids) {
        real.computeIfAbsent(name, n -> new ArrayList<>()).addAll(ids);
    }

    private static List<String> ids(Answer answer, String list, String field) {
        return answer.body()
                .at(list)
                .valueStream()
                .map(one -> one.path(field).asString())
                .toList();
    }

    /** As an administrator makes a backup: the whole data folder, the database's pages and journal on disk before. */
    private void copyOfAllData() throws Exception {
        try (Connection connection = owner.getConnection()) {
            connection.createStatement().execute("reset role");
            connection.createStatement().execute("checkpoint");
        } catch (SQLException notAllowed) {
            // whoever may not ask for it: what is not in the pages yet is in the journal beside them
        }
        FileSystemUtils.deleteRecursively(backup);
        for (String part : List.of("database", "files", "secrets", "run")) {
            if (Files.isDirectory(HOME.resolve(part))) {
                copy(HOME.resolve(part), backup.resolve(part));
            }
        }
    }

    /** Files of a running server come and go; what is gone needs no search. */
    private static void copy(Path from, Path to) throws Exception {
        try (var all = Files.walk(from)) {
            for (Path one : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else if (Files.isRegularFile(one)) {
                    try {
                        Files.copy(one, target);
                    } catch (java.nio.file.NoSuchFileException gone) {
                        continue;
                    }
                }
            }
        }
    }
}
