package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.cipher.Sm3;
import org.fangxin.command.ProgramCommand;
import org.fangxin.enforcement.internal.TransferSweep;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.fangxin.intake.Desk.Answer;
import org.fangxin.intake.internal.file.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Art. 42, PP 14 and 17: a transfer with its dossier, receipt and answer, and who learns of it. */
@FangxinTest
class TransferTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    ApplicationContext context;

    @Autowired
    TransferSweep sweep;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Person investigator;
    Informer informer;
    Desk leader;

    @BeforeEach
    void aLine() {
        investigator = Staff.hire(people, Informer.COUNTY, Role.INVESTIGATOR);
        Person boss = Staff.hire(people, Informer.COUNTY, Role.LEADER, Role.UNIT_HEAD);
        informer = new Informer(mvc, investigator, Staff.hire(people, Informer.COUNTY, Role.INVESTIGATOR), boss);
        leader = informer.leader;
    }

    @Test
    void goesToTheJudiciaryWithListBundleReceiptAndAnswerAndWithoutTheReporter() throws Exception {
        isFiledReport();
        act("transfer", Map.of("target", "JUDICIARY", "dossierNo", "样例移〔2026〕3号", "paperNo", "样例审〔2026〕3号"));
        hear();
        long no = first().path("transferNo").asLong();
        assertThat(note(no, Map.of("kind", "DELIVERED", "on", today())).status())
                .as("no list yet")
                .isEqualTo(422);
        Answer listed = choose(no, choices());
        assertThat(listed.status()).as(listed.text()).isEqualTo(200);
        assertThat(choose(no, choices()).status()).as("made once").isEqualTo(409);

        byte[] pdf = leader.download("/api/v1/transfers/" + no + "/list.pdf").getContentAsByteArray();
        try (var opened = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(opened)).contains("移送案卷清单", "样例移〔2026〕3号");
        }
        List<byte[]> inside = unpacked("/api/v1/transfers/" + no + "/bundle.zip");
        List<String> sums = inside.stream().map(Sm3::hex).toList();
        listed.body()
                .path("pieces")
                .forEach(piece -> assertThat(sums).contains(piece.path("sm3").asString()));
        Canary canary = new Canary(informer.marks());
        inside.forEach(bytes -> assertThat(canary.in(bytes)).isEmpty());

        assertThat(note(no, Map.of("kind", "RECEIPT", "on", today())).text()).contains("回执编号");
        assertThat(note(no, Map.of("kind", "DELIVERED", "on", today())).status())
                .isEqualTo(200);
        String scan = leader.upload("/api/v1/attachments", "回执.png", Pictures.drawing(), Map.of())
                .at("/attachmentId");
        Answer received = note(
                no,
                Map.of(
                        "kind", "RECEIPT",
                        "on", today(),
                        "number", "样例回〔2026〕8号",
                        "signer", "收件窗口",
                        "attachmentId", scan));
        assertThat(received.status()).as(received.text()).isEqualTo(200);
        Answer answered =
                note(no, Map.of("kind", "ANSWER", "on", today(), "outcome", "FILED", "number", "样例立〔2026〕9号"));
        assertThat(answered.body().path("steps").size()).isEqualTo(3);
        assertThat(informer.looks().text()).doesNotContain("样例移", "样例回", "样例立〔2026〕9号");
        assertThat(leader.get("/api/v1/transfers").text()).contains("样例移〔2026〕3号");
        for (Role role : new Role[] {Role.INVESTIGATOR, Role.LEADER}) {
            Desk stranger = Desk.officerOf(mvc, "620822", role);
            assertThat(stranger.get("/api/v1/transfers/" + no + "/list.pdf").status())
                    .isEqualTo(404);
            assertThat(stranger.get("/api/v1/cases/" + informer.report + "/transfers")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void theBundleIsVerifiedToTheByte() throws Exception {
        isFiledReport();
        act("transfer", Map.of("target", "JUDICIARY", "dossierNo", "样例移〔2026〕7号", "paperNo", "样例审〔2026〕7号"));
        hear();
        long no = first().path("transferNo").asLong();
        assertThat(choose(no, choices()).status()).isEqualTo(200);
        byte[] bundle =
                leader.download("/api/v1/transfers/" + no + "/bundle.zip").getContentAsByteArray();
        assertThat(verified(bundle)).startsWith("0 ").contains("样例移〔2026〕7号", informer.report, "与制作时一致");

        String title = first().at("/pieces/0/title").asString();
        byte[] inPiece = bundle.clone();
        inPiece[firstContent(bundle)] ^= 1;
        assertThat(verified(inPiece)).startsWith("1 ").contains("“" + title + "”", "的内容被改动");
        byte[] atTheEnd = bundle.clone();
        atTheEnd[bundle.length - 1] ^= 1;
        assertThat(verified(atTheEnd)).startsWith("1 ").contains("第 " + (bundle.length - 1) + " 字节");
    }

    /** Exit code and words of {@code ./fangxin verify-dossier}. */
    private String verified(byte[] bundle) throws Exception {
        ProgramCommand command = context.getBeansOfType(ProgramCommand.class).values().stream()
                .filter(one -> one.name().equals("verify-dossier"))
                .findFirst()
                .orElseThrow();
        Path file = Files.createTempFile("bundle", ".zip");
        try {
            Files.write(file, bundle);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            int code = command.run(
                    List.of(file.toString()), new PrintStream(said, true, java.nio.charset.StandardCharsets.UTF_8));
            return code + " " + said.toString(java.nio.charset.StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    /** Where the first piece's bytes begin: behind what stands before the pieces, its header and its name. */
    private static int firstContent(byte[] zip) {
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (true) {
            int name = Short.toUnsignedInt(in.getShort(at + 26));
            int content = at + 30 + name + Short.toUnsignedInt(in.getShort(at + 28));
            if (new String(zip, at + 30, name, java.nio.charset.StandardCharsets.UTF_8).startsWith("pieces/")) {
                return content;
            }
            at = content + in.getInt(at + 18);
        }
    }

    @Test
    void theFileOfAReceiptIsUploadedKeptAndHandedOutAndTakenOnce() throws Exception {
        isFiledReport();
        act("transfer", Map.of("target", "JUDICIARY", "dossierNo", "样例移〔2026〕8号", "paperNo", "样例审〔2026〕8号"));
        hear();
        long no = first().path("transferNo").asLong();
        choose(no, choices());
        Map<String, Object> receipt =
                new HashMap<>(Map.of("kind", "RECEIPT", "on", today(), "number", "样例回8号", "signer", "窗口"));
        receipt.put("attachmentId", "nothing-uploaded");
        assertThat(note(no, receipt).status()).as("an id that nobody uploaded").isEqualTo(422);
        receipt.put(
                "attachmentId",
                leader.upload("/api/v1/attachments", "回执.png", Pictures.drawing(), Map.of())
                        .at("/attachmentId"));
        Answer noted = note(no, receipt);
        assertThat(noted.status()).as(noted.text()).isEqualTo(200);
        assertThat(noted.body().at("/steps/0/file").asBoolean()).isTrue();
        String file = "/api/v1/transfers/" + no + "/steps/" + noted.at("/steps/0/stepId") + "/file";
        var handed = leader.download(file);
        assertThat(handed.getStatus()).isEqualTo(200);
        assertThat(handed.getContentType()).startsWith("image/png");
        assertThat(handed.getContentAsByteArray()).isNotEmpty();
        assertThat(Desk.officerOf(mvc, "620822", Role.LEADER).get(file).status())
                .isEqualTo(404);
        assertThat(note(no, receipt).status())
                .as("it belongs to the transfer now")
                .isEqualTo(422);
    }

    @Test
    void theReceivingRegulatorReadsTheChosenPiecesAndNothingElse() throws Exception {
        isFiledReport();
        act(
                "transfer",
                Map.of(
                        "target",
                        "MARKET_AGENCY",
                        "agency",
                        "620826",
                        "dossierNo",
                        "样例移〔2026〕4号",
                        "paperNo",
                        "样例审〔2026〕4号"));
        hear();
        JsonNode transfer = first();
        long no = transfer.path("transferNo").asLong();
        List<String> two = choices().subList(0, 2);
        choose(no, two);
        Desk there = Desk.of(mvc, Staff.hire(people, "620826", Role.LEADER, Role.UNIT_HEAD));
        String fresh = transfer.path("newCaseNo").asString();
        Answer seen = there.get("/api/v1/cases/" + fresh + "/transfers");
        assertThat(seen.at("/items/0/received")).isEqualTo("true");
        assertThat(seen.body().at("/items/0/pieces").size()).isEqualTo(2);
        assertThat(there.download("/api/v1/transfers/" + no + "/pieces/1").getStatus())
                .isEqualTo(200);
        assertThat(there.download("/api/v1/transfers/" + no + "/bundle.zip").getStatus())
                .isEqualTo(200);
        assertThat(there.post("/api/v1/transfers/" + no + "/steps", Map.of()).status())
                .as("the sender's to note")
                .isEqualTo(404);
        assertThat(there.get("/api/v1/cases/" + informer.report).status()).isEqualTo(404);
    }

    @Test
    void suspectedAbuseIsKeptFromTheComplainantAndIsRemindedOf() throws Exception {
        Desk himself = Desk.from(mvc, "198.51.100.91");
        Answer receipt = himself.submit(Desk.example(Map.of()));
        String caseNo = receipt.at("/cases/0/caseNo");
        informer.report = caseNo;
        act("transfer", Map.of("target", "POLICE_ABUSE", "dossierNo", "样例线〔2026〕5号", "paperNo", "样例审〔2026〕5号"));
        hear();
        assertThat(first().path("target").asString()).isEqualTo("POLICE_ABUSE");
        String shown = himself.track(receipt).text();
        assertThat(shown).doesNotContain("移送", "公安", "样例线");
        Desk mediator = Desk.officerOf(mvc, Informer.COUNTY, Role.MEDIATOR);
        assertThat(mediator.get("/api/v1/cases/" + caseNo + "/transfers").status())
                .isEqualTo(404);
        assertThat(leader.get("/api/v1/transfers").text()).contains("样例线〔2026〕5号");

        assertThat(first().path("receiptLate").asBoolean()).isFalse();
        new Marks(owner)
                .plant("update enforcement.transfer set at = at - interval '31 days' where case_no = '" + caseNo + "'");
        assertThat(first().path("receiptLate").asBoolean()).isTrue();
        sweep.remind();
        sweep.remind();
        assertThat(leader.get("/api/v1/inbox").text()).contains("transfer-receipt", "transfer-answer");
    }

    /** The broken twin: without the policy of the table, everybody would see that somebody was suspected. */
    @Test
    void aTableWithoutItsPolicyIsFound() throws Exception {
        isFiledReport();
        act("transfer", Map.of("target", "JUDICIARY", "dossierNo", "样例移〔2026〕6号", "paperNo", "样例审〔2026〕6号"));
        hear();
        String of = "select 1 from enforcement.transfer where case_no = '" + informer.report + "'";
        assertThat(rows(of, "")).isZero();
        assertThat(rows(of, "create policy open on enforcement.transfer using (true)"))
                .isEqualTo(1);
    }

    private int rows(String sql, String twin) throws Exception {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (!twin.isEmpty()) {
                statement.execute(twin);
            }
            statement.execute("set local role fx_app");
            statement.execute("select set_config('fangxin.scope_from', '620822', true),"
                    + " set_config('fangxin.scope_to', '620823', true), set_config('fangxin.person', 'somebody', true),"
                    + " set_config('fangxin.reports', 'ALL', true)");
            int found = 0;
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    found++;
                }
            }
            connection.rollback();
            return found;
        }
    }

    private void isFiledReport() throws Exception {
        informer.reports();
        List<String> both = List.of(informer.first.personId(), informer.second.personId());
        act("assign", Map.of("persons", both));
        informer.isApproved("extend", Map.of("reason", "样品在检。"));
        act(
                "file",
                Map.of(
                        "conditions", List.of("EVIDENCE", "PUNISHABLE", "COMPETENT", "WITHIN_LIMITATION"),
                        "officers", both,
                        "finding", "CONFIRMED",
                        "caseCause", "FOOD_SAFETY",
                        "paperNo", "样例立〔2026〕3号"));
    }

    private void act(String act, Map<String, ?> fields) throws Exception {
        Answer done = leader.act(informer.report, act, new HashMap<>(fields));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
    }

    private void hear() {
        JournalReader reader = context.getBeansOfType(JournalReader.class).values().stream()
                .filter(one -> one.name().equals("transfers"))
                .findFirst()
                .orElseThrow();
        Hearing.in(context, owner).all(reader, informer.report);
    }

    private JsonNode first() throws Exception {
        Answer all = leader.get("/api/v1/cases/" + informer.report + "/transfers");
        assertThat(all.body().path("items")).as(all.text()).hasSize(1);
        return all.body().at("/items/0");
    }

    private List<String> choices() throws Exception {
        List<String> ids = new ArrayList<>();
        leader.get("/api/v1/cases/" + informer.report + "/transfer-choices")
                .body()
                .path("items")
                .forEach(one -> ids.add(one.path("pieceId").asString()));
        return ids;
    }

    private Answer choose(long no, List<String> ids) throws Exception {
        return leader.post("/api/v1/transfers/" + no + "/pieces", Map.of("pieceIds", ids));
    }

    private Answer note(long no, Map<String, ?> note) throws Exception {
        return leader.post("/api/v1/transfers/" + no + "/steps", note);
    }

    private List<byte[]> unpacked(String path) throws Exception {
        List<byte[]> inside = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(leader.download(path).getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                inside.add(zip.readAllBytes());
            }
        }
        return inside;
    }

    private String today() {
        return context.getBean(InstantSource.class)
                .instant()
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toLocalDate()
                .toString();
    }
}
