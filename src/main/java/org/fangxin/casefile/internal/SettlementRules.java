package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.ComplaintFacts.Session;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Option;
import org.fangxin.casefile.FieldSpec.Type;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.TerminationGround;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** Agreement by mediation or by the parties alone, the letter, and what became of it (Art. 18, 24, 25). */
final class SettlementRules {
    private enum Mode {
        MEDIATED,
        SELF
    }

    private enum Letter {
        MADE,
        WAIVED_BY_BOTH,
        PERFORMED_AT_ONCE,
        NOT_ON_SITE
    }

    private static final ActRule SETTLE = act(Act.SETTLE)
            .of(Kind.COMPLAINT)
            .by(Role.MEDIATOR, Role.HANDLER, Role.ENTRUSTED, Role.COMPLAINANT, Role.AGENT, Role.REPRESENTATIVE)
            .from(Stage.RECEIVED, Stage.ACCEPTED, Stage.MEDIATING)
            .law("第二十四条")
            .effect("调解达成协议，办结；自行和解，受理前按撤回、受理后按终止调解办结。")
            .with(
                    FieldSpec.choice(
                            "mode",
                            "怎样达成",
                            Type.CODE,
                            false,
                            new Option("MEDIATED", "调解达成协议", "第二十四条"),
                            new Option("SELF", "双方自行和解", "第十八条第二款")),
                    FieldSpec.of("items", "协议的各项", Type.ITEMS, false).hinted("每项写清做什么、谁来做、多少钱、哪天以前。"),
                    FieldSpec.of("terms", "协议内容", Type.TEXT, false).hinted("没有分项写的，在这里写清约定的内容。"),
                    FieldSpec.of("amount", "金额（元）", Type.AMOUNT, false),
                    FieldSpec.of("performBy", "履行日期", Type.DATE, false),
                    letter(),
                    FieldSpec.of("statement", "当事人的说明", Type.TEXT, false).hinted("自行和解的必填：谁说的、怎样了结。"),
                    FieldSpec.of("agent", "由受托人达成的，选受托人", Type.PARTY, false),
                    Citizens.MEANS,
                    Notices.SPEC)
            .forbid(MediationRules::withinTrust)
            .check((state, command, world) -> Citizens.agentMay(state, command, "SETTLE"))
            .check((state, command, world) -> Citizens.representedAgree(state, command, "AGREEMENT"))
            .check((state, command, world) -> mediated(state, command))
            .check((state, command, world) -> written(state, command))
            .then(SettlementRules::settle);

    private static final ActRule SIGN = act(Act.SIGN_LETTER)
            .of(Kind.COMPLAINT)
            .by(Role.MEDIATOR, Role.HANDLER)
            .from(Stage.AGREED)
            .law("第二十四条")
            .effect("双方各执一份，留存一份归档。")
            .after(SettlementRules::decided)
            .with(
                    FieldSpec.of("sealNo", "用印编号", Type.TEXT, true),
                    FieldSpec.choice(
                            "signedBy",
                            "已签字或者盖章的一方",
                            Type.CODES,
                            false,
                            new Option("COMPLAINANT", "投诉人", null),
                            new Option("RESPONDENT", "被投诉人", null)))
            .forbid((state, actor, world) -> Refusing.when(
                    state.complaint().course().letterIssued(), "ISSUED", "调解书已经制作并交给双方。", Citation.letter(state.law())))
            .check((state, command, world) -> signed(state, command))
            .then((state, command, world) -> Decision.taken(
                    new Entry.MediationLetterIssued(command.fields().need("sealNo", "用印编号"))));

    static final List<ActRule> ALL = List.of(SETTLE, SIGN);

    private SettlementRules() {}

    static Instant decided(CaseState state) {
        Instant at = state.complaint().course().decidedAt();
        return at == null ? state.receivedAt() : at;
    }

    private static Mode mode(CaseState state, Command command) {
        if (Citizens.citizen(command.actor())) {
            return Mode.SELF;
        }
        boolean held = !state.complaint().mediation().held().isEmpty() && state.stage() != Stage.RECEIVED;
        return command.fields().code("mode", Mode.class).orElse(held ? Mode.MEDIATED : Mode.SELF);
    }

