package org.fangxin.safety;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * S8: texts that would run as scripts are handed in by consumers, a merchant and an officer, and looked at by all of them in
 * a real browser; and calls that another site makes a signed-in browser send.
 */
final class ScriptsStored implements Experiment {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path SCRIPT = Path.of("web/e2e/watch.mjs");
    private static final String PASSWORD = "Fangxin-Demo-2026";
    private static final int SHOWN = 600;

    private record Page(String kind, String path, boolean shows, boolean print, boolean control, String code) {
        static Page of(String kind, String path, boolean shows) {
            return new Page(kind, path, shows, kind.equals("case"), false, "");
        }
    }

    private record Person(String name, String username, String door, List<Page> pages) {}

    @Override
    public String id() {
        return "S8";
    }

    @Override
    public String promise() {
        return "会当成脚本运行的文字从来件、补充、商家答复、记事等栏交进来，科长、承办人、商家、消费者在真的浏览器里看：一次也不运行，没有 CSP 报告；别的网站借浏览器发的写请求都拒绝";
    }

    @Override
    public String plant() {
        return "一页把同样的文字原样放进网页（没有 CSP，另一页有），一个不看令牌的服务";
    }

    @Override
    public int usualRounds() {
        return 1_000;
    }

    @Override
    public String unit() {
        return "texts in fields";
    }

    @Override
    public Optional<String> missing() {
        String chromium = Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium");
        if (!Files.isExecutable(Path.of(chromium))) {
            return Optional.of("找不到 Chromium（" + chromium + "）。请安装：apt-get install chromium，或者用 CHROMIUM 指出它的位置。");
        }
        return Files.exists(Path.of("web/node_modules/@playwright/test"))
                ? Optional.empty()
                : Optional.of("缺 Playwright。请先运行 npm --prefix web ci");
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Home home = Home.copy(Templates.demo(setting.work()), setting.work(), "s8");
        try (Program program = Program.start(home, Map.of("FANGXIN_DEMO", "true"))) {
            program.awaitReady();
            Asker head = Asker.signedIn("kezhang");
            TextsPlanted planted =
                    new TextsPlanted(ScriptTexts.all(), ScriptTexts.MARK, head, Asker.signedIn("jiadian"));
            planted.plant(setting.rounds());
            JsonNode seen = watch(setting.work(), people(planted.receipts()), "http://127.0.0.1:1");
            Map<String, String> breaks = new LinkedHashMap<>();
            judge(seen, breaks);
            seen.get("shown").properties().forEach(kind -> {
                if (kind.getValue().asInt() == 0) {
                    breaks.put("the rig: no text is seen on", kind.getKey());
                }
            });
            ForgedCalls forged = new ForgedCalls(Asker.ROOT, head, breaks);
            forged.send();
            Map<String, Object> figures = figures(seen);
            figures.put("texts", ScriptTexts.all().size());
            figures.put("fieldsThatTookThem", planted.taken());
            figures.put("fieldsThatRefused", planted.refused());
            figures.put("forgedCalls", forged.sent());
            figures.put("answersToThem", forged.answers());
            return new Outcome(planted.planted(), figures, breaks);
        } finally {
            home.delete();
        }
    }

    /** Each way of finding has to find: what runs, what a policy stops, what stands in the page, a call that is let in. */
    @Override
    public Outcome control(Setting setting) throws Exception {
        HttpServer careless = careless();
        try {
            String root = "http://127.0.0.1:" + careless.getAddress().getPort();
            List<Page> pages = List.of(
                    new Page("runs", "/raw", true, false, true, ""),
                    new Page("stopped", "/policy", true, false, true, ""));
            Map<String, String> breaks = new LinkedHashMap<>();
            JsonNode seen = watch(setting.work(), List.of(new Person("nobody", "", "", pages)), root);
            judge(seen, breaks);
            ForgedCalls forged = new ForgedCalls(java.net.URI.create(root), Asker.NOBODY, breaks);
            forged.send();
            // a script that ran, a report, markup, a dialog, a call elsewhere, and three ways of forging
            return breaks.size() < 8 ? new Outcome(2, figures(seen), Map.of()) : new Outcome(2, figures(seen), breaks);
        } finally {
            careless.stop(0);
        }
    }

    private static HttpServer careless() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String said = "<!doctype html><meta charset=utf-8><p>" + ScriptTexts.MARK + "</p>"
                    + "<img src=x onerror=fx8(7)><img src=x onerror=alert(8)><img src=//fx8.invalid/a.png>";
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            if (path.equals("/policy")) {
                exchange.getResponseHeaders().set("Content-Security-Policy", "script-src 'self'");
            }
            byte[] body = (path.equals("/x") ? "" : said).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static List<Person> people(List<TextsPlanted.Receipt> receipts) {
        List<Page> desk = new ArrayList<>(List.of(
                Page.of("worklist", "/desk/cases", true),
                Page.of("search", "/desk/search?q=" + TextsPlanted.encoded("坏了"), true),
                Page.of("notices", "/desk/notices", false)));
        List<Page> head = new ArrayList<>(desk);
        List<Page> leader = new ArrayList<>(desk);
        List<Page> merchant = new ArrayList<>(List.of(Page.of("inbox", "/merchant", false)));
        List<Page> consumer = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            TextsPlanted.Receipt one = receipts.get(i);
            head.add(Page.of("case", "/desk/cases/" + one.caseNo(), true));
            if (i % 4 == 0) {
                leader.add(Page.of("case", "/desk/cases/" + one.caseNo(), true));
            }
            consumer.add(
                    new Page("progress", "/track?no=" + one.submissionNo(), true, false, false, one.trackingCode()));
            if (one.merchantHasIt()) {
                merchant.add(Page.of("item", "/merchant/items/" + one.caseNo(), true));
            }
        }
        return List.of(
                new Person("head", "kezhang", "/sign-in", head),
                new Person("leader", "juzhang", "/sign-in", leader),
                new Person("merchant", "jiadian", "/merchant", merchant),
                new Person("consumer", "", "", consumer));
    }

    private static JsonNode watch(Path work, List<Person> people, String control) throws Exception {
        Path job = work.resolve("s8-job.json").toAbsolutePath();
        Path seen = work.resolve("s8-seen.json").toAbsolutePath();
        Files.deleteIfExists(seen);
        Files.writeString(
                job,
                JSON.writeValueAsString(Map.of(
                        "root", Asker.ROOT.toString(), "control", control, "password", PASSWORD, "people", people)));
        Command.run("node", SCRIPT.toString(), job.toString(), seen.toString());
        return JSON.readTree(Files.readAllBytes(seen));
    }

    private static void judge(JsonNode seen, Map<String, String> breaks) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("ran", "a text ran as a script");
        names.put("dialogs", "a dialog was opened");
        names.put("reports", "the page's policy had to stop something");
        names.put("outside", "another address was called");
        names.put("nodes", "a text became markup");
        names.forEach((where, what) -> {
            if (!seen.get(where).isEmpty()) {
                String all = seen.get(where).toString();
                breaks.put(what, seen.get(where).size() + " × " + all.substring(0, Math.min(SHOWN, all.length())));
            }
        });
    }

    private static Map<String, Object> figures(JsonNode seen) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("pagesOpened", seen.get("pages").asInt());
        Map<String, Integer> shown = new LinkedHashMap<>();
        seen.get("shown")
                .properties()
                .forEach(kind -> shown.put(kind.getKey(), kind.getValue().asInt()));
        figures.put("textsSeenOn", shown);
        return figures;
    }
}
