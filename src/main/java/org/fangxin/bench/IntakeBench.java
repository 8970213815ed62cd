package org.fangxin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.fangxin.casefile.JournalRounds;
import org.fangxin.region.Agencies;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Complaints through the front door, answered only when they are durable, with every guard on; beside them the same rows, one
 * prepared statement each in one transaction, over as many connections.
 */
@Component
class IntakeBench implements BenchCommand.Bench {
    private static final List<Integer> CLIENTS = List.of(1, 8, 32);
    private static final int ROUNDS = 3;
    private static final double SECONDS = 5;
    /** A program that has just started compiles itself while it works; a storm does not come in that half minute. */
    private static final int WARM = 25;

    private static final int CROWD = 32;
    private static final long SEED = 121;
    private static final double NANOS = 1e9;
    /** Seconds; several rounds of all readers. */
    private static final double LISTENING = 30;

    private static final String PATH = "/api/v1/submissions";
    /** What a database that was not filled may hold. */
    private static final int FEW = 1_000;

    private static final int TRIES_OF_A_LINE = 90;

    private final Environment environment;
    private final JdbcClient jdbc;
    private final DataSource owner;
    private final Agencies agencies;
    private final JsonMapper json;
    private final BareDesk desk;
    private final Results results;
    private final JournalRounds rounds;
    private final AtomicInteger address = new AtomicInteger();
    private final AtomicInteger round = new AtomicInteger();

    IntakeBench(
            Environment environment,
            JdbcClient jdbc,
            @FlywayDataSource DataSource owner,
            Agencies agencies,
            JsonMapper json,
            BareDesk desk,
            Results results,
            JournalRounds rounds) {
        this.rounds = rounds;
        this.environment = environment;
        this.jdbc = jdbc;
        this.owner = owner;
        this.agencies = agencies;
        this.json = json;
        this.desk = desk;
        this.results = results;
    }

    /** What one round did. */
    private record Round(double perSecond, double p99ms, double programMs, double databaseMs) {}

    /** Something that a client does again and again until the time is over. */
    private interface Client extends AutoCloseable {
        void once() throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /** Makes one client. */
    private interface Hiring {
        Client client(int number) throws IOException, SQLException;
    }

    @Override
    public void run(PrintStream out) {
        long before = desk.cases();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("casesBefore", before);
        Processes processes = Processes.of(jdbc);
        figures.put("intake", measured(processes, out));
        figures.put("listenedTo", listenedTo(processes, out));
        results.write(before < FEW ? "intake" : "intake-" + before, figures, out);
    }

    /** The same storm while all readers hear what came in, and how much they hear in a second once it is over. */
    private Map<String, Object> listenedTo(Processes processes, PrintStream out) {
        rounds.begin();
        Round round = round(CROWD, SECONDS * ROUNDS, number -> caller(number), processes);
        long before = heard();
        LockSupport.parkNanos((long) (LISTENING * NANOS));
        double heard = (heard() - before) / LISTENING;
        out.printf(
                "%d 个客户，读者同时在读：%.0f 件/秒，p99 %.0f 毫秒，每件处理器 %.2f + %.2f 毫秒；来件停了以后，每个读者每秒读 %.0f 条%n",
                CROWD, round.perSecond(), round.p99ms(), round.programMs(), round.databaseMs(), heard);
        return Map.of(
                "clients", CROWD,
                "perSecond", round.perSecond(),
                "p99ms", round.p99ms(),
                "programAndClientsCpuMs", round.programMs(),
                "databaseCpuMs", round.databaseMs(),
                "entriesPerSecondOfEachReader", heard);
    }

    /** How far the last of the readers has come. */
    private long heard() {
        return jdbc.sql("select min(seq) from casefile.reader")
                .query(Long.class)
                .single();
    }

    private List<Map<String, Object>> measured(Processes processes, PrintStream out) {
        round(CROWD, WARM, number -> caller(number), processes);
        SameRows same = sample();
        out.printf("一件投诉留下 %d 行。每一轮 %.0f 秒，各 %d 轮，取中位数。%n", same.size(), SECONDS, ROUNDS);
        List<Map<String, Object>> figures = new ArrayList<>();
        for (int clients : CLIENTS) {
            figures.add(compared(clients, same, processes, out));
        }
        return figures;
    }

