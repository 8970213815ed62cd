package org.fangxin.greenchannel.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.fangxin.casefile.Fields;
import org.fangxin.greenchannel.Member;
import org.fangxin.law.Rule;
import org.fangxin.law.Statutes;
import org.fangxin.law.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Within how many working days a member promised to have talked it over: its own days, else the agency's. */
@Component
public class MemberPromise {
    private static final int USUAL_DAYS = 10;

    private final Statutes statutes;
    private final WorkingCalendar calendar;

    MemberPromise(Statutes statutes, WorkingCalendar calendar) {
        this.statutes = statutes;
        this.calendar = calendar;
    }

    public int days(Member member) {
        Integer own = member.days();
        return own != null
                ? own
                : statutes.forAgency(member.agencyCode())
                        .rule(ItemBook.TALKS)
                        .filter(rule -> rule.unit() == Rule.Unit.WORKING_DAY)
                        .map(Rule::length)
                        .orElse(USUAL_DAYS);
    }

    /** The last day of a promise of its own; empty where the agency's rule counts. */
    Optional<LocalDate> until(Member member, Instant from) {
        return Optional.ofNullable(member.days()).map(days -> {
            LocalDate day = from.atZone(Fields.ZONE).toLocalDate();
            for (int left = days; left > 0; left -= calendar.works(day) ? 1 : 0) {
                day = day.plusDays(1);
            }
            return day;
        });
    }
}
