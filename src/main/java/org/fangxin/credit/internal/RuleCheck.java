package org.fangxin.credit.internal;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.fangxin.credit.Factor;
import org.fangxin.credit.GradeRule;
import org.fangxin.credit.GradeRule.Band;
import org.fangxin.credit.GradeRule.Weight;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Whether a rule table is whole. Pure. */
final class RuleCheck {
    private static final int FULL = 100;
    private static final int LONGEST_PERIOD = 120;
    private static final int MOST_FREE = 1000;

    private RuleCheck() {}

    /** @throws Problem 422 when something is missing, twice, out of order or out of range */
    static GradeRule whole(@Nullable GradeRule rule) {
        if (rule == null
                || rule.grades().stream().anyMatch(one -> Objects.isNull(one.grade()))
                || rule.factors().stream().anyMatch(one -> Objects.isNull(one.factor()))) {
            throw Problem.invalid("rule", "required", "请填规则表：因素和等级都要有名称。");
        }
        Set<String> names = grades(rule);
        Set<Factor> seen = EnumSet.noneOf(Factor.class);
        for (Weight one : rule.factors()) {
            if (!seen.add(one.factor()) || !numbers(one) || one.atBest() != null && !names.contains(one.atBest())) {
                throw Problem.invalid(
                        "rule.factors",
                        "range",
                        "“" + one.factor().chinese()
                                + "”：每个因素只写一次；分值 1 到 100，上限不低于分值、不超过 100，期间 1 到 120 个月，最高等级是表里的等级。");
            }
        }
        return rule;
    }

    private static Set<String> grades(GradeRule rule) {
        Set<String> names = new HashSet<>();
        int above = FULL + 1;
        for (Band band : rule.grades()) {
            if (!names.add(band.grade())
                    || !band.grade().matches("[A-Z]")
                    || band.from() >= above
                    || bad(band.rate())) {
                throw Problem.invalid("rule.grades", "order", "等级从好到差排列，用一个大写字母，分数线逐级降低，抽查比例在 0 到 100 之间。");
            }
            above = band.from();
        }
        if (rule.grades().size() < 2 || above != 0 || bad(rule.ungradedRate())) {
            throw Problem.invalid("rule.grades", "last", "至少两个等级，最后一个等级的分数线是 0；未评级的抽查比例在 0 到 100 之间。");
        }
        return names;
    }

    private static boolean numbers(Weight one) {
        return one.points() > 0
                && one.points() <= FULL
                && one.cap() >= one.points()
                && one.cap() <= FULL
                && one.months() >= 1
                && one.months() <= LONGEST_PERIOD
                && one.free() >= 0
                && one.free() <= MOST_FREE;
    }

    private static boolean bad(int rate) {
        return rate < 0 || rate > FULL;
    }
}
