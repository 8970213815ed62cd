package org.fangxin.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.fangxin.law.DeadlineView.State;
import org.fangxin.law.Remaining.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineViewTest {
    private final Statutes statutes = Statutes.builtIn();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order121.complaint.accept  | 2026-09-28T10:00 | 2026-09-29T09:00 | AMPLE   | 6   | WORKING_DAY | 还剩 6 个工作日，10月13日（周二）截止
            order121.complaint.accept  | 2026-09-28T10:00 | 2026-10-09T09:00 | AMPLE   | 3   | WORKING_DAY | 还剩 3 个工作日，10月13日（周二）截止
            order121.complaint.accept  | 2026-09-28T10:00 | 2026-10-10T09:00 | NEAR    | 2   | WORKING_DAY | 还剩 2 个工作日，10月13日（周二）截止
            order121.complaint.accept  | 2026-09-28T10:00 | 2026-10-12T09:00 | NEAR    | 1   | WORKING_DAY | 明天（10月13日 周二）截止
            order121.complaint.accept  | 2026-09-28T10:00 | 2026-10-13T23:59 | TODAY   | 0   | WORKING_DAY | 今天截止
            order121.complaint.accept  | 2026-09-28T10:00 | 2026-10-15T00:00 | OVERDUE | -2  | WORKING_DAY | 已超期 2 个工作日，应于 10月13日（周二）办结
            order121.complaint.accept  | 2026-04-15T10:00 | 2026-04-25T10:00 | OVERDUE | 0   | WORKING_DAY | 已超期，应于 4月24日（周五）办结
            order121.complaint.mediate | 2026-05-06T10:00 | 2026-05-12T10:00 | AMPLE   | 55  | DAY         | 还剩 55 天，7月6日（周一）截止
            order121.complaint.mediate | 2026-05-06T10:00 | 2026-06-23T10:00 | AMPLE   | 13  | DAY         | 还剩 13 天，7月6日（周一）截止
            order121.complaint.mediate | 2026-05-06T10:00 | 2026-06-24T10:00 | NEAR    | 12  | DAY         | 还剩 12 天，7月6日（周一）截止
            order121.complaint.mediate | 2026-05-06T10:00 | 2026-07-09T10:00 | OVERDUE | -3  | DAY         | 已超期 3 天，应于 7月6日（周一）办结
            order121.complaint.accept  | 2026-12-25T10:00 | 2026-12-28T10:00 | AMPLE   | 6   | WORKING_DAY | 还剩 6 个工作日，2027年1月5日（周二）截止
            promise.arrive.town        | 2026-05-06T14:05 | 2026-05-06T14:10:30 | AMPLE | 15 | MINUTE      | 还剩 15 分钟，14:25 前到场
            promise.arrive.town        | 2026-05-06T14:05 | 2026-05-06T14:21 | NEAR    | 4   | MINUTE      | 还剩 4 分钟，14:25 前到场
            promise.arrive.town        | 2026-05-06T14:05 | 2026-05-06T14:28 | OVERDUE | -3  | MINUTE      | 已超期 3 分钟，应于 14:25 前到场
            promise.offshelf.food      | 2026-05-06T14:05 | 2026-05-06T15:05 | AMPLE   | 23  | HOUR        | 还剩 23 小时，5月7日 14:05 前下架
            promise.offshelf.food      | 2026-05-06T14:05 | 2026-05-07T08:05 | TODAY   | 6   | HOUR        | 还剩 6 小时，14:05 前下架
            promise.offshelf.food      | 2026-05-06T14:05 | 2026-05-07T12:05 | NEAR    | 2   | HOUR        | 还剩 2 小时，14:05 前下架
            promise.offshelf.food      | 2026-05-06T14:05 | 2026-05-07T12:06 | NEAR    | 119 | MINUTE      | 还剩 119 分钟，14:05 前下架
            promise.offshelf.food      | 2026-05-06T14:05 | 2026-05-07T11:04 | NEAR    | 4   | HOUR        | 还剩 4 小时，14:05 前下架
            promise.offshelf.food      | 2026-05-06T14:05 | 2026-05-07T14:05:30 | OVERDUE | 0 | MINUTE     | 已超期，应于 14:05 前下架
            promise.offshelf.food      | 2026-05-06T14:05 | 2026-05-07T17:00 | OVERDUE | -2  | HOUR        | 已超期 2 小时，应于 14:05 前下架
            promise.offshelf.food      | 2026-05-06T14:05 | 2026-05-08T14:05 | OVERDUE | -24 | HOUR        | 已超期 24 小时，应于 5月7日 14:05 前下架
            order121.complaint.limitation | 2023-05-06T10:00 | 2025-09-28T10:00 | AMPLE | 220 | DAY        | 还剩 220 天，2026年5月6日（周三）截止
            order121.complaint.limitation | 2023-05-06T10:00 | 2025-09-29T10:00 | NEAR  | 219 | DAY        | 还剩 219 天，2026年5月6日（周三）截止
            """)
    void saysHowNearTheDateIs(
            String rule, String from, String now, Urgency urgency, int left, Unit unit, String words) {
        DeadlineView view = view(rule, statutes.due(rule, at(from), List.of()), ClockEnd.OPEN, now);
        assertThat(view.words()).isEqualTo(words);
        assertThat(view.urgency()).isEqualTo(urgency);
        assertThat(view.remaining()).isEqualTo(new Remaining(left, unit));
        assertThat(view.state()).isEqualTo(urgency == Urgency.OVERDUE ? State.MISSED : State.RUNNING);
    }

    @Test
    void saysWhatAPausedClockWaitsFor() {
        Pause open = new Pause(LocalDate.of(2026, 9, 3), null, "等检测结果");
        DueDate due = statutes.due("order121.complaint.mediate", at("2026-08-11T09:00"), List.of(open));
        DeadlineView view = view("order121.complaint.mediate", due, ClockEnd.OPEN, "2026-09-10T09:00");
        assertThat(view.words()).isEqualTo("计时已中止：等检测结果，9月3日起");
        assertThat(view.state()).isEqualTo(State.PAUSED);
        assertThat(view.remaining()).isEqualTo(new Remaining(37, Unit.DAY));
        assertThat(view.dueOn()).isNull();
    }

    @Test
    void saysByHowMuchAClockWasMetEarlyOrLate() {
        assertThat(met("2026-10-10T17:00").words()).isEqualTo("已按时办结，早 2 个工作日");
        assertThat(met("2026-10-13T23:59").words()).isEqualTo("已按时办结");
        assertThat(met("2026-10-13T23:59").urgency()).isEqualTo(Urgency.MET);
        DeadlineView late = met("2026-10-14T00:00");
        assertThat(late.words()).isEqualTo("已办结，超期 1 个工作日");
        assertThat(late.state()).isEqualTo(State.MET);
        assertThat(late.urgency()).isEqualTo(Urgency.OVERDUE);
        assertThat(late.metAt()).hasToString("2026-10-14T00:00+08:00");
    }

    @Test
    void aPromiseOfMinutesIsMetOrMissedByTheMinute() {
        assertThat(arrived("2026-05-06T14:25:00").words()).isEqualTo("已按时办结");
        assertThat(arrived("2026-05-06T14:10:00").urgency()).isEqualTo(Urgency.MET);
        assertThat(arrived("2026-05-06T14:28:00").words()).isEqualTo("已办结，超期 3 分钟");
        assertThat(arrived("2026-05-06T14:25:20").words()).isEqualTo("已办结，超期");
        assertThat(arrived("2026-05-06T14:25:20").urgency()).isEqualTo(Urgency.OVERDUE);
    }

    @Test
    void whoActsWhileTheClockStandsStillIsInTime() {
        Pause open = new Pause(LocalDate.of(2026, 9, 3), null, "等检测结果");
        DueDate due = statutes.due("order121.complaint.mediate", at("2026-08-11T09:00"), List.of(open));
        DeadlineView view =
                view("order121.complaint.mediate", due, new ClockEnd.Met(at("2027-01-05T10:00")), "2027-02-01T00:00");
        assertThat(view.words()).isEqualTo("已按时办结");
        assertThat(view.urgency()).isEqualTo(Urgency.MET);
    }

    @Test
    void aDateMetLateOnRestDaysAloneIsLateByNoWorkingDay() {
        DueDate due = statutes.due("order121.complaint.accept", at("2026-04-15T10:00"), List.of());
        DeadlineView view =
                view("order121.complaint.accept", due, new ClockEnd.Met(at("2026-04-25T10:00")), "2026-05-01T00:00");
        assertThat(view.words()).isEqualTo("已办结，超期");
    }

    @Test
    void aClockWithoutADateThatNothingHoldsIsNoClock() {
        DueDate due = statutes.due("order121.complaint.accept", at("2026-04-15T10:00"), List.of());
        DueDate dateless = new DueDate(
                due.rule(), due.article(), true, due.startedAt(), null, null, null, null, false, "", List.of(), null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> view(due.rule(), dateless, ClockEnd.OPEN, "2026-04-16T10:00"))
                .withMessageContaining("order121.complaint.accept");
    }

    @Test
    void urgencyIsOneWordInAnswers() {
        assertThat(Urgency.OVERDUE.word()).isEqualTo("overdue");
    }

    @Test
    void aLiftedClockIsOwedNoMore() {
        DueDate due = statutes.due("order121.complaint.accept", at("2026-09-28T10:00"), List.of());
        DeadlineView view =
                view("order121.complaint.accept", due, new ClockEnd.Lifted(at("2026-09-30T10:00")), "2026-11-01T00:00");
        assertThat(view.state()).isEqualTo(State.LIFTED);
        assertThat(view.remaining()).isNull();
        assertThat(view.words()).isEqualTo("不再计算期限");
    }

    private DeadlineView arrived(String at) {
        DueDate due = statutes.due("promise.arrive.town", at("2026-05-06T14:05"), List.of());
        return view("promise.arrive.town", due, new ClockEnd.Met(at(at)), "2026-05-07T00:00");
    }

    private DeadlineView met(String at) {
        DueDate due = statutes.due("order121.complaint.accept", at("2026-09-28T10:00"), List.of());
        return view("order121.complaint.accept", due, new ClockEnd.Met(at(at)), "2026-11-01T00:00");
    }

    private DeadlineView view(String rule, DueDate due, ClockEnd end, String now) {
        return DeadlineView.of(statutes.rule(rule).orElseThrow(), due, end, at(now), WorkingCalendar.builtIn());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkedDates.SHANGHAI).toInstant();
    }
}
