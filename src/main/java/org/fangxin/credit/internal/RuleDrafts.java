package org.fangxin.credit.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.GradeRule;
import org.fangxin.credit.store.RuleDraftStore;
import org.fangxin.credit.store.RuleDraftStore.Draft;
import org.fangxin.credit.store.RuleStore;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A new version of an agency's rule table: made by one, approved by another, in force from a day that is not over. */
@Component
public class RuleDrafts {
    private final RuleDraftStore drafts;
    private final RuleStore rules;
    private final InstantSource clock;

    RuleDrafts(RuleDraftStore drafts, RuleStore rules, InstantSource clock) {
        this.drafts = drafts;
        this.rules = rules;
        this.clock = clock;
    }

    /** @throws Problem 422 when the table is not whole or would hold for days that are over */
    @Transactional
    public long propose(
            SignedIn who, @Nullable LocalDate validFrom, @Nullable GradeRule rule, @Nullable String reason) {
        if (validFrom == null || validFrom.isBefore(today())) {
            throw Problem.invalid("validFrom", "past", "请填今天或者以后的日期：已经评出的等级不受新规则影响。");
        }
        GradeRule whole = RuleCheck.whole(rule);
        return drafts.add(new Draft(
                0,
                Rules.grading(who),
                validFrom,
                whole,
                Wording.needed(reason, "reason", "为什么要改"),
                "OPEN",
                who.personId(),
                clock.instant(),
                null,
                null));
    }

    /** By another than who made it; approved, it is a version that never changes again. */
    @Transactional
    public void decide(SignedIn who, long id, @Nullable Boolean approve, @Nullable String reason) {
        Draft draft = drafts.lock(id)
                .filter(one -> one.agency().equals(Rules.grading(who)))
                .orElseThrow(Problem::notFound);
        if (!draft.state().equals("OPEN")) {
            throw Problem.conflict("这个草案已经有决定，请刷新再看。", Map.of("state", draft.state()));
        }
        if (draft.madeBy().equals(who.personId())) {
            throw Problem.invalid("approve", "same-person", "起草的人不能自己批准，请另一位负责人决定。");
        }
        if (approve == null) {
            throw Problem.invalid("approve", "required", "请选同意还是不同意。");
        }
        if (approve && draft.validFrom().isBefore(today())) {
            throw Problem.invalid("approve", "past", "草案写的生效日期已经过了。请不同意，另起草一个以后生效的。");
        }
        String words = Wording.needed(reason, "reason", "决定的理由");
        drafts.decide(id, approve ? "APPROVED" : "DECLINED", who.personId(), words, clock.instant());
        if (approve) {
            rules.add(draft, who.personId(), clock.instant());
        }
    }

    /** Open and declined ones of the officer's agency, newest first. */
    @Transactional(readOnly = true)
    public List<Draft> of(SignedIn who) {
        return drafts.of(Rules.grading(who));
    }

    private LocalDate today() {
        return clock.instant().atZone(Fields.ZONE).toLocalDate();
    }
}
