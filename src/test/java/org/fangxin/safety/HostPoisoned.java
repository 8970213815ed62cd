package org.fangxin.safety;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * S13: requests of the API's own document that claim to have been sent to another site, with line ends in their values; no
 * answer may name that site, and no header may come out of a value.
 */
final class HostPoisoned implements Experiment {
    private static final String EVIL = "fangxin-evil.example";
    private static final String INJECTED = "x-injected";
    private static final List<String> PEOPLE = List.of("kezhang", "liming", "demo-sysadmin");
    private static final int PATIENCE_MS = 60_000;
    private static final int HEAD_LEAST = 12;

    @Override
    public String id() {
        return "S13";
    }

    @Override
    public String promise() {
        return "冒充别的网址（Host、X-Forwarded-Host、Forwarded）、值里带换行的请求：回答里没有那个网址的链接，也没有被塞进去的响应头";
    }

    @Override
    public String plant() {
        return "照 Host 拼链接、照参数写响应头的服务";
    }

    @Override
    public int usualRounds() {
        return 2_000;
    }

    @Override
    public String unit() {
        return "requests";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Home home = Home.copy(Templates.demo(setting.work()), setting.work(), "s13");
        try (Program program = Program.start(home, Map.of("FANGXIN_DEMO", "true"))) {
            program.awaitReady();
            List<Asker> askers = new ArrayList<>(List.of(Asker.NOBODY));
            for (String name : PEOPLE) {
                askers.add(Asker.signedIn(name));
            }
            return poison(Program.PORT, askers, setting.rounds(), setting.seed());
        } finally {
            home.delete();
        }
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        HttpServer careless = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        careless.createContext("/", HostPoisoned::believes);
        careless.start();
        try {
            return poison(careless.getAddress().getPort(), List.of(Asker.NOBODY), 50, setting.seed());
        } finally {
            careless.stop(0);
        }
    }

    private static void believes(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (exchange.getRequestURI().toString().contains("Injected")) {
            exchange.getResponseHeaders().add("X-Injected", "1");
        }
        byte[] body = ("{\"link\": \"https://" + host + "/invited\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Outcome poison(int port, List<Asker> askers, int many, long seed) throws IOException {
        Requests requests = new Requests(seed);
        Map<String, String> breaks = new LinkedHashMap<>();
        Map<String, Integer> answers = new TreeMap<>();
        for (int i = 0; i < many; i++) {
            Requests.Request request = requests.next();
            String path = i % 3 == 0 ? withLineEnd(request.path()) : request.path();
            String answer =
                    sent(port, request.method(), path, request.body(), askers.get(i % askers.size()), 1 + i % 250);
            String where = request.method() + " " + request.path().replaceFirst("\\?.*", "");
            answers.merge(answer.length() < HEAD_LEAST ? "none" : answer.substring(9, HEAD_LEAST), 1, Integer::sum);
            // what was asked may stand in a refusal's own words; a link may not
            if (answer.contains("//" + EVIL)
                    || answer.toLowerCase(java.util.Locale.ROOT).contains("location: " + EVIL)) {
                breaks.putIfAbsent("a link to the site that was claimed", where);
            }
            String head = answer.split("\r\n\r\n", 2)[0].toLowerCase(java.util.Locale.ROOT);
            if (head.lines().anyMatch(line -> line.startsWith(INJECTED))) {
                breaks.putIfAbsent("a header out of a value", where);
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("operations", requests.operations());
        figures.put("answers", answers);
        return new Outcome(many, figures, breaks);
    }

    private static String withLineEnd(String path) {
        return path + (path.contains("?") ? "&" : "?") + "q=a%0d%0aX-Injected:%201%0d%0a%0d%0a";
    }

    /** By hand: the client of the library writes no other host than it connects to. */
    private static String sent(
            int port, String method, String path, @org.jspecify.annotations.Nullable String body, Asker who, int from)
            throws IOException {
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        head.append("Host: ").append(EVIL).append("\r\nX-Forwarded-Host: ").append(EVIL);
        head.append("\r\nX-Forwarded-Proto: https\r\nForwarded: host=")
                .append(EVIL)
                .append("\r\nConnection: close\r\n");
        head.append("Content-Length: ").append(content.length).append("\r\n");
        if (body != null) {
            head.append("Content-Type: application/json\r\n");
        }
        if (!who.name().isEmpty()) {
            head.append("Cookie: ")
                    .append(who.cookie())
                    .append("\r\nX-CSRF-TOKEN: ")
                    .append(who.token())
                    .append("\r\n");
        }
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.bind(new InetSocketAddress("127.2.0." + from, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MS);
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
