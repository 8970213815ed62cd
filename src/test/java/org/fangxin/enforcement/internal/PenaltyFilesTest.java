package org.fangxin.enforcement.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.enforcement.CaseFigures;
import org.fangxin.enforcement.PenaltyFile;
import org.fangxin.enforcement.store.PenaltyStore;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.Staff;
import org.fangxin.law.WorkingCalendar;
import org.fangxin.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From a complaint to a penalty file, counted once, with its decision, publication and closing. */
@FangxinTest
class PenaltyFilesTest {
    private static final List<String> ALL_FOUR = List.of("EVIDENCE", "PUNISHABLE", "COMPETENT", "WITHIN_LIMITATION");

    @Autowired
    PenaltyFiles files;

    @Autowired
    CourseReader reader;

    @Autowired
    PublicationDates dates;

    @Autowired
    PublicationSweep sweep;

    @Autowired
    WorkingCalendar calendar;

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
    LocalDate today;

    @BeforeEach
    void aCounty() {
        planted = new PlantedCase(cases, clock, owner, "案卷标记");
        investigator = hired(Role.INVESTIGATOR, Role.HANDLER, Role.MEDIATOR);
        second = hired(Role.INVESTIGATOR, Role.HANDLER);
        leader = hired(Role.LEADER);
        today = clock.instant().atZone(Fields.ZONE).toLocalDate();
    }

    @Test
    void aComplaintWithTwoCluesThatBothBecomeCasesCountsOnce() {
        CaseFigures before = figures();
        String complaint = accepted();
        String first = clueOf(complaint);
        String other = clueOf(complaint);
        String plain = accepted();
        filed(first);
        filed(other);
        heard(first, other, complaint, plain);

        CaseFigures after = figures();
        assertThat(after.accepted() - before.accepted()).isEqualTo(2);
        assertThat(after.converted() - before.converted())
                .as("one complaint, once")
                .isEqualTo(1);
        assertThat(after.filed() - before.filed()).isEqualTo(2);
        assertThat(after.convertedDecided()).isEqualTo(before.convertedDecided());
        assertThat(file(first).origins()).containsExactly(complaint);

        decided(first);
        heard(first);
        assertThat(figures().convertedDecided() - before.convertedDecided()).isEqualTo(1);
    }

    @Test
    void theComplaintAndItsClueAreLinkedBothWaysForWhoMaySeeBoth() {
        String complaint = accepted();
        String clue = clueOf(complaint);
        assertThat(as(leader, () -> cases.find(clue)).orElseThrow().related()).containsKey(complaint);
        assertThat(as(leader, () -> cases.find(complaint)).orElseThrow().related())
                .containsKey(clue);
        SignedIn stranger = hired(Role.INVESTIGATOR, Role.HANDLER);
        assertThat(as(stranger, () -> cases.find(clue))).as("the clue's wall").isEmpty();
    }

    @Test
    void aFileIsOpenedNumberedDecidedPublishedTakenBackPerformedAndClosed() {
        String report = planted.report();
        planted.assign(report, investigator.personId(), second.personId());
        filed(report);
        heard(report);
        PenaltyFile opened = file(report);
        assertThat(opened.officers()).containsExactlyInAnyOrder(investigator.personId(), second.personId());
        assertThat(opened.cause()).isEqualTo("FOOD_SAFETY");
        assertThatThrownBy(() -> as(investigator, () -> files.publish(report, investigator, null, "公示系统")))
                .hasMessageContaining("处罚决定以后");

        planted.act(report, Act.EXTEND_DECISION, actor(leader), Map.of("reason", "案情复杂"));
        decided(report);
        heard(report);
        PenaltyFile decided = file(report);
        assertThat(decided.extensions()).isEqualTo(1);
        assertThat(decided.outcome()).isEqualTo("PENALTY");
        assertThat(decided.fine()).isEqualByComparingTo("30000");
        assertThat(decided.returned()).isEqualByComparingTo("68");

        assertThat(as(investigator, () -> files.publish(report, investigator, null, "企业信用信息公示系统"))
                        .published())
                .isTrue();
        assertThatThrownBy(() -> as(investigator, () -> files.withdraw(report, investigator, null, "")))
                .hasMessageContaining("理由");
        assertThat(as(investigator, () -> files.withdraw(report, investigator, null, "复议决定变更"))
                        .published())
                .isFalse();
        assertThatThrownBy(() -> as(investigator, () -> files.publish(report, investigator, today.plusDays(1), "公示系统")))
                .isInstanceOf(Problem.class);

        planted.act(report, Act.RECORD_PENALTY_PERFORMANCE, actor(investigator), Map.of("proofNo", "缴1号"));
        planted.act(report, Act.CLOSE_CASE, actor(leader), Map.of());
        heard(report);
        assertThat(file(report).closedOn()).isEqualTo(today);
        assertThat(as(leader, () -> files.list(PenaltyStore.State.CLOSED)))
                .anyMatch(one -> one.caseNo().equals(report));
    }

