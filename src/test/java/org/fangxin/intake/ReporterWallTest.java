package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.identity.Role;
import org.fangxin.intake.Desk.Answer;
import org.fangxin.intake.internal.file.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** Art. 9, 37: whatever an officer does with a file, who reported is behind the wall and nowhere else. */
@FangxinTest
class ReporterWallTest {
    private static final String ID_NUMBER = "11010519491231002X";
    private static final java.util.concurrent.atomic.AtomicInteger TESTS =
            new java.util.concurrent.atomic.AtomicInteger();

    /** Each test plants words of its own: what another one sealed is no leak of this one. */
    private final int test = TESTS.incrementAndGet();

    private final String own = Character.toString(0x5100 + test);
    private final String name = "乜" + own + "墙";
    private final String phone = "1398765%04d".formatted(5000 + test);
    private final String hyphened = "139-8765-%04d".formatted(5000 + test);
    private final String email = "wall-" + test + "@marked.example.cn";
    private final String address = "崇信县锦屏镇藏" + own + "巷七号";
    private final List<String> marked = List.of(name, phone, hyphened, email, "藏" + own + "巷");
    private static final List<Role> ROLES = List.of(
            Role.REGISTRAR,
            Role.INTAKE,
            Role.HANDLER,
            Role.MEDIATOR,
            Role.ENTRUSTED,
            Role.INVESTIGATOR,
            Role.UNIT_HEAD,
            Role.LEADER,
            Role.IDENTITY_KEEPER,
            Role.ARCHIVIST,
            Role.SYSTEM_ADMIN,
            Role.SECURITY_ADMIN,
            Role.AUDITOR);

    @Autowired
    MockMvc mvc;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    ApplicationContext program;

    Marks marks;

    @BeforeEach
    void search() {
        marks = new Marks(owner);
    }

