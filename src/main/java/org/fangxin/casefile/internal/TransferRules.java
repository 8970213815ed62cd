package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.AGENCY;
import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;
import org.fangxin.region.Agency;

/** Leaving the market regulators' line (PP 17), another agency's filed case (PP 14), fraud by the complainer (Art. 42). */
final class TransferRules {
    private static final String NEW_CASE = "new:transferred";
    private static final Role[] DECIDERS = {Role.LEADER, Role.UNIT_HEAD, Role.INVESTIGATOR, Role.HANDLER};

    static final List<ActRule> ALL = List.of(ofReport(), ofComplaint());

    private TransferRules() {}

    /** Where it goes. */
    enum Target {
        POLICE_ABUSE("公安等部门（投诉举报人涉嫌骗取赔偿、敲诈勒索）", "第四十二条"),
        JUDICIARY("司法机关（涉嫌犯罪）", Law.pp("第十七条")),
        OTHER_DEPARTMENT("其他行政管理部门", Law.pp("第十七条")),
        MARKET_AGENCY("有管辖权的市场监督管理部门", Law.pp("第十四条"));

        private final String chinese;
        private final String article;

        Target(String chinese, String article) {
            this.chinese = chinese;
            this.article = article;
        }

        FieldSpec.Option option() {
            return new FieldSpec.Option(name(), chinese, article);
        }
    }

    private static ActRule ofReport() {
        return act(Act.TRANSFER)
                .of(Kind.REPORT)
                .after(Since::filed)
                .by(DECIDERS)
                .from(Stage.RECEIVED, Stage.VERIFYING, Stage.FILED, Stage.DECIDED, Stage.NOT_FILED, Stage.CLOSED)
                .effect("移送其他机关。移送公安（第四十二条）时，对经营者的核查照常进行。")
                .elsewhere(Hints.wrongStage(Act.TRANSFER, Law.pp("第十七条")))
                .with(
                        FieldSpec.choice(
                                "target",
                                "移送给",
                                CODE,
                                true,
                                Stream.of(Target.values()).map(Target::option).toArray(FieldSpec.Option[]::new)),
                        FieldSpec.of("agency", "接收的市场监督管理部门", AGENCY, false),
                        dossier(),
                        receipt(),
                        Approvals.FIELD)
                .check(TransferRules::stageFits)
                .check((state, command, world) -> onward(state, command))
                .check((state, command, world) ->
                        Approvals.leader("移送审批表", target(command).article).test(state, command, world))
                .then(TransferRules::transfer);
    }

    private static ActRule ofComplaint() {
        return act(Act.TRANSFER)
                .of(Kind.COMPLAINT)
                .by(DECIDERS)
                .from(
                        Stage.RECEIVED,
                        Stage.ACCEPTED,
                        Stage.MEDIATING,
                        Stage.AGREED,
                        Stage.REFUSED,
                        Stage.TERMINATED,
                        Stage.WITHDRAWN)
                .law("第四十二条")
                .effect("移送公安等部门。已受理的请再“终止调解”，未受理的按第十六条“不予受理”。")
                .with(
                        FieldSpec.choice("target", "移送给", CODE, true, Target.POLICE_ABUSE.option()),
                        dossier(),
                        receipt(),
                        Approvals.FIELD)
                .check((state, command, world) -> target(command) == Target.POLICE_ABUSE
                        ? Optional.empty()
                        : Optional.of(
                                Decision.refused("TARGET", "投诉只能因骗取赔偿、敲诈勒索移送公安等部门。没有处理权限的请“反馈退回”或者“不予受理”。", "第四十二条")))
                .check(Approvals.leader("移送审批表", "第四十二条"))
                .then(TransferRules::transfer);
    }

    /** Before filing only crime is handed on (PP 17); the other ways are for filed cases. */
    private static Optional<Decision.Refused> stageFits(CaseState state, Command command, World world) {
        Target target = target(command);
        boolean fits = switch (target) {
            case POLICE_ABUSE -> true;
            case JUDICIARY -> state.stage() == Stage.VERIFYING || state.stage() == Stage.FILED;
            case OTHER_DEPARTMENT, MARKET_AGENCY -> state.stage() == Stage.FILED;
        };
        if (fits) {
            return Optional.empty();
        }
        String why = "本件" + state.stage().chinese() + "，不能这样移送：" + target.chinese + "。"
                + (state.stage() == Stage.RECEIVED || state.stage() == Stage.VERIFYING
                        ? "没有处理权限的请“反馈退回”或者“告知无权限”。"
                        : "");
        return Optional.of(Decision.refused("TARGET", why, target.article));
    }

    /** PP 14: who received a transferred case may not transfer it on. */
    private static Optional<Decision.Refused> onward(CaseState state, Command command) {
        boolean again = target(command) == Target.MARKET_AGENCY
                && state.report().source().equals("TRANSFERRED");
        return again
                ? Optional.of(Decision.refused("ONWARD", "本件是其他机关移送来的，不得再自行移送。有异议请“提出权限争议”并“报请指定”。", Law.pp("第十四条")))
                : Optional.empty();
    }

    private static Decision transfer(CaseState state, Command command, World world) {
        Target target = target(command);
        String dossier = Papers.need(command.fields(), "dossierNo", "案卷清单编号");
        String receipt = Papers.line(command.fields(), "receiptNo").orElse(null);
        if (target != Target.MARKET_AGENCY) {
            return Decision.taken(
                    new Entry.Transferred(Approvals.of(command), target.name(), dossier, receipt, null, null));
        }
        String to = receiver(state, command, world);
        Entry.Received there = new Entry.Received(
                Kind.REPORT,
                to,
                command.occurredAt(),
                world.statutes().lawOf(command.occurredAt().atZone(Fields.ZONE).toLocalDate()),
                state.channel(),
                "TRANSFERRED",
                state.caseNo(),
                List.of(),
                List.of(),
                state.report().topics().stream().sorted().toList(),
                false,
                false);
        return new Decision.Taken(
                List.of(new Entry.Transferred(Approvals.of(command), target.name(), dossier, receipt, to, NEW_CASE)),
                List.of(new Decision.Opening(NEW_CASE, Kind.REPORT, there, true)),
                List.of());
    }

    private static String receiver(CaseState state, Command command, World world) {
        String code = command.fields().need("agency", "接收的市场监督管理部门");
        Agency agency = world.agencies()
                .find(code)
                .filter(found -> found.level() != Agency.Level.OFFICE)
                .orElseThrow(() -> new Fields.Faulty("agency", "unknown", "没有这个市场监督管理部门。"));
        if (agency.code().equals(Competent.holder(state, world))) {
            throw new Fields.Faulty("agency", "itself", "不能移送给本机关。");
        }
        return agency.code();
    }

    private static Target target(Command command) {
        return command.fields().needCode("target", Target.class, "移送给");
    }

    private static FieldSpec dossier() {
        return FieldSpec.of("dossierNo", "案卷清单编号", TEXT, true);
    }

    private static FieldSpec receipt() {
        return FieldSpec.of("receiptNo", "回执编号", TEXT, false);
    }
}
