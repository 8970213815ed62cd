package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Type;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;
import org.jspecify.annotations.Nullable;

/** The green channel: talks with a member merchant by the consumer's recorded consent (Art. 6; 7-27). */
final class GreenRules {
    private static final String ARTICLE = "第六条";
    private static final String DIGEST = "digest";
    private static final Pattern SM3 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.-]{1,20}");

    private static final ActRule ROUTE = act(Act.ROUTE_TO_MERCHANT)
            .of(Kind.COMPLAINT)
            .by(Role.SYSTEM, Role.REGISTRAR, Role.HANDLER)
            .from(Stage.GREEN_CHANNEL)
            .law(ARTICLE)
            .effect("商家先行协商；谈不成，消费者随时可以转市场监管部门。")
            .elsewhere(state -> Decision.refused("RECEIVED", "现在不能“分流经营者”：投诉已由机关接收，要按期限决定是否受理。", ARTICLE))
            .with(
                    FieldSpec.of("member", "绿色通道商家编号", Type.TEXT, true),
                    FieldSpec.of("consent", "消费者同意先与这家商家协商", Type.BOOLEAN, true),
                    FieldSpec.of("injury", "有人身伤害", Type.BOOLEAN, false),
                    FieldSpec.of("until", "商家承诺的最后一天", Type.DATE, false).hinted("不填，按本单位的承诺天数算。"))
            .forbid((state, actor, world) ->
                    Refusing.when(state.complaint().green().member() != null, "ROUTED", "已经分流到商家。", ARTICLE))
            .forbid((state, actor, world) -> Refusing.when(
                    state.is(Flag.FOOD_RISK) || state.is(Flag.JOINT),
                    "NOT_SUITABLE",
                    "涉及食品安全风险或者共同投诉的，不走绿色通道。请用“转市场监管部门”。",
                    ARTICLE))
            .check((state, command, world) ->
                    Refusing.when(command.fields().yes("injury"), "INJURY", "有人身伤害的不走绿色通道。请用“转市场监管部门”。", ARTICLE))
            .check((state, command, world) -> Refusing.when(
                    !command.fields().yes("consent"), "CONSENT", "没有消费者同意，不能把投诉转给商家。请用“转市场监管部门”。", ARTICLE))
            .check((state, command, world) -> Refusing.when(
                    command.fields()
                            .date("until")
                            .filter(until -> until.isBefore(Dates.day(command.occurredAt())))
                            .isPresent(),
                    "UNTIL",
                    "商家承诺的最后一天不能早于分流的日子。",
                    ARTICLE))
            .then((state, command, world) -> Decision.taken(new Entry.RoutedToMerchant(
                    Papers.need(command.fields(), "member", "商家编号"),
                    command.fields().date("until").orElse(null),
                    matching(command, "consentText", VERSION))));

    private static final ActRule RESPOND = act(Act.MERCHANT_RESPOND)
            .of(Kind.COMPLAINT)
            .by(Role.RESPONDENT, Role.REGISTRAR, Role.HANDLER)
            .from(Stage.GREEN_CHANNEL)
            .law(ARTICLE)
            .effect("记录商家的联系和方案。")
            .with(FieldSpec.of("proposal", "解决方案", Type.TEXT, false), Citizens.MEANS)
            .forbid(GreenRules::routed)
            .then((state, command, world) ->
                    Decision.taken(new Entry.MerchantResponded(matching(command, DIGEST, SM3))));

    private static final ActRule REPLY = act(Act.REPLY_TO_MERCHANT)
            .of(Kind.COMPLAINT)
            .by(Role.COMPLAINANT, Role.AGENT, Role.REGISTRAR, Role.HANDLER)
            .from(Stage.GREEN_CHANNEL)
            .law(ARTICLE)
            .effect("记录消费者对商家说的话。")
            .with(FieldSpec.of("reply", "消费者的答复", Type.TEXT, false), Citizens.MEANS)
            .forbid(GreenRules::routed)
            .then((state, command, world) -> Decision.taken(new Entry.ConsumerReplied(matching(command, DIGEST, SM3))));

    private static final ActRule CONFIRM = act(Act.CONFIRM_GREEN_SETTLEMENT)
            .of(Kind.COMPLAINT)
            .by(Role.COMPLAINANT, Role.AGENT, Role.REGISTRAR, Role.HANDLER)
            .from(Stage.GREEN_CHANNEL)
            .law(ARTICLE)
            .effect("与商家和解，办理结束。")
            .with(
                    FieldSpec.of("terms", "和解内容", Type.TEXT, false),
                    FieldSpec.of("amount", "金额（元）", Type.AMOUNT, false),
                    FieldSpec.of("agent", "由受托人达成的，选受托人", Type.PARTY, false),
                    Citizens.MEANS)
            .forbid(GreenRules::routed)
            .check((state, command, world) -> Citizens.agentMay(state, command, "SETTLE"))
            .then((state, command, world) -> Decision.taken(new Entry.GreenSettled(
                    command.fields().amount("amount").orElse(null), matching(command, DIGEST, SM3))));

    private static final ActRule ESCALATE = act(Act.ESCALATE)
            .of(Kind.COMPLAINT)
            .by(Role.COMPLAINANT, Role.AGENT, Role.SYSTEM, Role.RESPONDENT, Role.REGISTRAR, Role.HANDLER)
            .from(Stage.GREEN_CHANNEL)
            .law("第十五条第一款")
            .effect("市场监管部门从此刻起收到投诉，七个工作日内决定是否受理。")
            .elsewhere(state -> Decision.refused("RECEIVED", "现在不能“转市场监管部门”：投诉已经由机关接收。", "第十五条第一款"))
            .with(Citizens.MEANS)
            .forbid(GreenRules::promiseOver)
            .then(GreenRules::escalate);

    static final List<ActRule> ALL = List.of(ROUTE, RESPOND, REPLY, CONFIRM, ESCALATE);

    private GreenRules() {}

    private static Optional<Decision.Refused> routed(CaseState state, Actor actor, World world) {
        return Refusing.when(state.complaint().green().member() == null, "NOT_ROUTED", "还没有分流到商家。请先用“分流经营者”。", ARTICLE);
    }

    /** The program itself hands over only when the promised time is over. */
    private static Optional<Decision.Refused> promiseOver(CaseState state, Actor actor, World world) {
        boolean running = Due.on(state, ComplaintClocks.GREEN_TALKS, world)
                .filter(due -> !Dates.day(world.now()).isAfter(due))
                .isPresent();
        return Refusing.when(actor.has(Role.SYSTEM) && running, "NOT_YET", "与商家约定的协商期限还没有到。", ARTICLE);
    }

    private static Decision escalate(CaseState state, Command command, World world) {
        boolean inside = Choices.of(world, "greenchannel.clock", "OUTSIDE").equals("INSIDE");
        Instant receivedAt = inside ? state.receivedAt() : command.occurredAt();
        Entry.Received received = new Entry.Received(
                Kind.COMPLAINT,
                state.agency(),
                receivedAt,
                world.statutes().lawOf(Dates.day(receivedAt)),
                state.channel(),
                "ESCALATED",
                null,
                List.of(),
                List.of(),
                List.of(),
                false,
                false);
        return Decision.taken(new Entry.Escalated(by(command.actor())), received);
    }

    /** A code that the room of the green channel hands over; whatever else stands there is no code and is left out. */
    private static @Nullable String matching(Command command, String field, Pattern form) {
        return command.fields()
                .text(field)
                .filter(code -> form.matcher(code).matches())
                .orElse(null);
    }

    private static String by(Actor actor) {
        if (actor.has(Role.RESPONDENT)) {
            return "MERCHANT_DECLINED";
        }
        return actor.has(Role.SYSTEM) ? "PROMISE_MISSED" : "COMPLAINANT";
    }
}
