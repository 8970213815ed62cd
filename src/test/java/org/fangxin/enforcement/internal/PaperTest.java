package org.fangxin.enforcement.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.DossierPart;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.cipher.Sm3;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.document.HandOver;
import org.fangxin.enforcement.PenaltyPaper;
import org.fangxin.enforcement.PenaltyPaper.Kind;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.Staff;
import org.fangxin.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Papers of verification and penalty: printed once from the journal, numbered without gaps, kept as they are. */
@FangxinTest
class PaperTest {
    @Autowired
    PaperDesk desk;

    @Autowired
    PaperReader reader;

    @Autowired
    HandOver handOver;

    @Autowired
    CaseFiles cases;

    @Autowired
    People people;

    @Autowired
    InstantSource clock;

    @Autowired
    ApplicationContext context;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    PlantedCase planted;
    SignedIn investigator;
    SignedIn second;
    SignedIn leader;
    SignedIn reviewer;
    String report;
    LocalDate today;

    @BeforeEach
    void aReportBeingVerified() {
        planted = new PlantedCase(cases, clock, owner, "文书标记");
        investigator = hired(Role.INVESTIGATOR, Role.HANDLER);
        second = hired(Role.INVESTIGATOR, Role.HANDLER);
        leader = hired(Role.LEADER);
        reviewer = hired(Role.UNIT_HEAD);
        today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        report = planted.report();
        planted.assign(report, investigator.personId(), second.personId());
        does(Act.VERIFY, investigator, Map.of());
    }

    @Test
    void aSiteRecordIsPrintedOnceAndItsBytesNeverChange() throws Exception {
        inspects();
        hear();
        hear();
        PenaltyPaper record = only(Kind.SITE_RECORD);
        byte[] pdf = pdf(record);
        assertThat(text(pdf))
                .contains("现场检查笔录", record.number(), "样例路8号", "甘A-001", "无糖酸奶过期三袋", "不合格", "第二十八条")
                .contains("申请回避", "拒绝签名", "店长拒绝签名", "见证人", "1 / ");
        assertThat(Sm3.hex(pdf)).isEqualTo(record.sm3());
        assertThat(as(leader, () -> HandOver.content(piece(record)))).isEqualTo(pdf);
    }

    @Test
    void aQuestioningIsOnPaperWithWhoWasQuestionedInClearWhileTheCaseShowsHimMasked() throws Exception {
        certified(second, "甘A-登记2");
        questions();
        hear();
        PenaltyPaper record = only(Kind.QUESTIONING);
        byte[] pdf = pdf(record);
        assertThat(text(pdf))
                .contains("询问笔录", record.number(), "样例受问人", "13900000077", "样例批发部", "阅读有困难，已向其宣读")
                .contains("甘A-001", "甘A-登记2", "申请回避", "如实回答", "第二十九条", "被询问人（逐页签名、盖章）");
        assertThat(as(leader, () -> HandOver.content(piece(record)))).isEqualTo(pdf);
        assertThat(as(leader, () -> new JdbcTemplate(owner).queryForObject("""
                                select p.name_masked || p.phone_masked from casefile.party p
                                  join casefile.case_file c on c.id = p.case_id
                                 where c.case_no = ? and p.role = 'QUESTIONED'""", String.class, report)))
                .doesNotContain("受问人", "13900000077");
        assertThat(new JdbcTemplate(owner).queryForObject("""
                        select count(*) from casefile.journal j join casefile.case_file c on c.id = j.case_id
                         where c.case_no = ? and j.data::text like '%样例受问人%'""", Integer.class, report))
                .isZero();
    }

    private void certified(SignedIn who, String number) {
        new JdbcTemplate(owner)
                .update("update identity.person set certificate_no = ? where person_id = ?", number, who.personId());
    }

    private void questions() {
        String now = clock.instant().toString();
        Map<String, Object> fields = new HashMap<>();
        fields.put("person", Map.of("name", "样例受问人", "phone", "13900000077"));
        fields.putAll(Map.of("capacity", "CHARGE", "from", now, "to", now, "place", "样例所询问室", "post", "店长"));
        fields.put("officers", List.of(investigator.personId(), second.personId()));
        fields.putAll(Map.of("certificates", "甘A-001", "credentials", true, "told", true, "alone", true));
        fields.putAll(Map.of("text", "问：从哪里进的货？\n答：样例批发部。", "checked", "READ_ALOUD", "signed", "SIGNED"));
        does(Act.RECORD_QUESTIONING, investigator, fields);
    }

