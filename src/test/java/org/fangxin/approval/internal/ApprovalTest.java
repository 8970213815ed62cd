package org.fangxin.approval.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fangxin.FangxinTest;
import org.fangxin.approval.ApprovalSheet;
import org.fangxin.approval.ApprovalSheet.State;
import org.fangxin.approval.store.ApprovalStore;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseJournal;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.Stage;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.Staff;
import org.fangxin.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A leader decides in the program: asked by one, decided by another, done at once, and on paper in the archive. */
@FangxinTest
class ApprovalTest {
    private static final Map<String, Object> EXTENSION = Map.of("reason", "三家供货商在外省，核查来不及");

    @Autowired
    Approvals approvals;

    @Autowired
    SheetPrinting printing;

    @Autowired
    SheetPieces pieces;

    @Autowired
    ApprovalStore store;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseJournal journal;

    @Autowired
    People people;

    @Autowired
    InstantSource clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    PlantedCase planted;
    SignedIn investigator;
    SignedIn colleague;
    SignedIn outsider;
    SignedIn head;
    SignedIn leader;
    String caseNo;

    @BeforeEach
    void aReportBeingVerified() {
        planted = new PlantedCase(cases, clock, owner, "审批标记");
        investigator = hired(Role.INVESTIGATOR, Role.HANDLER);
        colleague = hired(Role.INVESTIGATOR, Role.HANDLER);
        outsider = hired(Role.INVESTIGATOR, Role.HANDLER);
        head = hired(Role.UNIT_HEAD);
        leader = hired(Role.LEADER);
        caseNo = planted.report();
        planted.assign(caseNo, investigator.personId(), colleague.personId());
        planted.act(caseNo, Act.VERIFY, actor(investigator), Map.of());
    }

    @Test
    void anExtensionIsAskedSupportedApprovedAndTheDeadlineMoves() {
        LocalDate before = due();
        ApprovalSheet asked = ask(Act.EXTEND, EXTENSION);
        assertThat(due()).as("asking moves nothing").isEqualTo(before);
        as(head, () -> approvals.support(asked.id(), head, "情况属实，拟同意"));
        ApprovalSheet done = as(leader, () -> approvals.approve(asked.id(), leader, ""));
        assertThat(done.state()).isEqualTo(State.APPROVED);
        assertThat(due()).isAfter(before);
        CaseJournal.Line line = as(leader, () -> journal.of(caseNo)).getLast();
        assertThat(line.type()).isEqualTo("VerificationExtended");
        assertThat(line.actor()).as("the leader did it").isEqualTo(leader.personId());
        assertThat(line.data()).contains(leader.personId()).contains(asked.requestNo());
        assertThat(line.texts()).containsEntry("reason", "三家供货商在外省，核查来不及");
    }

    @Test
    void nobodyApprovesWhatHeAskedNorWhatHeHasInHand() {
        SignedIn both = hired(Role.INVESTIGATOR, Role.LEADER);
        planted.assign(caseNo, investigator.personId(), both.personId());
        ApprovalSheet own = as(both, () -> approvals.ask(caseNo, both, Act.EXTEND, EXTENSION, "我自己提请"));
        assertThatThrownBy(() -> as(both, () -> approvals.approve(own.id(), both, "")))
                .hasMessageContaining("另一位负责人");
        assertThatThrownBy(() -> as(both, () -> cases.act(caseNo, Act.EXTEND, actor(both), null, EXTENSION, null)))
                .as("nor by the act itself")
                .hasMessageContaining("不能自己批准");
        assertThat(as(leader, () -> approvals.approve(own.id(), leader, "同意")).state())
                .isEqualTo(State.APPROVED);
        assertThatThrownBy(() -> JdbcClient.create(owner)
                        .sql("update approval.request set decided_by = asked_by where request_id = ?")
                        .param(own.id())
                        .update())
                .as("the table forbids it whatever the program forgets");
    }

    @Test
    void aReturnedSheetChangesNothingAndCanBeAskedAgain() {
        ApprovalSheet first = ask(Act.EXTEND, EXTENSION);
        assertThatThrownBy(() -> ask(Act.EXTEND, EXTENSION)).hasMessageContaining("已经送负责人审批");
        assertThatThrownBy(() -> as(leader, () -> approvals.giveBack(first.id(), leader, "")))
                .hasMessageContaining("退回的理由");
        as(leader, () -> approvals.giveBack(first.id(), leader, "理由不充分，请补充"));
        long version = state().seq();
        assertThatThrownBy(() -> as(leader, () -> approvals.approve(first.id(), leader, "")))
                .hasMessageContaining("已退回");
        assertThat(state().seq()).isEqualTo(version);
        ApprovalSheet second = ask(Act.EXTEND, EXTENSION);
        assertThat(as(investigator, () -> approvals.withdraw(second.id(), investigator))
                        .state())
                .isEqualTo(State.WITHDRAWN);
    }

