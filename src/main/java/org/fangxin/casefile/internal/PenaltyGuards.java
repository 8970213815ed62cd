package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.FiledCaseRules.no;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.PenaltyCourse;
import org.fangxin.casefile.PenaltyCourse.Hearing;
import org.fangxin.casefile.PenaltyCourse.Notice;
import org.fangxin.casefile.World;

/** What the law wants in the file before a penalty (PP 50, 54, 57, 58, 60). A notice kept on paper alone is taken on his word. */
final class PenaltyGuards {
    private static final String DEFENCE = "penalty.defence";
    private static final String HEARD_AFTER = "《中华人民共和国行政处罚法》第六十三条";

    private PenaltyGuards() {}

    /** Each in words, the first that is missing. */
    static Optional<Decision.Refused> before(CaseState state, Command command, World world) {
        PenaltyCourse course = state.report().prosecution().course();
        return PenaltyRules.reviewAgrees(state, command, world)
                .or(() -> heard(course))
                .or(() -> waited(course, command, world))
                .or(() -> notHeavier(course, command))
                .or(() -> major(course, command));
    }

    /** Sentences for who decides without a notice in the file. */
    static List<String> warnings(CaseState state) {
        return state.report().prosecution().course().notice() == null
                ? List.of("案卷里没有行政处罚告知书和它的送达。纸质告知的，请把扫描件登记为证据。")
                : List.of();
    }

    private static Optional<Decision.Refused> heard(PenaltyCourse course) {
        return course.hearing() == Hearing.ASKED
                ? no("HEARING_ASKED", "当事人要求听证，还没有举行。请先“听证”。", HEARD_AFTER, Law.pp("第五十七条"))
                : Optional.empty();
    }

    private static Optional<Decision.Refused> waited(PenaltyCourse course, Command command, World world) {
        Notice notice = course.notice();
        if (notice == null) {
            return Optional.empty();
        }
        LocalDate served = notice.servedOn();
        if (served == null) {
            return no("NOTICE_NOT_SERVED", "行政处罚告知书还没有送达当事人。请先“送达”。", Law.pp("第五十七条"));
        }
        boolean over = notice.waived() || course.hearing() != Hearing.NONE || notice.stated() && !notice.hearing();
        LocalDate last = world.statutes()
                .due(DEFENCE, served.atStartOfDay(Fields.ZONE).toInstant(), List.of())
                .dueOn();
        return over || last == null || Dates.day(command.occurredAt()).isAfter(last)
                ? Optional.empty()
                : no(
                        "DEFENCE_RUNS",
                        "当事人到" + Words.day(last) + "还可以陈述、申辩、要求听证，期满后才能决定。他书面放弃的，请先“陈述申辩”记下。",
                        Law.pp("第五十七条第二款"));
    }

    private static Optional<Decision.Refused> notHeavier(PenaltyCourse course, Command command) {
        Notice notice = course.notice();
        BigDecimal fine = command.fields().amount("fine").orElse(BigDecimal.ZERO);
        BigDecimal told = notice == null || notice.fine() == null ? BigDecimal.ZERO : notice.fine();
        return notice == null || fine.compareTo(told) <= 0
                ? Optional.empty()
                : no(
                        "HEAVIER",
                        "罚款比告知的 " + told.toPlainString() + " 元重。不得因陈述、申辩或者要求听证加重；确有新事实的请重新“行政处罚告知”。",
                        Law.pp("第五十八条"));
    }

    private static Optional<Decision.Refused> major(PenaltyCourse course, Command command) {
        boolean heard = course.hearing() == Hearing.HELD;
        if (!heard && command.fields().strings("major").isEmpty()) {
            return Optional.empty();
        }
        if (!course.legal() || !course.agreed()) {
            return no(
                    "LEGAL_REVIEW",
                    (heard ? "经过听证的案件" : "重大、复杂的案件") + "，应当先法制审核并且通过。请先“审核意见”登记法制审核" + (heard ? "（在听证结束以后）。" : "。"),
                    Law.pp("第五十条"));
        }
        return course.discussed()
                ? Optional.empty()
                : no("COLLECTIVE", "应当法制审核的案件，由负责人集体讨论决定。请先“集体讨论”。", Law.pp("第六十条第二款"));
    }
}