    @Test
    void aPublicationIsDueInTwentyWorkingDaysAndTakenBackInThreeOnceTheDecisionIsChanged() {
        String report = planted.report();
        planted.assign(report, investigator.personId(), second.personId());
        filed(report);
        decided(report);
        heard(report);
        assertThat(due(report)).isEqualTo(workingDaysAfter(20));
        as(investigator, () -> files.publish(report, investigator, null, "企业信用信息公示系统"));
        assertThat(dates.due(file(report))).isEmpty();
        planted.act(
                report,
                Act.CHANGE_DECISION,
                actor(investigator),
                Map.of("what", "REVOKED", "by", "COURT", "on", today.toString(), "changeNo", "行初1号", "text", "事实不清"));
        heard(report);
        assertThat(due(report)).isEqualTo(workingDaysAfter(3));
        sweep.remind();
        sweep.remind();
        assertThat(told(report, "penalty-take-back")).as("both officers, once").isEqualTo(2);
        as(investigator, () -> files.withdraw(report, investigator, null, "判决撤销"));
        assertThat(dates.due(file(report))).isEmpty();
    }

    private LocalDate due(String report) {
        return dates.due(file(report)).orElseThrow().dueOn();
    }

    private LocalDate workingDaysAfter(int days) {
        LocalDate day = today;
        while (calendar.workingDaysBetween(today, day) < days) {
            day = day.plusDays(1);
        }
        return day;
    }

    private int told(String report, String matter) {
        return JdbcClient.create(owner)
                .sql("select count(*) from notice.inbox where case_no = ? and matter = ?")
                .params(report, matter)
                .query(Integer.class)
                .single();
    }

    @Test
    void theBureausOwnCaseSystemWritesItsNumberAndEveryLineStays() throws Exception {
        String report = planted.report();
        planted.assign(report, investigator.personId(), second.personId());
        filed(report);
        heard(report);
        assertThatThrownBy(() -> note(report, "县办案系统", null)).hasMessageContaining("一起填");
        note(report, "县办案系统", "A-1");
        PenaltyFile noted = note(report, "县办案系统", "A-2");
        assertThat(noted.note()).satisfies(note -> {
            assertThat(note).isNotNull();
            assertThat(note.externalNo()).isEqualTo("A-2");
        });
        try (var connection = owner.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select count(*) from enforcement.penalty_note where case_no = '" + report + "'")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void whoDoesNotSeeTheReportSeesNoFileAndAPolicyThatForgetsIsNoticed() throws Exception {
        String report = planted.report();
        planted.assign(report, investigator.personId(), second.personId());
        filed(report);
        heard(report);
        SignedIn outsider = hired(Role.INVESTIGATOR);
        assertThatThrownBy(() -> as(outsider, () -> files.of(report))).isInstanceOf(Problem.class);
        for (String table : List.of("course", "penalty_file")) {
            assertThat(seen(table, report, false)).as(table).isZero();
            assertThat(seen(table, report, true)).as("twin of " + table).isPositive();
        }
    }

    private PenaltyFile note(String report, String system, String number) {
        return as(
                investigator,
                () -> files.note(
                        report,
                        investigator,
                        new PenaltyFile.Note("案1号", "食品安全法第五十四条", null, system, number, "", clock.instant())));
    }

    private String accepted() {
        String complaint = planted.complaint();
        planted.assign(complaint, investigator.personId());
        planted.act(complaint, Act.ACCEPT, actor(investigator), Map.of());
        return complaint;
    }

    private String clueOf(String complaint) {
        String clue = planted.act(complaint, Act.FIND_CLUE, actor(investigator), Map.of("content", "过期食品仍在出售"))
                .opened()
                .getFirst();
        planted.assign(clue, investigator.personId(), second.personId());
        return clue;
    }

    private void filed(String report) {
        planted.act(
                report,
                Act.FILE,
                actor(leader),
                Map.of(
                        "conditions",
                        ALL_FOUR,
                        "officers",
                        List.of(investigator.personId(), second.personId()),
                        "caseCause",
                        "FOOD_SAFETY"));
    }

    private void decided(String report) {
        planted.act(
                report,
                Act.DECIDE_CASE,
                actor(leader),
                Map.of(
                        "outcome", "PENALTY",
                        "reviewed", true,
                        "heard", true,
                        "decisionNo", "罚1号",
                        "fine", "30000.00",
                        "forfeiture", "260.00",
                        "returned", "68.00"));
    }

    private PenaltyFile file(String report) {
        return as(leader, () -> files.of(report));
    }

    private CaseFigures figures() {
        return as(leader, () -> files.figures(today, today));
    }

    private void heard(String... caseNos) {
        for (String caseNo : caseNos) {
            Hearing.in(context, owner).all(reader, caseNo);
        }
    }

    private int seen(String table, String caseNo, boolean broken) throws Exception {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                if (broken) {
                    statement.execute("drop policy scope on enforcement." + table);
                    statement.execute("create policy scope on enforcement." + table + " using (true)");
                }
                statement.execute("set local role fx_app");
                statement.execute("""
                        select set_config('fangxin.scope_from', '620826', true), set_config('fangxin.scope_to', '620827', true),
                               set_config('fangxin.person', 'x', true), set_config('fangxin.reports', 'OWN', true)""");
                try (var rows = statement.executeQuery(
                        "select count(*) from enforcement." + table + " where case_no = '" + caseNo + "'")) {
                    rows.next();
                    return rows.getInt(1);
                }
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

    private static Actor actor(SignedIn who) {
        return new Actor(who.personId(), who.agencyCode(), who.roles());
    }
}
