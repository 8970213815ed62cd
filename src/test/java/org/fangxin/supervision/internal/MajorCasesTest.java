package org.fangxin.supervision.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.Staff;
import org.fangxin.notice.OfficerInbox;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.supervision.store.HangingStore;
import org.fangxin.supervision.store.HangingStore.Hanging;
import org.fangxin.supervision.store.HangingStore.Step;
import org.fangxin.supervision.store.MajorStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A major case from its proposal to its lifting, and who may know of it. */
@FangxinTest
class MajorCasesTest {
    @Autowired
    MajorStore store;

    @Autowired
    HangingStore hangingStore;

    @Autowired
    CaseFiles cases;

    @Autowired
    Agencies agencies;

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
    SignedIn outsider;
    SignedIn leader;
    SignedIn city;
    LocalDate today;

    @BeforeEach
    void aCounty() {
        planted = new PlantedCase(cases, clock, owner, "大案标记");
        investigator = hired(PlantedCase.COUNTY, Role.INVESTIGATOR, Role.HANDLER);
        outsider = hired(PlantedCase.COUNTY, Role.INVESTIGATOR, Role.HANDLER);
        leader = hired(PlantedCase.COUNTY, Role.LEADER);
        city = hired("6208", Role.SUPERIOR, Role.LEADER);
        today = clock.instant().atZone(Fields.ZONE).toLocalDate();
    }

    @Test
    void aReportIsProposedEnteredHungReportedOnExtendedAndLiftedByWhoHungIt() {
        String caseNo = report();
        long major = entered(caseNo);
        as(city, () -> {
            hangings(clock).hang(city, major, today.plusDays(60), investigator.personId(), 10, "市局挂牌");
            return true;
        });
        Hanging hung = as(leader, () -> hangings(clock).of(major)).getFirst();
        assertThat(hung.level()).isEqualTo("CITY");
        as(investigator, () -> {
            hangings(clock).report(investigator, hung.id(), "已固定证据");
            return true;
        });
        assertThatThrownBy(() -> as(leader, () -> {
                    hangings(clock).lift(leader, hung.id(), "县局想摘牌");
                    return true;
                }))
                .as("only who hung it")
                .isInstanceOf(Problem.class);
        as(city, () -> {
            hangings(clock).extend(city, hung.id(), today.plusDays(90), "案情复杂");
            hangings(clock).lift(city, hung.id(), "已作处罚决定");
            return true;
        });
        assertThat(as(leader, () -> hangings(clock).steps(hung.id())))
                .extracting(Step::kind)
                .containsExactly("HUNG", "REPORTED", "EXTENDED", "LIFTED");
    }

    @Test
    void whoProposedDoesNotDecideAndIsNotHungBeforeADecision() {
        String caseNo = report();
        as(leader, () -> {
            majors().propose(leader, caseNo, List.of("MEDIA"), "电视报道");
            return true;
        });
        long id = as(leader, () -> store.of(caseNo).orElseThrow().id());
        assertThatThrownBy(() -> as(leader, () -> decided(leader, id))).hasMessageContaining("另一位");
        assertThatThrownBy(() -> as(city, () -> {
                    hangings(clock).hang(city, id, today.plusDays(9), investigator.personId(), 3, "先挂");
                    return true;
                }))
                .hasMessageContaining("列入");
    }

    @Test
    void theWallHoldsInTheLibraryTooAndAPolicyThatForgetsIsNoticed() throws Exception {
        String caseNo = report();
        entered(caseNo);
        assertThat(as(investigator, () -> store.of(caseNo))).isPresent();
        assertThat(as(outsider, () -> store.of(caseNo))).as("not in its line").isEmpty();
        assertThat(seen(caseNo, false)).isZero();
        assertThat(seen(caseNo, true)).as("the twin without its policy").isPositive();
        SignedIn nextCounty = hired(PlantedCase.NEIGHBOUR, Role.LEADER);
        assertThat(as(nextCounty, () -> store.of(caseNo))).isEmpty();
    }

    @Test
    void aMissingReportIsRemindedOfOnceForEachDate() {
        String caseNo = report();
        long major = entered(caseNo);
        as(city, () -> {
            hangings(clock).hang(city, major, today.plusDays(60), investigator.personId(), 5, "市局挂牌");
            return true;
        });
        long hung = as(city, () -> hangings(clock).of(major)).getFirst().id();
        List<String> told = new ArrayList<>();
        InstantSource later = InstantSource.fixed(clock.instant().plusSeconds(6 * 86_400));
        sweep(later, caseNo, told);
        sweep(later, caseNo, told);
        assertThat(told).hasSize(1);
        as(investigator, () -> {
            hangings(later).report(investigator, hung, "迟到的报告");
            return true;
        });
        sweep(later, caseNo, told);
        assertThat(told).hasSize(1);
        sweep(InstantSource.fixed(later.instant().plusSeconds(6 * 86_400)), caseNo, told);
        assertThat(told).hasSize(2);
    }

