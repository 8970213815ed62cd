package org.fangxin.safety;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** S10: people write what a spreadsheet would run; every table that the program hands out is opened and looked through. */
final class ExportsOpened implements Experiment {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> STARTS = List.of("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠");
    private static final String RUNS = "1+cmd|' /C calc'!A0";
    private static final long LOOK_NANOS = 200_000_000;
    private static final int LOOKS = 300;

    /** Cells of a table as a spreadsheet gets them, and whether one of them is a formula already. */
    private record Opened(String name, List<String> cells, boolean formula) {}

    @Override
    public String id() {
        return "S10";
    }

    @Override
    public String promise() {
        return "导出的每一种表（CSV、XLSX、出错的行）里，没有一格会被电子表格当公式运行，包括全角的＝＋－＠、制表符和回车";
    }

    @Override
    public String plant() {
        return "不转义的写法";
    }

    @Override
    public int usualRounds() {
        return STARTS.size();
    }

    @Override
    public String unit() {
        return "beginnings";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        List<String> starts = STARTS.subList(0, Math.min(setting.rounds(), STARTS.size()));
        Home home = Home.copy(Templates.demo(setting.work()), setting.work(), "s10");
        try (Program program = Program.start(home, Map.of("FANGXIN_DEMO", "true"))) {
            program.awaitReady();
            HttpClient http = Crowd.client();
            for (String start : starts) {
                submit(http, start);
            }
            Asker officer = Asker.signedIn("kezhang");
            List<Opened> tables = new ArrayList<>();
            tables.add(csv("CSV", exported(http, officer, "CSV", "calc")));
            tables.add(excel("XLSX", exported(http, officer, "XLSX", "calc")));
            List<String> cells = starts.stream().map(start -> start + RUNS).toList();
            tables.add(excel("errors.xlsx", faulty(http, cells)));
            return judged(tables, starts);
        } finally {
            home.delete();
        }
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        List<Opened> tables = new ArrayList<>();
        StringBuilder csv = new StringBuilder();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "twin", "1.0")) {
            Worksheet sheet = book.newWorksheet("twin");
            for (int i = 0; i < STARTS.size(); i++) {
                csv.append('"').append(STARTS.get(i)).append(RUNS).append("\"\r\n");
                sheet.inlineString(i, 0, STARTS.get(i) + RUNS);
            }
        }
        tables.add(csv("CSV", csv.toString().getBytes(StandardCharsets.UTF_8)));
        tables.add(excel("XLSX", out.toByteArray()));
        return judged(tables, STARTS);
    }

    private static Outcome judged(List<Opened> tables, List<String> starts) {
        Map<String, String> breaks = new LinkedHashMap<>();
        Map<String, Object> figures = new LinkedHashMap<>();
        for (Opened table : tables) {
            long kept = 0;
            for (String cell : table.cells()) {
                if (STARTS.stream().anyMatch(cell::startsWith)) {
                    breaks.putIfAbsent("a cell of " + table.name() + " would run", cell);
                }
                kept += cell.contains("calc'!A0") ? 1 : 0;
            }
            if (table.formula()) {
                breaks.putIfAbsent("a formula in " + table.name(), "");
            }
            if (kept < starts.size()) {
                breaks.putIfAbsent("the rig: what was written is not in " + table.name(), Long.toString(kept));
            }
            figures.put(table.name(), Map.of("cells", table.cells().size(), "cellsWithWhatRuns", kept));
        }
        return new Outcome(starts.size(), figures, breaks);
    }

    private static void submit(HttpClient http, String start) throws IOException, InterruptedException {
        String runs = start + RUNS;
        String body = JSON.writeValueAsString(Map.of(
                "channel", "WEB",
                "kinds", List.of("COMPLAINT"),
                "person", Map.of("name", "张某", "phone", "19900000000", "address", runs),
                "merchant", Map.of("name", runs, "address", runs, "regionCode", "620823", "type", "SHOP"),
                "content", runs + "冰箱第二天就不制冷，商家不给退。",
                "goods", Map.of("name", runs, "brand", runs, "model", runs),
                "demands", List.of("REFUND"),
                "amount", "198.00"));
        HttpResponse<byte[]> answer = Asker.NOBODY.send(
                http,
                Asker.NOBODY
                        .at(Asker.ROOT.resolve("/api/v1/submissions"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "s10-" + (int) start.charAt(0))
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != 201) {
            throw new IOException("the rig: not taken: " + text(answer));
        }
    }

    /** @param merchant a word in the name of each business whose cases are wanted */
    static byte[] exported(HttpClient http, Asker who, String format, String merchant)
            throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of(
                "filter",
                Map.of("view", "all", "merchant", merchant),
                "format",
                format,
                "purpose",
                "CHECK",
                "words",
                "核对导出的表能不能安全打开"));
        HttpResponse<byte[]> asked = who.send(
                http,
                who.at(Asker.ROOT.resolve("/api/v1/exports"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        String id = JSON.readTree(asked.body()).path("exportId").asString("");
        HttpResponse<byte[]> file = who.send(http, who.at(URI.create(Asker.ROOT + "/api/v1/exports/" + id + "/file")));
        if (file.statusCode() != 200) {
            throw new IOException("the rig: not exported: " + text(asked) + text(file));
        }
        return file.body();
    }

    /** A file of rows that cannot be taken, tried and handed back with the reasons. */
    static byte[] faulty(HttpClient http, List<String> cells) throws IOException, InterruptedException {
        StringBuilder rows = new StringBuilder("编号,类别,内容,姓名,商家名称,收到时间\r\n");
        for (String one : cells) {
            String cell = "\"" + one.replace("\"", "\"\"") + "\"";
            rows.append(String.join(",", cell, cell, cell, cell, cell, cell)).append("\r\n");
        }
        Asker who = Asker.signedIn("dengji");
        FilePart file = new FilePart("rows.csv", "text/csv", rows.toString().getBytes(StandardCharsets.UTF_8));
        HttpResponse<byte[]> started = who.send(
                http,
                who.at(Asker.ROOT.resolve("/api/v1/imports?dryRun=true"))
                        .header("Content-Type", FilePart.CONTENT_TYPE)
                        .POST(file.body()));
        String id = JSON.readTree(started.body()).findValuesAsString("importId").stream()
                .findFirst()
                .orElseThrow(() -> new IOException("the rig: not read: " + text(started)));
        URI run = URI.create(Asker.ROOT + "/api/v1/imports/" + id);
        for (int look = 0; look < LOOKS; look++) {
            JsonNode now = JSON.readTree(who.send(http, who.at(run)).body());
            if (!now.toString().contains("RUNNING")) {
                break;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        HttpResponse<byte[]> answer = who.send(http, who.at(URI.create(run + "/errors.xlsx")));
        if (answer.statusCode() != 200) {
            throw new IOException("the rig: no faulty rows: " + text(answer));
        }
        return answer.body();
    }

    private static Opened csv(String name, byte[] file) throws IOException {
        List<String> cells = new ArrayList<>();
        try (CSVParser parser =
                CSVFormat.EXCEL.parse(new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8))) {
            for (CSVRecord row : parser) {
                row.forEach(cell -> cells.add(cell.replace("\uFEFF", "")));
            }
        }
        return new Opened(name, cells, false);
    }

    private static Opened excel(String name, byte[] file) throws IOException {
        List<String> cells = new ArrayList<>();
        boolean formula = false;
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (var sheet : book.getSheets().toList()) {
                for (var row : sheet.read()) {
                    for (int i = 0; i < row.getCellCount(); i++) {
                        Cell cell = row.getOptionalCell(i).orElse(null);
                        if (cell != null) {
                            formula |= cell.getType() == CellType.FORMULA || cell.getFormula() != null;
                            cells.add(cell.getText());
                        }
                    }
                }
            }
        }
        return new Opened(name, cells, formula);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
