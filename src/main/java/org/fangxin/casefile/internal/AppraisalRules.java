package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.ComplaintFacts.Appraisal;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Type;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** Appraisal and testing (Art. 22): from the dated commission to the dated result the sixty days do not count. */
final class AppraisalRules {
    private static final Role[] ALL_SIDES = {
        Role.COMPLAINANT, Role.AGENT, Role.RESPONDENT, Role.HANDLER, Role.MEDIATOR, Role.ENTRUSTED
    };
    private static final LocalDate REGULATION_FROM = LocalDate.of(2024, 7, 1);

    private static final ActRule PROPOSE = step(Act.PROPOSE_APPRAISAL, ALL_SIDES)
            .effect("双方商定机构和费用；商量的时间照算。")
            .with(
                    Citizens.SIDE,
                    FieldSpec.of("object", "鉴定、检测的对象", Type.TEXT, false),
                    FieldSpec.of("question", "要查明的问题", Type.TEXT, false),
                    Citizens.MEANS)
            .forbid((state, actor, world) ->
                    when(state, state.complaint().appraisal().proposed(), "PROPOSED", "已经提出鉴定、检测，还没有结果。"))
            .then((state, command, world) -> Decision.taken(new Entry.AppraisalProposed(Citizens.sideOf(command.actor())
                    .or(() -> Citizens.named(state, command.fields(), "party"))
                    .orElse(PartyRole.COMPLAINANT))));

    private static final ActRule AGREE_BODY = step(Act.AGREE_APPRAISAL_BODY, ALL_SIDES)
            .effect("双方商定鉴定、检测机构。")
            .with(body(), Citizens.MEANS)
            .forbid(AppraisalRules::notRunning)
            .then((state, command, world) -> Decision.taken(new Entry.AppraisalBodyAgreed(bodyOf(command))));

    private static final ActRule DESIGNATE_BODY = step(Act.DESIGNATE_APPRAISAL_BODY, Role.HANDLER, Role.LEADER)
            .effect("双方商量不成，由受理投诉的机关指定。")
            .with(body(), FieldSpec.of("facts", "双方没有商定的情况", Type.TEXT, true))
            .forbid(AppraisalRules::notRunning)
            .forbid((state, actor, world) ->
                    when(state, state.complaint().appraisal().body() != null, "BODY_SET", "鉴定、检测机构已经确定，不能再指定。"))
            .check((state, command, world) -> Refusing.when(
                    Citation.old(state) && Dates.day(command.occurredAt()).isBefore(REGULATION_FROM),
                    "ONLY_BY_AGREEMENT",
                    "这件投诉适用的办法只许双方协商确定鉴定、检测机构。",
                    Citation.appraisal(state.law())))
            .then((state, command, world) -> {
                // only after they could not agree (Art. 22): what shows it is part of the record
                command.fields().need("facts", "双方没有商定的情况");
                return Decision.taken(new Entry.AppraisalBodyDesignated(bodyOf(command)));
            });

    private static final ActRule AGREE_COST = step(Act.AGREE_APPRAISAL_COST, ALL_SIDES)
            .effect("双方商定费用；商量不成的，终止调解。")
            .with(
                    FieldSpec.of("shares", "各承担多少", Type.TEXT, false).hinted("例如：被投诉人全部承担。"),
                    FieldSpec.of("cost", "费用一共（元）", Type.AMOUNT, false),
                    FieldSpec.of("complainantPays", "投诉人承担（元）", Type.AMOUNT, false),
                    FieldSpec.of("respondentPays", "被投诉人承担（元）", Type.AMOUNT, false),
                    Citizens.MEANS)
            .forbid(AppraisalRules::notRunning)
            .then(AppraisalRules::cost);

    private static final ActRule COMMISSION = step(Act.COMMISSION_APPRAISAL, Role.HANDLER)
            .effect("从委托之日的次日起，鉴定、检测时间不算在调解期限内。")
            .with(on("委托（送样）日期"), paper("委托书文号"), files("委托书"))
            .forbid(AppraisalRules::notRunning)
            .forbid((state, actor, world) -> when(
                    state,
                    state.complaint().appraisal().body() == null
                            || !state.complaint().appraisal().costAgreed(),
                    "NOT_SETTLED",
                    "鉴定、检测机构和费用还没有确定。请先用“商定鉴定机构”“商定鉴定费用”。"))
            .then((state, command, world) -> Decision.taken(new Entry.AppraisalCommissioned(
                    day(command, Dates.day(MediationRules.accepted(state))),
                    Papers.need(command.fields(), "paperNo", "委托书文号"),
                    Papers.files(command, "委托书"))));

