package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fangxin.FangxinTest;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.intake.Desk.Answer;
import org.fangxin.intake.internal.bulk.ImportWorker;
import org.fangxin.intake.internal.bulk.Imports;
import org.fangxin.intake.internal.file.FileVault;
import org.fangxin.intake.store.ImportStore;
import org.fangxin.sheet.Sheet;
import org.fangxin.sheet.SheetRow;
import org.fangxin.sheet.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@FangxinTest
class ImportTest {
    private static final String HEADER = "编号,姓名,电话,标题,登记时间,内容,商家名称,金额\n";

    @Autowired
    MockMvc mvc;

    @Autowired
    Imports imports;

    @Autowired
    ImportWorker worker;

    @Autowired
    ImportStore store;

    @Autowired
    ImportCommand command;

    @Autowired
    FileVault vault;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    @Test
    void landsEachGoodRowOnceAndNamesTheFaultOfEachBadOne() throws Exception {
        String tag = tag();
        byte[] file = (HEADER
                        + tag + "1,张三,13800000000,冰箱不制冷,2026/5/2 9:32:09,商家不给退款。,某某家电商场,1980元\n"
                        + tag + "2,李四,1380000,手机坏了,2026-05-02,要求退货。,某某手机店,\n"
                        + tag + "3,王五,,电视花屏,45211.6,要求换货。,,\n"
                        + tag + "4,赵六,,洗衣机漏水,昨天,要求维修。,某某家电商场,\n"
                        + tag + "5,\"没有关上的引号,,,,,,\n"
                        + tag + "6,钱七,,,2026年5月2日,,,\n"
                        + tag + "7,孙八,,建议,20260502,建议在市场门口设公平秤。,,\n"
                        + tag + "8,周九,,多了一列,2026-05-02,内容,商家,1,不该有的\n")
                .getBytes(Charset.forName("GBK"));

        Answer done = imported("来件.csv", file, false);
        JsonNode failed = rows(done, "FAILED");

        assertThat(done.at("/state")).isEqualTo("DONE");
        assertThat(done.body().at("/total").asInt()).isEqualTo(8);
        assertThat(done.body().at("/landed").asInt()).isEqualTo(3);
        assertThat(done.body().at("/failed").asInt()).isEqualTo(5);
        assertThat(failed.findValues("row").stream().map(JsonNode::asInt).toList())
                .containsExactly(3, 5, 6, 7, 9);
        assertThat(failed.at("/0/column").asString()).isEqualTo("电话");
        assertThat(failed.at("/0/original").asString()).isEqualTo("1380000");
        assertThat(failed.at("/0/problem").asString()).isEqualTo("电话少 4 位");
        assertThat(failed.at("/1/column").asString()).isEqualTo("登记时间");
        assertThat(failed.at("/1/problem").asString()).isEqualTo("看不懂的日期");
        assertThat(failed.at("/2/problem").asString()).startsWith("引号没有配对");
        assertThat(failed.at("/3/problem").asString()).isEqualTo("没有内容");
        assertThat(failed.at("/4/problem").asString()).isEqualTo("列数不对：表头 8 列，这一行 9 列");
    }

    @Test
    void makesCasesThatOfficersCanWorkOn() throws Exception {
        String tag = tag();
        Answer done = imported(
                "转办.csv",
                (HEADER + tag + "1,吴十,13800000001,空调不制冷,2019/4/25 9:32:09," + "商家不给退款，要求退款。,,\n")
                        .getBytes(StandardCharsets.UTF_8),
                false);
        JsonNode landed = rows(done, "LANDED");

        Answer seen = Desk.officer(mvc, Role.HANDLER)
                .get("/api/v1/cases/" + landed.at("/0/caseNo").asString());

        assertThat(landed.at("/0/problem").asString())
                .isEqualTo("还缺：通讯地址、被投诉人名称、被投诉人地址。建议商品类别 127 家用电器，问题类别 01 质量，请在案件里确认。");
        assertThat(seen.at("/kind")).isEqualTo("COMPLAINT");
        assertThat(seen.at("/stage")).isEqualTo("RECEIVED");
        assertThat(seen.at("/channel")).isEqualTo("IMPORT");
        assertThat(seen.at("/law")).isEqualTo("order121");
        assertThat(seen.at("/occurredOn")).isEqualTo("2019-04-25");
        assertThat(seen.at("/content")).contains("空调不制冷", "【原登记时间】2019/4/25 9:32:09");
        assertThat(seen.text()).contains("MATERIAL_REQUESTED");
    }

