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
import java.util.TreeSet;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.authorisation.Calls;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.SignedInAs;
import org.fangxin.identity.Staff;
import org.fangxin.intake.Desk.Answer;
import org.fangxin.intake.internal.file.FileVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Art. 37: a reporter's name, numbers, address, pictures and browser are looked for, in every form, in all that the program
 * answers to everybody, in every table, every file, every byte of the database and of a copy of it, and in the log.
 */
@FangxinTest
@ExtendWith(OutputCaptureExtension.class)
class CanaryTest {
    private static final Path HOME = Path.of("target/test-home");

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    ApplicationContext program;

    @Autowired
    FileVault files;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @TempDir
    Path backup;

    Informer informer;
    Canary canary;
    Marks tables;

    @BeforeEach
    void aReportThatWasLivedThrough() throws Exception {
        informer = new Informer(
                mvc,
                Staff.hire(people, Informer.COUNTY, Role.INVESTIGATOR),
                Staff.hire(people, Informer.COUNTY, Role.INVESTIGATOR),
                Staff.hire(people, Informer.COUNTY, Role.LEADER, Role.UNIT_HEAD));
        canary = new Canary(informer.marks());
        tables = new Marks(owner);
        informer.reports();
        informer.isVerifiedFiledDecidedToldRewardedAndArchived();
        assertThat(new Keeper(mvc).tells(informer.report, "PHONE")).isEqualTo(informer.phone);
    }

    @Test
    void whoReportedIsInNoAnswerNoTableNoFileAndNoLogButInTheVault(CapturedOutput log) throws Exception {
        assertThat(real().get("documentId"))
                .as("papers that are looked through")
                .isNotEmpty();
        assertThat(real().get("attachmentId"))
                .as("files that are looked through")
                .hasSize(2);
        Hearing.byEverybody(program, owner, informer.report);
        assertThat(answers()).as("answers").isEmpty();
        assertThat(searches()).as("searches").isEmpty();
        assertThat(asked()).as("what is asked by POST").isEmpty();
        informer.isArchived();
        assertThat(answers()).as("answers after the archive").isEmpty();
        assertThat(tables.places(canary)).as("tables").isEmpty();
        copyOfAllData();
        assertThat(Canary.all(canary.below(backup))).as("a copy of all data").isEmpty();
        assertThat(canary.in(log.getAll())).as("log").isEmpty();
        assertThat(canary.in(informer.looks().text())).as("his own page").isEmpty();
    }

