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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.fangxin.intake.internal.file.FileType;
import org.fangxin.intake.internal.file.Pictures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** S9: files that mean harm go in by every door that takes a file, and what was taken is fetched again by an officer. */
final class FilesHandedIn implements Experiment {
    private static final Duration MOST_WORK = Duration.ofSeconds(2);
    private static final String SLIPPED = "fangxin-slipped";
    private static final List<Integer> REFUSALS = List.of(400, 413, 415, 422, 429);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Where a file can be handed in, and by whom. */
    enum Door {
        COMPLAINT("", "/api/v1/attachments?forReport=false"),
        REPORT("", "/api/v1/attachments?forReport=true"),
        IMPORT("dengji", "/api/v1/imports?dryRun=true"),
        EXTRACT("dengji", "/api/v1/merchants/extracts"),
        ROSTER("kezhang", "/api/v1/rapid/roster/import"),
        TEMPLATE("demo-sysadmin", "/api/v1/forms/F6/template"),
        SEAL("demo-sysadmin", "/api/v1/forms/seal");

        private final String who;
        private final String path;

        Door(String who, String path) {
            this.who = who;
            this.path = path;
        }

        boolean evidence() {
            return this == COMPLAINT || this == REPORT;
        }
    }

    private record Turn(HarmfulFiles.Harmful file, Door door) {
        String where() {
            return door + " " + file.name().replaceAll("\\p{Cntrl}|\\p{Cf}", "?");
        }
    }

    /** Whom the files are handed to: the program, or a twin that checks nothing. */
    record Rig(URI root, ProcessHandle process, Map<Door, Asker> askers, Asker officer) {}

    @Override
    public String id() {
        return "S9";
    }

    @Override
    public String promise() {
        return "有害文件从每个收文件的入口进来：不是被拒绝就是无害——只作为附件交出，举报人的痕迹去掉或者只给调查人员看；不外连、不写到别处、两秒内看完";
    }

    @Override
    public String plant() {
        return "一个什么都不查、照发件人说的类型直接打开的入口";
    }

    @Override
    public int usualRounds() {
        return 10_000;
    }

    @Override
    public String unit() {
        return "files";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Home home = Home.copy(Templates.demo(setting.work()), setting.work(), "s9");
        try (Program program = Program.start(home, Map.of("FANGXIN_DEMO", "true"))) {
            program.awaitReady();
            Rig rig = rig(program.handle());
            return handIn(rig, List.of(Door.values()), setting);
        } finally {
            home.delete();
        }
    }

    /** At the program, with somebody at each door. */
    static Rig rig(ProcessHandle program) throws IOException, InterruptedException {
        Map<Door, Asker> askers = new EnumMap<>(Door.class);
        for (Door door : Door.values()) {
            askers.put(door, door.who.isEmpty() ? Asker.NOBODY : Asker.signedIn(door.who));
        }
        return new Rig(Asker.ROOT, program, askers, Asker.signedIn("kezhang"));
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        HttpServer careless = CarelessDoor.open();
        try {
            URI root = URI.create("http://127.0.0.1:" + careless.getAddress().getPort());
            Map<Door, Asker> nobody = Map.of(Door.COMPLAINT, Asker.NOBODY, Door.REPORT, Asker.NOBODY);
            Rig rig = new Rig(root, ProcessHandle.current(), nobody, Asker.NOBODY);
            return handIn(rig, List.of(Door.COMPLAINT, Door.REPORT), setting);
        } finally {
            careless.stop(0);
        }
    }

