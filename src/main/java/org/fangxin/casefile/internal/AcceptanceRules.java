package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.RefusalGround;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** Accepting a complaint or not (Art. 15–17): seven working days to decide and tell. */
final class AcceptanceRules {
    private static final String[] FACTORS = {
        "QUANTITY_ABNORMAL", "MASSED_OR_COLLUSIVE", "NO_REAL_CONSUMPTION", "SHARED_CONTACT", "OTHER"
    };

    private static final ActRule ACCEPT = act(Act.ACCEPT)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER)
            .from(Stage.RECEIVED)
            .law("第十五条第一款")
            .effect("会告知投诉人；调解期限六十日从今天起算，今天不计入。")
            .with(Notices.SPEC, FieldSpec.of("byAnalogy", "参照办理（第四十三条）", Type.BOOLEAN, false))
            .forbid((state, actor, world) -> AcceptanceRules.competent(state, world))
            .forbid((state, actor, world) -> agentPapers(state, world))
            .forbid((state, actor, world) -> jointAgreed(state))
            .then(AcceptanceRules::accept);

    private static final ActRule REFUSE = act(Act.REFUSE)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER)
            .from(Stage.RECEIVED)
            .law("第十五条第一款")
            .effect("会告知投诉人理由和其他五种解决途径（消费者权益保护法第三十九条）。")
            .with(
                    Grounds.refusals(),
                    Grounds.refusalSubs(),
                    Grounds.FACTS,
                    Grounds.CITATION,
                    FieldSpec.of("knewOn", "知道权益受侵害的日期", Type.DATE, false),
                    factors(),
                    Notices.SPEC,
                    Approvals.FIELD)
            .check(AcceptanceRules::grounds)
            .then(AcceptanceRules::refuse);

    static final List<ActRule> ALL = List.of(ACCEPT, REFUSE);

    private AcceptanceRules() {}

    private static FieldSpec factors() {
        return FieldSpec.choice(
                "factors",
                "判断因素（第十七条）",
                Type.CODES,
                false,
                new Option(FACTORS[0], "数量、次数、频率明显异常", "第十七条第一款第一项"),
                new Option(FACTORS[1], "短期内大量或者串通投诉", "第十七条第一款第二项"),
                new Option(FACTORS[2], "不能证明真实消费或者损害", "第十七条第一款第三项"),
                new Option(FACTORS[3], "多人用同一联系方式", "第十七条第一款第四项"),
                new Option(FACTORS[4], "其他因素", "第十七条第一款第五项"));
    }

    /** The holder, its county agency for a 所, or one authorised by a superior's decision (Art. 13, 33, 41). */
    private static Optional<Decision.Refused> competent(CaseState state, World world) {
        String acting = world.agencies().actingFor(state.agency()).code();
        boolean ours = world.competent().isEmpty()
                || world.competent().contains(acting)
                || world.competent().contains(state.agency())
                || state.holding().settled();
        boolean above =
                world.competent().stream().anyMatch(code -> world.agencies().within(code, acting));
        String instead = above
                ? "请用“分送”转给有处理权限的下级机关，或者用“提级处理”自己办理。"
                : state.distributedBy() != null ? "请用“反馈退回”退给分送的机构，不能自行移送。" : "请用“不予受理”，理由选“本机关没有处理权限”，并告知有权机关。";
        return Refusing.when(!ours, "NOT_COMPETENT", "本机关对这件投诉没有处理权限，不能受理。" + instead, "第十三条", "第四十一条");
    }

    private static Optional<Decision.Refused> agentPapers(CaseState state, World world) {
        LocalDate today = Dates.day(world.now());
        boolean complete = state.complaint().agents().values().stream()
                .anyMatch(power -> power.papersComplete() && !power.validTo().isBefore(today));
        return Refusing.when(
                state.is(Flag.AGENT) && !complete,
                "AGENT_PAPERS",
                "委托他人投诉要有授权委托书原件和受托人身份证明。请先用“登记委托”核对原件，或者“要求补充”。",
                Citation.agent(state.law()));
    }

    private static Optional<Decision.Refused> jointAgreed(CaseState state) {
        var joint = state.complaint().joint();
        boolean all = !joint.asked().isEmpty() && joint.agreed().containsAll(joint.asked());
        return Refusing.when(
                state.is(Flag.JOINT) && !all,
                "JOINT",
                "按共同投诉受理要每位投诉人同意。请先用“加入共同投诉”逐一记录；不同意的用“退出共同投诉”单独办理。",
                Citation.joint(state.law()));
    }

    private static Decision accept(CaseState state, Command command, World world) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.Accepted(command.fields().yes("byAnalogy")));
        Notices.complainantWith(state, command, world)
                .ifPresent(told -> entries.add(new Entry.AcceptanceNotified(PartyRole.COMPLAINANT, told)));
        return Decision.taken(entries);
    }

    private static Optional<Decision.Refused> grounds(CaseState state, Command command, World world) {
        return Grounds.ofRefusal(command.fields()).stream()
                .map(stated -> ground(stated, state, command, world))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Decision.Refused> ground(
            Grounds.Stated stated, CaseState state, Command command, World world) {
        RefusalGround ground = stated.ground();
        String law = state.law();
        return Refusing.when(
                        !ground.knownTo(law, stated.sub()),
                        "GROUND_UNKNOWN",
                        "这件投诉适用的办法没有这一项不予受理的理由。请按它列出的各项办理。",
                        Citation.old(law) ? Citation.OLD + "第十五条" : "第十六条")
                .or(() -> Refusing.when(
                        "NO_AUTHORITY".equals(stated.sub()) && state.distributedBy() != null,
                        "RETURN_FIRST",
                        "这件投诉是分送来的。没有处理权限请用“反馈退回”退给分送的机构，不能以此不予受理。",
                        "第四十一条"))
                .or(() -> withinThreeYears(stated, state, world))
                .or(() -> secondPerson(stated, state, command, world));
    }

    private static Optional<Decision.Refused> withinThreeYears(Grounds.Stated stated, CaseState state, World world) {
        if (stated.ground() != RefusalGround.OVER_THREE_YEARS) {
            return Optional.empty();
        }
        return stated.fields().date("knewOn").flatMap(knew -> {
            var start = knew.atStartOfDay(Fields.ZONE).toInstant();
            LocalDate last = world.statutes()
                    .due("order121.complaint.limitation", start, List.of())
                    .dueOn();
            return Refusing.when(
                    last != null && !Dates.day(state.receivedAt()).isAfter(last),
                    "WITHIN_THREE_YEARS",
                    "从" + knew + "起到收到投诉不满三年（最后一天是" + last + "），不能以此不予受理。",
                    stated.ground().article(state.law()));
        });
    }

    /** A setting may ask for a second person's word on a ground (7-8). */
    private static Optional<Decision.Refused> secondPerson(
            Grounds.Stated stated, CaseState state, Command command, World world) {
        boolean asked =
                Choices.names(world, "refuse.secondPerson", stated.ground().name());
        String article = stated.ground().article("order121");
        return asked ? Approvals.leader("复核意见", article).test(state, command, world) : Optional.empty();
    }

    private static Decision refuse(CaseState state, Command command, World world) {
        List<Grounds.Stated> grounds = Grounds.ofRefusal(command.fields());
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.Refused(
                grounds.stream().map(Grounds.Stated::entry).toList(),
                command.fields().strings("factors")));
        Notices.complainantWith(state, command, world)
                .ifPresent(told -> entries.add(new Entry.RefusalNotified(PartyRole.COMPLAINANT, told)));
        return new Decision.Taken(entries, List.of(), List.of(), warnings(grounds, state, world));
    }

    private static List<String> warnings(List<Grounds.Stated> grounds, CaseState state, World world) {
        List<String> warnings = new ArrayList<>();
        var material = state.complaint().material();
        boolean stillOpen = material.until() != null && !Dates.day(world.now()).isAfter(material.until());
        for (Grounds.Stated stated : grounds) {
            boolean missing =
                    stated.ground() == RefusalGround.MATERIAL_MISSING_OR_FALSE && !"FALSE".equals(stated.sub());
            boolean identity = stated.ground() == RefusalGround.IMPERSONATION_OR_IDENTITY_REFUSED
                    && !"IMPERSONATION".equals(stated.sub())
                    && !"REFUSED".equals(material.identity());
            if ((missing || identity) && material.everRequested().isEmpty()) {
                warnings.add("没有先要求补充就以" + stated.ground().article(state.law()) + "不予受理，容易被撤销。");
            } else if ((missing || identity) && stillOpen) {
                warnings.add("要求补充的期限到" + material.until() + "，还没有届满。");
            }
        }
        return warnings;
    }
}
