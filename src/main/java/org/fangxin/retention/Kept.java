package org.fangxin.retention;

import java.time.LocalDate;
import java.util.List;
import org.fangxin.casefile.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An archived case and its term.
 *
 * @param years null when it is kept for ever
 * @param lastDay the last day of the term, or null
 * @param bars why it may not go although its term is over; empty when it may
 */
public record Kept(
        String caseNo,
        Kind kind,
        KeptAs keptAs,
        LocalDate archivedOn,
        @Nullable Integer years,
        @Nullable LocalDate lastDay,
        List<Bar> bars) {
    public Kept {
        bars = List.copyOf(bars);
    }

    /** What stands against a disposal. */
    public enum Bar {
        HELD("有人暂缓销毁"),
        LINKED("关联或者并入的案件还没有办结、没有到期"),
        REVIEW("还有审批、复核、奖励或者督办没有办完"),
        LISTED("已经在另一份清册上");

        private final String chinese;

        Bar(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** Whether the term is over on this day. */
    public boolean over(LocalDate today) {
        return lastDay != null && lastDay.isBefore(today);
    }
}
