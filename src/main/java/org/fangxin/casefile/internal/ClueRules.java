package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
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

/** Suspected breaches met on the way (Art. 27), and suspected abuse of complaining and reporting (Art. 7, 17, 42). */
final class ClueRules {
    private static final String NEW_CASE = "new:clue";

    /** Indicators (Art. 17) and facts (Art. 42). They never decide anything. */
    enum Factor {
        QUANTITY_ABNORMAL("数量、次数、频率明显异常", "第十七条第一款第一项"),
        MASSED_OR_COLLUSIVE("短期内大量或者串通投诉", "第十七条第一款第二项"),
        NO_REAL_CONSUMPTION("不能证明真实消费", "第十七条第一款第三项"),
        SHARED_CONTACT("多人用同一联系方式", "第十七条第一款第四项"),
        OTHER("其他因素", "第十七条第一款第五项"),
        PLANTED("夹带", "第四十二条"),
        SWAPPED("掉包", "第四十二条"),
        FORGED("造假", "第四十二条"),
        TAMPERED("篡改商品信息", "第四十二条"),
        FABRICATED("捏造事实", "第四十二条"),
        FRAUD("骗取赔偿", "第四十二条"),
        EXTORTION("敲诈勒索", "第四十二条");

        private final String chinese;
        private final String article;

        Factor(String chinese, String article) {
            this.chinese = chinese;
            this.article = article;
        }

        private Option option() {
            return new Option(name(), chinese, article);
        }
    }

    private static final ActRule FIND = act(Act.FIND_CLUE)
            .of(Kind.COMPLAINT)
            .by(Role.MEDIATOR, Role.HANDLER, Role.ENTRUSTED)
            .from(EnumSet.allOf(Stage.class))
            .law("第二十七条")
            .effect("另立线索核查；不影响本件投诉，投诉里看不到它。")
            .with(FieldSpec.of("content", "涉嫌违法的线索", Type.TEXT, false).hinted("写成线索的内容；不写就用投诉的内容。"))
            .then(ClueRules::find);

    private static final ActRule FLAG = act(Act.FLAG_ABUSE)
            .of(Kind.COMPLAINT, Kind.REPORT)
            .by(Role.HANDLER, Role.INVESTIGATOR)
            .from(EnumSet.complementOf(EnumSet.of(Stage.ARCHIVED)))
            .law("第四十二条")
            .effect("只在内部提示，不公开，也不决定任何事。")
            .elsewhere(state -> Decision.refused("STAGE", "现在不能“标记疑似滥用”：本件已归档。", "第四十二条"))
            .with(
                    FieldSpec.choice(
                            "factors",
                            "情形",
                            Type.CODES,
                            true,
                            Arrays.stream(Factor.values()).map(Factor::option).toArray(Option[]::new)),
                    FieldSpec.of("facts", "事实", Type.TEXT, false))
            .then((state, command, world) -> {
                List<String> factors = command.fields().codes("factors", Factor.class).stream()
                        .map(Factor::name)
                        .distinct()
                        .toList();
                if (factors.isEmpty()) {
                    throw Fields.missing("factors", "情形");
                }
                return Decision.taken(new Entry.AbuseFlagged(factors));
            });

    private static final ActRule CLEAR = act(Act.CLEAR_ABUSE)
            .of(Kind.COMPLAINT, Kind.REPORT)
            .by(Role.HANDLER, Role.INVESTIGATOR)
            .from(EnumSet.complementOf(EnumSet.of(Stage.ARCHIVED)))
            .law("第四十二条")
            .effect("去掉内部提示。")
            .elsewhere(state -> Decision.refused("STAGE", "现在不能“解除标记”：本件已归档。", "第四十二条"))
            .with(FieldSpec.of("reason", "理由", Type.TEXT, false))
            .forbid((state, actor, world) ->
                    Refusing.when(!state.is(Flag.ABUSE_SUSPECTED), "NOT_FLAGGED", "本件没有标记疑似滥用。", "第四十二条"))
            .then((state, command, world) -> Decision.taken(new Entry.AbuseCleared()));

    static final List<ActRule> ALL = List.of(FIND, FLAG, CLEAR);

    private ClueRules() {}

    /** In mediation the clue has its own fifteen working days (Art. 27), at any other stage those of PP 18. */
    private static Decision find(CaseState state, Command command, World world) {
        boolean inMediation = state.stage() == Stage.ACCEPTED || state.stage() == Stage.MEDIATING;
        String source = inMediation ? "CLUE_IN_MEDIATION" : "CLUE";
        return new Decision.Taken(
                List.of(new Entry.ClueFound(NEW_CASE, inMediation)),
                List.of(Openings.of(state, NEW_CASE, Kind.REPORT, source, command.occurredAt(), world)),
                List.of());
    }
}