    @Test
    void numbersRunWithoutGapsByKindAndAgency() {
        inspects();
        inspects();
        hear();
        List<PenaltyPaper> records =
                papers().stream().filter(one -> one.kind() == Kind.SITE_RECORD).toList();
        assertThat(records).hasSize(2);
        assertThat(records.get(1).serial()).isEqualTo(records.get(0).serial() + 1);
        assertThat(records.get(0).number())
                .endsWith("市监现检〔" + today.getYear() + "〕第" + records.get(0).serial() + "号");
    }

    @Test
    void anEvidenceListHoldsWhatIsOnNoEarlierOneAndKeptEvidenceHasItsOwn() throws Exception {
        assertThatThrownBy(() -> as(investigator, () -> desk.listEvidence(report, investigator, false)))
                .hasMessageContaining("没有新登记的证据");
        lists("进货单", Map.of("original", false, "copyNote", "店长核对，与原件一致"));
        as(investigator, () -> desk.listEvidence(report, investigator, false));
        assertThat(text(pdf(only(Kind.EVIDENCE_LIST)))).contains("证据清单", "进货单", "与原件一致", "第二十四条");
        lists("酸奶三袋", Map.of("original", true, "preserved", true, "keptAt", "封存在店内冷柜", "quantity", "三袋"));
        assertThatThrownBy(() -> as(investigator, () -> desk.listEvidence(report, investigator, false)))
                .as("kept evidence is on a list of its own")
                .isInstanceOf(Problem.class);
        as(investigator, () -> desk.listEvidence(report, investigator, true));
        assertThat(text(pdf(only(Kind.PRESERVED_LIST)))).contains("先行登记保存", "封存在店内冷柜", "自动解除", "第三十五条");
        lists("监控录像", Map.of("original", true));
        as(investigator, () -> desk.listEvidence(report, investigator, false));
        PenaltyPaper last = papers().getLast();
        assertThat(text(pdf(last))).contains("监控录像").doesNotContain("进货单");
    }

    @Test
    void theWayToAPenaltyLeavesItsPapers() throws Exception {
        filed();
        does(
                Act.NOTIFY_PENALTY,
                leader,
                Map.of(
                        "party",
                        "样例便利店",
                        "facts",
                        "出售过期食品",
                        "reason",
                        "样例条款",
                        "proposed",
                        "罚款",
                        "fine",
                        "5000",
                        "hearing",
                        true));
        does(Act.SERVE_PAPER, investigator, service("NOTICE"));
        does(Act.RECORD_DEFENCE, investigator, Map.of("answer", "HEARING", "on", today, "text", "要求听证"));
        does(
                Act.RECORD_HEARING,
                investigator,
                Map.of("outcome", "HELD", "on", today, "host", reviewer.personId(), "text", "双方发言"));
        does(
                Act.REVIEW_CASE,
                investigator,
                Map.of("kind", "LEGAL", "reviewer", reviewer.personId(), "opinion", "AGREE", "text", "程序合法"));
        does(Act.DISCUSS_CASE, leader, Map.of("on", today, "people", "局长", "text", "同意", "agreed", true));
        does(
                Act.DECIDE_CASE,
                leader,
                Map.of("outcome", "PENALTY", "reviewed", true, "heard", true, "decisionNo", "罚1号", "fine", "5000"));
        does(Act.SERVE_PAPER, investigator, service("DECISION"));
        hear();
        assertThat(papers())
                .extracting(PenaltyPaper::kind)
                .containsExactly(Kind.NOTICE, Kind.SERVICE, Kind.HEARING, Kind.REVIEW, Kind.DISCUSSION, Kind.SERVICE);
        assertThat(text(pdf(papers().getFirst()))).contains("行政处罚告知书", "5000 元", "五个工作日", "要求听证", "第五十七条");
        assertThat(text(pdf(papers().get(1)))).contains("送达回证", "行政处罚告知书", "直接送达", "店长签收", "第八十二条");
    }

    @Test
    void whoDoesNotSeeTheReportSeesNoPaperAndAPolicyThatForgetsIsNoticed() throws Exception {
        inspects();
        hear();
        PenaltyPaper record = only(Kind.SITE_RECORD);
        SignedIn stranger = hired(Role.INVESTIGATOR);
        assertThatThrownBy(() -> as(stranger, () -> desk.of(report))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> as(stranger, () -> desk.find(record.id()))).isInstanceOf(Problem.class);
        assertThat(seen(false)).isZero();
        assertThat(seen(true)).as("the broken twin").isPositive();
    }

