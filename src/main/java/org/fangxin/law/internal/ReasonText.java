package org.fangxin.law.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fangxin.law.DueDate.Stopped;
import org.fangxin.law.Pause;
import org.fangxin.law.Rule;
import org.fangxin.law.Rule.Unit;
import org.fangxin.law.internal.Count.Day;
import org.fangxin.law.internal.Count.Kind;
import org.jspecify.annotations.Nullable;

/**
 * "Why this date" in Chinese: start not counted, days left out by name, make-up days counted, roll-over, the articles.
 * Years are named when they differ from the start's.
 */
final class ReasonText {
    private final RuleEntry entry;
    private final Rule rule;
    private final Count count;
    private final int year;
    private final List<String> sentences = new ArrayList<>();

    private ReasonText(RuleEntry entry, Rule rule, Count count) {
        this.entry = entry;
        this.rule = rule;
        this.count = count;
        this.year = count.start().getYear();
    }

    /** @param rule the entry's rule as the agency has it: a promise may have another length */
    static String of(RuleEntry entry, Rule rule, Count count, @Nullable LocalDate actBy) {
        return new ReasonText(entry, rule, count).write(actBy);
    }

    private String write(@Nullable LocalDate actBy) {
        opening();
        pauses();
        restDays();
        ending();
        rolling(actBy);
        if (count.provisional()) {
            sentences.add(Citations.provisional(count.unofficialYears()));
        }
        boolean paused = count.stopped() != null || has(Kind.PAUSED);
        return String.join("。", sentences) + "。 " + Citations.of(entry, paused);
    }

    private void opening() {
        String start = ChineseDates.day(count.start(), year) + entry.begins();
        if (count.first() == null) {
            sentences.add(start + "，当天不算");
            return;
        }
        String begin = start + "，当天不算，" + ChineseDates.day(count.first(), year) + "起算";
        sentences.add(rule.unit() == Unit.DAY ? begin + "，周末和节假日都算" : begin);
    }

    private void pauses() {
        for (Pause pause : count.pauses()) {
            LocalDate through = pause.through();
            LocalDate from = pause.after().isBefore(count.start()) ? count.start() : pause.after();
            if (through != null && from.isBefore(through) && (count.due() == null || from.isBefore(count.due()))) {
                sentences.add(span(from.plusDays(1), through) + pause.why() + "，" + effect(pause));
            }
        }
    }

    private String effect(Pause pause) {
        long days = count.days().stream().filter(day -> day.pause() == pause).count();
        boolean working = rule.unit() == Unit.WORKING_DAY;
        if (days == 0) {
            return working ? "没有占用工作日，不用扣除" : "与前面重叠，不重复扣除";
        }
        return "扣除 " + days + (working ? " 个工作日" : " 天");
    }

    private void restDays() {
        List<String> groups = new ArrayList<>();
        List<Day> group = new ArrayList<>();
        for (Day day : count.days()) {
            if (rule.unit() != Unit.WORKING_DAY || day.kind() != Kind.REST && day.kind() != Kind.MAKE_UP) {
                continue;
            }
            if (!group.isEmpty() && !continues(group.getLast(), day)) {
                groups.add(words(group));
                group = new ArrayList<>();
            }
            group.add(day);
        }
        if (!group.isEmpty()) {
            groups.add(words(group));
        }
        if (!groups.isEmpty()) {
            sentences.add(String.join("；", groups));
        }
    }

    private static boolean continues(Day last, Day next) {
        return last.kind() == Kind.REST
                && next.kind() == Kind.REST
                && last.date().plusDays(1).equals(next.date())
                && (last.why().equals(next.why()) || weekend(last) && weekend(next));
    }

    private static boolean weekend(Day day) {
        return day.why().equals("周六") || day.why().equals("周日");
    }

    private String words(List<Day> group) {
        Day first = group.getFirst();
        if (first.kind() == Kind.MAKE_UP) {
            return ChineseDates.dayAndWeekday(first.date(), year) + "调休上班，算";
        }
        if (weekend(first)) {
            return group.size() == 1
                    ? ChineseDates.dayAndWeekday(first.date(), year) + "不算"
                    : span(first.date(), group.getLast().date()) + "（周末）不算";
        }
        return span(first.date(), group.getLast().date()) + first.why() + "，不算";
    }

    private void ending() {
        Stopped stopped = count.stopped();
        if (stopped != null) {
            sentences.add(ChineseDates.day(stopped.since(), year)
                    + "之后计时中止："
                    + stopped.why()
                    + "，还剩 "
                    + measure(stopped.left())
                    + "，恢复后接着算");
        } else if (count.nominal() != null) {
            sentences.add("到 " + ChineseDates.day(count.nominal(), year) + "满 " + measure(rule.length()));
        }
    }

    private void rolling(@Nullable LocalDate actBy) {
        LocalDate nominal = count.nominal();
        LocalDate due = count.due();
        if (nominal == null || due == null || rule.unit() == Unit.WORKING_DAY) {
            return;
        }
        String makeUp = has(Kind.MAKE_UP) ? "，当天调休上班" : "";
        if (!due.equals(nominal)) {
            sentences.add(rest(nominal) + "，顺延到 " + ChineseDates.dayAndWeekday(due, year) + makeUp);
        } else if (has(Kind.MAKE_UP)) {
            sentences.add(ChineseDates.dayAndWeekday(due, year) + "调休上班，不用顺延");
        }
        if (actBy != null && actBy.isBefore(nominal)) {
            sentences.add(ChineseDates.dayAndWeekday(actBy, year) + "前办好，怎样理解都不超期");
        }
    }

    private String rest(LocalDate nominal) {
        String why = count.days().stream()
                .filter(day -> day.kind() == Kind.ROLLED)
                .map(Day::why)
                .findFirst()
                .orElse("休息日");
        String day = ChineseDates.day(nominal, year);
        return day + (why.startsWith("周") ? "是" + why : "是" + why + "假期");
    }

    private String measure(int number) {
        return number
                + switch (rule.unit()) {
                    case WORKING_DAY -> " 个工作日";
                    case YEAR -> " 年";
                    default -> " 天";
                };
    }

    private String span(LocalDate from, LocalDate to) {
        return from.equals(to)
                ? ChineseDates.day(from, year)
                : ChineseDates.day(from, year) + "至" + ChineseDates.day(to, from.getYear());
    }

    private boolean has(Kind kind) {
        return count.days().stream().anyMatch(day -> day.kind() == kind);
    }
}
