package org.fangxin.credit.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.store.CheckStore;
import org.fangxin.credit.store.CheckStore.Found;
import org.fangxin.credit.store.CheckStore.Inspection;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the two who were drawn found. */
@Component
public class Checks {
    private static final Set<String> OUTCOMES = Set.of("NOTHING", "CORRECTION", "LEAD", "NOT_FOUND");

    private final CheckStore store;
    private final Drawings drawings;
    private final InstantSource clock;

    Checks(CheckStore store, Drawings drawings, InstantSource clock) {
        this.store = store;
        this.drawings = drawings;
        this.clock = clock;
    }

    /** What was typed; {@code inOrder}: positions of the items that were in order, from 0. */
    public record Draft(
            @Nullable String outcome,
            Set<Integer> inOrder,
            @Nullable String words,
            @Nullable LocalDate on,
            @Nullable LocalDate correctBy,
            @Nullable String paperNo) {}

    @Transactional(readOnly = true)
    public List<Inspection> of(long drawing) {
        return store.of(drawing);
    }

    @Transactional(readOnly = true)
    public List<Inspection> ofEntity(long entity) {
        return store.ofEntity(entity);
    }

    /** By one of the two, or a head of the agency; for others it is missing. */
    @Transactional
    public void enter(SignedIn who, long id, Draft draft) {
        Inspection one = store.find(id).orElseThrow(Problem::notFound);
        boolean head = who.has(Role.UNIT_HEAD) || who.has(Role.LEADER);
        boolean same = drawings.find(one.drawing()).agency().equals(Rules.grading(who));
        if (!same || !head && !one.officers().contains(who.personId())) {
            throw Problem.notFound();
        }
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        if (draft.outcome() == null || !OUTCOMES.contains(draft.outcome())) {
            throw Problem.invalid("outcome", "not-an-option", "请选检查结果。");
        }
        if (draft.on() == null || draft.on().isAfter(today)) {
            throw Problem.invalid("on", "future", "请填今天或者以前的检查日期。");
        }
        boolean correction = draft.outcome().equals("CORRECTION");
        if (correction && (draft.correctBy() == null || draft.correctBy().isBefore(draft.on()))) {
            throw Problem.invalid("correctBy", "required", "责令改正的，请填改正期限。");
        }
        boolean paper = correction || draft.outcome().equals("LEAD");
        Found found = new Found(
                draft.outcome(),
                java.util.stream.IntStream.range(0, one.items().size())
                        .mapToObj(draft.inOrder()::contains)
                        .toList(),
                Wording.needed(draft.words(), "text", "检查情况"),
                draft.on(),
                correction ? draft.correctBy() : null,
                paper ? Wording.paper(draft.paperNo(), "paperNo") : null,
                who.personId());
        if (!store.found(id, found, clock.instant())) {
            throw Problem.conflict("这次检查已经填过结果。", Map.of());
        }
    }
}
