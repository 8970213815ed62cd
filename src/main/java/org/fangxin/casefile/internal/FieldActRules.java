package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.OFFICERS;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** Field work that service promises count: going out, arriving, calling, giving feedback, food taken off the shelf. */
final class FieldActRules {
    private static final Stage[] OPEN = {Stage.RECEIVED, Stage.ACCEPTED, Stage.MEDIATING, Stage.VERIFYING, Stage.FILED};
    private static final Stage[] ENDS = {
        Stage.AGREED,
        Stage.REFUSED,
        Stage.TERMINATED,
        Stage.WITHDRAWN,
        Stage.SETTLED_GREEN,
        Stage.NOT_FILED,
        Stage.DECIDED,
        Stage.CLOSED,
        Stage.NOT_COMPETENT,
        Stage.NOT_REHANDLED,
        Stage.SPECIAL_RULES,
        Stage.TRANSFERRED
    };

    static final List<ActRule> ALL = List.of(
            dispatch(),
            plain(Act.RECORD_ARRIVAL, "到场的承诺办结。", new Entry.ArrivedOnSite()),
            plain(Act.RECORD_CONTACT, "联系当事人的承诺办结。", new Entry.PartyContacted()),
            giveFeedback(),
            flagFoodRisk(),
            recordOffShelf());

    private FieldActRules() {}

    private static ActRuleBuilder fieldAct(Act which) {
        return act(which)
                .of(Kind.COMPLAINT, Kind.REPORT)
                .by(Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.INTAKE);
    }

    private static ActRule dispatch() {
        FieldSpec.Option[] areas = Stream.of(Promises.Visit.values())
                .map(visit -> new FieldSpec.Option(visit.name(), visit.chinese(), null))
                .toArray(FieldSpec.Option[]::new);
        return fieldAct(Act.DISPATCH)
                .from(OPEN)
                .effect("派人出勤；到场的承诺从收到时起算。")
                .with(
                        FieldSpec.of("persons", "出勤人员", OFFICERS, false).hinted("不填就是本人。"),
                        FieldSpec.choice("area", "去哪里", CODE, false, areas))
                .then(FieldActRules::dispatched);
    }

    private static Decision dispatched(CaseState state, Command command, World world) {
        List<String> named = People.named(command, "persons", "officers");
        List<String> persons = named.isEmpty() ? List.of(command.actor().id()) : named;
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.TeamDispatched(People.ofHolder(persons, "persons", state, command, world)));
        command.fields()
                .code("area", Promises.Visit.class)
                .map(Promises.Visit::rule)
                .filter(rule -> state.clocks().all().stream()
                        .noneMatch(clock -> clock.rule().equals(rule)))
                .flatMap(rule -> Promises.made(rule, state.receivedAt(), world))
                .ifPresent(entries::add);
        return Decision.taken(entries);
    }

    private static ActRule plain(Act which, String effect, Entry entry) {
        return fieldAct(which)
                .from(OPEN)
                .effect(effect)
                .with(FieldSpec.of("text", "记录", TEXT, false))
                .then((state, command, world) -> Decision.taken(entry));
    }

    private static ActRule giveFeedback() {
        return fieldAct(Act.GIVE_FEEDBACK)
                .from(OPEN)
                .from(ENDS)
                .effect("反馈的承诺办结。")
                .with(FieldSpec.of("text", "反馈内容", TEXT, false))
                .then((state, command, world) -> Decision.taken(new Entry.FeedbackGiven()));
    }

    private static ActRule flagFoodRisk() {
        return fieldAct(Act.FLAG_FOOD_RISK)
                .from(OPEN)
                .effect("标记食品安全风险；二十四小时内下架。")
                .with(FieldSpec.of("text", "风险情况", TEXT, false))
                .forbid((state, actor, world) ->
                        state.clocks().open("promise.offshelf.food").isPresent()
                                ? Optional.of(Decision.refused("FLAGGED", "已经标记食品安全风险。下架后请“下架”。", Law.FOOD))
                                : Optional.empty())
                .then((state, command, world) -> Decision.taken(new Entry.FoodRiskFlagged()));
    }

    private static ActRule recordOffShelf() {
        return fieldAct(Act.RECORD_OFFSHELF)
                .from(OPEN)
                .from(ENDS)
                .effect("下架的承诺办结。")
                .with(FieldSpec.of("text", "下架情况", TEXT, false))
                .forbid((state, actor, world) -> state.is(Flag.FOOD_RISK)
                        ? Optional.empty()
                        : Optional.of(Decision.refused("NO_RISK", "没有标记食品安全风险。请先“标记食品风险”。", Law.FOOD)))
                .then((state, command, world) -> Decision.taken(new Entry.OffShelfRecorded()));
    }
}
