package org.fangxin.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fangxin.casefile.JournalRounds;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Acts on open cases of the demo county over HTTP, and how long after its answer an act has been read by every reader. */
@Component
class ActBench {
    private static final List<Integer> CLIENTS = List.of(1, 8);
    private static final double SECONDS = 5;
    private static final double NANOS = 1e9;
    /** Often enough for what takes hundreds of milliseconds, and hardly any work. */
    private static final int LAGS = 20;

    private static final String HEAD = "kezhang";
    private static final String PASSWORD = "Fangxin-Demo-2026";
    private static final List<String> OFFICERS = List.of("liming", "wangfang");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final JournalRounds rounds;

    ActBench(JdbcClient jdbc, PlatformTransactionManager transactions, JsonMapper json, JournalRounds rounds) {
        this.rounds = rounds;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
    }

    Map<String, Object> measured(int port, PrintStream out) {
        List<String> officers =
                system("select person_id from identity.person where username = any (?) order by username");
        Map<String, Object> figures = new LinkedHashMap<>();
        rounds.begin();
        try (DeskSession head = DeskSession.signIn(port, json, HEAD, PASSWORD)) {
            List<String> open = open(head);
            for (int clients : CLIENTS) {
                double perSecond = round(head, open, officers, clients);
                out.printf("分派，%d 个客户：%.0f 步/秒%n", clients, perSecond);
                figures.put("assignPerSecond" + clients, perSecond);
            }
            rounds.awaitHeard();
            double[] lags = new double[LAGS];
            for (int i = 0; i < LAGS; i++) {
                lags[i] = lag(head, open.get(i % open.size()), officers.get(i % 2));
            }
            Arrays.sort(lags);
            out.printf("读者落后：中位 %.0f，最多 %.0f 毫秒%n", lags[LAGS / 2], lags[LAGS - 1]);
            figures.put("readersLagP50ms", lags[LAGS / 2]);
            figures.put("readersLagMostMs", lags[LAGS - 1]);
        }
        return figures;
    }

    private List<String> system(String sql) {
        return Scopes.within(
                Scope.SYSTEM,
                () -> transaction.execute(status -> jdbc.sql(sql)
                        .param(OFFICERS.toArray(String[]::new))
                        .query((rs, n) -> rs.getString(1))
                        .list()));
    }

    private static List<String> open(DeskSession head) {
        List<String> numbers = new ArrayList<>();
        for (JsonNode item : head.get("/api/v1/cases?limit=200&kind=COMPLAINT&stage=RECEIVED")
                .get("items")) {
            numbers.add(item.get("caseNo").asString());
        }
        return numbers;
    }

    /** Each case is in one hand at a time; it goes to one officer and to the other in turn. */
    private static double round(DeskSession head, List<String> open, List<String> officers, int clients) {
        ConcurrentLinkedQueue<String> free = new ConcurrentLinkedQueue<>(open);
        long start = System.nanoTime();
        long end = start + (long) (SECONDS * NANOS);
        int done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(threads.submit(() -> {
                    int mine = 0;
                    while (System.nanoTime() < end) {
                        String caseNo = java.util.Objects.requireNonNull(free.poll());
                        assign(head, caseNo, officers.get(mine++ % officers.size()));
                        free.add(caseNo);
                    }
                    return mine;
                }));
            }
            for (Future<Integer> one : all) {
                done += one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A client broke off", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return done / ((System.nanoTime() - start) / NANOS);
    }

    private static void assign(DeskSession head, String caseNo, String officer) {
        head.answer("/api/v1/cases/" + caseNo + "/acts/assign", Map.of("persons", List.of(officer)));
    }

    /** Milliseconds from the act's answer until no reader is behind it. */
    private double lag(DeskSession head, String caseNo, String officer) {
        assign(head, caseNo, officer);
        long answered = System.nanoTime();
        rounds.awaitHeard();
        return (System.nanoTime() - answered) / 1e6;
    }
}
