package org.fangxin.credit.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.Fact;
import org.fangxin.credit.GradeRule.Version;
import org.fangxin.credit.Graded;
import org.fangxin.credit.Grading;
import org.fangxin.credit.store.FactStore;
import org.fangxin.credit.store.GradeStore;
import org.fangxin.credit.store.GradeStore.Grade;
import org.fangxin.credit.store.GradeStore.Step;
import org.fangxin.identity.SignedIn;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.Merchants;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A grade from its computing to its confirming: by one officer as computed, by two when it shall be another. */
@Component
public class Grades {
    private final Merchants merchants;
    private final FactStore facts;
    private final Sources sources;
    private final GradeStore store;
    private final Rules rules;
    private final InstantSource clock;

    Grades(Merchants merchants, FactStore facts, Sources sources, GradeStore store, Rules rules, InstantSource clock) {
        this.merchants = merchants;
        this.facts = facts;
        this.sources = sources;
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Computes for the officer's agency over all cases of its subtree: a grade does not depend on who computes it. What he
     * may not see of the sources he is not shown.
     *
     * @throws Problem 404, 422 when the business is merged into another or an objection is open
     */
    public long compute(SignedIn who, long entityId) {
        String agency = Rules.grading(who);
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        List<Fact> samples = sources.withoutReports(agency, () -> sources.samples(entity(entityId), today));
        return sources.everything(agency, () -> compute(who, entity(entityId), samples, today));
    }

    private MarketEntity entity(long id) {
        MarketEntity entity = merchants.find(id).orElseThrow(Problem::notFound);
        if (entity.mergedInto() != null) {
            throw Problem.invalid("id", "merged", "这个主体已经并入另一个，请给那一个评级。");
        }
        return entity;
    }

    private long compute(SignedIn who, MarketEntity entity, List<Fact> samples, LocalDate today) {
        String agency = Rules.grading(who);
        store.alone(agency, entity.id());
        if (store.objected(agency, entity.id())) {
            throw Problem.invalid("id", "objection", "现行等级有一个异议还没有答复。请先答复，再重新计算。");
        }
        Version version = rules.on(agency, today);
        List<Fact> all = new ArrayList<>(facts.of(entity));
        all.addAll(samples);
        all.addAll(sources.papers(entity, samples, today));
        Graded graded = Grading.grade(version.rule(), all, today);
        Grade fresh = new Grade(
                0, agency, entity.id(), version.agency(), version.no(), today, "", 0, null, null, "COMPUTED", "NONE");
        long id = store.add(fresh, graded);
        step(id, "COMPUTED", who, "", null);
        return id;
    }

    /** As computed. */
    @Transactional
    public void confirm(SignedIn who, long id) {
        Grade grade = own(who, id, "COMPUTED");
        into(grade, grade.computed());
        step(id, "CONFIRMED", who, "", null);
    }

    /** Another grade than the computed one; a second person decides. */
    @Transactional
    public void ask(SignedIn who, long id, @Nullable String other, @Nullable String reason) {
        Grade grade = own(who, id, "COMPUTED");
        Version version = rules.find(grade.ruleAgency(), grade.ruleNo());
        if (other == null || version.rule().band(other).isEmpty() || other.equals(grade.computed())) {
            throw Problem.invalid("grade", "not-an-option", "请选一个和计算结果不同的等级；相同的请直接确认。");
        }
        String words = Wording.needed(reason, "reason", "改评的理由");
        store.change(id, "ASKED", other, null);
        step(id, "ASKED", who, words, null);
    }

    @Transactional
    public void decide(SignedIn who, long id, @Nullable Boolean approve, @Nullable String reason) {
        Grade grade = own(who, id, "ASKED");
        if (by(id, "ASKED").equals(who.personId())) {
            throw Problem.invalid("approve", "same-person", "提出改评的人不能自己批准，请另一位负责人决定。");
        }
        if (approve == null) {
            throw Problem.invalid("approve", "required", "请选同意还是不同意。");
        }
        String words = Wording.needed(reason, "reason", "决定的理由");
        if (approve) {
            into(grade, Objects.requireNonNull(grade.asked()));
        } else {
            store.change(id, "COMPUTED", null, null);
        }
        step(id, approve ? "APPROVED" : "DECLINED", who, words, null);
    }

    /** 异议 of the business, with the number of its letter. */
    @Transactional
    public void object(SignedIn who, long id, @Nullable String text, @Nullable String paperNo) {
        Grade grade = own(who, id, "IN_FORCE");
        if (grade.objection().equals("OPEN")) {
            throw Problem.conflict("这个等级已经有一个异议还没有答复。", Map.of());
        }
        String words = Wording.needed(text, "text", "异议的内容");
        String paper = Wording.paper(paperNo, "paperNo");
        store.objection(id, "OPEN");
        step(id, "OBJECTED", who, words, paper);
    }

    /** By somebody who did not put the grade in force. */
    @Transactional
    public void answer(SignedIn who, long id, @Nullable Boolean upheld, @Nullable String reason) {
        Grade grade = find(who, id);
        if (!grade.objection().equals("OPEN")) {
            throw Problem.conflict("没有等待答复的异议。", Map.of());
        }
        boolean same = store.steps(id).stream()
                .anyMatch(step -> List.of("CONFIRMED", "ASKED", "APPROVED").contains(step.kind())
                        && step.by().equals(who.personId()));
        if (same) {
            throw Problem.invalid("upheld", "same-person", "评出这个等级的人不能自己答复异议，请另一位负责人答复。");
        }
        if (upheld == null) {
            throw Problem.invalid("upheld", "required", "请选异议成立还是不成立。");
        }
        String outcome = upheld ? "UPHELD" : "DISMISSED";
        String words = Wording.needed(reason, "reason", "答复的理由");
        store.objection(id, outcome);
        step(id, outcome, who, words, null);
    }

    private void into(Grade grade, String now) {
        if (store.objected(grade.agency(), grade.entity())) {
            throw Problem.conflict("现行等级有一个异议还没有答复。请先答复。", Map.of());
        }
        store.retire(grade.agency(), grade.entity());
        store.change(grade.id(), "IN_FORCE", grade.asked(), now);
    }

    private String by(long id, String kind) {
        return store.steps(id).reversed().stream()
                .filter(step -> step.kind().equals(kind))
                .map(Step::by)
                .findFirst()
                .orElse("");
    }

    private Grade own(SignedIn who, long id, String state) {
        Grade grade = find(who, id);
        if (!grade.state().equals(state)) {
            throw Problem.conflict("这个等级已经有新的变化，请刷新再看。", Map.of("state", grade.state()));
        }
        return grade;
    }

    /** Only the agency that grades; for others it is missing. */
    private Grade find(SignedIn who, long id) {
        Grade grade = store.lock(id).orElseThrow(Problem::notFound);
        if (!grade.agency().equals(Rules.grading(who))) {
            throw Problem.notFound();
        }
        return grade;
    }

    private void step(long id, String kind, SignedIn who, String words, @Nullable String paperNo) {
        Instant now = clock.instant();
        store.step(id, new Step(kind, who.personId(), now, words, paperNo));
    }
}
