package org.fangxin.staffing.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.OfficerLoads.Load;
import org.fangxin.identity.Person;
import org.fangxin.staffing.AssignmentRule;
import org.fangxin.staffing.AssignmentRule.Order;
import org.jspecify.annotations.Nullable;

/** The order in which a rule names the officers who may take a case, and why each stands where he stands. */
final class Ranking {
    /**
     * What a rule looks at.
     *
     * @param matters {@code GOODS:101}, {@code PROBLEM:07}: the classes of the case as far as known
     * @param region division of the merchant; null when unknown
     */
    record Matter(
            String agency, Set<String> matters, @Nullable String region) {}

    /** Somebody who is there and not recused. */
    record Fit(Person person, Load load) {}

    private final AssignmentRule rule;
    private final Matter matter;
    private final Map<String, Instant> turns;
    private final Set<String> skilled;
    private final Set<String> local;

    Ranking(AssignmentRule rule, Matter matter, Map<String, Instant> turns) {
        this.rule = rule;
        this.matter = matter;
        this.turns = turns;
        this.skilled = rule.skills().stream()
                .filter(skill -> matter.matters().contains(skill.matter()))
                .flatMap(skill -> skill.persons().stream())
                .collect(Collectors.toSet());
        this.local = rule.areas().stream()
                .filter(area -> matter.region() != null && matter.region().startsWith(area.region()))
                .flatMap(area -> area.persons().stream())
                .collect(Collectors.toSet());
    }

    /** The best first; the same facts give the same order. */
    List<Fit> order(List<Fit> fit) {
        return fit.stream()
                .sorted(Comparator.comparing((Fit one) -> !here(one))
                        .thenComparing(one -> !skilled.contains(id(one)))
                        .thenComparing(one -> !local.contains(id(one)))
                        .thenComparing(rule.order() == Order.ROUND ? byTurn() : byLoad())
                        .thenComparing(one -> one.person().displayName())
                        .thenComparing(Ranking::id))
                .toList();
    }

    /** Why this one, the reason that counts first at the head. */
    List<String> reasons(Fit one, List<Fit> all) {
        List<String> reasons = new ArrayList<>();
        if (skilled.contains(id(one))) {
            reasons.add("规则写明他负责这一类商品、服务或者问题");
        }
        if (local.contains(id(one))) {
            reasons.add("规则写明他分管商家所在的地方");
        }
        if (here(one)) {
            reasons.add("就在本件所在的机关、派出机构");
        }
        reasons.add(rule.order() == Order.ROUND ? turnWords(one, all) : loadWords(one, all));
        return reasons;
    }

    private String turnWords(Fit one, List<Fit> all) {
        Instant last = turns.get(id(one));
        if (last == null) {
            return "轮流：他还没有分到过";
        }
        long before =
                all.stream().filter(other -> byTurn().compare(other, one) < 0).count();
        String day = last.atZone(Fields.ZONE).toLocalDate().toString();
        return "轮流：他上次分到是 " + day + (before == 0 ? "，最早" : "，前面还有 " + before + " 人");
    }

    private static String loadWords(Fit one, List<Fit> all) {
        long heavier = all.stream()
                .filter(other -> other.load().weight() > one.load().weight())
                .count();
        return "在办 " + one.load().open() + " 件，其中超期 " + one.load().overdue() + " 件；"
                + (heavier == 0 ? "没有人比他更多" : "比 " + heavier + " 个人少");
    }

    private boolean here(Fit one) {
        return one.person().agencyCode().equals(matter.agency());
    }

    private Comparator<Fit> byTurn() {
        return Comparator.comparing(one -> turns.getOrDefault(id(one), Instant.EPOCH));
    }

    private static Comparator<Fit> byLoad() {
        return Comparator.comparingDouble(one -> one.load().weight());
    }

    private static String id(Fit one) {
        return one.person().personId();
    }
}
