package org.fangxin.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fangxin.intake.Onlookers.Onlooker;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** What officers make of cases to take away: exports in both formats, previews of papers, copies for work without network. */
final class TakenAway {
    static final List<String> FORMATS = List.of("CSV", "XLSX");

    private final Onlookers onlookers;
    private final Informer informer;
    /** What was made → who got one with the report in it. */
    private final Map<String, Set<String>> made = new HashMap<>();

    TakenAway(Onlookers onlookers, Informer informer) {
        this.onlookers = onlookers;
        this.informer = informer;
    }

    Set<String> made(String what) {
        return made.getOrDefault(what, Set.of());
    }

    /** All that everybody gets, as what of the reporter is in it. */
    List<String> leaks() throws Exception {
        List<String> leaks = new ArrayList<>();
        for (Onlooker one : onlookers.all()) {
            for (String format : FORMATS) {
                leaks.addAll(export(format, one));
            }
            leaks.addAll(answer("preview", "/api/v1/cases/" + informer.report + "/documents/preview", preview(), one));
        }
        return leaks;
    }

    /** An export of all that the report's officer has, with every column. */
    List<String> export(String format, Onlooker one) throws Exception {
        Map<String, Object> asked = Map.of(
                "filter",
                Map.of("view", "all", "officer", informer.first.personId()),
                "format",
                format,
                "purpose",
                "CHECK",
                "words",
                "自查举报件");
        MockHttpServletResponse export = onlookers.post("/api/v1/exports", asked, one);
        List<String> leaks = new ArrayList<>(onlookers.told(one, "asks for an export", export));
        if (export.getStatus() == 201) {
            String file = "/api/v1/exports/" + field(export, "exportId") + "/file";
            MockHttpServletResponse answer = onlookers.get(file, one);
            onlookers.look("GET /api/v1/exports/{exportId}/file", file, one);
            leaks.addAll(onlookers.told(one, format, answer));
            // the number shows that the file was really opened and the report is a row of it
            if (!new Canary(List.of(informer.report))
                    .in(answer.getContentAsByteArray())
                    .isEmpty()) {
                made.computeIfAbsent(format, f -> new TreeSet<>()).add(one.name());
            }
        }
        return leaks;
    }

    private Map<String, Object> preview() {
        return Map.of("form", "F10", "fields", Map.of());
    }

    /** An open report taken along where there is no network: by everybody who may. */
    List<String> passes(String report) throws Exception {
        List<String> leaks = new ArrayList<>();
        for (Onlooker one : onlookers.all()) {
            leaks.addAll(pass(report, one));
        }
        return leaks;
    }

    /** The pass, what it says, and the case as the device keeps it. */
    private List<String> pass(String report, Onlooker one) throws Exception {
        MockHttpServletResponse begun = onlookers.post("/api/v1/field/passes", Map.of("caseNos", List.of(report)), one);
        List<String> leaks = new ArrayList<>(onlookers.told(one, "pass", begun));
        if (begun.getStatus() == 201) {
            made.computeIfAbsent("pass", f -> new TreeSet<>()).add(one.name());
            String id = JsonMapper.shared()
                    .readTree(begun.getContentAsByteArray())
                    .at("/pass/passId")
                    .asString();
            for (String path :
                    List.of("/api/v1/field/passes/" + id, "/api/v1/cases/" + report, "/api/v1/site-checklists")) {
                leaks.addAll(onlookers.told(one, path, onlookers.get(path, one)));
            }
            onlookers.post("/api/v1/field/passes/" + id + "/end", Map.of("how", "HANDED_IN"), one);
        }
        return leaks;
    }

    private List<String> answer(String what, String path, Map<String, ?> body, Onlooker one) throws Exception {
        MockHttpServletResponse answer = onlookers.post(path, body, one);
        if (answer.getStatus() == 200) {
            made.computeIfAbsent(what, f -> new TreeSet<>()).add(one.name());
        }
        return onlookers.told(one, what, answer);
    }

    private static String field(MockHttpServletResponse answer, String name) {
        return JsonMapper.shared()
                .readTree(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                .path(name)
                .asString();
    }
}