    private void inspects() {
        Map<String, Object> fields = new HashMap<>();
        String now = clock.instant().toString();
        fields.putAll(Map.of("from", now, "to", now, "place", "样例路8号", "credentials", true));
        fields.put("officers", List.of(investigator.personId(), second.personId()));
        fields.put("certificates", "甘A-001、甘A-002");
        fields.put(
                "checklist",
                Map.of(
                        "list",
                        "FOOD_SALE",
                        "items",
                        List.of(Map.of("code", "SHELF_LIFE", "result", "UNFIT", "remark", "无糖酸奶过期三袋"))));
        fields.putAll(Map.of("text", "货架上有过期酸奶", "signed", "REFUSED", "excuse", "店长拒绝签名，已录像"));
        does(Act.RECORD_SITE, investigator, fields);
    }

    private void lists(String name, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.putAll(Map.of("kind", "DOCUMENT", "name", name, "source", "被检查单位", "collectedOn", today.toString()));
        fields.put("officers", List.of(investigator.personId(), second.personId()));
        does(Act.LIST_EVIDENCE, investigator, fields);
    }

    private void filed() {
        does(
                Act.FILE,
                leader,
                Map.of(
                        "conditions",
                        List.of("EVIDENCE", "PUNISHABLE", "COMPETENT", "WITHIN_LIMITATION"),
                        "officers",
                        List.of(investigator.personId(), second.personId())));
    }

    private Map<String, Object> service(String what) {
        return Map.of("what", what, "way", "DIRECT", "on", today, "recipient", "店长签收");
    }

    private void does(Act act, SignedIn who, Map<String, ?> fields) {
        Map<String, Object> plain = new HashMap<>(fields);
        plain.replaceAll((name, value) -> value instanceof LocalDate day ? day.toString() : value);
        planted.act(report, act, new Actor(who.personId(), who.agencyCode(), who.roles()), plain);
    }

    private void hear() {
        Hearing.in(context, owner).all(reader, report);
    }

    private List<PenaltyPaper> papers() {
        return as(investigator, () -> desk.of(report));
    }

    private PenaltyPaper only(Kind kind) {
        List<PenaltyPaper> found = new ArrayList<>(papers());
        found.removeIf(one -> one.kind() != kind);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private byte[] pdf(PenaltyPaper paper) {
        return as(investigator, () -> desk.pdf(paper.id()));
    }

    private DossierPart.Piece piece(PenaltyPaper paper) {
        return handOver.pieces(cases.find(report).orElseThrow()).stream()
                .filter(one -> one.id().equals("paper-" + paper.id()))
                .findFirst()
                .orElseThrow();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var opened = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(opened).replaceAll("\\R", "");
        }
    }

    private int seen(boolean broken) throws Exception {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (broken) {
                statement.execute("create policy open on enforcement.paper using (true)");
            }
            statement.execute("set local role fx_app");
            statement.execute("""
                    select set_config('fangxin.scope_from', '620825', true), set_config('fangxin.scope_to', '620826', true),
                           set_config('fangxin.person', 'x', true), set_config('fangxin.reports', 'ALL', true)""");
            try (var rows =
                    statement.executeQuery("select count(*) from enforcement.paper where case_no = '" + report + "'")) {
                rows.next();
                return rows.getInt(1);
            } finally {
                connection.rollback();
            }
        }
    }

    private SignedIn hired(Role... roles) {
        var person = Staff.hire(people, PlantedCase.COUNTY, roles);
        return new SignedIn(person.personId(), person.username(), "测试员", PlantedCase.COUNTY, Set.of(roles), false);
    }

    private <T> T as(SignedIn who, Supplier<T> work) {
        Scope.Reports reports = who.has(Role.LEADER) ? Scope.Reports.ALL : Scope.Reports.OWN;
        Scope scope = Scope.subtree(who.agencyCode(), who.personId(), reports);
        return Scopes.within(scope, () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    @Test
    void whoWroteARecordAsASubstituteSignsItBesideTheAbsentPersonsName() {
        Entry entry = new Entry.ReceiptConfirmed();
        Instant at = Instant.parse("2026-06-01T01:00:00Z");
        Map<String, String> names = Map.of("p-x", "甲", "p-y", "乙");
        assertThat(PaperFacts.signing(new Recorded(1, at, at, "p-x", "p-y", entry), names))
                .containsEntry("p-x", "甲 代 乙")
                .containsEntry("p-y", "乙");
        assertThat(PaperFacts.signing(new Recorded(1, at, at, "p-x", entry), names))
                .isEqualTo(names);
    }
}
