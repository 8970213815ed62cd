package org.fangxin.safety;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * S6: every query parameter of the API's document with statements instead of values, by errors, by answers that differ
 * between true and false, and by time.
 */
final class InjectionTried implements Experiment {
    private static final int LIMITED = 429;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long SLEEP_NANOS = 2_500_000_000L;
    private static final int ONE_ADDRESS = 200;
    private static final Pattern SAYS_SQL =
            Pattern.compile("PSQLException|SQLSTATE|syntax error at|unterminated quoted|org\\.postgresql|JdbcSQL");

    /** Names under which the same question is asked: somebody of them is let in. */
    private static final List<String> PEOPLE =
            List.of("kezhang", "fensong", "dengji", "demo-sysadmin", "demo-auditor", "pljuzhang");

    private static final List<String> BREAKING =
            List.of("'", "\"", "')", "\\", "1'\"", "';", "x' order by 999--", "%27", "$$");
    private static final List<String> SLEEPING = List.of(
            "'||(select pg_sleep(3))||'",
            "x';select pg_sleep(3)--",
            "1;select pg_sleep(3)--",
            "(select pg_sleep(3))",
            "' or (select 1 from pg_sleep(3)) is null--");

    /** Two that differ in truth alone. */
    private record Pair(String yes, String no) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("' or '1'='1", "' or '1'='2"),
            new Pair("' or 1=1--", "' or 1=2--"),
            new Pair("1 or 1=1", "1 or 1=2"),
            new Pair("') or ('1'='1", "') or ('1'='2"));

    private record Target(String path, String parameter) {}

    @Override
    public String id() {
        return "S6";
    }

    @Override
    public String promise() {
        return "接口说明里的每一个查询参数都试过注入（出错、真假、拖延三种看法）：没有一个变成语句";
    }

    @Override
    public String plant() {
        return "一个把参数拼进语句的接口";
    }

    @Override
    public int usualRounds() {
        return 1_000;
    }

    @Override
    public String unit() {
        return "parameters";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Home home = Home.copy(Templates.demo(setting.work()), setting.work(), "s6");
        try (Program program = Program.start(home, Map.of("FANGXIN_DEMO", "true"))) {
            program.awaitReady();
            List<Asker> askers = new ArrayList<>(List.of(Asker.NOBODY));
            for (String name : PEOPLE) {
                askers.add(Asker.signedIn(name));
            }
            return attack(Asker.ROOT, askers, targets(setting.rounds()));
        } finally {
            home.delete();
        }
    }

    /** On a real table of a real database, by a careless endpoint of the test. */
    @Override
    public Outcome control(Setting setting) throws Exception {
        Home home = Home.copy(setting.template(), setting.work(), "s6-control");
        HttpServer careless = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        try (Program program = Program.start(home);
                Connection connection = connected(program, home)) {
            careless.createContext("/", exchange -> pasted(exchange, connection));
            careless.start();
            URI root = URI.create("http://127.0.0.1:" + careless.getAddress().getPort());
            return attack(root, List.of(Asker.NOBODY), List.of(new Target("/planted", "q")));
        } finally {
            careless.stop(0);
            home.delete();
        }
    }

    private static Connection connected(Program program, Home home) throws IOException, SQLException {
        program.awaitReady();
        return home.connect();
    }

    private static void pasted(HttpExchange exchange, Connection connection) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String value = URLDecoder.decode(query == null ? "" : query.replaceFirst("q=", ""), StandardCharsets.UTF_8);
        StringBuilder found = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select code from region.agency where name = '" + value + "' limit 5")) {
            while (rows.next()) {
                found.append(rows.getString(1)).append('\n');
            }
        } catch (SQLException broken) {
            found.append("org.postgresql: ").append(broken.getMessage());
        }
        byte[] answer = found.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** Every query parameter of a call that reads; what stands in a path is tried as well. */
    private static List<Target> targets(int most) throws IOException {
        List<Target> targets = new ArrayList<>();
        JsonNode contract = JSON.readTree(Files.readAllBytes(Requests.CONTRACT));
        contract.get("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            if (!get.toString().contains("text/event-stream")) {
                for (JsonNode parameter : get.path("parameters")) {
                    targets.add(new Target(path.getKey(), parameter.get("name").asString()));
                }
            }
        });
        return targets.subList(0, Math.min(most, targets.size()));
    }

    private static Outcome attack(URI root, List<Asker> askers, List<Target> targets) throws Exception {
        Attack attack = new Attack(root, askers);
        for (Target target : targets) {
            attack.on(target);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("requests", attack.requests);
        figures.put("answers", attack.answers);
        figures.put("letIn", attack.letIn);
        return new Outcome(targets.size(), figures, attack.breaks);
    }

    /** All of one run. */
    private static final class Attack {
        private final URI root;
        private final List<Asker> askers;
        private final Map<Integer, Integer> answers = new TreeMap<>();
        private final Map<String, String> breaks = new LinkedHashMap<>();
        private HttpClient http;
        private int requests;
        private int letIn;

        private record Answer(int status, String body, long nanos) {}

        Attack(URI root, List<Asker> askers) throws IOException {
            this.root = root;
            this.askers = askers;
            this.http = Crowd.client();
        }

        void on(Target target) throws IOException, InterruptedException {
            Asker who = letIn(target);
            for (String value : BREAKING) {
                judge(target, value, ask(who, target, value));
            }
            for (Pair pair : PAIRS) {
                // both asked for the first time: an answer may tell how many tries are left
                strangerAsks();
                Answer yes = ask(who, target, pair.yes());
                strangerAsks();
                Answer no = ask(who, target, pair.no());
                judge(target, pair.yes(), yes);
                if (!same(yes, pair.yes(), no, pair.no())) {
                    breaks.putIfAbsent("true and false differ: " + target, pair.yes());
                }
            }
            for (String value : SLEEPING) {
                Answer answer = ask(who, target, value);
                judge(target, value, answer);
                // a busy machine is slow now and then, a sleeping statement every time
                if (answer.nanos() > SLEEP_NANOS
                        && ask(who, target, value).nanos() > SLEEP_NANOS
                        && ask(who, target, value.replace("(3)", "(0)")).nanos() < SLEEP_NANOS) {
                    breaks.putIfAbsent("sleeps: " + target, value);
                }
            }
        }

        /** The first who gets an answer to an ordinary question. */
        private Asker letIn(Target target) throws IOException, InterruptedException {
            for (Asker one : askers) {
                int status = ask(one, target, null).status();
                if (status < 400 || status == 422 || status == 400) {
                    letIn++;
                    return one;
                }
            }
            return askers.getLast();
        }

        private void judge(Target target, String value, Answer answer) {
            if (answer.status() >= 500) {
                breaks.putIfAbsent("answered " + answer.status() + ": " + target, value);
            }
            if (SAYS_SQL.matcher(answer.body()).find()) {
                breaks.putIfAbsent("tells of its statement: " + target, value);
            }
        }

        private static boolean same(Answer yes, String valueYes, Answer no, String valueNo) {
            return yes.status() == no.status() && plain(yes.body(), valueYes).equals(plain(no.body(), valueNo));
        }

        /** Without what was asked and without what differs each time. */
        private static String plain(String body, String value) {
            return body.replace(value, "")
                    .replaceAll("\"(instance|incident|traceId)\":\"[^\"]*\"", "")
                    .replaceAll("1.?'?=.?'?[12]", "")
                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.+Z]*", "");
        }

        private void strangerAsks() throws IOException {
            http.close();
            http = Crowd.client();
        }

        /** A limit is no answer to the question: it is asked again by somebody of whom nothing is known. */
        private Answer ask(Asker who, Target target, @Nullable String value) throws IOException, InterruptedException {
            Answer answer = once(who, target, value);
            if (answer.status() == LIMITED) {
                strangerAsks();
                answer = once(who, target, value);
            }
            return answer;
        }

        private Answer once(Asker who, Target target, @Nullable String value) throws IOException, InterruptedException {
            if (++requests % ONE_ADDRESS == 0) {
                http = Crowd.client();
            }
            String encoded = URLEncoder.encode(value == null ? "1" : value, StandardCharsets.UTF_8)
                    .replace("+", "%20");
            boolean inPath = target.path().contains("{" + target.parameter() + "}");
            String path = target.path()
                    .replace("{" + target.parameter() + "}", encoded)
                    .replace("{caseNo}", "620823-261127-0001")
                    .replaceAll("\\{\\w+}", "1");
            String query = inPath || value == null ? "" : "?" + target.parameter() + "=" + encoded;
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer = who.send(http, who.at(URI.create(root + path + query)));
            answers.merge(answer.statusCode(), 1, Integer::sum);
            return new Answer(
                    answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8), System.nanoTime() - begun);
        }
    }
}