    private Map<String, Object> compared(int clients, SameRows same, Processes processes, PrintStream out) {
        List<Round> whole = new ArrayList<>();
        List<Round> bare = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            whole.add(round(clients, SECONDS, number -> caller(number), processes));
            bare.add(round(clients, SECONDS, number -> writer(same), processes));
        }
        Round ours = median(whole);
        Round limit = median(bare);
        out.printf(
                "%2d 个客户：%.0f 件/秒，p99 %.0f 毫秒，每件处理器 %.2f + %.2f 毫秒（程序和客户 + 数据库）；同样的行逐条写 %.0f 件/秒；%.2f 倍%n",
                clients,
                ours.perSecond(),
                ours.p99ms(),
                ours.programMs(),
                ours.databaseMs(),
                limit.perSecond(),
                ours.perSecond() / limit.perSecond());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("clients", clients);
        figures.put("perSecond", ours.perSecond());
        figures.put("p99ms", ours.p99ms());
        figures.put("programAndClientsCpuMs", ours.programMs());
        figures.put("databaseCpuMs", ours.databaseMs());
        figures.put("barePerSecond", limit.perSecond());
        figures.put("bareDatabaseCpuMs", limit.databaseMs());
        figures.put("ratio", ours.perSecond() / limit.perSecond());
        return figures;
    }

    private static Round median(List<Round> rounds) {
        return rounds.stream()
                .sorted(java.util.Comparator.comparingDouble(Round::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }

    private Round round(int clients, double seconds, Hiring hiring, Processes processes) {
        List<List<Double>> took = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failed = java.util.Collections.synchronizedList(new ArrayList<>());
        double program = Processes.program();
        double database = processes.database();
        long start = System.nanoTime();
        long end = start + (long) (seconds * NANOS);
        for (int i = 0; i < clients; i++) {
            int number = i;
            List<Double> mine = new ArrayList<>();
            took.add(mine);
            threads.add(Thread.ofPlatform().name("bench-client").start(() -> {
                try (Client client = hiring.client(number)) {
                    while (System.nanoTime() < end) {
                        long before = System.nanoTime();
                        client.once();
                        mine.add((System.nanoTime() - before) / 1e6);
                    }
                } catch (Exception broken) {
                    failed.add(broken);
                }
            }));
        }
        threads.forEach(IntakeBench::join);
        if (!failed.isEmpty()) {
            throw new IllegalStateException("A client broke off", failed.getFirst());
        }
        double lasted = (System.nanoTime() - start) / NANOS;
        double[] all = took.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return new Round(
                all.length / lasted,
                all[all.length * 99 / 100],
                (Processes.program() - program) * 1000 / all.length,
                (processes.database() - database) * 1000 / all.length);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What one submission leaves behind, as it is read from the tables. */
    private SameRows sample() {
        try (HttpLine line = line();
                Connection connection = connection()) {
            String answer = line.post(PATH, forms(0).next(), InventedForms.key());
            return SameRows.of(
                    connection,
                    json.readTree(answer).get("cases").get(0).get("caseNo").asString());
        } catch (IOException | SQLException broken) {
            throw new IllegalStateException("No sample could be taken", broken);
        }
    }

    private Client caller(int number) throws IOException {
        InventedForms forms = forms(number);
        return new Client() {
            private final List<HttpLine> lines = new ArrayList<>(List.of(line()));
            private int sent;

            @Override
            public void once() throws IOException {
                if (++sent % TRIES_OF_A_LINE == 0) {
                    lines.removeFirst().close();
                    lines.add(line());
                }
                lines.getFirst().post(PATH, forms.next(), InventedForms.key());
            }

            @Override
            public void close() throws IOException {
                lines.getFirst().close();
            }
        };
    }

    private Client writer(SameRows same) throws SQLException {
        SameRows.Client client = same.new Client(owner.getConnection());
        return new Client() {
            @Override
            public void once() throws SQLException {
                client.once();
            }

            @Override
            public void close() throws SQLException {
                client.close();
            }
        };
    }

    private InventedForms forms(int number) {
        return new InventedForms(Counties.of(agencies), SEED + round.incrementAndGet() * 100L + number);
    }

    /** From an address that has not been used yet: no guard is switched off for a figure. */
    private HttpLine line() throws IOException {
        int next = address.incrementAndGet();
        byte[] from = {127, (byte) (1 + next / 62_500), (byte) (next / 250 % 250), (byte) (1 + next % 250)};
        int port = Integer.parseInt(environment.getRequiredProperty("local.server.port"));
        return new HttpLine(port, InetAddress.getByAddress(from));
    }

    private Connection connection() throws SQLException {
        Connection connection = owner.getConnection();
        try (java.sql.Statement role = connection.createStatement()) {
            role.execute("set role fx_owner");
        }
        return connection;
    }
}
