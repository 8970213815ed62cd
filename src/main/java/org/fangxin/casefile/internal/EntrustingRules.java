package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Option;
import org.fangxin.casefile.FieldSpec.Type;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** Mediation by a consumer association or another lawful body, in the agency's name (Art. 19). */
final class EntrustingRules {
    private enum Side {
        COMPLAINANT,
        RESPONDENT
    }

    private enum Result {
        AGREED,
        NOT_AGREED,
        GIVEN_BACK
    }

    private static final ActRule ENTRUST = act(Act.ENTRUST)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER, Role.ENTRUSTED)
            .from(Stage.ACCEPTED, Stage.MEDIATING)
            .law("第十九条第一款")
            .effect("受委托组织以本机关名义调解；期限照算，决定仍由本机关作出。")
            .after(MediationRules::accepted)
            .with(
                    FieldSpec.of("body", "受委托组织", Type.TEXT, true).hinted("消费者协会或者依法成立的其他调解组织。"),
                    FieldSpec.choice(
                            "consents",
                            "同意委托的一方",
                            Type.CODES,
                            true,
                            new Option("COMPLAINANT", "投诉人", "第十九条第一款"),
                            new Option("RESPONDENT", "被投诉人", "第十九条第一款")),
                    FieldSpec.of("until", "委托期限到", Type.DATE, false),
                    FieldSpec.of("scope", "委托范围", Type.TEXT, false))
            .forbid(EntrustingRules::notPassedOn)
            .check((state, command, world) -> Refusing.when(
                    !command.fields()
                            .codes("consents", Side.class)
                            .containsAll(List.of(Side.COMPLAINANT, Side.RESPONDENT)),
                    "CONSENT",
                    "委托调解要投诉人和被投诉人都同意。请先征求双方意见。",
                    Citation.entrusting(state.law())))
            .then(EntrustingRules::entrust);

    private static final ActRule RETURN = act(Act.RETURN_ENTRUSTMENT)
            .of(Kind.COMPLAINT)
            .by(Role.ENTRUSTED, Role.HANDLER)
            .from(Stage.ACCEPTED, Stage.MEDIATING)
            .law("第十九条第二款")
            .effect("由本机关继续调解或者作出决定。")
            .after(MediationRules::accepted)
            .with(
                    FieldSpec.choice(
                            "result",
                            "结果",
                            Type.CODE,
                            false,
                            new Option("AGREED", "达成协议", null),
                            new Option("NOT_AGREED", "没有达成协议", null),
                            new Option("GIVEN_BACK", "不再调解，交回", null)),
                    FieldSpec.of("record", "调解情况", Type.TEXT, false))
            .forbid((state, actor, world) -> Refusing.when(
                    !state.is(Flag.ENTRUSTED), "NOT_ENTRUSTED", "这件投诉没有委托调解。", Citation.entrusted(state.law())))
            .then((state, command, world) -> Decision.taken(new Entry.EntrustmentReturned(command.fields()
                    .code("result", Result.class)
                    .orElse(Result.GIVEN_BACK)
                    .name())));

    static final List<ActRule> ALL = List.of(ENTRUST, RETURN);

    private EntrustingRules() {}

    private static Optional<Decision.Refused> notPassedOn(CaseState state, Actor actor, World world) {
        boolean body = actor.has(Role.ENTRUSTED) && !actor.has(Role.HANDLER);
        return Refusing.when(
                body || state.is(Flag.ENTRUSTED),
                "NO_PASSING_ON",
                "受委托组织不得再委托其他组织或者个人。要换组织，请先“委托办回”。",
                Citation.entrusted(state.law()));
    }

    private static Decision entrust(CaseState state, Command command, World world) {
        LocalDate today = Dates.day(command.occurredAt());
        LocalDate until = command.fields()
                .date("until")
                .or(() -> ComplaintClocks.mediation(state.law()).stream()
                        .map(rule -> Due.on(state, rule, world))
                        .flatMap(Optional::stream)
                        .min(LocalDate::compareTo))
                .orElse(today.plusDays(60));
        if (until.isBefore(today) && command.fields().has("until")) {
            throw new Fields.Faulty("until", "past", "委托期限不能早于今天。");
        }
        return Decision.taken(new Entry.MediationEntrusted(Papers.need(command.fields(), "body", "受委托组织"), until));
    }
}