    @Test
    void addsNothingWhenTheSameFileComesAgain() throws Exception {
        String tag = tag();
        byte[] file = table(tag, 60);

        Answer first = imported("一.csv", file, false);
        Answer again = imported("二.csv", file, false);
        Answer longer = imported("三.csv", table(tag, 62), false);

        assertThat(first.body().at("/landed").asInt()).isEqualTo(60);
        assertThat(again.body().at("/landed").asInt()).isZero();
        assertThat(again.body().at("/skipped").asInt()).isEqualTo(60);
        assertThat(longer.body().at("/landed").asInt()).isEqualTo(2);
        assertThat(rows(again, "SKIPPED").at("/0/caseNo").asString()).startsWith("620823-");
    }

    @Test
    void refusesAnotherMatterUnderTheNumberOfOneThatLanded() throws Exception {
        String tag = tag();
        imported("一.csv", (HEADER + tag + "1,张三,,a,,要求退款。,,\n").getBytes(StandardCharsets.UTF_8), false);

        Answer other = imported(
                "二.csv", (HEADER + tag + "1,张三,,a,,完全是另一件事，要求换货。,,\n").getBytes(StandardCharsets.UTF_8), false);

        assertThat(other.body().at("/failed").asInt()).isEqualTo(1);
        assertThat(rows(other, "FAILED").at("/0/problem").asString()).startsWith("编号与案件 620823-");
    }

    @Test
    void writesNothingInADryRunAndRunsItAfterwards() throws Exception {
        String tag = tag();
        Answer tried = imported("试.csv", table(tag, 3), true);
        int before = casesWith(tag);
        Desk desk = Desk.officer(mvc, Role.INTAKE);

        Answer started = desk.post("/api/v1/imports/" + tried.at("/importId") + "/run", Map.of());
        Answer done = finished(started);

        assertThat(tried.body().at("/landed").asInt()).isEqualTo(3);
        assertThat(before).isZero();
        assertThat(started.status()).isEqualTo(202);
        assertThat(done.body().at("/landed").asInt()).isEqualTo(3);
        assertThat(casesWith(tag)).isEqualTo(3);
    }

    @Test
    void remembersWhatAPersonSettledForThisKindOfFile() throws Exception {
        String header = "甲" + tag();
        byte[] file = (header + ",乙,丙\n1,要求退款的冰箱,2026-05-02\n").getBytes(StandardCharsets.UTF_8);
        Desk desk = Desk.officer(mvc, Role.INTAKE);
        String mapping = Desk.JSON.writeValueAsString(Map.of(header, "externalNo", "乙", "content", "丙", "receivedAt"));

        desk.upload("/api/v1/imports", "a.csv", file, Map.of("dryRun", "true", "mapping", mapping));
        Answer again = desk.upload("/api/v1/imports", "b.csv", file, Map.of("dryRun", "true"));

        assertThat(again.body().at("/columns").findValuesAsString("guess"))
                .containsExactly("externalNo", "content", "receivedAt");
        assertThat(again.body().at("/columns/1/samples/0").asString()).isEqualTo("要求退款的冰箱");
        assertThat(again.body().at("/fields")).isNotEmpty();
    }

