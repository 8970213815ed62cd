package org.fangxin.law.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.fangxin.law.DueDate;
import org.fangxin.law.Rule;
import org.fangxin.law.web.Moments.Moment;
import org.jspecify.annotations.Nullable;

/** A date of law with its reason. */
@Schema(name = "LawDeadline")
record DeadlineAnswer(
        String rule,
        String title,
        Rule.Source source,
        String article,

        @Schema(description = "Whether the rule was in force on the day of start")
        boolean inForce,

        OffsetDateTime startedAt,

        @Schema(description = "Last day by counting, before roll-over") @Nullable
        LocalDate nominal,

        @Schema(description = "In time until 24:00 of this day, Asia/Shanghai") @Nullable
        LocalDate dueOn,

        @Schema(description = "Exact instant, for rules in hours and minutes") @Nullable
        OffsetDateTime dueAt,

        @Schema(description = "Last working day not after the nominal day") @Nullable
        LocalDate actBy,

        @Schema(description = "The count enters a year without an official calendar")
        boolean provisional,

        String reason,
        List<DueDate.Skipped> skipped,

        @Schema(description = "Set while an open pause holds the clock")
        DueDate.@Nullable Stopped paused,

        @Schema(description = "What the reader should know beside the date") @Nullable
        String warning) {
    static DeadlineAnswer of(Rule rule, DueDate due, Moment from) {
        return new DeadlineAnswer(
                due.rule(),
                rule.title(),
                rule.source(),
                due.article(),
                due.inForce(),
                from.at(),
                due.nominal(),
                due.dueOn(),
                due.dueAt() == null ? null : due.dueAt().atZone(Moments.ZONE).toOffsetDateTime(),
                due.actBy(),
                due.provisional(),
                due.reason(),
                due.skipped(),
                due.stopped(),
                warning(due, from));
    }

    private static @Nullable String warning(DueDate due, Moment from) {
        if (due.provisional()) {
            return "日期是暂定的：计算到了没有官方放假安排的年份，只按周末推算，公布后要重算。";
        }
        if (due.dueAt() != null && from.dayOnly()) {
            return "这条规则按小时或者分钟计算，没有给出时间，按当天 0 时起算。";
        }
        return null;
    }
}
