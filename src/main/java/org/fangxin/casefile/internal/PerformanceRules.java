package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Agreement.Point;
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

/** What became of an agreement, point by point; reminding before its day and after (Art. 24, 25). */
final class PerformanceRules {
    private enum Performance {
        PERFORMED,
        PARTLY,
        NOT
    }

    private static final ActRule RECORD = act(Act.RECORD_PERFORMANCE)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER, Role.MEDIATOR, Role.COMPLAINANT, Role.AGENT)
            .from(Stage.AGREED, Stage.TERMINATED)
            .law("第二十五条")
            .effect("没有履行的，告知投诉人其他解决途径。")
            .after(SettlementRules::decided)
            .with(
                    FieldSpec.of("item", "第几项", Type.INTEGER, false).hinted("不填就是整个协议。"),
                    FieldSpec.choice(
                            "result",
                            "履行情况",
                            Type.CODE,
                            true,
                            new Option("PERFORMED", "已履行", null),
                            new Option("PARTLY", "部分履行", null),
                            new Option("NOT", "没有履行", "第二十五条")),
                    FieldSpec.of("amount", "金额（元）", Type.AMOUNT, false),
                    Citizens.MEANS)
            .forbid((state, actor, world) -> Refusing.when(
                    state.stage() == Stage.TERMINATED
                            && !state.complaint().course().selfSettled(),
                    "NOTHING_AGREED",
                    "调解已终止，双方没有达成协议，没有可以履行的内容。",
                    Citation.terminating(state.law())))
            .then(PerformanceRules::record);

    private static final ActRule REMIND = act(Act.REMIND_PERFORMANCE)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER, Role.MEDIATOR, Role.SYSTEM)
            .from(Stage.AGREED)
            .law("第二十四条")
            .effect("提醒应当履行的一方；过了日期的，标记在案件上。")
            .after(SettlementRules::decided)
            .with(FieldSpec.of("item", "第几项", Type.INTEGER, true))
            .then(PerformanceRules::remind);

    static final List<ActRule> ALL = List.of(RECORD, REMIND);

    private PerformanceRules() {}

    private static Decision record(CaseState state, Command command, World world) {
        Point item = point(state, command);
        return Decision.taken(new Entry.PerformanceRecorded(
                command.fields().needCode("result", Performance.class, "履行情况").name(),
                command.fields().amount("amount").orElse(null),
                item == null ? null : item.id()));
    }

    /** Once before its day, once after it. */
    private static Decision remind(CaseState state, Command command, World world) {
        Point item = point(state, command);
        if (item == null) {
            throw Fields.missing("item", "第几项");
        }
        LocalDate by = item.by();
        boolean over = by != null && Dates.day(command.occurredAt()).isAfter(by);
        String article = Citation.letter(state.law());
        Optional<Decision.Refused> no = Refusing.when(item.performed(), "PERFORMED", "这一项已经履行，不用提醒。", article)
                .or(() -> Refusing.when(
                        over ? item.overdue() : item.reminded(), "REMINDED", "这一项已经提醒过。履行情况请用“记录履行”。", article));
        return no.isPresent() ? no.get() : Decision.taken(new Entry.PerformanceReminded(item.id(), item.who(), over));
    }

    private static @Nullable Point point(CaseState state, Command command) {
        Optional<String> id = command.fields().integer("item").map(String::valueOf);
        return id.map(one -> state.complaint()
                        .agreement()
                        .find(one)
                        .orElseThrow(() -> new Fields.Faulty("item", "unknown", "协议里没有第 " + one + " 项。")))
                .orElse(null);
    }
}
