package org.fangxin.rapid.internal;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.problem.Problem;
import org.fangxin.rapid.Area;
import org.fangxin.rapid.store.HintStore;
import org.fangxin.rapid.store.PromiseStore;
import org.fangxin.rapid.store.ShiftStore.Shift;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says yes or no to suggestions, sends people out, and keeps why a promise was late. */
@Component
public class Dispatching {
    private final CaseFiles cases;
    private final Roster roster;
    private final HintStore hints;
    private final PromiseStore promises;
    private final InstantSource clock;

    Dispatching(CaseFiles cases, Roster roster, HintStore hints, PromiseStore promises, InstantSource clock) {
        this.cases = cases;
        this.roster = roster;
        this.hints = hints;
        this.promises = promises;
        this.clock = clock;
    }

    /**
     * Sends people out. Of a report they are put in charge too, for nobody else may know of it (Art. 37).
     *
     * @param reason why others than those on duty; needed when somebody is not
     */
    @Transactional
    public void dispatch(String caseNo, List<String> persons, @Nullable Area area, String reason, Actor actor) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        if (persons.isEmpty()) {
            throw Problem.invalid("persons", "required", "请选出勤人员。");
        }
        Set<String> onDuty = roster.now(state.agency()).stream()
                .map(Shift::persons)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        if (!onDuty.containsAll(persons) && reason.isBlank()) {
            throw Problem.invalid("reason", "required", "所选的人不在当前值班表里，请写明为什么派他去。");
        }
        if (state.kind() == Kind.REPORT && !state.handlers().containsAll(persons)) {
            Set<String> all = new LinkedHashSet<>(state.handlers());
            all.addAll(persons);
            cases.act(caseNo, Act.ASSIGN, actor, null, Map.of("persons", List.copyOf(all)), null);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("persons", persons);
        if (area != null) {
            fields.put("area", area.name());
        }
        if (!reason.isBlank()) {
            fields.put("note", reason);
        }
        cases.act(caseNo, Act.DISPATCH, actor, null, fields, null);
    }

    /** Yes flags the case and starts its promises; no needs a reason. */
    @Transactional
    public void answer(String caseNo, String kind, boolean yes, @Nullable Area area, String reason, Actor actor) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        if (!yes && reason.isBlank()) {
            throw Problem.invalid("reason", "required", "请写明为什么不算紧急。");
        }
        if (!hints.answer(caseNo, kind, yes, reason, actor.id(), clock.instant())) {
            throw Problem.conflict("这条提示已经有人答复。", Map.of());
        }
        if (yes) {
            flag(state, kind, area, reason, actor);
        }
    }

    private void flag(CaseState state, String kind, @Nullable Area area, String reason, Actor actor) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (area != null) {
            fields.put("area", area.name());
        }
        if (!reason.isBlank()) {
            fields.put("text", reason);
        }
        Act act = kind.equals("FOOD") ? Act.FLAG_FOOD_RISK : Act.FLAG_DANGER;
        cases.act(state.caseNo(), act, actor, null, fields, null);
    }

    @Transactional
    public void excuse(String caseNo, String rule, String reason, Actor actor) {
        if (cases.find(caseNo).isEmpty()) {
            throw Problem.notFound();
        }
        if (promises.ofCase(caseNo).stream().noneMatch(row -> row.rule().equals(rule))) {
            throw Problem.invalid("rule", "unknown", "本件没有这项承诺。");
        }
        if (reason.isBlank() || reason.length() > 500) {
            throw Problem.invalid("reason", "required", "请写明没有按时的原因，500 字以内，不写姓名、电话。");
        }
        promises.excuse(caseNo, rule, reason.strip(), actor.id(), clock.instant());
    }
}
