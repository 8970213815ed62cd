package org.fangxin.mediation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseHistory;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.JournalReader.Heard;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.law.WorkingCalendar;
import org.fangxin.mediation.store.DiaryStore;
import org.fangxin.mediation.store.DiaryStore.Meeting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The diary made of the journal, and agreements that are reminded of. */
@FangxinTest
class FollowUpTest {
    private static final Actor HANDLER = new Actor("u-diary", PlantedCase.COUNTY, Set.of(Role.HANDLER, Role.MEDIATOR));

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseHistory histories;

    @Autowired
    DiaryStore store;

    @Autowired
    PerformanceSweep sweep;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    InstantSource clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    PlantedCase planted;

    @BeforeEach
    void aPlace() {
        planted = new PlantedCase(cases, clock, owner, "日程标记");
    }

    @Test
    void aPointDueOnTheNextWorkingDayIsRemindedOfOnceAndOneThatIsPastIsMarked() {
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        LocalDate next = calendar.workingDayFrom(today.plusDays(1));
        String caseNo = agreed(
                today.minusDays(3),
                List.of(
                        Map.of("what", "退款", "by", next.toString()),
                        Map.of("what", "道歉", "by", today.minusDays(1).toString()),
                        Map.of("what", "换货", "by", next.plusDays(30).toString())));
        // the program's own reader hears the case at the same time; what it holds is left for the next sweep
        for (int sweeps = 0; sweeps < 20 && reminders(caseNo).size() < 2; sweeps++) {
            hear(caseNo);
            Scopes.within(Scope.SYSTEM, sweep::remindAll);
        }
        assertThat(reminders(caseNo)).containsExactlyInAnyOrder("1 due", "2 overdue");
        assertThat(state(caseNo).flags()).contains(Flag.PERFORMANCE_DUE, Flag.PERFORMANCE_OVERDUE);
        hear(caseNo);
        Scopes.within(Scope.SYSTEM, sweep::remindAll);
        assertThat(reminders(caseNo)).hasSize(2);
        planted.act(caseNo, Act.RECORD_PERFORMANCE, HANDLER, Map.of("result", "PERFORMED"));
        hear(caseNo);
        assertThat(own(() -> store.dueUpTo(next.plusDays(60))))
                .noneMatch(due -> due.caseNo().equals(caseNo));
        assertThat(state(caseNo).flags()).doesNotContain(Flag.PERFORMANCE_DUE, Flag.PERFORMANCE_OVERDUE);
    }

    @Test
    void theDiaryShowsAMovedSessionAtItsNewTimeAndNoneOfACaseThatEnded() {
        String caseNo = accepted(clock.instant());
        Instant first = clock.instant().plusSeconds(86_400);
        Instant second = first.plusSeconds(86_400);
        planted.act(caseNo, Act.SCHEDULE_MEDIATION, HANDLER, session(first));
        planted.act(caseNo, Act.RESCHEDULE_MEDIATION, HANDLER, session(second));
        hear(caseNo);
        List<Meeting> found = own(() -> store.between(first.minusSeconds(60), second.plusSeconds(60))).stream()
                .filter(one -> one.caseNo().equals(caseNo))
                .toList();
        assertThat(found).extracting(Meeting::place).containsExactly("二楼调解室");
        assertThat(found.getFirst().at()).isAfter(first);
        planted.act(caseNo, Act.WITHDRAW, HANDLER, Map.of("means", "PHONE"));
        hear(caseNo);
        assertThat(own(() -> store.between(first.minusSeconds(60), second.plusSeconds(60))))
                .noneMatch(one -> one.caseNo().equals(caseNo));
    }

    @Test
    void sessionsThatStandInEachOthersWayAreMarked() {
        Instant at = Instant.parse("2026-05-15T01:00:00Z");
        Meeting one = new Meeting("A", 1, at, "ON_SITE", "二楼 调解室", List.of("u-1"), false);
        Meeting sameRoom = new Meeting("B", 1, at.plusSeconds(1800), "ON_SITE", "二楼调解室", List.of("u-2"), false);
        Meeting samePerson = new Meeting("C", 1, at.plusSeconds(1800), "PHONE", null, List.of("u-1"), false);
        Meeting later = new Meeting("D", 1, at.plusSeconds(7200), "ON_SITE", "二楼调解室", List.of("u-1"), false);
        List<Meeting> all = List.of(one, sameRoom, samePerson, later);
        assertThat(MediationDiary.conflicts(one, all)).containsExactlyInAnyOrder("TIME", "PLACE");
        assertThat(MediationDiary.conflicts(sameRoom, all)).containsExactly("PLACE");
        assertThat(MediationDiary.conflicts(later, all)).isEmpty();
    }

    private Map<String, Object> session(Instant at) {
        return Map.of(
                "at",
                OffsetDateTime.ofInstant(at, Fields.ZONE).toString(),
                "mode",
                "ON_SITE",
                "place",
                "二楼调解室",
                "leadWaived",
                true);
    }

    private String accepted(Instant receivedAt) {
        String caseNo = planted.open(Kind.COMPLAINT, PlantedCase.COUNTY, receivedAt, null);
        planted.act(caseNo, Act.ACCEPT, HANDLER, past(receivedAt));
        return caseNo;
    }

    private String agreed(LocalDate on, List<Map<String, Object>> items) {
        Instant at = on.atTime(9, 0).atZone(Fields.ZONE).toInstant();
        String caseNo = accepted(at);
        Map<String, Object> settled = new java.util.LinkedHashMap<>(past(at));
        settled.put("mode", "MEDIATED");
        settled.put("letter", "NOT_ON_SITE");
        settled.put("items", items);
        planted.act(caseNo, Act.SETTLE, HANDLER, settled);
        return caseNo;
    }

    /** Today nothing is said; of an earlier day its paper. */
    private Map<String, Object> past(Instant at) {
        LocalDate day = at.atZone(Fields.ZONE).toLocalDate();
        return day.equals(clock.instant().atZone(Fields.ZONE).toLocalDate())
                ? Map.of()
                : Map.of("occurredOn", day.toString(), "paperNo", "补〔2026〕1号");
    }

    /** As the reader hears of the case, here and now. */
    private void hear(String caseNo) {
        own(() -> {
            new DiaryReader(histories, store)
                    .take(List.of(new Heard(
                            1,
                            caseNo,
                            1,
                            clock.instant(),
                            clock.instant(),
                            "system",
                            new Entry.MediationOpened(),
                            "")));
            return true;
        });
    }

    private List<String> reminders(String caseNo) {
        return own(() -> histories.of(caseNo, Actor.SYSTEM).orElseThrow()).told().stream()
                .map(told -> told.recorded().entry())
                .filter(Entry.PerformanceReminded.class::isInstance)
                .map(Entry.PerformanceReminded.class::cast)
                .map(one -> one.item() + (one.overdue() ? " overdue" : " due"))
                .toList();
    }

    private CaseState state(String caseNo) {
        return own(() -> cases.find(caseNo).orElseThrow());
    }

    private <T> T own(Supplier<T> work) {
        return Scopes.within(Scope.SYSTEM, () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