    @Test
    void aComplaintThatIsAReportGoesBehindTheWallWithWhoToldIt() throws Exception {
        Answer receipt = submitted("COMPLAINT");
        String old = receipt.at("/cases/0/caseNo");
        Desk officer = Desk.officer(mvc, Role.HANDLER);

        Answer done = officer.act(old, "reclassify", Map.of("kind", "REPORT", "noDemand", true));

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body().at("/opened").isEmpty()).isTrue();
        String report = tracked(receipt, "REPORT");
        nobodyReadsOf(old);
        onlyInvestigatorsReadOf(report);
        assertThat(marks.places(marked, old)).isEmpty();
        keeperAlone(report);
        Answer leader = Desk.officer(mvc, Role.LEADER).get("/api/v1/cases/" + report);
        assertThat(leader.at("/content")).contains("〔举报人信息〕").contains("虚假标价");
        assertThat(leader.body().at("/related").isEmpty()).isTrue();
        assertThat(leader.text()).contains("\"REPORTED\"").doesNotContain("COMPLAINANT");
    }

    @Test
    void aConsultationThatIsConvertedIntoAReportGoesThereToo() throws Exception {
        Answer receipt = submitted("CONSULTATION");
        String old = receipt.at("/cases/0/caseNo");

        Answer done = Desk.officer(mvc, Role.HANDLER)
                .act(old, "convert", Map.of("kind", "REPORT", "agreed", true, "text", "电话 " + phone + "，补充一张照片。"));

        assertThat(done.status()).isEqualTo(200);
        String report = tracked(receipt, "REPORT");
        nobodyReadsOf(old);
        onlyInvestigatorsReadOf(report);
        assertThat(marks.places(marked, old)).isEmpty();
        keeperAlone(report);
        assertThat(Desk.officer(mvc, Role.LEADER).get("/api/v1/cases/" + report).at("/content"))
                .contains("补充一张照片");
    }

    @Test
    void aComplaintFromWhichAReportIsSplitShowsNothingOfIt() throws Exception {
        Answer receipt = submitted("COMPLAINT");
        String complaint = receipt.at("/cases/0/caseNo");
        Desk officer = Desk.officer(mvc, Role.HANDLER);
        Answer before = officer.get("/api/v1/cases/" + complaint);

        Answer done = officer.act(
                complaint,
                "split",
                Map.of(
                        "kind",
                        "REPORT",
                        "content",
                        name + "反映：另有暗号" + own + "的违法事实，电话 " + hyphened.replace('-', ' ') + "。"));

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body().at("/opened").isEmpty()).isTrue();
        String report = tracked(receipt, "REPORT");
        onlyInvestigatorsReadOf(report);
        assertThat(marks.places(List.of("暗号" + own), report)).isEmpty();
        assertThat(marks.places(marked, complaint)).isEmpty();
        for (Role role : List.of(Role.HANDLER, Role.REGISTRAR, Role.INVESTIGATOR, Role.ARCHIVIST)) {
            Desk desk = Desk.officer(mvc, role);
            assertThat(desk.get("/api/v1/cases/" + complaint).text())
                    .doesNotContain(report, "暗号" + own, "SubmissionSplit", "REPORT");
            assertThat(desk.get("/api/v1/cases?q=" + report).text()).doesNotContain(report + "\"");
        }
        Answer after = officer.get("/api/v1/cases/" + complaint);
        assertThat(after.raw().getHeader("ETag")).isEqualTo(before.raw().getHeader("ETag"));
        assertThat(after.at("/parties")).isEqualTo(before.at("/parties"));
        keeperAlone(report);
    }

    @Test
    void onlyTheChosenFilesMoveAndTheyAreCleaned() throws Exception {
        Answer first = upload(name + "拍的.jpg");
        Answer second = upload(name + "的小票.jpg");
        Answer receipt = Desk.publicPages(mvc)
                .submit(body(
                        "COMPLAINT",
                        Map.of("attachments", List.of(first.at("/attachmentId"), second.at("/attachmentId")))));
        String complaint = receipt.at("/cases/0/caseNo");

        Desk.officer(mvc, Role.HANDLER)
                .act(
                        complaint,
                        "split",
                        Map.of("kind", "REPORT", "content", "虚假标价。", "files", List.of(first.at("/attachmentId"))));

        Desk leader = Desk.officer(mvc, Role.LEADER);
        String report = tracked(receipt, "REPORT");
        Answer seen = leader.get("/api/v1/cases/" + report);
        assertThat(seen.body().at("/attachments").size()).isEqualTo(1);
        String copy = seen.at("/attachments/0/attachmentId");
        assertThat(copy).isNotEqualTo(first.at("/attachmentId"));
        assertThat(seen.text()).doesNotContain(name);
        byte[] given = leader.download("/api/v1/cases/" + report + "/attachments/" + copy)
                .getContentAsByteArray();
        assertThat(new String(given, StandardCharsets.ISO_8859_1))
                .doesNotContain(Pictures.PLACE)
                .doesNotContain(Pictures.AUTHOR);
        assertThat(Desk.officer(mvc, Role.HANDLER)
                        .act(complaint, "split", Map.of("kind", "REPORT", "content", "再一件。", "files", List.of(copy)))
                        .at("/errors/0/field"))
                .isEqualTo("files");
    }

    @Test
    void aClueNamesNobodyAndIsNobodysReport() throws Exception {
        Answer receipt = submitted("COMPLAINT");
        String complaint = receipt.at("/cases/0/caseNo");

        Desk.officer(mvc, Role.HANDLER).act(complaint, "find-clue", Map.of());

        assertThat(marks.places(marked, complaint)).isEmpty();
        assertThat(track(receipt).text()).doesNotContain("\"REPORT\"");
    }

    @Test
    void aReporterIsNamedInAComplaintByHisOwnWillOnly() throws Exception {
        Answer receipt = submitted("REPORT");
        String report = receipt.at("/cases/0/caseNo");
        Desk leader = Desk.officer(mvc, Role.LEADER, Role.INVESTIGATOR);
        Map<String, Object> part = Map.of("kind", "COMPLAINT", "content", "要求退款。我另外举报了它。");

        assertThat(leader.act(report, "split", part).at("/articles/0")).isEqualTo("第十条第一款");
        Map<String, Object> willing = new HashMap<>(part);
        willing.put("agreed", true);
        assertThat(leader.act(report, "split", willing).at("/errors/0/field")).isEqualTo("person");
        willing.put("person", Map.of("name", name, "phone", phone, "address", address, "idNumber", ID_NUMBER));
        Answer done = leader.act(report, "split", willing);

        assertThat(done.status()).isEqualTo(200);
        String complaint = tracked(receipt, "COMPLAINT");
        Answer handler = Desk.officer(mvc, Role.HANDLER).get("/api/v1/cases/" + complaint);
        assertThat(handler.status()).isEqualTo(200);
        assertThat(handler.at("/parties/0/role")).isEqualTo("COMPLAINANT");
        assertThat(handler.at("/parties/0/name")).isEqualTo("乜*");
        assertThat(handler.text()).doesNotContain(report, "举报", "REPORT", "SPLIT");
        assertThat(marks.places(marked, "")).isEmpty();
    }

    @Test
    void anAnonymousReportBecomesAComplaintOnlyWithWhatThePersonTells() throws Exception {
        Answer receipt = Desk.publicPages(mvc)
                .submit(body("REPORT", Map.of("person", Map.of("anonymous", true), "content", "这家店虚假标价。")));
        String report = receipt.at("/cases/0/caseNo");
        Desk leader = Desk.officer(mvc, Role.LEADER, Role.INVESTIGATOR);

        Answer missing = leader.act(report, "reclassify", Map.of("kind", "COMPLAINT", "agreed", true));
        Answer done = leader.act(
                report,
                "reclassify",
                Map.of(
                        "kind",
                        "COMPLAINT",
                        "agreed",
                        true,
                        "person",
                        Map.of("name", name, "phone", phone, "address", address, "idNumber", ID_NUMBER)));

        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.at("/errors/0/field")).isEqualTo("person");
        assertThat(done.status()).isEqualTo(200);
        assertThat(marks.places(marked, "")).isEmpty();
    }

    @Test
    void aComplaintThatIsAConsultationKeepsItsPersonAndIsTracked() throws Exception {
        Answer receipt = submitted("COMPLAINT");
        Desk officer = Desk.officer(mvc, Role.HANDLER);

        Answer done = officer.act(
                receipt.at("/cases/0/caseNo"), "reclassify", Map.of("kind", "CONSULTATION", "noDemand", true));

        String consultation = done.at("/opened/0");
        assertThat(officer.get("/api/v1/cases/" + consultation).at("/parties/0/role"))
                .isEqualTo("ASKER");
        assertThat(tracked(receipt, "CONSULTATION")).isEqualTo(consultation);
        Answer old = officer.get("/api/v1/cases/" + receipt.at("/cases/0/caseNo"));
        assertThat(old.text()).doesNotContain("\"RUNNING\"");
    }

    @Test
    void aLeakIsFoundWhereverItLies() throws Exception {
        Answer receipt = submitted("COMPLAINT");
        String old = receipt.at("/cases/0/caseNo");
        Desk.officer(mvc, Role.HANDLER).act(old, "reclassify", Map.of("kind", "REPORT", "noDemand", true));
        String report = tracked(receipt, "REPORT");
        String where = " where case_no = '" + report + "'";
        Hearing.byEverybody(program, owner, report);
        assertThat(marks.places(marked, old)).isEmpty();
        try {
            marks.plant("update casefile.case_file set goods_detail = '" + phone + "'" + where);
            assertThat(marks.places(marked, old)).containsExactly("casefile.case_file");
            marks.plant("update casefile.case_file set goods_detail = null" + where);
            marks.plant("update casefile.party set phone = convert_to('" + phone
                    + "', 'UTF8') where case_id = (select id from casefile.case_file" + where + ")");
            assertThat(marks.places(marked, old)).containsExactly("casefile.party");
        } finally {
            marks.plant("update casefile.case_file set goods_detail = null" + where);
            marks.plant("update casefile.party set phone = null where case_id = (select id from casefile.case_file"
                    + where + ")");
        }
    }

    private void nobodyReadsOf(String caseNo) throws Exception {
        for (Role role : ROLES) {
            assertThat(Desk.officer(mvc, role).get("/api/v1/cases/" + caseNo).status())
                    .as(role.name())
                    .isIn(403, 404);
        }
        assertThat(Desk.officerOf(mvc, "6208", Role.SUPERIOR)
                        .get("/api/v1/cases/" + caseNo)
                        .status())
                .isEqualTo(404);
    }

    private void onlyInvestigatorsReadOf(String report) throws Exception {
        for (Role role : ROLES) {
            Answer seen = Desk.officer(mvc, role).get("/api/v1/cases/" + report);
            boolean inLine = seen.status() == 200;
            if (inLine) {
                assertThat(role).isIn(Role.UNIT_HEAD, Role.LEADER, Role.IDENTITY_KEEPER, Role.INTAKE);
                assertThat(seen.text()).doesNotContain(marked).doesNotContain("乜*", "139****" + phone.substring(7));
            }
        }
    }

    private void keeperAlone(String report) throws Exception {
        Keeper keeper = new Keeper(mvc);
        assertThat(keeper.tells(report, "NAME")).isEqualTo(name);
        assertThat(keeper.tells(report, "PHONE")).isEqualTo(phone);
        assertThat(keeper.tells(report, "ORIGINAL_TEXT")).contains(name);
    }

    private Answer track(Answer receipt) throws Exception {
        return Desk.publicPages(mvc).track(receipt);
    }

    /** The case of this kind as the tracking page shows it, the newest of several. */
    private String tracked(Answer receipt, String kind) throws Exception {
        String found = "";
        for (var one : track(receipt).body().at("/cases")) {
            if (one.at("/kind").asString("").equals(kind)) {
                found = one.at("/caseNo").asString("");
                assertThat(one.at("/timeline").isEmpty()).isFalse();
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private Answer submitted(String kind) throws Exception {
        Answer answer = Desk.publicPages(mvc).submit(body(kind, Map.of()));
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    private Answer upload(String name) throws Exception {
        return Desk.publicPages(mvc).upload("/api/v1/attachments", name, Pictures.photograph(), Map.of());
    }

    private Map<String, Object> body(String kind, Map<String, ?> more) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("kinds", List.of(kind));
        changes.put(
                "person",
                Map.of("name", name, "phone", phone, "idNumber", ID_NUMBER, "email", email, "address", address));
        changes.put(
                "content",
                "我是" + name + "，电话" + hyphened + "，证号" + ID_NUMBER + "，住" + address + "，信箱" + email + "。这家店虚假标价。");
        changes.put("actRegionCode", "620823");
        changes.putAll(more);
        return Desk.example(changes);
    }
}
