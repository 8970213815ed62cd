package org.fangxin.credit.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.Effect;
import org.fangxin.credit.store.TalkStore;
import org.fangxin.credit.store.TalkStore.Commitment;
import org.fangxin.credit.store.TalkStore.Step;
import org.fangxin.credit.store.TalkStore.Talk;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.SignedIn;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.Merchants;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** 约谈 and 行政指导: recorded with what was promised, followed, and measured. */
@Component
public class Talks {
    private static final Set<String> OCCASIONS = Set.of("CASES", "HOTSPOT", "GRADE", "INSPECTION", "SEASON", "OTHER");
    private static final int MOST = 50;

    private final TalkStore store;
    private final Merchants merchants;
    private final CaseFiles cases;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Talks(TalkStore store, Merchants merchants, CaseFiles cases, TransactionTemplate transaction, InstantSource clock) {
        this.store = store;
        this.merchants = merchants;
        this.cases = cases;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What was typed of a talk. */
    public record Draft(
            @Nullable String kind,
            @Nullable LocalDate heldOn,
            @Nullable String place,
            @Nullable String occasion,
            @Nullable String occasionText,
            @Nullable String participants,
            @Nullable String points,
            List<Long> merchantIds,
            List<String> caseNos,
            List<Promised> commitments) {}

    /** What was promised by when. */
    public record Promised(@Nullable String text, @Nullable LocalDate dueOn) {}

    /** @throws Problem 422 naming the field; a case that may not be seen is no case */
    @Transactional
    public String record(SignedIn who, Draft draft) {
        if (draft.kind() == null || !Set.of("TALK", "GUIDANCE").contains(draft.kind())) {
            throw Problem.invalid("kind", "not-an-option", "请选约谈还是行政指导。");
        }
        LocalDate heldOn = draft.heldOn();
        if (heldOn == null || heldOn.isAfter(today())) {
            throw Problem.invalid("heldOn", "future", "请填今天或者以前的日期。");
        }
        if (draft.occasion() == null || !OCCASIONS.contains(draft.occasion())) {
            throw Problem.invalid("occasion", "not-an-option", "请选因为什么。");
        }
        List<Long> entities = draft.merchantIds().stream().distinct().toList();
        if (entities.isEmpty() || entities.size() > MOST) {
            throw Problem.invalid("merchantIds", "required", "请选 1 到 50 个经营主体。");
        }
        entities.forEach(id -> merchants.find(id).orElseThrow(Problem::notFound));
        List<String> caseNos = draft.caseNos().stream().distinct().toList();
        if (caseNos.size() > MOST
                || caseNos.stream().anyMatch(caseNo -> cases.find(caseNo).isEmpty())) {
            throw Problem.invalid("caseNos", "not-found", "有一个案件编号没有找到，或者您不能查看。请核对。");
        }
        Talk talk = new Talk(
                UUID.randomUUID().toString(),
                Rules.grading(who),
                draft.kind(),
                heldOn,
                Wording.needed(draft.place(), "place", "地点"),
                draft.occasion(),
                Wording.needed(draft.occasionText(), "occasionText", "起因"),
                Wording.needed(draft.participants(), "participants", "参加的人"),
                Wording.needed(draft.points(), "points", "谈了什么、要求什么"),
                who.personId(),
                clock.instant());
        store.add(talk, entities, caseNos, promised(draft, heldOn));
        return talk.id();
    }

    private static List<Commitment> promised(Draft draft, LocalDate heldOn) {
        return draft.commitments().stream()
                .map(one -> {
                    LocalDate due = one.dueOn();
                    if (due == null || due.isBefore(heldOn)) {
                        throw Problem.invalid("commitments", "due", "每一项承诺请填期限，不早于约谈或者指导的日期。");
                    }
                    return new Commitment(0, "", Wording.needed(one.text(), "commitments", "承诺"), due, null, null);
                })
                .toList();
    }

    /** By the agency that held it. */
    @Transactional
    public void follow(SignedIn who, String id, @Nullable String words) {
        own(who, id);
        store.step(id, new Step(who.personId(), clock.instant(), Wording.needed(words, "text", "跟进情况")));
    }

    @Transactional
    public void result(SignedIn who, long commitment, @Nullable Boolean done, @Nullable String words) {
        Commitment one = store.commitment(commitment).orElseThrow(Problem::notFound);
        own(who, one.talk());
        if (done == null) {
            throw Problem.invalid("done", "required", "请选做到了还是没有做到。");
        }
        String how = Wording.needed(words, "text", "情况");
        if (!store.result(commitment, done ? "DONE" : "NOT_DONE", how, who.personId(), clock.instant())) {
            throw Problem.conflict("这一项承诺已经有结果。", Map.of());
        }
    }

    /** A talk with everything that belongs to it. */
    public record Held(
            Talk talk, List<String> merchants, List<String> cases, List<Commitment> commitments, List<Step> steps) {}

    /** Of a business, newest first. */
    @Transactional(readOnly = true)
    public List<Held> of(long entity) {
        return store.of(entity).stream()
                .map(talk -> new Held(
                        talk,
                        store.entities(talk.id()).stream()
                                .flatMap(id -> merchants.find(id).stream())
                                .map(MarketEntity::name)
                                .toList(),
                        store.cases(talk.id()),
                        store.commitments(talk.id()),
                        store.steps(talk.id())))
                .toList();
    }

    /**
     * Complaints about a business before and after, over the agency's subtree whoever asks; those who belong to another
     * agency get no count under five.
     */
    public List<Effect> effect(SignedIn who, Talk talk, MarketEntity entity) {
        Scope all = Scope.subtree(talk.agency(), "", Scope.Reports.NONE);
        LocalDate first = talk.heldOn().minusDays(Effect.SPANS.getLast());
        LocalDate last = talk.heldOn().plusDays(Effect.SPANS.getLast());
        List<LocalDate> received = Scopes.within(
                all,
                () -> Objects.requireNonNull(
                        transaction.execute(status -> store.received(entity, all.from(), all.to(), first, last))));
        boolean outside = !talk.agency().equals(Rules.grading(who));
        return Effect.SPANS.stream()
                .map(days -> Effect.of(received, talk.heldOn(), today(), days, outside))
                .toList();
    }

    private void own(SignedIn who, String id) {
        Talk talk = store.find(id).orElseThrow(Problem::notFound);
        if (!talk.agency().equals(Rules.grading(who))) {
            throw Problem.notFound();
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(Fields.ZONE).toLocalDate();
    }
}
