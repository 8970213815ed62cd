package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Clock;
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

/** What ends, reopens or looks back on a complaint's file. */
final class FileRules {
    private static final Stage[] ENDS = {
        Stage.AGREED,
        Stage.REFUSED,
        Stage.TERMINATED,
        Stage.WITHDRAWN,
        Stage.SETTLED_GREEN,
        Stage.MERGED,
        Stage.RECLASSIFIED
    };

    private enum Basis {
        SELF_CORRECTION,
        RECONSIDERATION,
        COURT
    }

    private static final ActRule REVOKE = act(Act.REVOKE_DECISION)
            .of(Kind.COMPLAINT)
            .by(Role.LEADER, Role.HANDLER)
            .from(Stage.REFUSED, Stage.TERMINATED)
            .law("第十五条第一款、第二十三条第一款")
            .effect("不予受理的回到待决定，期限重新起算；终止调解的回到已受理。")
            .after(SettlementRules::decided)
            .with(
                    FieldSpec.choice(
                            "basis",
                            "根据",
                            Type.CODE,
                            true,
                            new Option("SELF_CORRECTION", "自行纠正", null),
                            new Option("RECONSIDERATION", "行政复议决定", null),
                            new Option("COURT", "法院裁判", null)),
                    FieldSpec.of("paperNo", "文书编号", Type.TEXT, true),
                    FieldSpec.of("paperOn", "文书日期", Type.DATE, false),
                    FieldSpec.of("until", "文书另定的期限", Type.DATE, false),
                    FieldSpec.of("reason", "理由", Type.TEXT, false),
                    Approvals.FIELD)
            .check((state, command, world) ->
                    Approvals.leader("撤销决定的文书", decisionArticle(state)).test(state, command, world))
            .then(FileRules::revoke);

    private static final ActRule FOLLOW_UP = act(Act.FOLLOW_UP)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER, Role.SUPERIOR)
            .from(ENDS)
            .from(Stage.ARCHIVED)
            .law("第二十六条")
            .effect("用于评估办理情况。")
            .with(
                    FieldSpec.of("rating", "满意度（1–5）", Type.INTEGER, false),
                    FieldSpec.of("told", "是否收到告知", Type.BOOLEAN, false),
                    FieldSpec.of("remark", "回访记录", Type.TEXT, false))
            .then(FileRules::followUp);

    private static final ActRule EXTEND = act(Act.EXTEND)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER, Role.LEADER, Role.UNIT_HEAD)
            .from(EnumSet.complementOf(EnumSet.of(Stage.ARCHIVED)))
            .law("第二十三条")
            .effect("投诉的期限不能延长。")
            .forbid((state, actor, world) -> Refusing.when(
                    true,
                    "NO_EXTENSION",
                    "投诉的受理、调解和告知期限都不能延长。鉴定、检测的时间不计算在调解期限内，请用“委托鉴定”。",
                    Citation.old(state.law()) ? Citation.terminating(state.law()) : "第二十三条"))
            .then((state, command, world) -> Decision.refused("NO_EXTENSION", "投诉的期限不能延长。", "第二十三条"));

    private static final ActRule ARCHIVE = act(Act.ARCHIVE)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER, Role.ARCHIVIST)
            .from(ENDS)
            .law("第二十四条")
            .effect("归档后不能再办理。")
            .after(SettlementRules::decided)
            .forbid((state, actor, world) -> openClock(state))
            .forbid((state, actor, world) -> letterMissing(state))
            .then((state, command, world) -> Decision.taken(new Entry.Archived()));

    static final List<ActRule> ALL = List.of(REVOKE, FOLLOW_UP, EXTEND, ARCHIVE);

    private FileRules() {}

    private static String decisionArticle(CaseState state) {
        return state.stage() == Stage.REFUSED ? Citation.deciding(state.law()) : Citation.terminating(state.law());
    }

    private static Decision revoke(CaseState state, Command command, World world) {
        Fields fields = command.fields();
        Basis basis = fields.needCode("basis", Basis.class, "根据");
        String paperNo = fields.text("paperNo")
                .or(() -> fields.object("approval").flatMap(paper -> paper.text("paperNo")))
                .orElseThrow(() -> Fields.missing("paperNo", "文书编号"));
        LocalDate paperOn = fields.date("paperOn").orElse(Dates.day(command.occurredAt()));
        if (paperOn.isAfter(Dates.day(command.now()))) {
            throw new Fields.Faulty("paperOn", "future", "文书日期不能晚于今天。");
        }
        if (paperOn.isBefore(Dates.day(SettlementRules.decided(state)))) {
            throw new Fields.Faulty("paperOn", "before", "文书日期不能早于被撤销的决定。");
        }
        LocalDate until = fields.date("until").orElse(null);
        if (until != null && !until.isAfter(paperOn)) {
            throw new Fields.Faulty("until", "before", "期限要晚于文书日期。");
        }
        String decision = state.stage() == Stage.REFUSED ? "Refused" : "MediationTerminated";
        return Decision.taken(new Entry.DecisionRevoked(decision, basis.name(), paperOn, paperNo, until));
    }

    private static Decision followUp(CaseState state, Command command, World world) {
        Integer rating = command.fields().integer("rating").orElse(null);
        if (rating != null && (rating < 1 || rating > 5)) {
            throw new Fields.Faulty("rating", "range", "满意度填 1 到 5。");
        }
        Boolean told = command.fields().has("told") ? command.fields().yes("told") : null;
        return Decision.taken(new Entry.FollowedUp(rating, told));
    }

    /** A statutory clock still runs: something is owed, mostly a notice. Promises do not hinder. */
    private static Optional<Decision.Refused> openClock(CaseState state) {
        Optional<Clock> open = state.clocks().all().stream()
                .filter(clock -> clock.open() && !clock.rule().startsWith("promise."))
                .findFirst();
        return open.flatMap(clock ->
                Refusing.when(true, "CLOCK_OPEN", "还不能归档：" + owed(state, clock) + "。", owedArticle(state, clock)));
    }

    private static String owed(CaseState state, Clock clock) {
        return clock.rule().equals(ComplaintClocks.accept(state.law()))
                ? "受理决定还没有告知投诉人，请用“记录告知”"
                : clock.rule().equals(ComplaintClocks.notifyTermination(state.law()))
                        ? "终止调解还没有告知双方，请用“记录告知”"
                        : "还有期限没有结束";
    }

    private static String owedArticle(CaseState state, Clock clock) {
        return clock.rule().equals(ComplaintClocks.accept(state.law()))
                ? Citation.deciding(state.law())
                : clock.rule().equals(ComplaintClocks.notifyTermination(state.law()))
                        ? Citation.tellingTermination(state.law())
                        : Citation.letter(state.law());
    }

    private static Optional<Decision.Refused> letterMissing(CaseState state) {
        var course = state.complaint().course();
        return Refusing.when(
                "MADE".equals(course.letter()) && !course.letterIssued(),
                "LETTER_MISSING",
                "还不能归档：调解书还没有制作并交给双方。请用“制作调解书”。",
                Citation.letter(state.law()));
    }
}
