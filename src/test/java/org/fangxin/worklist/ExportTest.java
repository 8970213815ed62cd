package org.fangxin.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.PlantedCase.COUNTY;
import static org.fangxin.casefile.PlantedCase.NEIGHBOUR;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.fangxin.FangxinTest;
import org.fangxin.SettableTime;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.greenchannel.Street.Reply;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.law.internal.SettingDesk;
import org.fangxin.sheet.Formulas;
import org.fangxin.worklist.internal.ExportRetention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Exports over HTTP: what the list shows, as it shows it, to whom it shows it, and a second person's yes. */
@FangxinTest
class ExportTest {
    private static final String OFFICE = COUNTY + "888";
    private static final String MARK = "导出标记";
    private static final String FIRST_SHEET_HEAD = "案号";

    @Autowired
    MockMvc mvc;

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    @Autowired
    SettableTime time;

    @Autowired
    SettingDesk settings;

    @Autowired
    ExportRetention retention;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Hall hall;
    PlantedCase planted;

    @BeforeEach
    void anOfficeOfItsOwn() {
        hall = new Hall(mvc);
        planted = new PlantedCase(cases, clock, owner, MARK);
        settings.choose("export.alone", OFFICE, "2", "test", () -> {});
    }

    @AfterEach
    void nowAgain() {
        time.giveBack();
    }

    @Test
    void holdsTheRowsOfTheListInItsOrderForEachPersonAndNoReportForWhoSeesNone() throws Exception {
        planted.open(Kind.COMPLAINT, OFFICE, clock.instant().minusSeconds(90), null);
        String report = planted.open(Kind.REPORT, OFFICE, clock.instant().minusSeconds(60), null);
        String elsewhere = planted.open(Kind.COMPLAINT, COUNTY, null);
        for (SignedIn who : List.of(
                Hall.officer(COUNTY, Role.UNIT_HEAD),
                Hall.officer(COUNTY, Role.HANDLER),
                Hall.officer(COUNTY, Role.MEDIATOR),
                Hall.officer(OFFICE, Role.INVESTIGATOR, Role.REGISTRAR),
                Hall.officer(NEIGHBOUR, Role.UNIT_HEAD, Role.HANDLER))) {
            String condition = "merchant=" + MARK + "商行&view=all&sort=received";
            Reply list = hall.get(who, "/cases?limit=200&" + condition);
            String file = exported(who, "CSV", "sort", "received");
            List<CSVRecord> rows = records(file);
            String person = who.roles() + who.agencyCode();
            assertThat(column(rows, FIRST_SHEET_HEAD)).as(person).isEqualTo(Hall.numbers(list));
            assertThat(column(rows, "摘要"))
                    .as(person)
                    .isEqualTo(Hall.items(list).stream()
                            .map(item -> item.path("summary").asString())
                            .toList());
            assertThat(column(rows, "状态"))
                    .as(person)
                    .isEqualTo(Hall.items(list).stream()
                            .map(item -> item.path("stageLabel").asString())
                            .toList());
            if (!who.roles().contains(Role.UNIT_HEAD)) {
                assertThat(file).as(person).doesNotContain(report).doesNotContain("举报");
            }
            if (!who.agencyCode().equals(COUNTY)) {
                assertThat(file).as(person).doesNotContain(elsewhere);
            }
        }
    }

    @Test
    void masksPeopleAsThePageDoesWithAllColumnsAndForWhoOnlyMediatesHoldsNoMoreThanHisPage() throws Exception {
        String caseNo = planted.complaint();
        SignedIn handler = Hall.officer(COUNTY, Role.HANDLER);
        String file = exported(handler, "CSV");
        CSVRecord row = rowOf(file, caseNo);
        Reply page = hall.get(handler, "/cases/" + caseNo);
        assertThat(row.get("当事人（遮盖）")).contains(page.at("/parties/0/name")).contains(page.at("/parties/0/phone"));
        assertThat(row.get("内容")).isEqualTo(page.at("/content"));
        assertThat(file).doesNotContain("13900001122", MARK + "人", "样例街9号");

        SignedIn mediator = Hall.officer(COUNTY, Role.MEDIATOR);
        CSVRecord less = rowOf(exported(mediator, "CSV"), caseNo);
        assertThat(less.get("内容"))
                .isEqualTo(hall.get(mediator, "/cases/" + caseNo).at("/content"))
                .isEmpty();
        assertThat(less.get("当事人（遮盖）")).doesNotContain("139");
    }