    /** The broken twins: whatever is planted by hand, the same searches find. */
    @Test
    void aPlantedLeakIsFoundWhereverItLies(CapturedOutput log) throws Exception {
        LoggerFactory.getLogger("org.fangxin.twin").warn("told {}", informer.phone);
        assertThat(canary.in(log.getAll())).contains(informer.phone + " as UTF-8");

        String where = " where case_no = '" + informer.report + "'";
        Hearing.byEverybody(program, owner, informer.report);
        for (String leak : List.of(
                "set goods_detail = '" + informer.name + "'",
                "set goods_detail = encode(convert_to('x" + informer.email + "', 'UTF8'), 'base64')",
                "set goods_detail = encode(convert_to('" + informer.street + "', 'UTF8'), 'hex')")) {
            try {
                tables.plant("update casefile.case_file " + leak + where);
                assertThat(tables.places(canary)).as(leak).containsExactly("casefile.case_file");
                copyOfAllData();
                assertThat(canary.below(backup)).as(leak).isNotEmpty();
                assertThat(answers()).as(leak).isNotEmpty();
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
    void anAnswerThatTellsItInAnotherFormIsFound() throws Exception {
        RequestMappingInfo info = RequestMappingInfo.paths("/api/v1/twins")
                .methods(RequestMethod.GET)
                .options(mapping.getBuilderConfiguration())
                .build();
        mapping.registerMapping(info, new Twin(informer.name), Twin.class.getMethod("tells"));
        try {
            assertThat(answers()).isNotEmpty().allMatch(one -> one.contains("/api/v1/twins"));
        } finally {
            mapping.unregisterMapping(info);
        }
    }

    private record Somebody(String name, RequestPostProcessor as) {}

    private List<Somebody> everybody() {
        List<Somebody> all = new ArrayList<>();
        for (Role role : Role.OFFICERS) {
            all.add(somebody("each " + role, Informer.COUNTY, Set.of(role)));
        }
        for (Role role : Role.ADMINISTRATORS) {
            all.add(somebody("each " + role, Informer.COUNTY, Set.of(role)));
        }
        all.add(somebody("county, every role", Informer.COUNTY, Role.OFFICERS));
        all.add(somebody("next county, every role", "620822", Role.OFFICERS));
        all.add(somebody("city", "6208", Role.OFFICERS));
        all.add(somebody("merchant", Informer.COUNTY, Set.of(Role.RESPONDENT)));
        all.add(new Somebody(
                "in charge",
                SignedInAs.person(new SignedIn(
                        informer.first.personId(), "canary", "测试员", Informer.COUNTY, informer.first.roles(), false))));
        all.add(new Somebody("nobody", request -> request));
        return all;
    }

    private static Somebody somebody(String name, String agency, Set<Role> roles) {
        String id = "canary-" + Integer.toHexString(name.hashCode());
        return new Somebody(name, SignedInAs.person(new SignedIn(id, id, "测试员", agency, roles, false)));
    }

    /** Everything that can be read by a GET, by everybody. */
    private List<String> answers() throws Exception {
        Map<String, List<String>> real = real();
        List<String> leaks = new ArrayList<>();
        for (Somebody one : everybody()) {
            for (String path : paths(real)) {
                Set<String> found = new TreeSet<>(look(path, one));
                if (!found.isEmpty()) {
                    leaks.add(one.name() + " " + path + " " + found);
                }
            }
        }
        return leaks;
    }

    private Set<String> look(String path, Somebody one) throws Exception {
        var first = mvc.perform(
                        MockMvcRequestBuilders.get(java.net.URI.create(path)).with(one.as()))
                .andReturn();
        if (first.getRequest().isAsyncStarted()) {
            first = mvc.perform(MockMvcRequestBuilders.asyncDispatch(first)).andReturn();
        }
        MockHttpServletResponse response = first.getResponse();
        Set<String> found = canary.in(response.getContentAsByteArray());
        for (String header : response.getHeaderNames()) {
            found.addAll(canary.in(header + ": " + response.getHeaders(header)));
        }
        return found;
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
                    for (Somebody one : everybody()) {
                        String text = mvc.perform(MockMvcRequestBuilders.get(java.net.URI.create(path))
                                        .with(one.as()))
                                .andReturn()
                                .getResponse()
                                .getContentAsString(StandardCharsets.UTF_8);
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

    /** The search by body, an export of all that his officer has with its file, a preview of many: none tells of him, none finds by him. */
    private List<String> asked() throws Exception {
        List<String> leaks = new ArrayList<>();
        int files = 0;
        for (Somebody one : everybody()) {
            for (String word : List.of(informer.name, informer.phone, informer.idNumber)) {
                for (boolean people : List.of(true, false)) {
                    MockHttpServletResponse found = post("/api/v1/search", Map.of("q", word, "people", people), one);
                    if (found.getContentAsString(StandardCharsets.UTF_8).contains(informer.report)) {
                        leaks.add(one.name() + " searches by body");
                    }
                }
            }
            Map<String, Object> all = Map.of("view", "all", "officer", informer.first.personId());
            MockHttpServletResponse export = post(
                    "/api/v1/exports",
                    Map.of("filter", all, "format", "CSV", "purpose", "CHECK", "words", "自查举报件"),
                    one);
            leaks.addAll(told(one, "an export", export));
            if (export.getStatus() == 201) {
                String id = JsonMapper.shared()
                        .readTree(export.getContentAsByteArray())
                        .path("exportId")
                        .asString();
                look("/api/v1/exports/" + id + "/file", one)
                        .forEach(mark -> leaks.add(one.name() + " an export's file " + mark));
                files++;
            }
            leaks.addAll(told(
                    one,
                    "a preview",
                    post(
                            "/api/v1/bulk/preview",
                            Map.of("caseNos", List.of(informer.report), "act", "archive", "fields", Map.of()),
                            one)));
        }
        assertThat(files).as("exports that were looked through").isPositive();
        return leaks;
    }

    private MockHttpServletResponse post(String path, Map<String, ?> body, Somebody one) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post(path)
                        .with(one.as())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JsonMapper.shared().writeValueAsString(body)))
                .andReturn()
                .getResponse();
    }

    private List<String> told(Somebody one, String what, MockHttpServletResponse answer) {
        return canary.in(answer.getContentAsByteArray()).stream()
                .map(mark -> one.name() + " " + what + " " + mark)
                .toList();
    }

    /** The paths of all reading calls, each with things that there are. */
    private List<String> paths(Map<String, List<String>> real) {
        List<String> paths = new ArrayList<>();
        for (String call : Calls.of(program).keySet()) {
            String[] name = call.split(" ");
            if (name[0].equals("GET") && (name[1].startsWith("/api/") || name[1].startsWith("/actuator"))) {
                paths.addAll(filled(name[1], real));
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

    /** What the placeholders stand for, asked as the officer in charge. */
    private Map<String, List<String>> real() throws Exception {
        Map<String, List<String>> real = new HashMap<>();
        real.put("caseNo", List.of(informer.report));
        real.put("no", List.of(informer.receipt.at("/submissionNo")));
        Answer page = informer.investigator.get("/api/v1/cases/" + informer.report);
        real.put("attachmentId", ids(page, "/attachments", "attachmentId"));
        real.put(
                "documentId",
                ids(
                        informer.investigator.get("/api/v1/cases/" + informer.report + "/documents"),
                        "/items",
                        "documentId"));
        real.put(
                "openingId",
                ids(
                        informer.leader.get("/api/v1/cases/" + informer.report + "/reporter-openings"),
                        "/openings",
                        "openingId"));
        real.put("requestId", informer.sheets);
        real.put("sampleId", List.of(informer.sample));
        real.put("form", List.of("F2", "F10"));
        real.put("agency", List.of(Informer.COUNTY));
        real.put("code", List.of(Informer.COUNTY));
        return real;
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
