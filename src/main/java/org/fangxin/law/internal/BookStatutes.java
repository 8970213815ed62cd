package org.fangxin.law.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.fangxin.law.DueDate;
import org.fangxin.law.DueDate.Skipped;
import org.fangxin.law.Pause;
import org.fangxin.law.Rollover;
import org.fangxin.law.Rule;
import org.fangxin.law.Rule.Source;
import org.fangxin.law.Rule.Unit;
import org.fangxin.law.Settings;
import org.fangxin.law.Statutes;
import org.fangxin.law.WorkingCalendar;
import org.fangxin.law.internal.Count.Kind;
import org.jspecify.annotations.Nullable;

/** The rules of the book, counted under a calendar and the settings of an agency. */
public final class BookStatutes implements Statutes {
    private static final LocalDate ORDER_121 = LocalDate.of(2026, 4, 15);
    private static final String TELL_REPORTER = "promise.report.tell-reporter";

    private final RuleBook book;
    private final WorkingCalendar calendar;
    private final Settings settings;
    private final String agency;

    /** @param agency code whose settings hold; empty for the nation's */
    public BookStatutes(RuleBook book, WorkingCalendar calendar, Settings settings, String agency) {
        this.book = book;
        this.calendar = calendar;
        this.settings = settings;
        this.agency = agency;
    }

    public static BookStatutes shipped() {
        return new BookStatutes(RuleFiles.shipped(), CalendarFiles.shipped(), Settings.defaults(), "");
    }

    @Override
    public Optional<Rule> rule(String id) {
        return book.find(id).map(this::asHere);
    }

    @Override
    public List<Rule> all() {
        return book.all().stream().map(this::asHere).toList();
    }

    @Override
    public List<Rule> inForceOn(LocalDate day) {
        return all().stream().filter(rule -> valid(rule, day)).toList();
    }

    @Override
    public String lawOf(LocalDate receivedOn) {
        return receivedOn.isBefore(ORDER_121) ? "order20" : "order121";
    }

    @Override
    public String procedureOf(LocalDate receivedOn, LocalDate actsOn) {
        boolean fromNow = settings.value("law.transition", agency).equals("PROCEDURE_NEW");
        return lawOf(fromNow && actsOn.isAfter(receivedOn) ? actsOn : receivedOn);
    }

    @Override
    public DueDate due(String ruleId, Instant startedAt, List<Pause> pauses) {
        return due(ruleId, startedAt, pauses, Rollover.valueOf(settings.value("deadline.rollover", agency)));
    }

    @Override
    public DueDate due(String ruleId, Instant startedAt, List<Pause> pauses, Rollover rollover) {
        RuleEntry entry = entry(ruleId);
        Rule rule = asHere(entry);
        if (!pauses.isEmpty() && rule.pauseReasons().isEmpty()) {
            throw new IllegalArgumentException(ruleId + " allows no pause");
        }
        return switch (rule.unit()) {
            case WORKING_DAY, DAY, YEAR -> byDays(entry, rule, startedAt, pauses, rollover);
            case HOUR, MINUTE, SECOND ->
                new ClockTime(entry, rule, exactHours()).due(startedAt, inForce(rule, startedAt));
            case SET, PROMPTLY -> throw new IllegalArgumentException(ruleId + " has no length of its own");
        };
    }

    @Override
    public DueDate setDate(String ruleId, Instant startedAt, LocalDate dueOn, String why) {
        RuleEntry entry = entry(ruleId);
        LocalDate start = dateOf(startedAt);
        String reason = ChineseDates.day(start, start.getYear()) + entry.begins() + "。" + why + "，定为 "
                + ChineseDates.dayAndWeekday(dueOn, start.getYear()) + "。 " + Citations.of(entry, false);
        return new DueDate(
                ruleId,
                entry.rule().article(),
                inForce(asHere(entry), startedAt),
                startedAt,
                dueOn,
                dueOn,
                null,
                calendar.workingDayUpTo(dueOn),
                false,
                reason,
                List.of(),
                null);
    }

    @Override
    public DueDate setDate(String ruleId, Instant startedAt, LocalDate dueOn, LocalDate setOn, List<Pause> pauses) {
        DueDate plain = setDate(ruleId, startedAt, dueOn, "由决定确定的日期");
        int length = Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(setOn, dueOn)));
        Rollover rollover = Rollover.valueOf(settings.value("deadline.rollover", agency));
        Count count = new Counter(calendar, rollover).count(setOn, length, Unit.DAY, pauses);
        boolean moved = count.days().stream().anyMatch(day -> day.kind() == Kind.PAUSED);
        return moved || count.stopped() != null ? SetDates.putOff(plain, count, calendar) : plain;
    }

    @Override
    public Statutes forAgency(String agencyCode) {
        return agencyCode.equals(agency) ? this : new BookStatutes(book, calendar, settings, agencyCode);
    }

    private DueDate byDays(RuleEntry entry, Rule rule, Instant startedAt, List<Pause> pauses, Rollover rollover) {
        LocalDate start = dateOf(startedAt);
        Count count = new Counter(calendar, rollover).count(start, rule.length(), rule.unit(), pauses);
        LocalDate actBy = count.nominal() == null ? null : calendar.workingDayUpTo(count.nominal());
        return new DueDate(
                rule.id(),
                rule.article(),
                inForce(rule, startedAt),
                startedAt,
                count.nominal(),
                count.due(),
                null,
                actBy,
                count.provisional(),
                ReasonText.of(entry, rule, count, actBy),
                skipped(count),
                count.stopped());
    }

    private static List<Skipped> skipped(Count count) {
        return count.days().stream()
                .filter(day -> day.kind() != Kind.MAKE_UP)
                .map(day -> new Skipped(day.date(), day.why()))
                .toList();
    }

    private RuleEntry entry(String id) {
        return book.find(id).orElseThrow(() -> new IllegalArgumentException("No rule is called " + id));
    }

    /** A promise as the agency gives it; a statute as it is. */
    private Rule asHere(RuleEntry entry) {
        Rule rule = entry.rule();
        if (rule.source() == Source.STATUTE || !PromiseLength.adjustable(rule)) {
            return rule;
        }
        boolean active = rule.active()
                || rule.id().equals(TELL_REPORTER)
                        && settings.value("report.tellReporter", agency).equals("FILING_DECISION");
        @Nullable
        PromiseLength length =
                PromiseLength.parse(settings.value(rule.id(), agency)).orElse(null);
        return length == null ? rule : length.applyTo(rule, active);
    }

    private static boolean inForce(Rule rule, Instant startedAt) {
        return rule.active() && valid(rule, dateOf(startedAt));
    }

    private static boolean valid(Rule rule, LocalDate day) {
        return !day.isBefore(rule.validFrom()) && (rule.validTo() == null || !day.isAfter(rule.validTo()));
    }

    private boolean exactHours() {
        return settings.value("hours.start", agency).equals("EXACT");
    }

    private static LocalDate dateOf(Instant instant) {
        return instant.atZone(ChineseDates.ZONE).toLocalDate();
    }
}
