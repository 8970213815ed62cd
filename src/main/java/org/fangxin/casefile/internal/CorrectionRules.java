package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;
import org.jspecify.annotations.Nullable;

/** Clerical slips: the entry stays, the correction stands beside it. A wrong decision is never mended this way. */
final class CorrectionRules {
    /** What may be mended. */
    enum Field {
        RECEIVED_ON("收到日期", true),
        OCCURRED_ON("消费日期", true),
        KNEW_ON("知道权益受侵害的日期", true),
        SUMMARY("摘要", false),
        NARRATIVE("内容", false),
        AMOUNT("金额", false),
        GOODS("商品或者服务", false),
        PROBLEM("问题类别", false),
        MERCHANT("被投诉人、被举报人的登记信息", false),
        PARTY("投诉人的登记信息", false),
        PAPER_NO("文书编号", false),
        OTHER("其他", false),
        AGENCY("办理机关", false),
        GROUND("决定的理由", false);

        private final String chinese;
        private final boolean date;

        Field(String chinese, boolean date) {
            this.chinese = chinese;
            this.date = date;
        }
    }

    private static final ActRule CORRECT = act(Act.CORRECT)
            .of(Kind.values())
            .by(Role.HANDLER, Role.REGISTRAR, Role.INVESTIGATOR, Role.INTAKE)
            .from(EnumSet.allOf(Stage.class))
            .law("第五条")
            .effect("原来的记录保留，旁边写明更正；更正收到日期会重新计算期限。")
            .with(
                    FieldSpec.choice(
                            "field",
                            "更正什么",
                            Type.CODE,
                            true,
                            Arrays.stream(Field.values())
                                    .filter(field -> field != Field.AGENCY && field != Field.GROUND)
                                    .map(field -> new Option(field.name(), field.chinese, null))
                                    .toArray(Option[]::new)),
                    FieldSpec.of("value", "改为", Type.TEXT, false).hinted("日期写成 2026-05-06；类别写代码；内容写在“改成的内容”。"),
                    FieldSpec.of("text", "改成的内容", Type.TEXT, false),
                    FieldSpec.of("reason", "理由", Type.TEXT, true))
            .forbid(CorrectionRules::freshForIntake)
            .check(CorrectionRules::classByIntake)
            .check(CorrectionRules::clerical)
            .check(CorrectionRules::sameLaw)
            .then(CorrectionRules::correct);

    static final List<ActRule> ALL = List.of(CORRECT);

    private CorrectionRules() {}

    private static Field field(Command command) {
        return command.fields().needCode("field", Field.class, "更正什么");
    }

    private static Optional<Decision.Refused> clerical(CaseState state, Command command, World world) {
        Field field = field(command);
        return Refusing.when(field == Field.AGENCY, "AGENCY", "办理机关不能更正。请用“分送”“反馈退回”或者“提出权限争议”。", "第四十一条")
                .or(() -> Refusing.when(
                        field == Field.GROUND,
                        "DECISION",
                        "决定的理由不能更正。决定有错请用“撤销决定”。",
                        Citation.deciding(state.law()),
                        Citation.terminating(state.law())));
    }

    private static boolean onlyIntake(Actor actor) {
        return actor.has(Role.INTAKE)
                && Set.of(Role.HANDLER, Role.REGISTRAR, Role.INVESTIGATOR).stream()
                        .noneMatch(actor::has);
    }

    /** Who distributes chooses the class by which he distributes; once the case is taken up it is for who handles it. */
    private static Optional<Decision.Refused> freshForIntake(CaseState state, Actor actor, World world) {
        return Refusing.when(
                onlyIntake(actor) && state.stage() != Stage.RECEIVED,
                "FRESH_ONLY",
                "分送员只在决定是否受理以前选定类别；以后由承办人更正。",
                "第五条");
    }

    private static Optional<Decision.Refused> classByIntake(CaseState state, Command command, World world) {
        Field field = field(command);
        return Refusing.when(
                onlyIntake(command.actor()) && field != Field.GOODS && field != Field.PROBLEM,
                "CLASS_ONLY",
                "分送员只选定商品服务类别和问题类别；其他更正由登记员、承办人办。",
                "第五条");
    }

    /** The law of a case never changes: a day of receipt under another order needs a new registration. */
    private static Optional<Decision.Refused> sameLaw(CaseState state, Command command, World world) {
        if (field(command) != Field.RECEIVED_ON) {
            return Optional.empty();
        }
        LocalDate day = date(command);
        Instant accepted = state.complaint().course().acceptedAt();
        if (day.isAfter(Dates.day(command.now())) || (accepted != null && day.isAfter(Dates.day(accepted)))) {
            throw new Fields.Faulty("value", "after", "收到日期不能晚于今天，也不能晚于受理日期。");
        }
        return Refusing.when(
                !world.statutes().lawOf(day).equals(state.law()), "LAW", "这个收到日期适用另一部办法，不能用更正改变适用的办法。", "第四十六条");
    }

    private static LocalDate date(Command command) {
        return command.fields().needDate("value", "改为");
    }

    private static Decision correct(CaseState state, Command command, World world) {
        Field field = field(command);
        if (!command.fields().has("reason")) {
            throw Fields.missing("reason", "理由");
        }
        String value = field.date ? date(command).toString() : code(field, command);
        return Decision.taken(new Entry.Corrected(field.name(), "CLERICAL", value));
    }

    /** A class of the goods or of the problem given by its code takes the place of the old one; words stand beside it. */
    private static @Nullable String code(Field field, Command command) {
        return field != Field.GOODS && field != Field.PROBLEM
                ? null
                : command.fields()
                        .text("value")
                        .filter(value -> value.matches("[0-9]{2,9}"))
                        .orElse(null);
    }
}
