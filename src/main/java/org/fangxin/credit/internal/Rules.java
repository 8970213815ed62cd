package org.fangxin.credit.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.Factor;
import org.fangxin.credit.GradeRule;
import org.fangxin.credit.GradeRule.Band;
import org.fangxin.credit.GradeRule.Version;
import org.fangxin.credit.GradeRule.Weight;
import org.fangxin.credit.store.RuleStore;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which rule table holds: the agency's own, else that of the nearest agency above, else the one that ships. */
@Component
public class Rules {
    private static final String SHIPPED = "00";
    private static final int COUNTY = 6;

    private final RuleStore store;
    private final Agencies agencies;
    private final InstantSource clock;

    Rules(RuleStore store, Agencies agencies, InstantSource clock) {
        this.store = store;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** The agency that grades for this officer: an office (所) works for its county. */
    public static String grading(SignedIn who) {
        String code = who.agencyCode();
        return code.length() > COUNTY ? code.substring(0, COUNTY) : code;
    }

    @Transactional(readOnly = true)
    public Version on(String agency, LocalDate day) {
        List<String> line = new ArrayList<>(List.of(agency));
        Optional<Agency> above = agencies.superior(agency);
        while (above.isPresent()) {
            line.add(above.get().code());
            above = agencies.superior(above.get().code());
        }
        line.add(SHIPPED);
        return line.stream()
                .flatMap(code -> store.on(code, day).stream())
                .findFirst()
                .orElseThrow(() -> Problem.invalid("validFrom", "no-rule", "这一天没有评级规则。"));
    }

    @Transactional(readOnly = true)
    public Version find(String agency, int no) {
        return store.find(agency, no).orElseThrow(Problem::notFound);
    }

    /** Versions of the agency's own, newest first. */
    @Transactional(readOnly = true)
    public List<Version> versions(String agency) {
        return store.of(agency);
    }

    /** @throws Problem 422 when the table is not whole or would hold for days that are over */
    @Transactional
    public int add(SignedIn who, @Nullable LocalDate validFrom, @Nullable GradeRule rule) {
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        if (validFrom == null || validFrom.isBefore(today)) {
            throw Problem.invalid("validFrom", "past", "请填今天或者以后的日期：已经评出的等级不受新规则影响。");
        }
        if (rule == null) {
            throw Problem.invalid("rule", "required", "请填规则表。");
        }
        check(rule);
        return store.add(grading(who), validFrom, rule, who.personId(), clock.instant());
    }

    private static void check(GradeRule rule) {
        Set<Factor> seen = EnumSet.noneOf(Factor.class);
        Set<String> names = new HashSet<>();
        int above = 101;
        for (Band band : rule.grades()) {
            if (!names.add(band.grade())
                    || !band.grade().matches("[A-Z]")
                    || band.from() >= above
                    || bad(band.rate())) {
                throw Problem.invalid("rule.grades", "order", "等级从好到差排列，分数线逐级降低，抽查比例在 0 到 100 之间。");
            }
            above = band.from();
        }
        if (rule.grades().size() < 2 || above != 0 || bad(rule.ungradedRate())) {
            throw Problem.invalid("rule.grades", "last", "至少两个等级，最后一个等级的分数线是 0；未评级的抽查比例在 0 到 100 之间。");
        }
        for (Weight one : rule.factors()) {
            boolean numbers = one.points() > 0 && one.points() <= 100 && one.cap() >= one.points() && one.cap() <= 100;
            boolean period = one.months() >= 1 && one.months() <= 120 && one.free() >= 0 && one.free() <= 1000;
            if (one.factor() == null || !seen.add(one.factor()) || !numbers || !period || !known(one, names)) {
                throw Problem.invalid(
                        "rule.factors", "range", "每个因素只写一次；分值 1 到 100，上限不低于分值、不超过 100，期间 1 到 120 个月，最高等级是表里的等级。");
            }
        }
    }

    private static boolean known(Weight weight, Set<String> grades) {
        return weight.atBest() == null || grades.contains(weight.atBest());
    }

    private static boolean bad(int rate) {
        return rate < 0 || rate > 100;
    }
}