    @Test
    void runsNothingInASpreadsheetAndKeepsCodesAsTheyAre() throws Exception {
        PlantedCase dangerous = new PlantedCase(cases, clock, owner, "=" + MARK);
        String caseNo = dangerous.open(Kind.COMPLAINT, OFFICE, null);
        SignedIn who = Hall.officer(OFFICE, Role.HANDLER);
        String merchant = "=" + MARK + "商行";

        CSVRecord csv = rowOf(exportedOf(who, "CSV", merchant), caseNo);
        assertThat(csv.toMap().values()).noneMatch(Formulas::dangerous);
        assertThat(csv.get("商户")).isEqualTo("'" + merchant);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes(who, "XLSX", merchant)))) {
            List<Cell> cells = book.getFirstSheet().read().stream()
                    .flatMap(row -> row.stream())
                    .filter(java.util.Objects::nonNull)
                    .toList();
            assertThat(cells).hasSizeGreaterThan(20);
            assertThat(cells).allMatch(cell -> cell.getType() == CellType.STRING && cell.getFormula() == null);
            assertThat(cells.stream().map(Cell::getText)).noneMatch(Formulas::dangerous);
        }
        // the twin: the list's own words, put into a table as they are, would run
        Reply list = hall.get(who, "/cases?view=all&merchant=" + merchant);
        assertThat(Stream.of(list.at("/items/0/merchant"))).anyMatch(Formulas::dangerous);
    }

    @Test
    void waitsForAnotherHeadAboveTheLimitAndSaysWhoTookItForWhat() throws Exception {
        for (int i = 0; i < 3; i++) {
            planted.open(Kind.COMPLAINT, OFFICE, null);
        }
        SignedIn asker = Hall.officer(OFFICE, Role.UNIT_HEAD, Role.HANDLER);
        Reply asked = ask(asker, "CSV", MARK + "商行");
        assertThat(asked.at("/state")).isEqualTo("ASKED");
        String export = "/exports/" + asked.at("/exportId");
        assertThat(hall.get(asker, export + "/file").status()).isEqualTo(422);
        Reply own = hall.post(asker, export + "/decision", "approve", true);
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.text()).contains("不能批准自己的导出");
        assertThat(hall.post(Hall.officer(NEIGHBOUR, Role.LEADER), export + "/decision", "approve", true)
                        .status())
                .isEqualTo(404);
        assertThat(hall.post(Hall.officer(OFFICE, Role.HANDLER), export + "/decision", "approve", true)
                        .status())
                .isEqualTo(404);

        SignedIn head = Hall.officer(COUNTY, Role.LEADER);
        assertThat(hall.get(head, "/exports").text()).contains(asked.at("/exportId"));
        assertThat(hall.post(head, export + "/decision", "approve", false).status())
                .isEqualTo(422);
        assertThat(hall.post(head, export + "/decision", "approve", true).at("/state"))
                .isEqualTo("READY");
        assertThat(hall.post(head, export + "/decision", "approve", true).status())
                .isEqualTo(409);
        assertThat(hall.get(head, export + "/file").status())
                .as("for its asker alone")
                .isEqualTo(404);

        MockHttpServletResponse file = hall.raw(asker, HttpMethod.GET, export + "/file", null);
        assertThat(file.getHeader("Cache-Control")).isEqualTo("no-store");
        String text = file.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text.lines().findFirst().orElseThrow())
                .startsWith("\uFEFF")
                .contains("测试员", "统计分析，月度统计用", "商户：" + MARK + "商行", asked.at("/exportId"));
        assertThat(JdbcClient.create(owner)
                        .sql("select count(*) from identity.audit_log where action = 'CASES_EXPORTED' and subject = ?")
                        .param(asked.at("/exportId"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void leavesOutWhatTheAskerMayNoLongerSeeAndIsGoneAfterSevenDays() throws Exception {
        String stays = planted.open(Kind.COMPLAINT, OFFICE, null);
        String goes = planted.open(Kind.COMPLAINT, OFFICE, null);
        settings.choose("export.alone", OFFICE, "1000", "test", () -> {});
        time.set(
                LocalDateTime.ofInstant(clock.instant().minus(Duration.ofDays(8)), java.time.ZoneId.of("Asia/Shanghai"))
                        .withNano(0)
                        .toString());
        SignedIn who = Hall.officer(OFFICE, Role.HANDLER);
        String export = "/exports/" + ask(who, "CSV", MARK + "商行").at("/exportId");
        JdbcClient.create(owner)
                .sql("update casefile.case_file set recused = array[?] where case_no = ?")
                .params(who.personId(), goes)
                .update();
        String file = hall.raw(who, HttpMethod.GET, export + "/file", null).getContentAsString(StandardCharsets.UTF_8);
        assertThat(column(records(file), FIRST_SHEET_HEAD)).contains(stays).doesNotContain(goes);

        time.giveBack();
        assertThat(hall.get(who, export + "/file").status()).isEqualTo(404);
        assertThat(retention.purge()).isPositive();
        assertThat(JdbcClient.create(owner)
                        .sql("select count(*) from worklist.export_row where export_id = ?")
                        .param(export.substring("/exports/".length()))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesWhatHasNoPurposeNoCaseOrNoSuchColumn() throws Exception {
        planted.open(Kind.COMPLAINT, OFFICE, null);
        SignedIn who = Hall.officer(OFFICE, Role.HANDLER);
        Map<String, String> filter = Map.of("merchant", MARK + "商行");
        assertThat(hall.post(who, "/exports", "filter", filter, "format", "CSV").text())
                .contains("请选导出的用途");
        assertThat(hall.post(who, "/exports", "filter", filter, "format", "CSV", "purpose", "CHECK", "words", "核")
                        .text())
                .contains("请写用途说明");
        assertThat(hall.post(
                                who,
                                "/exports",
                                "filter",
                                Map.of("merchant", "没有这家"),
                                "format",
                                "CSV",
                                "purpose",
                                "CHECK",
                                "words",
                                "自查核对")
                        .text())
                .contains("没有案件可以导出");
        assertThat(hall.post(
                                who,
                                "/exports",
                                "filter",
                                filter,
                                "format",
                                "CSV",
                                "purpose",
                                "CHECK",
                                "words",
                                "自查核对",
                                "columns",
                                List.of("reporter"))
                        .text())
                .contains("没有“reporter”这一列");
        assertThat(hall.post(
                                who,
                                "/exports",
                                "filter",
                                Map.of("colour", "red"),
                                "format",
                                "CSV",
                                "purpose",
                                "CHECK",
                                "words",
                                "自查核对")
                        .status())
                .isEqualTo(422);
    }

    private Reply ask(SignedIn who, String format, String merchant) throws Exception {
        Reply asked = hall.post(
                who,
                "/exports",
                "filter",
                Map.of("merchant", merchant, "view", "all"),
                "sort",
                "received",
                "format",
                format,
                "purpose",
                "STATISTICS",
                "words",
                "月度统计用");
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        return asked;
    }

    private String exported(SignedIn who, String format, Object... more) throws Exception {
        return exportedOf(who, format, MARK + "商行");
    }

    private String exportedOf(SignedIn who, String format, String merchant) throws Exception {
        return new String(bytes(who, format, merchant), StandardCharsets.UTF_8);
    }

    /** With a second person's yes where it is needed; nothing for who sees nothing. */
    private byte[] bytes(SignedIn who, String format, String merchant) throws Exception {
        if (hall.get(who, "/cases?view=all&merchant=" + merchant).at("/total").equals("0")) {
            return new byte[0];
        }
        Reply asked = ask(who, format, merchant);
        String export = "/exports/" + asked.at("/exportId");
        if (asked.at("/state").equals("ASKED")) {
            hall.post(Hall.officer(COUNTY, Role.LEADER), export + "/decision", "approve", true);
        }
        MockHttpServletResponse file = hall.raw(who, HttpMethod.GET, export + "/file", null);
        assertThat(file.getStatus()).isEqualTo(200);
        return file.getContentAsByteArray();
    }

    /** The rows under the words and the head. */
    private static List<CSVRecord> records(String file) throws Exception {
        String table = file.lines().skip(1).collect(java.util.stream.Collectors.joining("\n"));
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(table))
                .getRecords();
    }

    private static CSVRecord rowOf(String file, String caseNo) throws Exception {
        return records(file).stream()
                .filter(row -> row.get(FIRST_SHEET_HEAD).equals(caseNo))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> column(List<CSVRecord> rows, String title) {
        return rows.stream().map(row -> row.get(title)).toList();
    }
}
