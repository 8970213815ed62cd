package org.fangxin.rapid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseHistory;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.fangxin.problem.Problem;
import org.fangxin.rapid.Area;
import org.fangxin.rapid.store.ShiftStore.Shift;
import org.fangxin.rapid.store.VisitStore.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From a dangerous word to the officer at the door, by the minute. */
@FangxinTest
class FastReactionTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseHistory histories;

    @Autowired
    RapidReader reader;

    @Autowired
    Board board;

    @Autowired
    Dispatching dispatching;

    @Autowired
    Visits visits;

    @Autowired
    Roster roster;

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
    Actor head;
    Actor near;
    Actor other;

    @BeforeEach
    void aPlace() {
        planted = new PlantedCase(cases, clock, owner, "煤气漏气触发标记");
        head = hired(Role.UNIT_HEAD, Role.INTAKE);
        near = hired(Role.HANDLER, Role.INVESTIGATOR);
        other = hired(Role.HANDLER);
    }

    @Test
    void aConfirmedHintFlagsTheCaseAndStartsThePromiseFromTheReceipt() {
        String caseNo = received(Duration.ofMinutes(4));
        assertThat(as(head, () -> board.asked(no -> new Places.Promised(new Placed(null, null, ""), null))))
                .anyMatch(asked -> asked.hint().caseNo().equals(caseNo)
                        && asked.hint().kind().equals("DANGER"));
        as(head, () -> answer(caseNo, true, Area.TOWN, "煤气"));
        heard(caseNo);
        Board.Line line = line(head, caseNo);
        assertThat(line.row().rule()).isEqualTo("promise.arrive.town");
        assertThat(Duration.between(line.row().startedAt(), line.row().dueAt())).isEqualTo(Duration.ofMinutes(20));
        assertThat(line.deadline().words()).contains("分钟");
        assertThat(line.state().flags()).contains(Flag.DANGER);
        assertThatThrownBy(() -> as(head, () -> answer(caseNo, true, Area.TOWN, "")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("已经有人答复");
    }

    @Test
    void aHintIsDismissedWithAReasonAlone() {
        String caseNo = received(Duration.ZERO);
        assertThatThrownBy(() -> as(head, () -> answer(caseNo, false, null, "")))
                .hasMessageContaining("为什么");
        as(head, () -> answer(caseNo, false, null, "只是打听"));
        assertThat(state(caseNo).flags()).doesNotContain(Flag.DANGER);
    }

    @Test
    void whoIsNotOnDutyIsSentOnlyWithAReason() {
        Instant now = clock.instant();
        as(head, () -> roster.add(shift(now.minusSeconds(3600), now.plusSeconds(3600), near.id()), head.id()));
        String caseNo = received(Duration.ofMinutes(1));
        as(head, () -> sent(caseNo, near, ""));
        assertThatThrownBy(() -> as(head, () -> sent(caseNo, other, ""))).hasMessageContaining("值班表");
        as(head, () -> sent(caseNo, other, "值班人员都出去了"));
        heard(caseNo);
        assertThat(line(head, caseNo).team()).contains(near.id(), other.id());
    }

    @Test
    void whoIsSentToAReportIsInChargeOfItAndSeesItOnlyThen() {
        String caseNo = planted.open(Kind.REPORT, PlantedCase.COUNTY, clock.instant(), null);
        assertThat(as(near, () -> cases.find(caseNo))).isEmpty();
        as(head, () -> sent(caseNo, near, "最近"));
        assertThat(as(near, () -> cases.find(caseNo))).isPresent();
        assertThat(as(other, () -> cases.find(caseNo))).isEmpty();
    }

    @Test
    void anArrivalNotedWithoutNetworkCountsAtItsTrueTimeAndSaysThatItWasEnteredLater() {
        Instant now = clock.instant();
        String caseNo = received(Duration.ofMinutes(50));
        as(head, () -> sent(caseNo, near, "最近"));
        Visit kept = as(near, () -> visits.tell(told(caseNo, now.minusSeconds(35 * 60)), near, "k-1", "", List.of()));
        as(near, () -> visits.tell(told(caseNo, now.minusSeconds(35 * 60)), near, "k-1", "", List.of()));
        assertThat(Visits.late(kept)).isTrue();
        heard(caseNo);
        List<Instant> arrivals = as(
                        head, () -> histories.of(caseNo, head).orElseThrow().told())
                .stream()
                .filter(one -> one.recorded().entry() instanceof Entry.ArrivedOnSite)
                .map(one -> one.recorded().occurredAt())
                .toList();
        assertThat(arrivals).as("sent twice, told once").hasSize(1);
        assertThat(Duration.between(arrivals.getFirst(), now).toMinutes()).isBetween(34L, 36L);
        assertThat(behind(Figure.ARRIVE, "KEPT")).contains(caseNo);
        assertThat(behind(Figure.ARRIVE, "LATE")).doesNotContain(caseNo);
    }

    @Test
    void leavingIsInTheFileOnlyWithWhatCameWithIt() {
        String caseNo = received(Duration.ofMinutes(5));
        as(head, () -> sent(caseNo, near, "最近"));
        Instant now = clock.instant();
        as(near, () -> visits.tell(left(caseNo, now), near, "k-left-1", "", List.of()));
        assertThat(departures(caseNo)).isEmpty();
        as(near, () -> visits.tell(left(caseNo, now), near, "k-left-2", "货架已经清空", List.of()));
        as(near, () -> visits.tell(left(caseNo, now), near, "k-left-2", "货架已经清空", List.of()));
        assertThat(departures(caseNo)).containsExactly("货架已经清空");
    }

    private List<String> departures(String caseNo) {
        return as(head, () -> histories.of(caseNo, head).orElseThrow().told()).stream()
                .filter(one -> one.recorded().entry() instanceof Entry.LeftSite)
                .map(one -> one.texts().getOrDefault("text", ""))
                .toList();
    }

    private Visit left(String caseNo, Instant at) {
        Visit arrived = told(caseNo, at);
        return new Visit(
                caseNo,
                arrived.person(),
                "LEFT",
                at,
                at,
                arrived.latitude(),
                arrived.longitude(),
                arrived.accuracy(),
                null);
    }

    @Test
    void anArrivalTooLateIsAmongTheLateOnesAndAsksWhy() {
        String caseNo = received(Duration.ofMinutes(50));
        as(head, () -> sent(caseNo, near, "最近"));
        as(near, () -> visits.tell(told(caseNo, clock.instant()), near, "k-2", "", List.of()));
        heard(caseNo);
        assertThat(behind(Figure.ARRIVE, "LATE")).contains(caseNo);
        as(near, () -> {
            dispatching.excuse(caseNo, "promise.arrive.town", "道路封闭", near);
            return true;
        });
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        assertThat(as(head, () -> board.behind(Figure.ARRIVE, "LATE", today.minusDays(1), today, "")))
                .filteredOn(one -> one.row().caseNo().equals(caseNo))
                .extracting(Board.Behind::excuse)
                .containsExactly("道路封闭");
        Board.Told figure =
                as(head, () -> board.figures(today.minusDays(1), today, "")).getFirst();
        assertThat(figure.late()).isEqualTo(behind(Figure.ARRIVE, "LATE").size());
        assertThat(figure.kept()).isEqualTo(behind(Figure.ARRIVE, "KEPT").size());
    }

    @Test
    void anArrivalInTheFutureOrOfAnotherDayIsRefused() {
        String caseNo = received(Duration.ZERO);
        Instant now = clock.instant();
        assertThatThrownBy(() ->
                        as(near, () -> visits.tell(told(caseNo, now.plusSeconds(1800)), near, "k-3", "", List.of())))
                .hasMessageContaining("不能晚于现在");
        assertThatThrownBy(() ->
                        as(near, () -> visits.tell(told(caseNo, now.minusSeconds(90_000)), near, "k-4", "", List.of())))
                .hasMessageContaining("24 小时");
    }

    @Test
    void aSwapNeedsTheOtherOnesYes() {
        Instant now = clock.instant();
        long shift = as(head, () -> roster.add(shift(now, now.plusSeconds(7200), near.id()), head.id()));
        as(near, () -> {
            roster.ask(shift, near.id(), other.id());
            return true;
        });
        long swap = as(other, () -> roster.swaps(other.id())).getFirst().id();
        assertThatThrownBy(() -> as(near, () -> {
                    roster.answer(swap, near.id(), true);
                    return true;
                }))
                .as("not by who asked")
                .isInstanceOf(Problem.class);
        as(other, () -> {
            roster.answer(swap, other.id(), true);
            return true;
        });
        assertThat(as(head, () -> roster.find(shift)).persons()).containsExactly(other.id());
    }

    @Test
    void aWeekIsCopiedOnceAndItsGapsAreShown() {
        LocalDate monday = LocalDate.of(2027, 3, 1);
        Instant start = monday.atStartOfDay(Fields.ZONE).toInstant();
        as(head, () -> roster.add(shift(start, start.plusSeconds(43_200), near.id()), head.id()));
        assertThat(as(head, () -> roster.copy(PlantedCase.COUNTY, monday, monday.plusDays(7), head.id()))
                        .copied())
                .isEqualTo(1);
        assertThat(as(head, () -> roster.copy(PlantedCase.COUNTY, monday, monday.plusDays(7), head.id())))
                .isEqualTo(new Roster.Copied(0, 1));
        Roster.Page page = as(head, () -> roster.page(PlantedCase.COUNTY, monday.plusDays(7), monday.plusDays(7)));
        assertThat(page.gaps()).hasSize(1);
        assertThat(page.gaps().getFirst().to()).isEqualTo(start.plus(Duration.ofDays(8)));
    }

    @Test
    void theNextCountySeesNothingOfItAndAPolicyThatForgetsIsNoticed() throws Exception {
        String caseNo = received(Duration.ofMinutes(2));
        as(head, () -> answer(caseNo, true, Area.RURAL, ""));
        as(head, () -> sent(caseNo, near, "最近"));
        as(near, () -> visits.tell(told(caseNo, clock.instant()), near, "k-5", "", List.of()));
        heard(caseNo);
        assertThat(seenNextDoor(caseNo, false)).isZero();
        assertThat(seenNextDoor(caseNo, true)).as("the twin without its policy").isPositive();
        assertThatThrownBy(() -> as(stranger(), () -> sent(caseNo, near, "最近"))).isInstanceOf(Problem.class);
    }

    /** Rows of the case that the next county's officer sees; with policies that forget the scope when {@code broken}. */
    private int seenNextDoor(String caseNo, boolean broken) throws Exception {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                if (broken) {
                    for (String table : List.of("promise", "team", "hint", "visit")) {
                        statement.execute("drop policy scope on rapid." + table);
                        statement.execute("create policy scope on rapid." + table + " using (true)");
                    }
                }
                statement.execute("set local role fx_app");
                statement.execute("""
                        select set_config('fangxin.scope_from', '620825', true), set_config('fangxin.scope_to', '620826', true),
                               set_config('fangxin.person', 'x', true), set_config('fangxin.reports', 'ALL', true)""");
                try (var rows = statement.executeQuery("""
                        select (select count(*) from rapid.promise where case_no = '%1$s')
                             + (select count(*) from rapid.team where case_no = '%1$s')
                             + (select count(*) from rapid.hint where case_no = '%1$s')
                             + (select count(*) from rapid.visit where case_no = '%1$s')""".formatted(caseNo))) {
                    rows.next();
                    return rows.getInt(1);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    private String received(Duration ago) {
        String caseNo =
                planted.open(Kind.COMPLAINT, PlantedCase.COUNTY, clock.instant().minus(ago), null);
        heard(caseNo);
        return caseNo;
    }

    private void heard(String caseNo) {
        Hearing.in(context, owner).all(reader, caseNo);
    }

    private boolean answer(String caseNo, boolean yes, Area area, String reason) {
        dispatching.answer(caseNo, "DANGER", yes, area, reason, head);
        return true;
    }

    private boolean sent(String caseNo, Actor whom, String reason) {
        dispatching.dispatch(caseNo, List.of(whom.id()), Area.TOWN, reason, head);
        return true;
    }

    private Board.Line line(Actor who, String caseNo) {
        return as(who, () -> board.running()).stream()
                .filter(one -> one.row().caseNo().equals(caseNo))
                .findFirst()
                .orElseThrow();
    }

    private List<String> behind(Figure figure, String outcome) {
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        return as(head, () -> board.behind(figure, outcome, today.minusDays(1), today, "")).stream()
                .map(one -> one.row().caseNo())
                .toList();
    }

    private Visit told(String caseNo, Instant at) {
        return new Visit(
                caseNo,
                near.id(),
                "ARRIVED",
                at,
                at,
                new BigDecimal("35.30000"),
                new BigDecimal("107.03000"),
                12,
                "门口");
    }

    private Shift shift(Instant from, Instant to, String person) {
        return new Shift(0, PlantedCase.COUNTY, from, to, List.of(person), "0933-0000000", "甘L00000");
    }

    private org.fangxin.casefile.CaseState state(String caseNo) {
        return as(head, () -> cases.find(caseNo).orElseThrow());
    }

    private Actor hired(Role... roles) {
        return new Actor(Staff.hire(people, PlantedCase.COUNTY, roles).personId(), PlantedCase.COUNTY, Set.of(roles));
    }

    private static Actor stranger() {
        return new Actor("stranger", PlantedCase.NEIGHBOUR, Set.of(Role.UNIT_HEAD, Role.INTAKE));
    }

    private <T> T as(Actor who, Supplier<T> work) {
        Scope.Reports reports = who.has(Role.UNIT_HEAD)
                ? Scope.Reports.ALL
                : who.has(Role.INVESTIGATOR) ? Scope.Reports.OWN : Scope.Reports.NONE;
        Scope scope = Scope.subtree(who.agency(), who.id(), reports);
        return Scopes.within(scope, () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
