package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.OFFICERS;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.FieldSpec.Type.UPLOADS;
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
            fieldAct(Act.RECORD_ARRIVAL)
                    .from(OPEN)
                    .effect("到场的承诺办结。")
                    .with(text("记录"), photos("现场照片"))
                    .then((state, command, world) -> Decision.taken(new Entry.ArrivedOnSite(files(command)))),
            fieldAct(Act.RECORD_DEPARTURE)
                    .from(OPEN)
                    .effect("离场时的情况和照片归入案卷，不影响任何时限。")
                    .with(text("记录"), photos("离场时的照片"))
                    .then((state, command, world) -> Decision.taken(new Entry.LeftSite(files(command)))),
            fieldAct(Act.RECORD_CONTACT)
                    .from(OPEN)
                    .effect("联系当事人的承诺办结。")
                    .with(text("记录"))
                    .then((state, command, world) -> Decision.taken(new Entry.PartyContacted())),
            giveFeedback(),
            flagFoodRisk(),
            flagDanger(),
            recordOffShelf(),
            liftOffShelf());

    private FieldActRules() {}

    private static ActRuleBuilder fieldAct(Act which) {
        return act(which)
                .of(Kind.COMPLAINT, Kind.REPORT)
                .by(Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.INTAKE)
                .byTheMinute();
    }

    private static FieldSpec text(String label) {
        return FieldSpec.of("text", label, TEXT, false);
    }

    private static FieldSpec photos(String label) {
        return FieldSpec.of("attachments", label, UPLOADS, false);
    }

    private static List<String> files(Command command) {
        return command.fields().strings("attachments");
    }

    private static FieldSpec area(String label) {
        FieldSpec.Option[] areas = Stream.of(Promises.Visit.values())
                .map(visit -> new FieldSpec.Option(visit.name(), visit.chinese(), null))
                .toArray(FieldSpec.Option[]::new);
        return FieldSpec.choice("area", label, CODE, false, areas);
    }

    private static ActRule dispatch() {
        return fieldAct(Act.DISPATCH)
                .from(OPEN)
                .effect("派人出勤；到场的承诺从收到时起算。")
                .with(FieldSpec.of("persons", "出勤人员", OFFICERS, false).hinted("不填就是本人。"), area("去哪里"))
                .then(FieldActRules::dispatched);
    }

    private static Decision dispatched(CaseState state, Command command, World world) {
        List<String> named = People.named(command, "persons", "officers");
        List<String> persons = named.isEmpty() ? List.of(command.actor().id()) : named;
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.TeamDispatched(People.ofHolder(persons, "persons", state, command, world)));
        visit(state, command, world).ifPresent(entries::add);
        return Decision.taken(entries);
    }

    /** The promise of arriving where the officer says, from the receipt on; each is made once, and one at a time. */
    private static Optional<Entry> visit(CaseState state, Command command, World world) {
        return command.fields()
                .code("area", Promises.Visit.class)
                .map(Promises.Visit::rule)
                .filter(rule -> state.clocks().all().stream()
                        .noneMatch(clock -> clock.rule().equals(rule)))
                .flatMap(rule -> Promises.made(rule, state.receivedAt(), world));
    }

    private static ActRule giveFeedback() {
        return fieldAct(Act.GIVE_FEEDBACK)
                .from(OPEN)
                .from(ENDS)
                .effect("反馈的承诺办结。")
                .with(text("反馈内容"))
                .then((state, command, world) -> Decision.taken(new Entry.FeedbackGiven()));
    }

    private static ActRule flagFoodRisk() {
        return fieldAct(Act.FLAG_FOOD_RISK)
                .by(Role.REGISTRAR)
                .from(OPEN)
                .effect("标记食品安全风险；二十四小时内下架。选了去哪里的，到场的承诺从收到时起算。")
                .with(text("风险情况"), area("需要到场：去哪里"))
                .forbid((state, actor, world) ->
                        state.clocks().open("promise.offshelf.food").isPresent()
                                ? Optional.of(Decision.refused("FLAGGED", "已经标记食品安全风险。下架后请“下架”。", Law.FOOD))
                                : Optional.empty())
                .then((state, command, world) -> flagged(new Entry.FoodRiskFlagged(), state, command, world));
    }

    private static ActRule flagDanger() {
        return fieldAct(Act.FLAG_DANGER)
                .by(Role.REGISTRAR)
                .from(OPEN)
                .effect("标记人身危险；选了去哪里的，到场的承诺从收到时起算。")
                .with(text("什么危险"), area("需要到场：去哪里"))
                .forbid((state, actor, world) -> state.is(Flag.DANGER)
                        ? Optional.of(Decision.refused("FLAGGED", "已经标记人身危险。请“出勤”或者记录“到场”。", "《消费者权益保护法》第七条"))
                        : Optional.empty())
                .then((state, command, world) -> flagged(new Entry.DangerFlagged(), state, command, world));
    }

    private static Decision flagged(Entry flag, CaseState state, Command command, World world) {
        List<Entry> entries = new ArrayList<>(List.of(flag));
        visit(state, command, world).ifPresent(entries::add);
        return Decision.taken(entries);
    }

    private static ActRule recordOffShelf() {
        return fieldAct(Act.RECORD_OFFSHELF)
                .from(OPEN)
                .from(ENDS)
                .effect("下架的承诺办结。")
                .with(text("下架情况"), photos("下架照片"))
                .forbid((state, actor, world) -> state.is(Flag.FOOD_RISK)
                        ? Optional.empty()
                        : Optional.of(Decision.refused("NO_RISK", "没有标记食品安全风险。请先“标记食品风险”。", Law.FOOD)))
                .then((state, command, world) -> Decision.taken(new Entry.OffShelfRecorded(files(command))));
    }

    /** By the quality chain alone: whoever could do it by hand would end a promise that was not kept. */
    private static ActRule liftOffShelf() {
        return act(Act.LIFT_OFFSHELF)
                .of(Kind.COMPLAINT, Kind.REPORT)
                .by(Role.SYSTEM)
                .byTheMinute()
                .from(OPEN)
                .from(ENDS)
                .effect("责令下架已解除，下架的承诺不再计算。")
                .with(FieldSpec.of("paperNo", "解除通知书编号", TEXT, true))
                .forbid((state, actor, world) ->
                        state.clocks().open("promise.offshelf.food").isPresent()
                                ? Optional.empty()
                                : Optional.of(Decision.refused("NO_PROMISE", "没有等着下架的承诺，不能登记“责令下架已解除”。", Law.FOOD)))
                .then((state, command, world) ->
                        Decision.taken(new Entry.OffShelfLifted(Papers.need(command.fields(), "paperNo", "解除通知书编号"))));
    }
}
