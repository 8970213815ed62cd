package org.fangxin.credit.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.GradeRule.Version;
import org.fangxin.credit.internal.HandFacts;
import org.fangxin.credit.internal.RuleDrafts;
import org.fangxin.credit.internal.Rules;
import org.fangxin.credit.store.BusinessCourse;
import org.fangxin.credit.store.GradeStore;
import org.fangxin.credit.store.GradeStore.Grade;
import org.fangxin.credit.store.GradeStore.Reason;
import org.fangxin.credit.store.GradeStore.Step;
import org.fangxin.credit.store.HandFactStore.HandFact;
import org.fangxin.credit.store.RuleDraftStore.Draft;
import org.fangxin.credit.web.CreditViews.CourseView;
import org.fangxin.credit.web.CreditViews.CreditView;
import org.fangxin.credit.web.CreditViews.GradeView;
import org.fangxin.credit.web.CreditViews.HandFactView;
import org.fangxin.credit.web.CreditViews.HappenedView;
import org.fangxin.credit.web.CreditViews.ReasonView;
import org.fangxin.credit.web.CreditViews.SourceView;
import org.fangxin.credit.web.CreditViews.StepView;
import org.fangxin.credit.web.RuleViews.DraftView;
import org.fangxin.credit.web.RuleViews.FactorView;
import org.fangxin.credit.web.RuleViews.RuleView;
import org.fangxin.credit.web.RuleViews.RulesView;
import org.fangxin.identity.People;
import org.fangxin.identity.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Grades as an officer sees them: numbers for all, case numbers where he may see the case. */
@Component
class CreditReading {
    private final GradeStore store;
    private final HandFacts facts;
    private final Rules rules;
    private final RuleDrafts drafts;
    private final BusinessCourse course;
    private final People people;
    private final InstantSource clock;

    CreditReading(
            GradeStore store,
            HandFacts facts,
            Rules rules,
            RuleDrafts drafts,
            BusinessCourse course,
            People people,
            InstantSource clock) {
        this.store = store;
        this.facts = facts;
        this.rules = rules;
        this.drafts = drafts;
        this.course = course;
        this.people = people;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public CreditView of(SignedIn who, long entity) {
        String agency = Rules.grading(who);
        List<GradeView> grades =
                store.of(entity).stream().map(one -> grade(one, agency)).toList();
        List<HandFactView> entered =
                facts.of(entity).stream().map(one -> fact(one, agency)).toList();
        return new CreditView(RuleView.of(rules.on(agency, today()), Map.of()), grades, entered);
    }

    /** In the caller's own sight. */
    @Transactional(readOnly = true)
    public CourseView course(long entity) {
        return new CourseView(course.of(entity).stream().map(HappenedView::of).toList());
    }

    @Transactional(readOnly = true)
    public RulesView rules(SignedIn who) {
        String agency = Rules.grading(who);
        Version inForce = rules.on(agency, today());
        List<Version> own = rules.versions(agency);
        List<Draft> proposed = drafts.of(who);
        Set<String> ids = new HashSet<>();
        Stream.concat(Stream.of(inForce), own.stream())
                .forEach(one -> Stream.of(one.setBy(), one.approvedBy())
                        .filter(Objects::nonNull)
                        .forEach(ids::add));
        proposed.forEach(one -> Stream.of(one.madeBy(), one.decidedBy())
                .filter(Objects::nonNull)
                .forEach(ids::add));
        Map<String, String> names = people.displayNames(ids);
        return new RulesView(
                RuleView.of(inForce, names),
                own.stream().map(one -> RuleView.of(one, names)).toList(),
                proposed.stream()
                        .map(one -> DraftView.of(one, names, who.personId()))
                        .toList(),
                FactorView.all());
    }

    private LocalDate today() {
        return clock.instant().atZone(Fields.ZONE).toLocalDate();
    }

    private GradeView grade(Grade one, String agency) {
        List<Step> steps = store.steps(one.id());
        Map<String, String> names =
                people.displayNames(steps.stream().map(Step::by).distinct().toList());
        return new GradeView(
                one.id(),
                one.agency(),
                one.agency().equals(agency),
                one.ruleAgency() + "-" + one.ruleNo(),
                one.on(),
                one.computed(),
                one.score(),
                one.asked(),
                one.grade(),
                one.state(),
                one.objection(),
                store.reasons(one.id()).stream().map(CreditReading::reason).toList(),
                steps.stream()
                        .map(step -> new StepView(
                                step.kind(),
                                step.by(),
                                names.getOrDefault(step.by(), step.by()),
                                at(step.at()),
                                step.words(),
                                step.paperNo()))
                        .toList());
    }

    private static ReasonView reason(Reason one) {
        return new ReasonView(
                one.factor().name(),
                one.factor().chinese(),
                one.found(),
                one.counted(),
                one.points(),
                one.months(),
                one.found() - one.sources().size(),
                one.sources().stream()
                        .map(fact ->
                                new SourceView(fact.on(), fact.caseNo(), fact.paperNo(), fact.sampleId(), fact.words()))
                        .toList());
    }

    private HandFactView fact(HandFact one, String agency) {
        return new HandFactView(
                one.id(),
                one.factor().name(),
                one.factor().chinese(),
                one.on(),
                one.paperNo(),
                one.words(),
                people.displayNames(List.of(one.by())).getOrDefault(one.by(), one.by()),
                one.agency().equals(agency),
                one.withdrawnWhy());
    }

    static java.time.OffsetDateTime at(Instant instant) {
        return instant.atZone(Fields.ZONE).toOffsetDateTime();
    }
}