    private static Outcome handIn(Rig rig, List<Door> doors, Setting setting) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        listener.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        listener.start();
        try {
            String address = "http://127.0.0.1:" + listener.getAddress().getPort() + "/called";
            Outcome judged = judged(rig, doors, HarmfulFiles.all(address), setting);
            Map<String, String> breaks = new LinkedHashMap<>(judged.breaks());
            if (calls.get() > 0) {
                breaks.put("called an address that stands in a file", Integer.toString(calls.get()));
            }
            slipped(setting.work(), breaks);
            return new Outcome(judged.rounds(), judged.figures(), breaks);
        } finally {
            listener.stop(0);
        }
    }

    /** Each file by each of the doors, in an order that the seed makes. */
    static Outcome judged(Rig rig, List<Door> doors, List<HarmfulFiles.Harmful> files, Setting setting)
            throws IOException, InterruptedException {
        List<Turn> turns = new ArrayList<>();
        files.forEach(file -> doors.forEach(door -> turns.add(new Turn(file, door))));
        Collections.shuffle(turns, new Random(setting.seed()));
        Sheet sheet = new Sheet(rig);
        List<Turn> made = turns.subList(0, Math.min(setting.rounds(), turns.size()));
        for (Turn turn : made) {
            sheet.judge(turn);
        }
        return new Outcome(made.size(), sheet.figures(), sheet.breaks);
    }

    private static void slipped(Path work, Map<String, String> breaks) throws IOException {
        try (Stream<Path> all = Stream.concat(Files.walk(work, 6), Files.list(Path.of("/tmp")))) {
            all.filter(one -> one.getFileName().toString().contains(SLIPPED))
                    .forEach(one -> breaks.put("a file was written elsewhere", one.toString()));
        }
    }

    /** What came of every file. */
    private static final class Sheet {
        private final Rig rig;
        private final Map<String, String> breaks = new LinkedHashMap<>();
        private final Map<Door, Map<Integer, Integer>> answers = new EnumMap<>(Door.class);
        private final Map<String, Integer> metadata = new TreeMap<>();
        private Duration mostWork = Duration.ZERO;
        private int turns;

        Sheet(Rig rig) {
            this.rig = rig;
        }

        Map<String, Object> figures() {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("answers", answers);
            figures.put("metadataOfReportersFiles", metadata);
            figures.put("mostSecondsOfWork", mostWork.toMillis() / 1000.0);
            return figures;
        }

        private void broken(String what, Turn turn) {
            breaks.merge(what, turn.where(), (all, one) -> all.length() < 400 ? all + ", " + one : all);
        }

        void judge(Turn turn) throws IOException, InterruptedException {
            HttpClient http = Crowd.client();
            Asker who = rig.askers.get(turn.door);
            FilePart part = new FilePart(turn.file.name(), turn.file.type(), turn.file.content());
            Duration before = worked();
            HttpResponse<byte[]> answer = who.send(
                    http,
                    who.at(URI.create(rig.root + turn.door.path))
                            .header("Content-Type", FilePart.CONTENT_TYPE)
                            .POST(part.body()));
            Duration work = worked().minus(before);
            mostWork = work.compareTo(mostWork) > 0 ? work : mostWork;
            turns++;
            answers.computeIfAbsent(turn.door, first -> new TreeMap<>()).merge(answer.statusCode(), 1, Integer::sum);
            if (work.compareTo(MOST_WORK) > 0) {
                broken("took more than two seconds of work", turn);
            }
            refusal(turn, answer);
            if (turn.door.evidence() && answer.statusCode() == 201) {
                kept(http, turn, JSON.readTree(answer.body()));
            }
        }

        private Duration worked() {
            return rig.process.info().totalCpuDuration().orElse(Duration.ZERO);
        }

        private void refusal(Turn turn, HttpResponse<byte[]> answer) {
            int status = answer.statusCode();
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            if (status >= 500) {
                broken("answered " + status, turn);
            } else if (status >= 400 && (!REFUSALS.contains(status) || !body.contains("。"))) {
                broken("refused without a sentence (" + status + ")", turn);
            } else if (status < 400 && turn.door.evidence() && !turn.file.mayBeKept()) {
                broken("taken though it does harm", turn);
            }
        }

        /** Handed in with a case of its own, and fetched by an officer who leads and does not investigate. */
        private void kept(HttpClient http, Turn turn, JsonNode stored) throws IOException, InterruptedException {
            String id = stored.get("attachmentId").asString();
            String kept = stored.get("metadata").asString();
            Form.Kind kind = turn.door == Door.REPORT ? Form.Kind.REPORT : Form.Kind.COMPLAINT;
            HttpResponse<byte[]> taken = Asker.NOBODY.send(
                    http,
                    Crowd.submission(rig.root, new Form("s9-" + turn.door.name().charAt(0) + turns, kind, id)));
            String caseNo = JSON.readTree(taken.body()).at("/cases/0/caseNo").asString("");
            HttpResponse<byte[]> given = rig.officer.send(
                    http, rig.officer.at(URI.create(rig.root + "/api/v1/cases/" + caseNo + "/attachments/" + id)));
            if (turn.door == Door.REPORT) {
                metadata.merge(kept, 1, Integer::sum);
                if (kept.equals("KEPT")) {
                    if (given.statusCode() != 404) {
                        broken("a reporter's file with its traces was given to who does not investigate", turn);
                    }
                    return;
                }
                traces(turn, given.body());
            }
            given(turn, given);
        }

        private void traces(Turn turn, byte[] given) {
            String text = new String(given, StandardCharsets.ISO_8859_1);
            if (text.contains(Pictures.PLACE) || text.contains(Pictures.AUTHOR)) {
                broken("a reporter's traces are left in a file", turn);
            }
        }

        private void given(Turn turn, HttpResponse<byte[]> given) {
            if (given.statusCode() != 200) {
                broken("the rig: what was taken cannot be fetched (" + given.statusCode() + ")", turn);
                return;
            }
            String type = header(given, "Content-Type").split(";")[0];
            String disposition = header(given, "Content-Disposition");
            if (FileType.of(type).isEmpty()) {
                broken("given out as " + type, turn);
            }
            if (!disposition.startsWith("attachment")
                    || !header(given, "X-Content-Type-Options").equals("nosniff")
                    || !header(given, "Content-Security-Policy").contains("sandbox")) {
                broken("given out to be opened, not saved", turn);
            }
            String ending = "." + FileType.of(type).map(FileType::extension).orElse("?");
            if (!disposition.replaceAll("\"", "").endsWith(ending)
                    || disposition.contains("..")
                    || disposition.toUpperCase(java.util.Locale.ROOT).matches(".*(%0D|%0A|%00|%2F|%5C).*")) {
                broken("given out under a name that does harm", turn);
            }
        }

        private static String header(HttpResponse<byte[]> answer, String name) {
            return answer.headers().firstValue(name).orElse("");
        }
    }
}
