package org.fangxin.enforcement.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.Fields;
import org.fangxin.enforcement.PenaltyFile;
import org.fangxin.law.ClockEnd;
import org.fangxin.law.DeadlineView;
import org.fangxin.law.DueDate;
import org.fangxin.law.Statutes;
import org.fangxin.law.WorkingCalendar;
import org.springframework.stereotype.Component;

/** By when a decision is published, and by when a publication is taken back once the decision is no longer what it was (PP 63). */
@Component
public class PublicationDates {
    static final String PUBLISH = "publicity.penalty.publish";
    static final String TAKE_BACK = "penalty.withdraw-publication";

    private final Statutes statutes;
    private final WorkingCalendar calendar;
    private final InstantSource clock;

    PublicationDates(Statutes statutes, WorkingCalendar calendar, InstantSource clock) {
        this.statutes = statutes;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What is owed now; empty when nothing is. */
    public Optional<DeadlineView> owed(PenaltyFile file) {
        return due(file)
                .flatMap(due -> statutes.rule(due.rule())
                        .map(rule -> DeadlineView.of(rule, due, ClockEnd.OPEN, clock.instant(), calendar)));
    }

    Optional<DueDate> due(PenaltyFile file) {
        LocalDate changed = file.changedOn();
        if (changed != null) {
            return file.published() && file.publications().getLast().on().compareTo(changed) <= 0
                    ? Optional.of(counted(TAKE_BACK, changed))
                    : Optional.empty();
        }
        LocalDate decided = file.endedOn();
        boolean owed = "PENALTY".equals(file.outcome()) && file.publications().isEmpty();
        return owed && decided != null ? Optional.of(counted(PUBLISH, decided)) : Optional.empty();
    }

    private DueDate counted(String rule, LocalDate from) {
        Instant start = from.atStartOfDay(Fields.ZONE).toInstant();
        return statutes.due(rule, start, List.of());
    }
}
