package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.CASE;
import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.CODES;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.ReporterMatch.KnownBy;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** The same reporter reports the same person again (Art. 35): not handled again, or merged when there are new facts. */
final class RepeatRules {
    private static final String ARTICLE = "第三十五条";

    static final List<ActRule> ALL = List.of(closeAsRepeat(), mergeReport());

    private RepeatRules() {}

    /** What the officer has compared and found to be the same. */
    enum Same {
        SAME_REPORTER("同一举报人"),
        SAME_REPORTED("同一被举报人"),
        SAME_FACT("同一涉嫌违法事实");

        private final String chinese;

        Same(String chinese) {
            this.chinese = chinese;
        }

        static FieldSpec field(Same... which) {
            return FieldSpec.choice(
                            "confirmed",
                            "经比对相同的",
                            CODES,
                            true,
                            Stream.of(which)
                                    .map(one -> new FieldSpec.Option(one.name(), one.chinese, ARTICLE))
                                    .toArray(FieldSpec.Option[]::new))
                    .hinted("每一项都要比对；有一项不同就应当另行处理。");
        }
    }

    private static FieldSpec knownBy() {
        return FieldSpec.choice(
                        "knownBy",
                        "举报人怎样认定",
                        CODE,
                        false,
                        Stream.of(KnownBy.values())
                                .map(one -> new FieldSpec.Option(one.name(), one.chinese(), null))
                                .toArray(FieldSpec.Option[]::new))
                .hinted("匿名举报必须填：查询码或者联系方式相同，否则另行处理。");
    }

    private static ActRule closeAsRepeat() {
        return act(Act.CLOSE_AS_REPEAT)
                .of(Kind.REPORT)
                .by(Role.HANDLER, Role.INVESTIGATOR)
                .from(Stage.RECEIVED)
                .effect("不再另行处理；本件的核查期限不再计算，会告知举报人。")
                .elsewhere(Hints.wrongStage(Act.CLOSE_AS_REPEAT, ARTICLE))
                .with(FieldSpec.of("earlierCaseNo", "此前的举报编号", CASE, true), Same.field(Same.values()), knownBy())
                .forbid(RepeatRules::neverUnderOrder20)
                .check((state, command, world) -> same(state, command, Set.of(Same.values()), "有新的事实用“并案”，否则应当另行处理。"))
                .check((state, command, world) -> claimed(state, command, world, "earlierCaseNo"))
                .then((state, command, world) -> {
                    CaseState earlier = other(state, command, world, "earlierCaseNo", "此前的举报编号");
                    return Decision.taken(new Entry.NotRehandled(earlier.caseNo()));
                });
    }

    private static ActRule mergeReport() {
        return act(Act.MERGE_REPORT)
                .of(Kind.REPORT)
                .by(Role.HANDLER, Role.INVESTIGATOR)
                .from(Stage.RECEIVED)
                .effect("并入此前的举报；那一件从本次收到之日起重新计算核查期限。")
                .elsewhere(Hints.wrongStage(Act.MERGE_REPORT, ARTICLE))
                .with(
                        FieldSpec.of("intoCaseNo", "并入的举报编号", CASE, true),
                        Same.field(Same.SAME_REPORTER, Same.SAME_REPORTED),
                        knownBy(),
                        FieldSpec.of("newFacts", "补充的新事实", TEXT, true))
                .forbid(RepeatRules::neverUnderOrder20)
                .check((state, command, world) ->
                        same(state, command, Set.of(Same.SAME_REPORTER, Same.SAME_REPORTED), "应当另行处理。"))
                .check((state, command, world) -> claimed(state, command, world, "intoCaseNo"))
                .then(RepeatRules::merge);
    }

