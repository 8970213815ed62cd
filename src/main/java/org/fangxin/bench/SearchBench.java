package org.fangxin.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.fangxin.casefile.Actor;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.region.Agencies;
import org.fangxin.search.CaseSearch;
import org.fangxin.search.Found;
import org.fangxin.search.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Search over cases in scopes of every size, by words of every frequency, beside the bare statement of the same run. */
@Component
class SearchBench implements BenchCommand.Bench {
    private static final int TRIES = 40;

    /** What is typed, what it stands for, and the same as a bare tsquery; several words take turns. */
    private record Typed(String what, List<String> words, List<String> bare) {}

    private static final List<Typed> TYPED = List.of(
            new Typed("common: in 45 of 100", List.of("退款"), List.of("'退款'")),
            new Typed("medium: in 5 of 100", List.of("预付卡"), List.of("'预付' & '付卡'")),
            new Typed("phrase: in 11 of 100", List.of("“商家拒绝退款”"), List.of("'商家' <-> '家拒' <-> '拒绝' <-> '绝退' <-> '退款'")),
            new Typed("rare: in 1 of 2,000", List.of("电池鼓包"), List.of("'电池' & '池鼓' & '鼓包'")),
            new Typed(
                    "name: two characters of a brand or shop",
                    List.of("鑫盛", "安宝", "福海", "金龙", "星云"),
                    List.of("'鑫盛'", "'安宝'", "'福海'", "'金龙'", "'星云'")),
            new Typed("initials", List.of("xscs", "abyd"), List.of("'^xscs':*", "'^abyd':*")),
            new Typed("two common words that seldom meet", List.of("预付卡 鼓包"), List.of("'预付' & '付卡' & '鼓包'")),
            new Typed("nothing", List.of("没有这种词"), List.of("'没有' & '有这' & '这种' & '种词'")));

    private final CaseSearch search;
    private final BareDesk bare;
    private final Agencies agencies;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Results results;

    SearchBench(
            CaseSearch search,
            BareDesk bare,
            Agencies agencies,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Results results) {
        this.search = search;
        this.bare = bare;
        this.agencies = agencies;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.results = results;
    }

    @Override
    public void run(PrintStream out) {
        List<String[]> counties = Counties.of(agencies);
        long count = bare.cases();
        out.printf("检索词 %s，索引 %s%n", size("case_text"), size("case_text_terms"));
        List<Map<String, Object>> figures = new ArrayList<>();
        String largest = counties.getFirst()[0];
        for (String agency : List.of("620823", largest, "62", largest.substring(0, 2), "00")) {
            TYPED.forEach(typed -> figures.add(measured(agency, typed, out)));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("cases", count);
        all.put("search", figures);
        results.write("search-" + count, all, out);
    }

    private Map<String, Object> measured(String agency, Typed typed, PrintStream out) {
        Actor actor = new Actor("bench", agency, Set.of(Role.SUPERIOR));
        Scope scope = Scope.subtree(agency, "bench", Scope.Reports.ALL);
        int[] turn = {0};
        Supplier<Found> asked = () -> Scopes.within(
                scope,
                () -> search.find(
                        question(typed.words().get(turn[0]++ % typed.words().size())), actor));
        Found found = asked.get();
        Spread whole = Spread.of(TRIES, asked);
        Spread bare = Spread.of(
                TRIES,
                () -> Scopes.within(
                        scope,
                        () -> bare(typed.bare().get(turn[0]++ % typed.bare().size()))));
        out.printf(
                "%-6s %-40s %s%d 件  p50 %.1f  p95 %.1f 毫秒；只数 2,001 件的一句 SQL p95 %.1f，%.1f 倍%n",
                agency,
                typed.what(),
                found.atLeast() ? ">" : "",
                found.total(),
                whole.p50(),
                whole.p95(),
                bare.p95(),
                whole.p95() / bare.p95());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("scope", agency);
        figures.put("what", typed.what());
        figures.put("found", found.total());
        figures.put("atLeast", found.atLeast());
        figures.put("p50ms", whole.p50());
        figures.put("p95ms", whole.p95());
        figures.put("bareP95ms", bare.p95());
        figures.put("ratio", whole.p95() / bare.p95());
        return figures;
    }

    private static Question question(String words) {
        return new Question(words, false, List.of(), null, List.of(), null, null, 20, null);
    }

    /** The least that a count to the same limit takes, as the server itself plans it. */
    private Integer bare(String query) {
        return transaction.execute(status -> jdbc.sql(
                        "select count(*) from (select 1 from search.visible where terms @@ ?::tsquery limit 2001) c")
                .param(query)
                .query(Integer.class)
                .single());
    }

    private String size(String relation) {
        return jdbc.sql("select pg_size_pretty(pg_total_relation_size('search.' || ?))")
                .param(relation)
                .query(String.class)
                .single();
    }
}
