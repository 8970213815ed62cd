package org.fangxin.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonTest {
    private final Statutes statutes = Statutes.builtIn();

    @Test
    void saysWhichDaysCountAndWhichDoNot() {
        assertThat(due("order121.complaint.accept", "2026-05-06T10:00").reason())
                .isEqualTo("5月6日收到，当天不算，5月7日起算。5月9日（周六）调休上班，算；5月10日（周日）不算。" + "到 5月14日满 7 个工作日。 第十五条、第四十五条");
    }

    @Test
    void namesAHolidayOnce() {
        DueDate due = due("order121.complaint.accept", "2026-09-28T10:00");
        assertThat(due.reason())
                .isEqualTo("9月28日收到，当天不算，9月29日起算。10月1日至10月7日国庆节，不算；10月10日（周六）调休上班，算；"
                        + "10月11日（周日）不算。到 10月13日满 7 个工作日。 第十五条、第四十五条");
        assertThat(due.skipped())
                .contains(
                        new DueDate.Skipped(LocalDate.of(2026, 9, 28), "起算日不计入"),
                        new DueDate.Skipped(LocalDate.of(2026, 10, 1), "国庆节"),
                        new DueDate.Skipped(LocalDate.of(2026, 10, 11), "周日"))
                .hasSize(9);
    }

    @Test
    void saysHowTheEndMovesAndByWhenToActSafely() {
        assertThat(due("order121.complaint.mediate", "2026-08-03T09:00").reason())
                .isEqualTo("8月3日受理，当天不算，8月4日起算，周末和节假日都算。到 10月2日满 60 天。10月2日是国庆节假期，"
                        + "顺延到 10月8日（周四）。9月30日（周三）前办好，怎样理解都不超期。 第二十三条、第四十五条");
        assertThat(due("order121.complaint.mediate", "2026-08-11T09:00").reason())
                .contains("10月10日（周六）调休上班，不用顺延");
        assertThat(due("regulation2024.complaint.mediate", "2025-11-03T09:00").reason())
                .contains("2026年1月2日是元旦假期，顺延到 2026年1月4日（周日），当天调休上班");
    }

    @Test
    void saysWhatAPauseTookOutAndByWhichArticle() {
        Pause first = new Pause(LocalDate.of(2026, 6, 10), LocalDate.of(2026, 7, 1), "检测（委托书 崇检委〔2026〕3号）");
        Pause second = new Pause(LocalDate.of(2026, 6, 25), LocalDate.of(2026, 7, 8), "鉴定");
        DueDate due = statutes.due("order121.complaint.mediate", at("2026-06-01T09:00"), List.of(second, first));
        assertThat(due.reason())
                .contains("6月11日至7月1日检测（委托书 崇检委〔2026〕3号），扣除 21 天。6月26日至7月8日鉴定，扣除 7 天。")
                .endsWith(" 第二十三条、第二十二条、第四十五条");
        assertThat(due.skipped()).contains(new DueDate.Skipped(LocalDate.of(2026, 7, 2), "鉴定"));
    }

    @Test
    void saysThatAPauseWithoutAWorkingDayGainsNothing() {
        Pause weekend = new Pause(LocalDate.of(2026, 7, 3), LocalDate.of(2026, 7, 5), "检测");
        assertThat(statutes.due("penalty.report.verify", at("2026-07-01T09:00"), List.of(weekend))
                        .reason())
                .contains("7月4日至7月5日检测，没有占用工作日，不用扣除")
                .endsWith(" 《市场监督管理行政处罚程序规定》第十八条、第八十条");
    }

    @Test
    void saysThatTheClockStandsStill() {
        Pause open = new Pause(LocalDate.of(2026, 6, 10), null, "等检测结果");
        DueDate due = statutes.due("order121.complaint.mediate", at("2026-06-01T09:00"), List.of(open));
        assertThat(due.dueOn()).isNull();
        assertThat(due.stopped()).isEqualTo(new DueDate.Stopped(LocalDate.of(2026, 6, 10), "等检测结果", 51));
        assertThat(due.reason()).contains("6月10日之后计时中止：等检测结果，还剩 51 天，恢复后接着算");
    }

    @Test
    void anOpenPauseAfterTheDateChangesNothing() {
        Pause late = new Pause(LocalDate.of(2026, 7, 31), null, "检测");
        assertThat(statutes.due("order121.complaint.mediate", at("2026-06-01T09:00"), List.of(late))
                        .dueOn())
                .isEqualTo(LocalDate.of(2026, 7, 31));
    }

    @Test
    void warnsOfAYearWithoutAnOfficialTable() {
        DueDate due = due("order121.dispute.negotiate", "2026-12-25T09:00");
        assertThat(due.provisional()).isTrue();
        assertThat(due.reason()).contains("2027年还没有官方放假安排，暂按周末推算（暂定），公布后重算。");
    }

    @Test
    void aStatutesHoursLeaveOutTheHourOfStart() {
        DueDate due = due("penalty.registration.report", "2026-05-06T10:20");
        assertThat(due.dueAt()).isEqualTo(at("2026-05-07T11:00"));
        assertThat(due.dueOn()).isEqualTo(LocalDate.of(2026, 5, 7));
        assertThat(due.nominal()).isNull();
        assertThat(due.reason()).contains("开始的那一小时不算，5月6日 11:00起算。到 5月7日 11:00满 24 小时。");
    }

    @Test
    void aPromiseRunsToTheMinuteAndNeverPosesAsLaw() {
        DueDate due = due("promise.arrive.town", "2026-05-02T23:50");
        assertThat(due.dueAt()).isEqualTo(at("2026-05-03T00:10"));
        assertThat(due.reason())
                .isEqualTo("5月2日 23:50接诉。到 5月3日 00:10满 20 分钟。 服务承诺")
                .doesNotContain("法定")
                .doesNotContain("条");
        assertThat(due("promise.hotline.answer", "2026-05-02T23:50").reason()).contains("满 15 秒。");
    }

    @Test
    void aDateSetByDecisionIsNotCounted() {
        DueDate due = statutes.setDate(
                "penalty.case.decide.further", at("2026-07-03T09:00"), LocalDate.of(2027, 1, 31), "负责人集体讨论决定继续延期");
        assertThat(due.dueOn()).isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(due.actBy()).isEqualTo(LocalDate.of(2027, 1, 29));
        assertThat(due.reason()).isEqualTo("7月3日立案。负责人集体讨论决定继续延期，定为 2027年1月31日（周日）。 《市场监督管理行政处罚程序规定》第六十四条、第八十条");
    }

    @Test
    void refusesWhatCannotBeCounted() {
        Pause pause = new Pause(LocalDate.of(2026, 5, 7), LocalDate.of(2026, 5, 8), "检测");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> statutes.due("order121.complaint.accept", at("2026-05-06T09:00"), List.of(pause)));
        assertThatIllegalArgumentException().isThrownBy(() -> due("foodlaw.reply", "2026-05-06T09:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> due("no.such.rule", "2026-05-06T09:00"));
    }

    @Test
    void knowsWhatWasLawOnTheDayOfStart() {
        assertThat(due("order121.complaint.accept", "2026-04-14T23:59").inForce())
                .isFalse();
        assertThat(due("order121.complaint.accept", "2026-04-15T00:00").inForce())
                .isTrue();
        assertThat(due("order20.complaint.accept", "2026-04-14T23:59").inForce())
                .isTrue();
        assertThat(due("order20.complaint.accept", "2026-04-15T00:00").inForce())
                .isFalse();
        assertThat(statutes.lawOf(LocalDate.of(2026, 4, 14))).isEqualTo("order20");
        assertThat(statutes.lawOf(LocalDate.of(2026, 4, 15))).isEqualTo("order121");
        assertThat(statutes.procedureOf(LocalDate.of(2026, 4, 14), LocalDate.of(2026, 5, 1)))
                .isEqualTo("order20");
        assertThat(statutes.inForceOn(LocalDate.of(2026, 4, 15)))
                .extracting(Rule::id)
                .contains("order121.complaint.accept", "penalty.case.decide")
                .doesNotContain("order20.complaint.accept");
    }

    private DueDate due(String rule, String from) {
        return statutes.due(rule, at(from), List.of());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkedDates.SHANGHAI).toInstant();
    }
}