    private static Decision merge(CaseState state, Command command, World world) {
        if (!command.fields().has("newFacts")) {
            return Decision.refused("NEW_FACTS", "并案要有补充的新事实，请写明。没有新事实的用“重复不另处理”。", ARTICLE);
        }
        CaseState target = other(state, command, world, "intoCaseNo", "并入的举报编号");
        if (target.stage() != Stage.RECEIVED && target.stage() != Stage.VERIFYING) {
            return Decision.refused("MERGE_STAGE", after(target), ARTICLE);
        }
        if (!Competent.holder(target, world).equals(Competent.holder(state, world))) {
            return Decision.refused("MERGE_AGENCY", "那一件由其他机关办理，不能并案。请“反馈退回”或者另行处理。", ARTICLE);
        }
        Entry restart = new Entry.VerificationRestarted(state.caseNo(), state.receivedAt());
        return new Decision.Taken(
                List.of(new Entry.ReportMerged(target.caseNo())),
                List.of(),
                List.of(new Decision.Elsewhere(target.caseNo(), List.of(restart))));
    }

    private static String after(CaseState target) {
        return target.stage() == Stage.FILED
                ? "那一件已立案，办案期限不因再次举报重新计算，不能并案。请把新证据补入该案，本件按核查结果处理。"
                : "那一件" + target.stage().chinese() + "，不能再并入。有新的事实，应当作为新的举报处理。";
    }

    /** Order 20 has no rule on repeated reports. */
    private static Optional<Decision.Refused> neverUnderOrder20(CaseState state, Actor actor, World world) {
        return state.law().equals("order20")
                ? Optional.of(Decision.refused("ORDER20", "本件适用暂行办法，暂行办法没有重复举报不另处理或者合并的规定。请“核查”。", ARTICLE, "第四十六条"))
                : Optional.empty();
    }

    private static Optional<Decision.Refused> same(
            CaseState state, Command command, Set<Same> needed, String otherwise) {
        Set<Same> confirmed = Set.copyOf(command.fields().codes("confirmed", Same.class));
        if (!confirmed.containsAll(needed)) {
            String missing = Stream.of(Same.values())
                    .filter(one -> needed.contains(one) && !confirmed.contains(one))
                    .map(one -> one.chinese)
                    .collect(Collectors.joining("、"));
            return Optional.of(Decision.refused("NOT_SAME", "还没有确认：" + missing + "。" + otherwise, ARTICLE));
        }
        KnownBy how = command.fields().code("knownBy", KnownBy.class).orElse(KnownBy.IDENTITY);
        boolean anonymous = !state.report().about("REAL_NAME");
        return anonymous && how == KnownBy.IDENTITY
                ? Optional.of(Decision.refused("ANONYMOUS", "匿名举报只有查询码或者联系方式相同，才能认定是同一举报人。请填认定方式，否则另行处理。", ARTICLE))
                : Optional.empty();
    }

    /** Where the fingerprints of both reports are known, they must bear out how the reporter is said to be the same. */
    private static Optional<Decision.Refused> claimed(CaseState state, Command command, World world, String field) {
        KnownBy how = command.fields().code("knownBy", KnownBy.class).orElse(KnownBy.IDENTITY);
        return command.fields()
                .text(field)
                .map(other -> world.reporters().compare(state.caseNo(), other).get(how))
                .filter(same -> !same)
                .map(no -> Decision.refused(
                        "OTHER_REPORTER",
                        switch (how) {
                            case IDENTITY -> "两件举报留下的身份证件号码不同，不是同一举报人。请另行处理。";
                            case TRACKING_CODE -> "两件举报不是用同一个查询码交来的，不能据此认定是同一举报人。请改选实际的认定方式，或者另行处理。";
                            case CONTACT -> "两件举报留下的联系方式不同，不能据此认定是同一举报人。请改选实际的认定方式，或者另行处理。";
                        },
                        ARTICLE));
    }

    private static CaseState other(CaseState state, Command command, World world, String field, String label) {
        String caseNo = command.fields().need(field, label);
        if (caseNo.equals(state.caseNo())) {
            throw new Fields.Faulty(field, "itself", "不能填本件自己的编号。");
        }
        CaseState other = world.otherCase()
                .apply(caseNo)
                .filter(found -> found.kind() == Kind.REPORT)
                .orElseThrow(() -> new Fields.Faulty(field, "unknown", "没有找到这件举报，或者您没有查看权限。"));
        if (other.receivedAt().isAfter(state.receivedAt())) {
            throw new Fields.Faulty(field, "later", "那一件收到得更晚。请填先收到的举报。");
        }
        return other;
    }
}