    /** What only an agreement by mediation needs. */
    private static Optional<Decision.Refused> mediated(CaseState state, Command command) {
        if (mode(state, command) == Mode.SELF) {
            return Optional.empty();
        }
        Letter letter = letter(state, command);
        return Refusing.when(
                        state.stage() == Stage.RECEIVED,
                        "STAGE",
                        "还没有受理，不能按调解达成协议办结。请先用“受理”；双方已自行和解的，选“双方自行和解”。",
                        Citation.deciding(state.law()))
                .or(() -> MediationRules.recusalDecided(state))
                .or(() -> Refusing.when(
                        letter == Letter.NOT_ON_SITE && onSite(state),
                        "LETTER",
                        "最近一次是现场调解，应当制作调解书；已即时履行或者双方同意不制作的，请选对应的一项。",
                        Citation.letter(state.law())));
    }

    /** An agreement says what was agreed, a settlement of their own whose word it rests on. */
    private static Optional<Decision.Refused> written(CaseState state, Command command) {
        Fields fields = command.fields();
        if (mode(state, command) == Mode.SELF) {
            fields.text("statement")
                    .orElseThrow(() -> new Fields.Faulty("statement", "required", "请填写“当事人的说明”：双方怎样和解的。"));
        } else if (!fields.has("items") && !fields.has("terms")) {
            throw new Fields.Faulty("items", "required", "请填写“协议的各项”，或者在“协议内容”里写清约定了什么。");
        }
        return Optional.empty();
    }

    private static boolean onSite(CaseState state) {
        List<Session> held = state.complaint().mediation().held();
        return !held.isEmpty() && held.getLast().mode().equals("ON_SITE");
    }

    private static Letter letter(CaseState state, Command command) {
        return command.fields().code("letter", Letter.class).orElse(onSite(state) ? Letter.MADE : Letter.NOT_ON_SITE);
    }

    private static Decision settle(CaseState state, Command command, World world) {
        Fields fields = command.fields();
        var amount = fields.amount("amount").orElse(null);
        if (mode(state, command) == Mode.MEDIATED) {
            boolean unrecorded = state.complaint().mediation().held().isEmpty();
            List<String> warnings =
                    unrecorded ? List.of("没有组织调解的记录。没有制作调解书的，请做好调解记录备查。" + Citation.letter(state.law())) : List.of();
            List<Entry.Item> items = AgreementItems.of(command);
            Entry agreement = new Entry.AgreementReached(
                    AgreementItems.total(items, amount),
                    AgreementItems.last(items, fields.date("performBy").orElse(null)),
                    letter(state, command).name(),
                    items);
            return new Decision.Taken(List.of(agreement), List.of(), List.of(), warnings);
        }
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.SelfSettled(amount));
        if (state.stage() == Stage.RECEIVED) {
            entries.add(new Entry.Withdrawn("SELF_SETTLED"));
        } else {
            String ground = TerminationGround.WITHDRAWN_OR_SETTLED.name();
            entries.add(new Entry.MediationTerminated(ground, "SELF_SETTLED", null));
            TerminationRules.told(state, command, world, entries);
        }
        return Decision.taken(entries);
    }

    /** Both sign or seal; not saying who counts as both, saying one only is refused. */
    private static Optional<Decision.Refused> signed(CaseState state, Command command) {
        List<String> by = command.fields().strings("signedBy");
        boolean both = by.isEmpty() || by.containsAll(List.of("COMPLAINANT", "RESPONDENT"));
        return Refusing.when(!both, "SIGNATURES", "调解书要由双方签字或者盖章，并加盖本机关印章。", Citation.letter(state.law()));
    }

    private static FieldSpec letter() {
        return FieldSpec.choice(
                "letter",
                "调解书",
                Type.CODE,
                false,
                new Option("MADE", "制作调解书", "第二十四条"),
                new Option("WAIVED_BY_BOTH", "双方同意不制作", "第二十四条"),
                new Option("PERFORMED_AT_ONCE", "已即时履行", "第二十四条"),
                new Option("NOT_ON_SITE", "不是现场调解", "第二十四条"));
    }
}
