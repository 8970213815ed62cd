package org.fangxin.safety;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.fangxin.intake.Canary;

/**
 * S11: texts and files that would have whoever lays them out fetch an address or read a file of the machine go in by every door; all
 * that the program prints, packs and exports is read. Its network leads nowhere, and what leaves is counted.
 */
final class NothingFetched implements Experiment {
    private static final String HOST_NAME = "fxhostnamejueming";
    private static final String LOCAL = "fxlocalfilemimi";
    private static final List<String> PEOPLE = List.of("liming", "dangan", "juzhang", "demo-sysadmin", "jiadian");
    private static final List<String> ISSUERS = List.of("kezhang", "liming", "wangfang", "dengji", "fensong");
    private static final int OF_EACH_CALL = 4;
    private static final int SEEDS = 30;

    @Override
    public String id() {
        return "S11";
    }

    @Override
    public String promise() {
        return "来件、文书、商家答复等每一栏的文字和交进来的文件里写着网址、file:、php:、jar:、\\\\主机 等地址，程序排版、预览、制发、导出、打包、导入："
                + "一个网络包也不出去（名字也不查），打印和导出的文件里没有这台机器的任何文件";
    }

    @Override
    public String plant() {
        return "一个会照文字里的地址去取东西的排版程序";
    }

    @Override
    public int usualRounds() {
        return 1_000;
    }

    @Override
    public String unit() {
        return "files by every door";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Home home = Home.copy(Templates.demo(setting.work()), setting.work(), "s11");
        Path local = setting.work().resolve("s11-local-file.txt").toAbsolutePath();
        Files.writeString(local, LOCAL + "\n");
        try (Outside outside = Outside.open(setting.work(), HOST_NAME);
                Listener here = new Listener()) {
            outside.awaitQuiet();
            if (!outside.counts()) {
                throw new IOException("the rig: what leaves is not counted");
            }
            outside.awaitQuiet();
            Watch watch = new Watch(outside, here);
            try (Program program = Program.start(home, Map.of("FANGXIN_DEMO", "true"))) {
                program.awaitReady();
                watch.after("the start");
                return new Run(home, program, local, watch).run(setting);
            }
        } finally {
            Files.delete(local);
            home.delete();
        }
    }

    /** The same counting and the same looking at a renderer that fetches. */
    @Override
    public Outcome control(Setting setting) throws Exception {
        Path local = setting.work().resolve("s11-local-file.txt").toAbsolutePath();
        Files.writeString(local, LOCAL + "\n");
        try (Outside outside = Outside.open(setting.work(), HOST_NAME);
                Listener here = new Listener()) {
            outside.awaitQuiet();
            Watch watch = new Watch(outside, here);
            List<String> texts = ReachTexts.all(addresses(here), files(local));
            watch.look("careless.pdf", CarelessRenderer.pdf(texts));
            watch.after("laying out");
            // packets, a call on this machine, and both files
            return new Outcome(texts.size(), watch.figures(), watch.breaks.size() < 3 ? Map.of() : watch.breaks);
        } finally {
            Files.delete(local);
        }
    }

    private static List<String> addresses(Listener here) {
        return List.of(
                "http://" + Outside.ADDRESS + "/x",
                "https://" + Outside.NAME + "/x",
                here.address(),
                "http://[2001:db8::9]/x");
    }

    private static List<String> files(Path local) {
        return List.of(local.toString(), Outside.HOST_NAME.toString());
    }

    /** On this machine itself, where no packet leaves. */
    private static final class Listener implements AutoCloseable {
        private final AtomicInteger calls = new AtomicInteger();
        private final HttpServer server;

