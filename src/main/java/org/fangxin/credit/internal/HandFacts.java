package org.fangxin.credit.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.Factor;
import org.fangxin.credit.store.HandFactStore;
import org.fangxin.credit.store.HandFactStore.HandFact;
import org.fangxin.identity.SignedIn;
import org.fangxin.merchant.Merchants;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Facts that a paper tells, entered by hand and withdrawn with a reason. */
@Component
public class HandFacts {
    private final HandFactStore store;
    private final Merchants merchants;
    private final InstantSource clock;

    HandFacts(HandFactStore store, Merchants merchants, InstantSource clock) {
        this.store = store;
        this.merchants = merchants;
        this.clock = clock;
    }

    /** @throws Problem 404, 422 naming the field */
    @Transactional
    public void add(
            SignedIn who,
            long entity,
            @Nullable String factor,
            @Nullable LocalDate on,
            @Nullable String paperNo,
            @Nullable String words) {
        merchants.find(entity).orElseThrow(Problem::notFound);
        Factor known = java.util.Arrays.stream(Factor.values())
                .filter(one -> one.byHand() && one.name().equals(factor))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("factor", "not-an-option", "请选是哪一种情况。"));
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        if (on == null || on.isAfter(today)) {
            throw Problem.invalid("on", "future", "请填今天或者以前的日期。");
        }
        store.add(new HandFact(
                0,
                Rules.grading(who),
                entity,
                known,
                on,
                Wording.paper(paperNo, "paperNo"),
                Wording.needed(words, "text", "情况"),
                who.personId(),
                clock.instant(),
                null));
    }

    /** By the agency that entered it. */
    @Transactional
    public void withdraw(SignedIn who, long id, @Nullable String why) {
        HandFact fact = store.find(id).orElseThrow(Problem::notFound);
        if (!fact.agency().equals(Rules.grading(who))) {
            throw Problem.notFound();
        }
        if (!store.withdraw(id, Wording.needed(why, "reason", "撤销的理由"), who.personId(), clock.instant())) {
            throw Problem.conflict("这一条已经撤销。", Map.of());
        }
    }

    @Transactional(readOnly = true)
    public List<HandFact> of(long entity) {
        return store.of(entity);
    }
}
