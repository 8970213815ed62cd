package org.fangxin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fangxin.merchant.ExtractImport;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.Merchants;
import org.fangxin.region.Agencies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The registry of market entities: import and search as one types, beside the bare statements. */
@Component
class MerchantBench {
    private static final int TRIES = 60;
    private static final int LIMIT = 20;
    private static final long SEED = 121;
    private static final double NANOS = 1e9;
    /** What is typed, and what it stands for. */
    private static final Map<String, String> TYPED = new LinkedHashMap<>();

    static {
        TYPED.put("超市", "in every sixth name");
        TYPED.put("鑫盛", "two characters inside");
        TYPED.put("崇信县", "a place at the beginning");
        TYPED.put("福", "one character");
        TYPED.put("xscs", "initials inside");
        TYPED.put("chongxin", "pinyin from the beginning");
        TYPED.put("92620823", "beginning of the code");
        TYPED.put("崇信超市", "place and trade, not adjacent");
        TYPED.put("没有这家店铺", "nothing");
    }

    private final Merchants merchants;
    private final ExtractImport extracts;
    private final Agencies agencies;
    private final JdbcClient jdbc;
    private final Results results;

    MerchantBench(Merchants merchants, ExtractImport extracts, Agencies agencies, JdbcClient jdbc, Results results) {
        this.merchants = merchants;
        this.extracts = extracts;
        this.agencies = agencies;
        this.jdbc = jdbc;
        this.results = results;
    }

    void run(int rows, PrintStream out) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", rows);
        figures.put("seed", SEED);
        try {
            Path file = Files.createTempFile("merchants", ".csv");
            try {
                out.printf("写出 %,d 行虚构的登记信息……%n", rows);
                new InventedShops(Counties.of(agencies), SEED).write(file, rows);
                figures.put("import", imports(file, out));
            } finally {
                Files.delete(file);
            }
            figures.put(
                    "search",
                    TYPED.entrySet().stream()
                            .map(one -> searches(one.getKey(), one.getValue(), out))
                            .toList());
            results.write("merchants", figures, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Map<String, Object> imports(Path file, PrintStream out) {
        long start = System.nanoTime();
        ExtractImport.Outcome first =
                extracts.run(() -> Files.newInputStream(file), "bench", problem -> {}, read -> {});
        double took = (System.nanoTime() - start) / NANOS;
        start = System.nanoTime();
        ExtractImport.Outcome again =
                extracts.run(() -> Files.newInputStream(file), "bench", problem -> {}, read -> {});
        double repeated = (System.nanoTime() - start) / NANOS;
        double bare = bareInsert();
        out.printf(
                "导入 %,d 行：%.1f 秒（新增 %,d）；再导入一次 %.1f 秒（没有变化 %,d）；只复制同样的行 %.1f 秒，%.1f 倍%n",
                first.read(), took, first.added(), repeated, again.same(), bare, took / bare);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seconds", took);
        figures.put("added", first.added());
        figures.put("againSeconds", repeated);
        figures.put("bareInsertSeconds", bare);
        figures.put("ratio", took / bare);
        return figures;
    }

    /** The limit: the server itself writes the same rows once, into a table without index, check and log. */
    private double bareInsert() {
        UUID run = UUID.randomUUID();
        long start = System.nanoTime();
        jdbc.sql("""
                        insert into merchant.incoming (run, line, uscc, name, aliases, kind, status, address, region_code,
                            trade, registered_on, parent_uscc, platform_uscc, pinyin, terms)
                        select ?, 0, uscc, name, aliases, kind, status, address, region_code, trade, registered_on,
                               parent_uscc, platform_uscc, pinyin, terms from merchant.entity""").param(run).update();
        double took = (System.nanoTime() - start) / NANOS;
        jdbc.sql("delete from merchant.incoming where run = ?").param(run).update();
        return took;
    }

    private Map<String, Object> searches(String typed, String what, PrintStream out) {
        List<MarketEntity> found = merchants.search(typed, "620823", LIMIT);
        Spread county = Spread.of(TRIES, () -> merchants.search(typed, "620823", LIMIT));
        Spread nation = Spread.of(TRIES, () -> merchants.search(typed, null, LIMIT));
        Spread bare = Spread.of(
                TRIES,
                () -> jdbc.sql("select id, name from merchant.entity where id = any (?)")
                        .param(found.stream().map(MarketEntity::id).toArray(Long[]::new))
                        .query((rs, n) -> rs.getString(2))
                        .list());
        out.printf(
                "“%s”（%s）：%d 家；本县 p50 %.1f p95 %.1f 毫秒，全国 p95 %.1f 毫秒；只按主键取同样的行 p95 %.1f 毫秒%n",
                typed, what, found.size(), county.p50(), county.p95(), nation.p95(), bare.p95());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("typed", typed);
        figures.put("what", what);
        figures.put("found", found.size());
        figures.put("countyP50ms", county.p50());
        figures.put("countyP95ms", county.p95());
        figures.put("nationP95ms", nation.p95());
        figures.put("byKeyP95ms", bare.p95());
        return figures;
    }
}
