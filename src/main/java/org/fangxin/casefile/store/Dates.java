package org.fangxin.casefile.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.fangxin.casefile.CaseFiles.Dated;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Clock;
import org.fangxin.casefile.Fields;
import org.fangxin.database.Inserts;
import org.fangxin.law.ClockEnd;
import org.fangxin.law.DeadlineView;
import org.fangxin.law.DueDate;
import org.fangxin.law.Rule;
import org.fangxin.law.Statutes;
import org.fangxin.law.Urgency;
import org.fangxin.law.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clocks of a case with their dates, computed from the entries and the calendar, kept for lists and readers. */
@Component
class Dates {
    private static final String INSERT = """
            insert into casefile.deadline (case_id, position, rule, state, started_at, due_on, due_at, act_by, provisional,
                                           ended_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;
    private final Statutes statutes;
    private final WorkingCalendar calendar;
    private final Inserts inserts;

    Dates(JdbcClient jdbc, Statutes statutes, WorkingCalendar calendar, Inserts inserts) {
        this.jdbc = jdbc;
        this.statutes = statutes;
        this.calendar = calendar;
        this.inserts = inserts;
    }

    /** Statutes before promises, nearest first; clocks without a date (paused, 及时) last, ended ones behind them. */
    List<Dated> of(CaseState state) {
        Statutes here = statutes.forAgency(state.agency());
        List<Dated> dated = new ArrayList<>();
        for (Clock clock : state.clocks().all()) {
            DueDate due = due(here, clock);
            LocalDate near = clock.open() && due.dueOn() != null ? nearFrom(clock, due, rule(here, clock)) : null;
            dated.add(new Dated(clock, due, near));
        }
        dated.sort(Comparator.comparing((Dated d) -> !d.clock().open())
                .thenComparing(d -> rule(here, d.clock()).source())
                .thenComparing(d -> d.due().dueOn(), Comparator.nullsLast(Comparator.naturalOrder())));
        return dated;
    }

    /** The rules of running clocks whose kept date is no longer what the calendar gives. */
    List<String> moved(long caseId, CaseState state) {
        java.util.Map<String, LocalDate> kept = new java.util.HashMap<>();
        jdbc.sql("select rule, due_on from casefile.deadline where case_id = ? and state = 'RUNNING'")
                .param(caseId)
                .query((java.sql.ResultSet rs) -> {
                    kept.put(rs.getString(1), rs.getObject(2, LocalDate.class));
                });
        return of(state).stream()
                .filter(d -> d.clock().state() == Clock.State.RUNNING)
                .filter(d -> !Objects.equals(kept.get(d.clock().rule()), d.due().dueOn()))
                .map(d -> d.clock().rule())
                .distinct()
                .toList();
    }

    /** What the row shows of a case's nearest running clock; far away when there is none. */
    record Nearest(
            LocalDate due,
            LocalDate near,
            Timestamp at,
            @Nullable String rule) {}

    static Nearest nearest(List<Dated> all) {
        return Dated.nearest(all)
                .filter(d -> d.due().dueOn() != null)
                .map(d -> new Nearest(
                        Objects.requireNonNull(d.due().dueOn()),
                        Objects.requireNonNull(d.nearFrom()),
                        Timestamp.from(over(d.due())),
                        d.clock().rule()))
                .orElseGet(() -> new Nearest(Worklist.NEVER, Worklist.NEVER, Worklist.NEVER_AT, null));
    }

    /** The dates of a new case; its row is written with the nearest one. */
    void begin(long caseId, List<Dated> all) {
        for (int i = 0; i < all.size(); i++) {
            insert(caseId, i, all.get(i));
        }
    }

    /** Replaces the stored dates of a case and the row's nearest one. */
    void write(long caseId, CaseState state) {
        List<Dated> all = of(state);
        jdbc.sql("delete from casefile.deadline where case_id = ?")
                .param(caseId)
                .update();
        begin(caseId, all);
        Nearest nearest = nearest(all);
        jdbc.sql(
                        "update casefile.case_file set nearest_due = ?, nearest_near = ?, nearest_at = ?, nearest_rule = ? where id = ?")
                .params(Arrays.asList(nearest.due(), nearest.near(), nearest.at(), nearest.rule(), caseId))
                .update();
    }

    /** When the date is over: its hour, or the end of its day. */
    private static Instant over(DueDate due) {
        Instant at = due.dueAt();
        return at != null
                ? at
                : Objects.requireNonNull(due.dueOn())
                        .plusDays(1)
                        .atStartOfDay(Fields.ZONE)
                        .toInstant();
    }

    private void insert(long caseId, int position, Dated d) {
        DueDate due = d.due();
        Clock clock = d.clock();
        inserts.add(
                INSERT,
                caseId,
                position,
                clock.rule(),
                clock.state().name(),
                Timestamp.from(clock.startedAt()),
                due.dueOn(),
                due.dueAt() == null ? null : Timestamp.from(due.dueAt()),
                due.actBy(),
                due.provisional(),
                clock.endedAt() == null ? null : Timestamp.from(clock.endedAt()));
    }

    /** The first day on which the date is near, so that counting queries need no calendar. */
    private LocalDate nearFrom(Clock clock, DueDate date, Rule rule) {
        LocalDate due = Objects.requireNonNull(date.dueOn());
        LocalDate low = clock.startedAt().atZone(Fields.ZONE).toLocalDate();
        LocalDate high = due;
        while (low.isBefore(high)) {
            LocalDate middle = low.plusDays(low.until(high, java.time.temporal.ChronoUnit.DAYS) / 2);
            if (urgency(rule, date, middle) == Urgency.AMPLE) {
                low = middle.plusDays(1);
            } else {
                high = middle;
            }
        }
        return high;
    }

    private Urgency urgency(Rule rule, DueDate due, LocalDate day) {
        return DeadlineView.of(
                        rule, due, ClockEnd.OPEN, day.atStartOfDay(Fields.ZONE).toInstant(), calendar)
                .urgency();
    }

    /** The clock as answers show it. */
    DeadlineView view(CaseState state, Dated d, Instant now) {
        ClockEnd end = switch (d.clock().state()) {
            case RUNNING, PAUSED -> ClockEnd.OPEN;
            case MET -> new ClockEnd.Met(Objects.requireNonNull(d.clock().endedAt()));
            case LIFTED -> new ClockEnd.Lifted(Objects.requireNonNull(d.clock().endedAt()));
        };
        return DeadlineView.of(rule(statutes.forAgency(state.agency()), d.clock()), d.due(), end, now, calendar);
    }

    private static Rule rule(Statutes here, Clock clock) {
        return here.rule(clock.rule()).orElseThrow(() -> new IllegalStateException("No such rule: " + clock.rule()));
    }

    private static DueDate due(Statutes here, Clock clock) {
        if (clock.setDate() != null) {
            return clock.due(here);
        }
        Rule rule = rule(here, clock);
        if (rule.unit() == Rule.Unit.PROMPTLY || rule.unit() == Rule.Unit.SET) {
            return new DueDate(
                    rule.id(),
                    rule.article(),
                    true,
                    clock.startedAt(),
                    null,
                    null,
                    null,
                    null,
                    false,
                    rule.article() + "要求及时办理，没有规定天数。",
                    List.of(),
                    null);
        }
        return clock.due(here);
    }
}