        Listener() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            server.createContext("/", exchange -> {
                calls.incrementAndGet();
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/called";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    /** What left and what was called, and what stands in the files that were handed out. */
    private static final class Watch {
        private final Outside outside;
        private final Listener here;
        private final Canary secrets = new Canary(List.of(LOCAL, HOST_NAME));
        private final Canary planted = new Canary(List.of(ReachTexts.MARK));
        private final Map<String, String> breaks = new LinkedHashMap<>();
        private final Map<String, Integer> looked = new TreeMap<>();
        private final Map<String, Integer> withTexts = new TreeMap<>();
        private long packets;
        private int calls;

        Watch(Outside outside, Listener here) throws IOException {
            this.outside = outside;
            this.here = here;
            this.packets = outside.packets();
        }

        void after(String what) throws IOException {
            long now = outside.packets();
            if (now > packets) {
                breaks.put("packets that left during " + what, Long.toString(now - packets));
            }
            if (here.calls.get() > calls) {
                breaks.put("calls on this machine during " + what, Integer.toString(here.calls.get() - calls));
            }
            packets = now;
            calls = here.calls.get();
        }

        void read(String where, HttpResponse<byte[]> answer) {
            String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
            if (answer.statusCode() >= 500) {
                breaks.put(
                        "answered " + answer.statusCode() + ": " + where,
                        new String(answer.body(), StandardCharsets.UTF_8));
            }
            if (answer.statusCode() == 200 && !type.isEmpty() && !type.contains("json")) {
                String name = where.replaceFirst("GET /api/v1/", "");
                looked.merge(name, 1, Integer::sum);
                if (!planted.in(answer.body()).isEmpty()) {
                    withTexts.merge(name, 1, Integer::sum);
                }
            }
            look(where, answer.body());
        }

        void look(String where, byte[] body) {
            secrets.in(body).forEach(what -> breaks.put("a file of this machine in " + where, what));
        }

        Map<String, Object> figures() {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("filesLookedThrough", looked);
            figures.put("filesWithAPlantedText", withTexts);
            return figures;
        }
    }

    /** The program with all that is done to it. */
    private record Run(Home home, Program program, Path local, Watch watch) {

        Outcome run(Setting setting) throws Exception {
            List<String> texts = ReachTexts.all(addresses(watch.here), files(local));
            Asker head = Asker.signedIn("kezhang");
            TextsPlanted planted = new TextsPlanted(texts, ReachTexts.MARK, head, Asker.signedIn("jiadian"));
            planted.plant(setting.rounds());
            watch.after("handing in texts");
            Outcome handed = handIn(setting);
            watch.after("handing in files");
            List<String> cases = cases();
            PapersMade papers = papers(texts, cases);
            watch.after("laying out papers");
            tables(head, texts);
            watch.after("importing and exporting");
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("texts", texts.size());
            figures.put("fieldsThatTookThem", planted.taken());
            figures.put("filesHandedIn", handed.rounds());
            figures.put("papersIssued", papers.issued());
            figures.put("papersRefused", papers.refused());
            figures.put("answers", walks(head, texts, cases, setting.seed()));
            figures.putAll(watch.figures());
            rig(papers);
            return new Outcome(handed.rounds(), figures, watch.breaks);
        }

        private Outcome handIn(Setting setting) throws Exception {
            List<HarmfulFiles.Harmful> files = ReachingFiles.all("http://" + Outside.NAME + "/x", local.toString());
            return FilesHandedIn.judged(
                    FilesHandedIn.rig(program.handle()), List.of(FilesHandedIn.Door.values()), files, setting);
        }

        /** One of each kind and stage, and the newest, in which the texts stand. */
        private List<String> cases() throws SQLException, IOException {
            List<String> found = new ArrayList<>();
            try (Connection connection = home.connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("""
                            select case_no from (
                              (select case_no, id from casefile.case_file order by id desc limit 4)
                              union (select distinct on (kind, stage) case_no, id from casefile.case_file where agency_code like '620823%'
                                     order by kind, stage, id)) chosen order by id desc""")) {
                while (rows.next() && found.size() < SEEDS) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }

        /** By each who issues papers. */
        private static PapersMade papers(List<String> texts, List<String> cases) throws Exception {
            PapersMade papers = new PapersMade(texts);
            for (String name : ISSUERS) {
                Asker who = Asker.signedIn(name);
                for (String caseNo : cases) {
                    papers.make(who, caseNo);
                }
            }
            return papers;
        }

        private void tables(Asker head, List<String> texts) throws Exception {
            HttpClient http = Crowd.client();
            for (String format : List.of("CSV", "XLSX")) {
                watch.look(format, ExportsOpened.exported(http, head, format, ReachTexts.MARK));
            }
            watch.look("errors.xlsx", ExportsOpened.faulty(http, texts));
        }

        /** All read and write what they may, and read again. */
        private Map<Integer, Integer> walks(Asker head, List<String> texts, List<String> cases, long seed)
                throws Exception {
            Map<Integer, Integer> answers = new TreeMap<>();
            List<Walk> walks = new ArrayList<>(List.of(new Walk(head, SEEDS, watch::read)));
            for (String name : PEOPLE) {
                walks.add(new Walk(Asker.signedIn(name), OF_EACH_CALL, watch::read));
            }
            for (Walk one : walks) {
                one.read(one == walks.getFirst() ? cases : List.of());
                watch.after("reading");
                one.write(texts, seed);
                watch.after("writing into every field");
            }
            Walk again = new Walk(Asker.signedIn("kezhang"), OF_EACH_CALL, watch::read);
            again.read(cases);
            watch.after("reading again");
            walks.add(again);
            walks.forEach(one -> one.answers().forEach((status, many) -> answers.merge(status, many, Integer::sum)));
            return answers;
        }

        /** Nothing fetched is shown by a program that laid something out. */
        private void rig(PapersMade papers) {
            if (papers.issued().isEmpty()) {
                watch.breaks.put(
                        "the rig: no paper was issued", papers.refused().toString());
            }
            for (String kind : List.of(".pdf", ".docx")) {
                if (watch.withTexts.keySet().stream().noneMatch(name -> name.endsWith(kind))) {
                    watch.breaks.put("the rig: no text stands in any", kind);
                }
            }
        }
    }
}
