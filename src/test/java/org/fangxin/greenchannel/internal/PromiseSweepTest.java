package org.fangxin.greenchannel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.greenchannel.store.ItemStore;
import org.fangxin.identity.Role;
import org.fangxin.law.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;

/** Silence of the merchant: the program hands over after the tenth working day, not before, and once. */
@FangxinTest
class PromiseSweepTest {
    private static final Actor REGISTRAR = new Actor("test-620823", "620823", Set.of(Role.REGISTRAR));

    @Autowired
    CaseFiles cases;

    @Autowired
    Own own;

    @Autowired
    ItemStore items;

    @Autowired
    ItemBook book;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    InstantSource clock;

    @Autowired
    ApplicationContext context;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Test
    void handsOverAfterTheLastDayNotBeforeAndOnce() {
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        LocalDate due = calendar.workingDayUpTo(today.minusDays(1));
        String caseNo = routedOn(tenWorkingDaysBefore(due));
        assertThat(own.program(() -> items.find(caseNo).orElseThrow()).dueOn()).isEqualTo(due);

        sweepAt(due.atTime(LocalTime.of(23, 59)).atZone(Fields.ZONE).toInstant());
        assertThat(state(caseNo).stage()).isEqualTo(Stage.GREEN_CHANNEL);

        Instant midnight = due.plusDays(1).atStartOfDay(Fields.ZONE).toInstant();
        sweepAt(midnight);
        CaseState handed = state(caseNo);
        assertThat(handed.stage()).isEqualTo(Stage.RECEIVED);
        assertThat(own.program(() -> items.find(caseNo).orElseThrow()).endedBy())
                .isEqualTo("PROMISE_MISSED");
        assertThat(handed.clocks()
                        .open("order121.complaint.accept")
                        .orElseThrow()
                        .startedAt())
                .isEqualTo(handed.receivedAt());

        sweepAt(midnight.plusSeconds(60));
        assertThat(state(caseNo).seq()).isEqualTo(handed.seq());
    }

    @Test
    void whatTheMerchantStillHasTimeForStaysWithIt() {
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        LocalDate due = calendar.workingDayFrom(today);
        String caseNo = routedOn(tenWorkingDaysBefore(due));
        sweepAt(clock.instant());
        assertThat(state(caseNo).stage()).isEqualTo(Stage.GREEN_CHANNEL);
        sweepAt(due.plusDays(3).atStartOfDay(Fields.ZONE).toInstant());
        assertThat(state(caseNo).stage()).as("the gate has its own clock").isEqualTo(Stage.GREEN_CHANNEL);
    }

    @Test
    void theBookIsTheSameWhenItIsReadAnew() {
        String caseNo = routedOn(clock.instant().atZone(Fields.ZONE).toLocalDate());
        var before = own.program(() -> items.find(caseNo).orElseThrow());
        own.program(() -> {
            book.forget();
            book.look(caseNo);
            return true;
        });
        assertThat(own.program(() -> items.find(caseNo).orElseThrow())).isEqualTo(before);
    }

    private LocalDate tenWorkingDaysBefore(LocalDate due) {
        LocalDate start = due;
        while (calendar.workingDaysBetween(start, due) < 10) {
            start = start.minusDays(1);
        }
        return start;
    }

    private void sweepAt(Instant now) {
        new PromiseSweep(own, items, book, cases, InstantSource.fixed(now), "").sweep();
    }

    private CaseState state(String caseNo) {
        return own.program(() -> cases.find(caseNo).orElseThrow());
    }

    private String routedOn(LocalDate day) {
        Instant received = day.atTime(9, 0).atZone(Fields.ZONE).toInstant();
        String routed = own.program(() -> {
            String caseNo = cases.open(List.of(complaint(received)), REGISTRAR, clock.instant())
                    .getFirst()
                    .caseNo();
            Map<String, Object> fields =
                    Map.of("member", "gm-sweep", "consent", true, "occurredOn", day.toString(), "paperNo", "样例1号");
            cases.act(caseNo, Act.ROUTE_TO_MERCHANT, REGISTRAR, null, fields, null);
            book.look(caseNo);
            return caseNo;
        });
        // a reader that writes the item in the same moment holds its row, and a sweep passes over that until its next
        // round
        Hearing.byEverybody(context, owner, routed);
        return routed;
    }

    private static NewCase complaint(Instant received) {
        return new NewCase(
                Kind.COMPLAINT,
                "620823",
                received,
                "PHONE",
                "SUBMISSION",
                "T-" + UUID.randomUUID(),
                null,
                new NewCase.Narrative(
                        "电扇不转",
                        "电扇不转",
                        List.of("REFUND"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new NewCase.Merchant("某某百货", null, null, "620823", "SHOP", null, null)),
                List.of(
                        new NewCase.PartyData(PartyRole.COMPLAINANT, "赵测试", "13800001111", null, null, null),
                        new NewCase.PartyData(PartyRole.RESPONDENT, "某某百货", null, null, null, null)),
                new NewCase.Route(List.of("第十三条第一款"), "商家在崇信县。", List.of("620823")),
                Set.of(),
                Set.of(),
                true,
                List.of());
    }
}