    @Test
    void whoReadBeforeTheOtherInstanceWroteRemindsNobody() {
        long major = entered(report());
        as(city, () -> {
            hangings(clock).hang(city, major, today.plusDays(60), investigator.personId(), 5, "市局挂牌");
            return true;
        });
        Hanging read = as(city, () -> hangings(clock).of(major)).getFirst();
        assertThat(as(city, () -> hangingStore.reminded(read, clock.instant()))).isTrue();
        assertThat(as(city, () -> hangingStore.reminded(read, clock.instant())))
                .as("the other instance")
                .isFalse();
        assertThat(as(city, () -> hangings(clock).steps(read.id())))
                .extracting(Step::kind)
                .containsExactly("HUNG", "REMINDED");
    }

    @Test
    void aThresholdOfTheAgencyGoesBeforeTheNationsAndTheRuleAsksIt() {
        assertThat(as(leader, () -> majors().criteria("620822"))).containsEntry("VICTIMS", 30);
        SignedIn other = hired("620822", Role.LEADER);
        as(other, () -> {
            majors().criterion(other, "VICTIMS", 1);
            majors().criterion(other, "AMOUNT", 60);
            return true;
        });
        var own = as(other, () -> majors().criteria("620822"));
        assertThat(own).containsEntry("VICTIMS", 1).containsEntry("MEDIA", 1);
        var state = Scopes.within(
                Scope.SYSTEM,
                () -> cases.find(planted.open(Kind.COMPLAINT, "620822", null)).orElseThrow());
        assertThat(MajorRules.met(state, new java.math.BigDecimal("68.00"), own))
                .containsExactly("AMOUNT", "VICTIMS");
        assertThat(MajorRules.met(state, new java.math.BigDecimal("59.99"), own))
                .containsExactly("VICTIMS");
        assertThat(MajorRules.met(state, null, java.util.Map.of("VICTIMS", 30))).isEmpty();
    }

    /** What an investigator who is not in charge sees; with policies that forget the case when {@code broken}. */
    private int seen(String caseNo, boolean broken) throws Exception {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                if (broken) {
                    statement.execute("drop policy scope on supervision.major_case");
                    statement.execute("create policy scope on supervision.major_case using (true)");
                }
                statement.execute("set local role fx_app");
                statement.execute("""
                        select set_config('fangxin.scope_from', '620826', true), set_config('fangxin.scope_to', '620827', true),
                               set_config('fangxin.person', 'x', true), set_config('fangxin.reports', 'OWN', true)""");
                try (var rows = statement.executeQuery(
                        "select count(*) from supervision.major_case where case_no = '" + caseNo + "'")) {
                    rows.next();
                    return rows.getInt(1);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    private void sweep(InstantSource at, String caseNo, List<String> told) {
        OfficerInbox inbox = (persons, no, event, matter, facts, now) -> {
            if (no.equals(caseNo)) {
                told.add(event);
            }
        };
        new HangingSweep(hangings(at), majors(), inbox, at, new TransactionTemplate(transactions)).remind();
    }

    private String report() {
        String caseNo = planted.report();
        planted.assign(caseNo, investigator.personId());
        return caseNo;
    }

    private long entered(String caseNo) {
        as(investigator, () -> {
            majors().propose(investigator, caseNo, List.of("AGENCIES", "HARM"), "三个县都有受害人");
            return true;
        });
        long id = as(leader, () -> store.of(caseNo).orElseThrow().id());
        as(leader, () -> decided(leader, id));
        return id;
    }

    private boolean decided(SignedIn who, long id) {
        majors().decide(who, id, true, "符合标准");
        return true;
    }

    private MajorCases majors() {
        return new MajorCases(store, cases, agencies, clock);
    }

    private Hangings hangings(InstantSource at) {
        return new Hangings(hangingStore, majors(), cases, at);
    }

    private SignedIn hired(String agency, Role... roles) {
        Person person = Staff.hire(people, agency, roles);
        return new SignedIn(person.personId(), person.username(), "测试员", agency, Set.of(roles), false);
    }

    private <T> T as(SignedIn who, Supplier<T> work) {
        Scope.Reports reports = who.has(Role.LEADER) ? Scope.Reports.ALL : Scope.Reports.OWN;
        Scope scope = Scope.subtree(who.agencyCode(), who.personId(), reports);
        return Scopes.within(scope, () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
