package org.fangxin.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.NewPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.region.Agencies;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An officer's day over HTTP on a filled database: worklist with its counters, case page, hints of duplicates, acts and how far
 * the readers are behind; each beside the bare statements of the same run.
 */
@Component
class DeskBench implements BenchCommand.Bench {
    private static final String LIST = "/api/v1/cases?limit=50";
    /** In nearly half of all cases, in one of twenty, in one of 2,000, in none. */
    private static final List<String> WORDS = List.of("退款", "冰箱", "电池鼓包", "9999999");

    private static final int TRIES = 60;
    private static final String PASSWORD = "Fangxin-Bench-2026";
    private static final String OWN_COUNTY = "620823";

    private final Environment environment;
    private final People people;
    private final Agencies agencies;
    private final BareDesk bare;
    private final ActBench acts;
    private final Results results;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    DeskBench(
            Environment environment,
            People people,
            Agencies agencies,
            BareDesk bare,
            ActBench acts,
            Results results,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.environment = environment;
        this.people = people;
        this.agencies = agencies;
        this.bare = bare;
        this.acts = acts;
        this.results = results;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(PrintStream out) {
        double started = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        long cases = bare.cases();
        out.printf("%,d 件，程序和数据库 %.1f 秒起来%n", cases, started);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("cases", cases);
        figures.put("startSeconds", started);
        List<Map<String, Object>> all = new ArrayList<>();
        String largest = Counties.of(agencies).getFirst()[0];
        for (String agency : List.of(OWN_COUNTY, largest, "62", "00")) {
            all.addAll(desk(agency, out));
        }
        figures.put("desk", all);
        figures.put("acts", acts.measured(port(), out));
        figures.putAll(Memory.now(bare.server()));
        out.printf("内存：程序 %s MB，数据库 %s MB%n", figures.get("programMB"), figures.get("databaseMB"));
        results.write("desk-" + cases, figures, out);
    }

    private int port() {
        return Integer.parseInt(environment.getRequiredProperty("local.server.port"));
    }

    private List<Map<String, Object>> desk(String agency, PrintStream out) {
        String username = "bench-" + agency;
        hire(username, agency);
        List<Map<String, Object>> figures = new ArrayList<>();
        try (DeskSession session = DeskSession.signIn(port(), json, username, PASSWORD)) {
            Scope scope = Scope.subtree(agency, "bench", Scope.Reports.ALL);
            figures.addAll(lists(agency, session, scope, out));
            figures.add(casePage(agency, session, scope, out));
            int[] turn = {0};
            figures.add(beside(
                    agency,
                    "hint of duplicates",
                    () -> session.answer("/api/v1/duplicates", told(turn[0]++)),
                    () -> Scopes.within(scope, bare::nothing),
                    out));
        }
        return figures;
    }

    private List<Map<String, Object>> lists(String agency, DeskSession session, Scope scope, PrintStream out) {
        List<Map<String, Object>> figures = new ArrayList<>();
        figures.add(beside(
                agency,
                "worklist with its counters",
                () -> session.page(LIST),
                () -> Scopes.within(scope, bare::worklist),
                out));
        figures.add(beside(
                agency,
                "worklist, newest first, all cases",
                () -> session.page(LIST + "&view=all&sort=received"),
                () -> Scopes.within(scope, bare::newest),
                out));
        for (String word : WORDS) {
            String asked = URLEncoder.encode(word, StandardCharsets.UTF_8);
            figures.add(beside(
                    agency,
                    "worklist, all cases with " + word,
                    () -> session.page(LIST + "&view=all&q=" + asked),
                    () -> Scopes.within(scope, bare::worklist),
                    out));
        }
        return figures;
    }

    private Map<String, Object> casePage(String agency, DeskSession session, Scope scope, PrintStream out) {
        List<String> numbers = numbers(session);
        int[] turn = {0, 0};
        return beside(
                agency,
                "case page",
                () -> session.page("/api/v1/cases/" + numbers.get(turn[0]++ % numbers.size())),
                () -> Scopes.within(scope, () -> bare.casePage(numbers.get(turn[1]++ % numbers.size()))),
                out);
    }

    /** A leader of the agency: sees all that the agency may. */
    private void hire(String username, String agency) {
        Scopes.within(
                Scope.SYSTEM,
                () -> transaction.execute(status -> people.officers(agency).stream()
                                .anyMatch(person -> person.username().equals(username))
                        ? username
                        : people.create(new NewPerson(
                                        username, "测量", agency, Set.of(Role.LEADER, Role.SUPERIOR), PASSWORD, false))
                                .username()));
    }

    private static List<String> numbers(DeskSession session) {
        List<String> numbers = new ArrayList<>();
        for (String view : List.of("open", "closed")) {
            for (JsonNode item :
                    session.get("/api/v1/cases?limit=100&view=" + view).get("items")) {
                numbers.add(item.get("caseNo").asString());
            }
        }
        return numbers;
    }

    private Map<String, String> told(int turn) {
        InventedWords words = new InventedWords(new java.util.Random(InventedDatabase.SEED + turn));
        String goods = words.goods();
        return Map.of("merchantName", words.shop("崇信县"), "goods", goods, "content", words.story(goods));
    }

    private Map<String, Object> beside(
            String agency, String what, Supplier<?> ours, Supplier<?> limit, PrintStream out) {
        // as a program that has run for a while
        Spread.of(TRIES, ours);
        Spread whole = Spread.of(TRIES, ours);
        Spread least = Spread.of(TRIES, limit);
        out.printf(
                "%-6s %-40s p50 %.1f  p95 %.1f 毫秒；只有语句 p50 %.1f  p95 %.1f%n",
                agency, what, whole.p50(), whole.p95(), least.p50(), least.p95());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("scope", agency);
        figures.put("what", what);
        figures.put("p50ms", whole.p50());
        figures.put("p95ms", whole.p95());
        figures.put("bareP50ms", least.p50());
        figures.put("bareP95ms", least.p95());
        return figures;
    }
}