    private static final ActRule RESULT = step(Act.RECEIVE_APPRAISAL_RESULT, Role.HANDLER)
            .effect("调解期限从收到结果的次日起继续计算。")
            .with(on("收到结果日期"), paper("鉴定、检测报告编号"), files("鉴定、检测报告"))
            .forbid(AppraisalRules::running)
            .then((state, command, world) -> Decision.taken(new Entry.AppraisalResultReceived(
                    day(command, commissioned(state)),
                    Papers.need(command.fields(), "paperNo", "鉴定、检测报告编号"),
                    Papers.files(command, "鉴定、检测报告"))));

    private static final ActRule ABANDON = step(Act.ABANDON_APPRAISAL, Role.HANDLER)
            .effect("不再鉴定、检测，调解期限继续计算。")
            .with(on("放弃日期"), FieldSpec.of("reason", "理由", Type.TEXT, false))
            .forbid((state, actor, world) ->
                    when(state, !state.complaint().appraisal().proposed(), "NOT_PROPOSED", "没有提出鉴定、检测。"))
            .then((state, command, world) ->
                    Decision.taken(new Entry.AppraisalAbandoned(day(command, commissioned(state)))));

    static final List<ActRule> ALL =
            List.of(PROPOSE, AGREE_BODY, DESIGNATE_BODY, AGREE_COST, COMMISSION, RESULT, ABANDON);

    private AppraisalRules() {}

    private static ActRuleBuilder step(Act act, Role... who) {
        return act(act).of(Kind.COMPLAINT)
                .by(who)
                .from(Stage.ACCEPTED, Stage.MEDIATING)
                .law("第二十二条")
                .after(MediationRules::accepted);
    }

    private static Optional<Decision.Refused> when(CaseState state, boolean condition, String code, String why) {
        return Refusing.when(condition, code, why, Citation.appraisal(state.law()));
    }

    private static Optional<Decision.Refused> notRunning(CaseState state, Actor actor, World world) {
        Appraisal appraisal = state.complaint().appraisal();
        return when(state, !appraisal.proposed(), "NOT_PROPOSED", "还没有提出鉴定、检测。请先用“提出鉴定”。")
                .or(() -> when(state, appraisal.running(), "RUNNING", "已经委托鉴定、检测，正在等结果。"));
    }

    private static Optional<Decision.Refused> running(CaseState state, Actor actor, World world) {
        return when(state, !state.complaint().appraisal().running(), "NOT_RUNNING", "没有正在进行的鉴定、检测。请先用“委托鉴定”。");
    }

    private static LocalDate commissioned(CaseState state) {
        LocalDate on = state.complaint().appraisal().commissionedOn();
        boolean running = state.complaint().appraisal().running();
        return on == null || !running ? Dates.day(MediationRules.accepted(state)) : on;
    }

    /** The paper's day: not before what it follows, not in the future. */
    private static LocalDate day(Command command, LocalDate earliest) {
        LocalDate on = command.fields().date("on").orElse(Dates.day(command.occurredAt()));
        if (on.isAfter(Dates.day(command.now()))) {
            throw new Fields.Faulty("on", "future", "日期不能晚于今天。");
        }
        if (on.isBefore(earliest)) {
            throw new Fields.Faulty("on", "before", "日期不能早于" + earliest + "。");
        }
        return on;
    }

    private static String bodyOf(Command command) {
        return Papers.need(command.fields(), "body", "鉴定、检测机构");
    }

    private static FieldSpec body() {
        return FieldSpec.of("body", "鉴定、检测机构", Type.TEXT, true).hinted("具备相应条件的机构名称。");
    }

    private static FieldSpec on(String label) {
        return FieldSpec.of("on", label, Type.DATE, false);
    }

    /** The days that do not count are proven by paper (Art. 22): without it nothing is excluded. */
    private static FieldSpec files(String label) {
        return FieldSpec.of("attachments", label + "（扫描件或照片）", Type.UPLOADS, true);
    }

    /** In words, or in figures that add up. */
    private static Decision cost(CaseState state, Command command, World world) {
        Fields fields = command.fields();
        BigDecimal complainant = fields.amount("complainantPays").orElse(null);
        BigDecimal respondent = fields.amount("respondentPays").orElse(null);
        BigDecimal cost = fields.amount("cost").orElse(null);
        BigDecimal sum = (complainant == null ? BigDecimal.ZERO : complainant)
                .add(respondent == null ? BigDecimal.ZERO : respondent);
        boolean shared = complainant != null || respondent != null;
        if (cost != null && shared && cost.compareTo(sum) != 0) {
            throw new Fields.Faulty("cost", "sum", "双方承担的加起来是 " + sum.toPlainString() + " 元，和总费用不一致。");
        }
        return Decision.taken(
                new Entry.AppraisalCostAgreed(Papers.line(fields, "shares").orElse("AGREED"), complainant, respondent));
    }

    private static FieldSpec paper(String label) {
        return FieldSpec.of("paperNo", label, Type.TEXT, true);
    }
}