    @Test
    void whatTheLawForbidsIsNotEvenAskedAndWhatItForbidsLaterLeavesTheSheetOpen() {
        assertThatThrownBy(() -> ask(Act.FILE, Map.of("conditions", List.of("EVIDENCE"))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("四个条件");
        assertThatThrownBy(() -> ask(Act.RECORD_FINDING, Map.of("finding", "CONFIRMED")))
                .hasMessageContaining("不用负责人审批");
        ApprovalSheet extension = ask(Act.EXTEND, EXTENSION);
        planted.act(caseNo, Act.EXTEND, actor(leader), EXTENSION);
        assertThatThrownBy(() -> as(leader, () -> approvals.approve(extension.id(), leader, "")))
                .hasMessageContaining("延长过一次");
        assertThat(as(leader, () -> approvals.find(extension.id())).state()).isEqualTo(State.ASKED);
    }

    @Test
    void filingIsApprovedByALeaderWithTheOfficersThatWereProposed() throws Exception {
        ApprovalSheet asked = ask(
                Act.FILE,
                Map.of(
                        "conditions", List.of("EVIDENCE", "PUNISHABLE", "COMPETENT", "WITHIN_LIMITATION"),
                        "officers", List.of(investigator.personId(), colleague.personId()),
                        "caseCause", "FOOD_SAFETY"));
        as(leader, () -> approvals.approve(asked.id(), leader, "同意立案"));
        assertThat(state().stage()).isEqualTo(Stage.FILED);
        String paper = text(as(leader, () -> printing.pdf(asked.id())));
        assertThat(paper)
                .contains("立案审批表", asked.requestNo(), "食品安全", "同意立案", "建议立案查处")
                .contains(leader.displayName(), colleague.displayName());
        assertThat(as(leader, () -> pieces.pieces(state()))).singleElement().satisfies(piece -> {
            assertThat(piece.title()).contains("立案审批表");
            assertThat(piece.mayRead()).as("no party reads it").isEmpty();
            try (var first = piece.content().open()) {
                assertThat(first.readAllBytes())
                        .as("the same bytes whenever it is asked for")
                        .isEqualTo(as(leader, () -> printing.pdf(asked.id())));
            }
        });
    }

    @Test
    void whoDoesNotSeeTheReportSeesNoSheetAndAPolicyThatForgetsIsNoticed() throws Exception {
        ApprovalSheet asked = ask(Act.EXTEND, EXTENSION);
        assertThat(as(outsider, () -> store.find(asked.id()))).isEmpty();
        assertThat(as(outsider, () -> approvals.list(true)))
                .noneMatch(sheet -> sheet.caseNo().equals(caseNo));
        assertThatThrownBy(() -> as(outsider, () -> approvals.ask(caseNo, outsider, Act.EXTEND, EXTENSION, "我也想提请")))
                .isInstanceOf(Problem.class);
        assertThat(seen(false)).isZero();
        assertThat(seen(true)).as("the twin without its policy").isPositive();
    }

    @Test
    void numbersOfAnAgencyFollowOneAnother() {
        ApprovalSheet first = ask(Act.EXTEND, EXTENSION);
        as(investigator, () -> approvals.withdraw(first.id(), investigator));
        assertThatThrownBy(() -> ask(Act.FILE, Map.of("conditions", List.of()))).isInstanceOf(Problem.class);
        ApprovalSheet second = ask(Act.EXTEND, EXTENSION);
        assertThat(serial(second)).as("a refused request takes no number").isEqualTo(serial(first) + 1);
    }

    private static int serial(ApprovalSheet sheet) {
        return Integer.parseInt(sheet.requestNo().replaceAll(".*第(\\d+)号", "$1"));
    }

    private ApprovalSheet ask(Act act, Map<String, Object> fields) {
        return as(investigator, () -> approvals.ask(caseNo, investigator, act, fields, "证据初步成立，建议立案查处"));
    }

    private CaseState state() {
        return as(leader, () -> cases.find(caseNo).orElseThrow());
    }

    private LocalDate due() {
        return as(leader, () -> cases.dates(state())).stream()
                .filter(dated -> dated.clock().rule().startsWith("penalty.report.verify"))
                .filter(dated -> dated.clock().open())
                .map(dated -> dated.due().dueOn())
                .findFirst()
                .orElseThrow();
    }

    private int seen(boolean broken) throws Exception {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                if (broken) {
                    statement.execute("drop policy scope on approval.request");
                    statement.execute("create policy scope on approval.request using (true)");
                }
                statement.execute("set local role fx_app");
                statement.execute("""
                        select set_config('fangxin.scope_from', '620826', true), set_config('fangxin.scope_to', '620827', true),
                               set_config('fangxin.person', 'x', true), set_config('fangxin.reports', 'OWN', true)""");
                try (var rows = statement.executeQuery(
                        "select count(*) from approval.request where case_no = '" + caseNo + "'")) {
                    rows.next();
                    return rows.getInt(1);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    private static String text(byte[] pdf) throws Exception {
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private SignedIn hired(Role... roles) {
        var person = Staff.hire(people, PlantedCase.COUNTY, roles);
        return new SignedIn(
                person.personId(), person.username(), person.displayName(), PlantedCase.COUNTY, Set.of(roles), false);
    }

    private <T> T as(SignedIn who, Supplier<T> work) {
        Scope.Reports reports = who.has(Role.LEADER) || who.has(Role.UNIT_HEAD) ? Scope.Reports.ALL : Scope.Reports.OWN;
        Scope scope = Scope.subtree(who.agencyCode(), who.personId(), reports);
        return Scopes.within(scope, () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.personId(), who.agencyCode(), who.roles());
    }
}
