package org.fangxin.credit.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.internal.Checks;
import org.fangxin.credit.internal.Drawings;
import org.fangxin.credit.internal.Drawings.Plan;
import org.fangxin.credit.internal.Leads;
import org.fangxin.credit.internal.Rules;
import org.fangxin.credit.store.CheckStore.Inspection;
import org.fangxin.credit.store.PlanStore;
import org.fangxin.credit.store.PlanStore.Drawing;
import org.fangxin.credit.web.InspectionViews.InspectionView;
import org.fangxin.credit.web.PlanViews.DrawingDetail;
import org.fangxin.credit.web.PlanViews.DrawingView;
import org.fangxin.credit.web.PlanViews.PlanView;
import org.fangxin.credit.web.PlanViews.TargetView;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans and drawings as officers see them. */
@Component
class PlanReading {
    private final Drawings drawings;
    private final Checks inspections;
    private final Leads leads;
    private final PlanStore store;
    private final People people;
    private final InstantSource clock;

    PlanReading(
            Drawings drawings, Checks inspections, Leads leads, PlanStore store, People people, InstantSource clock) {
        this.drawings = drawings;
        this.inspections = inspections;
        this.leads = leads;
        this.clock = clock;
        this.store = store;
        this.people = people;
    }

    @Transactional(readOnly = true)
    public PlanView plan(SignedIn who, int year) {
        Plan plan = drawings.plan(who, year);
        List<Drawing> all = drawings.of(who, year);
        Map<String, String> names =
                people.displayNames(all.stream().map(Drawing::by).distinct().toList());
        return new PlanView(
                year,
                plan.rule().agency() + "-" + plan.rule().no(),
                plan.targets().stream()
                        .map(one -> new TargetView(
                                one.grade(),
                                one.rate(),
                                one.population(),
                                one.wanted(),
                                one.drawn(),
                                one.done(),
                                one.left()))
                        .toList(),
                all.stream().map(one -> view(one, names)).toList());
    }

    @Transactional(readOnly = true)
    public DrawingDetail drawing(SignedIn who, long id) {
        Drawing one = drawings.find(id);
        Map<String, Integer> pools = new TreeMap<>();
        store.pools(id).forEach(pool -> pools.put(pool.grade(), pool.entities().size()));
        return new DrawingDetail(
                view(one, people.displayNames(List.of(one.by()))),
                one.ruleAgency() + "-" + one.ruleNo(),
                one.seed(),
                one.officers().size(),
                pools,
                drawings.reproduced(one),
                views(who, inspections.of(id)));
    }

    /** A head enters for anybody of his agency; else only the two. */
    @Transactional(readOnly = true)
    public List<InspectionView> views(SignedIn who, List<Inspection> all) {
        boolean head = who.has(Role.UNIT_HEAD) || who.has(Role.LEADER);
        Set<String> ids = new HashSet<>();
        all.forEach(one -> ids.addAll(one.officers()));
        Map<String, String> names = people.displayNames(ids);
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        return all.stream()
                .map(one -> InspectionView.of(
                        one,
                        names,
                        (head || one.officers().contains(who.personId())) && own(who, one),
                        inspections.rechecks(one.id()),
                        today,
                        leads.caseOf(one.id()).orElse(null)))
                .toList();
    }

    private boolean own(SignedIn who, Inspection one) {
        return drawings.find(one.drawing()).agency().equals(Rules.grading(who));
    }

    private static DrawingView view(Drawing one, Map<String, String> names) {
        return new DrawingView(
                one.id(), one.name(), one.year(), names.getOrDefault(one.by(), one.by()), CreditReading.at(one.at()));
    }
}
