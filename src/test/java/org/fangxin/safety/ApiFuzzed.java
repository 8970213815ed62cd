package org.fangxin.safety;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** S7: requests made of the API's own document and spoilt, in everybody's name, at a county of invented cases. */
final class ApiFuzzed implements Experiment {
    private static final List<String> PEOPLE = List.of(
            "",
            "liming",
            "wangfang",
            "kezhang",
            "juzhang",
            "dengji",
            "fensong",
            "demo-sysadmin",
            "demo-secadmin",
            "demo-auditor");
    private static final int ONE_ADDRESS = 100;

    @Override
    public String id() {
        return "S7";
    }

    @Override
    public String promise() {
        return "按接口说明生成又改坏的请求，以各种人的名义：没有 5xx，没有堆栈";
    }

    @Override
    public String plant() {
        return "一个遇到 U+0000 就抛异常的接口";
    }

    @Override
    public int usualRounds() {
        return 50_000;
    }

    @Override
    public String unit() {
        return "requests";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Home home = Home.copy(Templates.demo(setting.work()), setting.work(), "s7");
        try (Program program = Program.start(home, Map.of("FANGXIN_DEMO", "true"))) {
            program.awaitReady();
            List<Asker> askers = new ArrayList<>();
            for (String name : PEOPLE) {
                askers.add(name.isEmpty() ? Asker.NOBODY : Asker.signedIn(name));
            }
            return fuzz(Asker.ROOT, askers, setting.rounds(), setting.seed());
        } finally {
            home.delete();
        }
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        HttpServer careless = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        careless.createContext("/", ApiFuzzed::throwsOnNull);
        careless.start();
        try {
            URI root = URI.create("http://127.0.0.1:" + careless.getAddress().getPort());
            return fuzz(root, List.of(Asker.NOBODY), 1_000, setting.seed());
        } finally {
            careless.stop(0);
        }
    }

    private static void throwsOnNull(HttpExchange exchange) throws IOException {
        String all = exchange.getRequestURI().getRawQuery()
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(all.contains("\\u0000") || all.contains("%00") ? 500 : 200, -1);
        exchange.close();
    }

    private static Outcome fuzz(URI root, List<Asker> askers, int many, long seed) throws Exception {
        Requests requests = new Requests(seed);
        Map<Integer, Integer> answers = new TreeMap<>();
        Map<String, String> breaks = new LinkedHashMap<>();
        HttpClient http = Crowd.client();
        for (int i = 0; i < many; i++) {
            if (i % ONE_ADDRESS == ONE_ADDRESS - 1) {
                http = Crowd.client();
            }
            Requests.Request request = requests.next();
            HttpResponse<String> answer = send(http, root, request, askers.get(i % askers.size()));
            answers.merge(answer.statusCode(), 1, Integer::sum);
            String where = request.method() + " " + request.path().replaceFirst("\\?.*", "");
            if (answer.statusCode() >= 500) {
                breaks.putIfAbsent("answered " + answer.statusCode() + ": " + where, String.valueOf(request.body()));
            } else if (answer.body().contains("at org.fangxin") || answer.body().contains("java.lang.")) {
                breaks.putIfAbsent("a stack trace: " + where, "");
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("operations", requests.operations());
        figures.put("answers", answers);
        return new Outcome(many, figures, breaks);
    }

    private static HttpResponse<String> send(HttpClient http, URI root, Requests.Request request, Asker who)
            throws IOException, InterruptedException {
        @Nullable String body = request.body();
        HttpRequest.Builder builder = who.at(URI.create(root + request.path()))
                .method(
                        request.method(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (body != null) {
            builder.header("Content-Type", "application/json");
        }
        return http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
    }
}