    @Test
    void givesFaultyRowsBackAsExcelThatComesInAgainAsItIs() throws Exception {
        String tag = tag();
        Answer done = imported(
                "坏.csv",
                (HEADER + tag + "1,张三,1380000,=1+1,2026-05-02,要求退款。,,\n" + tag + "2,李四,,好的一行,2026-05-02,要求退款。,,\n")
                        .getBytes(StandardCharsets.UTF_8),
                false);
        String path = "/api/v1/imports/" + done.at("/importId") + "/errors.xlsx";

        byte[] excel = Desk.officer(mvc, Role.INTAKE).download(path).getContentAsByteArray();
        List<SheetRow> rows = read(excel);
        Answer again = imported("坏.xlsx", excel, true);

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().cells()).contains("1380000", "'=1+1", "电话：电话少 4 位", "补全电话；没有电话就空着。");
        assertThat(again.body().at("/failed").asInt()).isEqualTo(1);
        assertThat(rows(again, "FAILED").at("/0/original").asString()).isEqualTo("1380000");
        assertThat(Desk.officerOf(mvc, "620822", Role.INTAKE).download(path).getStatus())
                .isEqualTo(404);
    }

    @Test
    void goesOnWhereItStoodWhenTheProgramWasKilled() throws Exception {
        String tag = tag();
        Path whole = Files.write(folder.resolve("长.csv"), table(tag, 170));
        String id = imports.start(new Imports.Request(whole, "长.csv", "620823", false, null, "officer-1"))
                .job()
                .id();
        killAfter(id, 100, tag);
        int written = casesWith(tag);
        vault.keep(String.valueOf(job(id).fileId()), whole);

        worker.runNow(id);

        assertThat(written).isEqualTo(100);
        ImportStore.Job job = job(id);
        assertThat(job.state()).isEqualTo("DONE");
        assertThat(job.landed()).isEqualTo(170);
        assertThat(casesWith(tag)).isEqualTo(170);
    }

    @Test
    void runsOnceHoweverManyRunIt() throws Exception {
        String tag = tag();
        Path file = Files.write(folder.resolve("争.csv"), table(tag, 120));
        String id = imports.start(new Imports.Request(file, "争.csv", "620823", false, null, "officer-1"))
                .job()
                .id();

        List<Thread> runners = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runners.add(Thread.ofPlatform().start(() -> worker.runNow(id)));
        }
        for (Thread runner : runners) {
            runner.join();
        }
        worker.runNow(id);

        assertThat(job(id).landed()).isEqualTo(120);
        assertThat(casesWith(tag)).isEqualTo(120);
    }

    @Test
    void tellsOnTheCommandLineWhatBecameOfTheRows() throws Exception {
        Path file = Files.write(
                folder.resolve("命令.csv"),
                (HEADER + tag() + "1,张三,1380000,a,,要求退款。,,\n" + tag() + "2,张三,,a,,要求退款。,,\n")
                        .getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

        int code = command.run(List.of(file.toString(), "--agency", "620823"), out);

        assertThat(code).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("共 2 行，成功 1，重复跳过 0，出错 1。", "第 2 行，电话：电话少 4 位。");
        assertThat(command.run(List.of(), out)).isEqualTo(2);
        assertThat(command.run(List.of(folder.resolve("没有.csv").toString()), out))
                .isEqualTo(2);
    }

    @Test
    void isForThoseWhoTakeMattersIn() throws Exception {
        assertThat(Desk.officer(mvc, Role.MEDIATOR).get("/api/v1/imports").status())
                .isEqualTo(404);
        assertThat(Desk.publicPages(mvc).get("/api/v1/imports").status()).isEqualTo(401);
        assertThat(Desk.officer(mvc, Role.INTAKE)
                        .upload(
                                "/api/v1/imports",
                                "x.xls",
                                new byte[] {
                                    (byte) 0xD0,
                                    (byte) 0xCF,
                                    0x11,
                                    (byte) 0xE0,
                                    (byte) 0xA1,
                                    (byte) 0xB1,
                                    0x1A,
                                    (byte) 0xE1
                                },
                                Map.of())
                        .text())
                .contains("另存为 xlsx");
    }

    /** Leaves what a kill leaves: so many rows written with their cases, the others not, the import still running. */
    private void killAfter(String id, int rows, String tag) throws Exception {
        vault.keep(String.valueOf(job(id).fileId()), Files.write(folder.resolve("前.csv"), table(tag, rows)));
        worker.runNow(id);
        Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> jdbc.sql(
                                        "update intake.import_job set state = 'RUNNING', finished_at = null where import_id = ?")
                                .param(id)
                                .update()));
    }

    private Answer imported(String name, byte[] file, boolean dryRun) throws Exception {
        Answer started = Desk.officer(mvc, Role.INTAKE)
                .upload("/api/v1/imports", name, file, Map.of("dryRun", String.valueOf(dryRun)));
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return finished(started);
    }

    /** Waits for the worker's queue by asking as the page does. */
    private Answer finished(Answer started) throws Exception {
        String path = "/api/v1/imports/" + started.at("/importId");
        Desk desk = Desk.officer(mvc, Role.INTAKE);
        Answer now = desk.get(path);
        for (long until = System.nanoTime() + 60_000_000_000L;
                now.at("/state").equals("RUNNING") && System.nanoTime() < until;
                now = desk.get(path)) {
            Thread.onSpinWait();
        }
        assertThat(now.at("/state")).isEqualTo("DONE");
        return now;
    }

    private JsonNode rows(Answer done, String outcome) throws Exception {
        return Desk.officer(mvc, Role.INTAKE)
                .get("/api/v1/imports/" + done.at("/importId") + "/rows?outcome=" + outcome)
                .body()
                .at("/items");
    }

    private int casesWith(String tag) {
        return Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> jdbc.sql("select count(*) from casefile.act_text where body like ?")
                                .param("%" + tag + "%")
                                .query(Integer.class)
                                .single()));
    }

    private ImportStore.Job job(String id) {
        return Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> store.find(id).orElseThrow()));
    }

    private static byte[] table(String tag, int rows) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 1; i <= rows; i++) {
            text.append(tag)
                    .append(i)
                    .append(",张三,,冰箱不制冷,2026-05-02,第 ")
                    .append(i)
                    .append(" 件，要求退款。,,\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<SheetRow> read(byte[] file) {
        try (Sheet sheet = Sheets.open(() -> new ByteArrayInputStream(file))) {
            List<SheetRow> rows = new ArrayList<>();
            sheet.rows().forEachRemaining(rows::add);
            return rows;
        }
    }

    private static String tag() {
        return "N" + UUID.randomUUID().toString().substring(0, 8);
    }
}
