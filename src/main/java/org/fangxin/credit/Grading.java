package org.fangxin.credit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fangxin.credit.GradeRule.Band;
import org.fangxin.credit.GradeRule.Weight;
import org.fangxin.credit.Graded.Reason;

/** Computes a grade from a rule table and facts. Pure: the same facts on the same day give the same grade, in any order. */
public final class Grading {
    private static final int FULL = 100;

    private Grading() {}

    /** @param day the last day that counts; a period of 12 months on 2026-05-06 begins on 2025-05-07 */
    public static Graded grade(GradeRule rule, List<Fact> facts, LocalDate day) {
        List<Reason> reasons = new ArrayList<>();
        int score = FULL;
        int best = 0;
        for (Weight weight : rule.factors()) {
            Reason reason = reason(weight, facts, day);
            reasons.add(reason);
            score += reason.points();
            if (reason.counted() > 0 && weight.atBest() != null) {
                best = Math.max(best, place(rule, weight.atBest()));
            }
        }
        int kept = Math.clamp(score, 0, FULL);
        int reached = 0;
        while (reached < rule.grades().size() - 1
                && kept < rule.grades().get(reached).from()) {
            reached++;
        }
        Band band = rule.grades().get(Math.max(reached, best));
        return new Graded(band.grade(), kept, reasons);
    }

    private static Reason reason(Weight weight, List<Fact> facts, LocalDate day) {
        LocalDate before = day.minusMonths(weight.months());
        List<Fact> found = facts.stream()
                .filter(fact -> fact.factor() == weight.factor())
                .filter(fact -> fact.on().isAfter(before) && !fact.on().isAfter(day))
                .sorted(Comparator.comparing(Fact::on)
                        .thenComparing(Fact::caseNo, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Fact::paperNo, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        int counted = Math.max(0, found.size() - weight.free());
        int points = (int) Math.min(weight.cap(), (long) counted * weight.points());
        int signed = weight.factor().good() ? points : -points;
        return new Reason(weight.factor(), found.size(), counted, signed, weight.months(), found);
    }

    private static int place(GradeRule rule, String grade) {
        for (int i = 0; i < rule.grades().size(); i++) {
            if (rule.grades().get(i).grade().equals(grade)) {
                return i;
            }
        }
        return 0;
    }
}
