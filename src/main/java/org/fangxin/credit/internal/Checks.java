package org.fangxin.credit.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.store.CheckStore;
import org.fangxin.credit.store.CheckStore.Found;
import org.fangxin.credit.store.CheckStore.Inspection;
import org.fangxin.credit.store.RecheckStore;
import org.fangxin.credit.store.RecheckStore.Recheck;
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
    private final RecheckStore rechecks;
    private final Drawings drawings;
    private final InstantSource clock;

    Checks(CheckStore store, RecheckStore rechecks, Drawings drawings, InstantSource clock) {
        this.store = store;
        this.rechecks = rechecks;
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
            @Nullable LocalDate recheckOn,
            @Nullable String paperNo) {}

    @Transactional(readOnly = true)
    public List<Inspection> of(long drawing) {
        return store.of(drawing);
    }

    @Transactional(readOnly = true)
    public List<Inspection> ofEntity(long entity) {
        return store.ofEntity(entity);
    }

    @Transactional(readOnly = true)
    public Optional<Inspection> find(long id) {
        return store.find(id);
    }

    @Transactional(readOnly = true)
    public List<Recheck> rechecks(long inspection) {
        return rechecks.of(inspection);
    }

    /** By one of the two, or a head of the agency; for others it is missing. */
    @Transactional
    public void enter(SignedIn who, long id, Draft draft) {
        Inspection one = mine(who, id);
        LocalDate on = day(draft.on(), drawnOn(one));
        Found found = found(who, one, draft, on);
        if (!store.found(id, found, clock.instant())) {
            throw Problem.conflict("这次检查已经填过结果。", Map.of());
        }
        LocalDate correctBy = found.correctBy();
        if (correctBy != null) {
            rechecks.set(id, recheckOn(draft.recheckOn(), correctBy), who.personId(), clock.instant());
        }
    }

    private static Found found(SignedIn who, Inspection one, Draft draft, LocalDate on) {
        String outcome = draft.outcome();
        if (outcome == null || !OUTCOMES.contains(outcome)) {
            throw Problem.invalid("outcome", "not-an-option", "请选检查结果。");
        }
        List<Boolean> inOrder = IntStream.range(0, one.items().size())
                .mapToObj(draft.inOrder()::contains)
                .toList();
        if (outcome.equals("NOTHING") && inOrder.contains(false)) {
            throw Problem.invalid("inOrder", "contradiction", "没有发现问题的，每一项都要符合；有不符合的，请选别的结果。");
        }
        boolean correction = outcome.equals(CheckStore.CORRECTION);
        if (correction && (draft.correctBy() == null || draft.correctBy().isBefore(on))) {
            throw Problem.invalid("correctBy", "required", "责令改正的，请填改正期限。");
        }
        boolean paper = correction || outcome.equals(CheckStore.LEAD);
        return new Found(
                outcome,
                inOrder,
                Wording.needed(draft.words(), "text", "检查情况"),
                on,
                correction ? draft.correctBy() : null,
                paper ? Wording.paper(draft.paperNo(), "paperNo") : null,
                who.personId());
    }

    /** What was typed of a re-check; {@code again}: the next day to look, when it was not corrected. */
    public record RecheckDraft(
            @Nullable Boolean corrected,
            @Nullable String words,
            @Nullable LocalDate on,
            @Nullable LocalDate again) {}

    /** The result of a re-check (责令改正 looked at again); what is not corrected may get another day. */
    @Transactional
    public void recheck(SignedIn who, long recheckId, RecheckDraft draft) {
        Recheck recheck = rechecks.find(recheckId).orElseThrow(Problem::notFound);
        Inspection one = mine(who, recheck.inspection());
        if (draft.corrected() == null) {
            throw Problem.invalid("corrected", "required", "请选改正了还是没有改正。");
        }
        LocalDate on = day(draft.on(), Objects.requireNonNull(one.found()).on());
        String words = Wording.needed(draft.words(), "text", "复查情况");
        LocalDate again = draft.corrected() ? null : draft.again();
        if (again != null && again.isBefore(on)) {
            throw Problem.invalid("again", "past", "再次复查的日期不早于这次复查。");
        }
        String outcome = draft.corrected() ? "CORRECTED" : "NOT_CORRECTED";
        if (!rechecks.done(recheckId, outcome, words, on, who.personId(), clock.instant())) {
            throw Problem.conflict("这次复查已经填过结果。", Map.of());
        }
        if (again != null) {
            rechecks.set(one.id(), again, who.personId(), clock.instant());
        }
    }

    /** One of the two's own, or of a head's own agency; for others it is missing. */
    Inspection mine(SignedIn who, long id) {
        Inspection one = store.find(id).orElseThrow(Problem::notFound);
        boolean head = who.has(Role.UNIT_HEAD) || who.has(Role.LEADER);
        boolean same = drawings.find(one.drawing()).agency().equals(Rules.grading(who));
        if (!same || !head && !one.officers().contains(who.personId())) {
            throw Problem.notFound();
        }
        return one;
    }

    private LocalDate drawnOn(Inspection one) {
        return drawings.find(one.drawing()).at().atZone(Fields.ZONE).toLocalDate();
    }

    private LocalDate day(@Nullable LocalDate on, LocalDate first) {
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        if (on == null || on.isAfter(today) || on.isBefore(first)) {
            throw Problem.invalid("on", "range", "请填 " + first + " 到今天之间的检查日期。");
        }
        return on;
    }

    private static LocalDate recheckOn(@Nullable LocalDate day, LocalDate correctBy) {
        if (day == null || day.isBefore(correctBy)) {
            throw Problem.invalid("recheckOn", "required", "责令改正的，请填复查日期，不早于改正期限。");
        }
        return day;
    }
}
