package org.fangxin.safety;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** S19: every call of the API's document and every page of the router, signed in and not: what their answers say to a browser. */
final class HeadersKept implements Experiment {
    private static final Pattern ROUTE = Pattern.compile("path: ['\"](/[^'\"]*)['\"]");
    private static final int ONE_ADDRESS = 200;
    private static final Map<String, Pattern> ALWAYS = Map.of(
            "X-Content-Type-Options", Pattern.compile("nosniff"),
            "X-Frame-Options", Pattern.compile("DENY|SAMEORIGIN"),
            "Referrer-Policy", Pattern.compile("no-referrer"),
            "Content-Security-Policy",
                    Pattern.compile("(?!.*unsafe-inline)(?!.*unsafe-eval)default-src '(self|none)'.*"),
            "Permissions-Policy", Pattern.compile(".*camera=\\(\\).*"),
            "Cross-Origin-Opener-Policy", Pattern.compile("same-origin"),
            "Cross-Origin-Resource-Policy", Pattern.compile("same-origin"));
    /** The description of the API is none of them: everybody may read it, it lies in the project too. */
    private static final List<String> CLOSED = List.of(
            "/actuator",
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/threaddump",
            "/actuator/beans",
            "/actuator/loggers",
            "/actuator/mappings",
            "/actuator/prometheus",
            "/swagger-ui.html",
            "/h2-console",
            "/.git/config",
            "/.env",
            "/WEB-INF/web.xml",
            "/secrets/keys.json",
            "/../secrets/keys.json",
            "/%2e%2e/secrets/keys.json",
            "/assets/..%2f..%2fapplication.yaml");

    private record Look(String method, String path) {}

    @Override
    public String id() {
        return "S19";
    }

    @Override
    public String promise() {
        return "接口说明里的每一个接口、每一个页面，登录和不登录，回答都带齐安全响应头，含数据的不许缓存，内部的门都关着";
    }

    @Override
    public String plant() {
        return "一个没有响应头、开着 actuator 的服务";
    }

    @Override
    public int usualRounds() {
        return 10_000;
    }

    @Override
    public String unit() {
        return "answers";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Home home = Home.copy(Templates.demo(setting.work()), setting.work(), "s19");
        try (Program program = Program.start(home, Map.of("FANGXIN_DEMO", "true"))) {
            program.awaitReady();
            List<Asker> askers = List.of(Asker.NOBODY, Asker.signedIn("kezhang"), Asker.signedIn("demo-sysadmin"));
            return look(Asker.ROOT, askers, setting.rounds());
        } finally {
            home.delete();
        }
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        HttpServer bare = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        bare.createContext("/", exchange -> {
            byte[] body = "{\"activeProfiles\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        bare.start();
        try {
            URI root = URI.create("http://127.0.0.1:" + bare.getAddress().getPort());
            return look(root, List.of(Asker.NOBODY), 100);
        } finally {
            bare.stop(0);
        }
    }

    private static Outcome look(URI root, List<Asker> askers, int most) throws Exception {
        Map<String, String> breaks = new LinkedHashMap<>();
        int answers = 0;
        HttpClient http = Crowd.client();
        for (Asker who : askers) {
            for (Look look : looks(most)) {
                if (++answers % ONE_ADDRESS == 0) {
                    http = Crowd.client();
                }
                HttpResponse<byte[]> answer = who.send(
                        http,
                        who.at(URI.create(root + look.path()))
                                .method(look.method(), java.net.http.HttpRequest.BodyPublishers.noBody()));
                judge(look, answer, breaks);
            }
        }
        for (String path : CLOSED) {
            HttpResponse<byte[]> answer = Asker.NOBODY.send(http, Asker.NOBODY.at(URI.create(root + path)));
            answers++;
            closed(path, answer, breaks);
        }
        return new Outcome(answers, Map.of("callsAndPages", looks(most).size()), breaks);
    }

    /** Every call of the document without its streams and without signing out, and every page. */
    private static List<Look> looks(int most) throws IOException {
        Set<Look> looks = new LinkedHashSet<>();
        JsonNode contract = JsonMapper.shared().readTree(Files.readAllBytes(Requests.CONTRACT));
        contract.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    boolean stays = !(path.getKey().equals("/api/v1/session")
                            && call.getKey().equals("delete"));
                    if (stays && !call.getValue().toString().contains("text/event-stream")) {
                        looks.add(new Look(
                                call.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey().replaceAll("\\{\\w+}", "1")));
                    }
                }));
        for (String page : pages()) {
            looks.add(new Look("GET", page));
        }
        return new ArrayList<>(looks).subList(0, Math.min(most, looks.size()));
    }

    private static Set<String> pages() throws IOException {
        Set<String> pages = new LinkedHashSet<>(List.of("/", "/index.html", "/nothing-here"));
        try (var all = Files.walk(java.nio.file.Path.of("web/src"))) {
            for (java.nio.file.Path file :
                    all.filter(one -> one.toString().endsWith(".ts")).toList()) {
                Matcher route = ROUTE.matcher(Files.readString(file));
                while (route.find()) {
                    pages.add(route.group(1).replaceAll(":\\w+(\\([^)]*\\))?\\??\\*?", "1"));
                }
            }
        }
        return pages;
    }

    private static void judge(Look look, HttpResponse<byte[]> answer, Map<String, String> breaks) {
        String where = look.method() + " " + look.path() + " (" + answer.statusCode() + ")";
        ALWAYS.forEach((name, pattern) -> {
            String value = answer.headers().firstValue(name).orElse("");
            if (!pattern.matcher(value).matches()) {
                breaks.putIfAbsent(name + " is “" + value + "”", where);
            }
        });
        boolean data = look.path().startsWith("/api/");
        String kept = answer.headers().firstValue("Cache-Control").orElse("");
        if (data && !kept.contains("no-store") && !look.path().contains("/public/")) {
            breaks.putIfAbsent("an answer with data may be kept (“" + kept + "”)", where);
        }
        if (answer.headers().firstValue("Server").isPresent()
                || answer.headers().firstValue("X-Powered-By").isPresent()) {
            breaks.putIfAbsent("tells which server it is", where);
        }
        if (answer.headers().firstValue("Access-Control-Allow-Origin").isPresent()) {
            breaks.putIfAbsent("lets other sites read", where);
        }
        if (answer.statusCode() >= 500) {
            breaks.putIfAbsent("answered " + answer.statusCode(), where);
        }
    }

    private static void closed(String path, HttpResponse<byte[]> answer, Map<String, String> breaks) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        // a path that is nobody's shows the page that says so
        boolean page = body.contains("<div id=\"app\"");
        if (answer.statusCode() < 400 && !page) {
            breaks.putIfAbsent("an inner door is open", path);
        }
    }
}
