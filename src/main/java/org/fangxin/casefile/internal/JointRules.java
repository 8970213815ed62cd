package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.ComplaintFacts.Joint;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Option;
import org.fangxin.casefile.FieldSpec.Type;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** One dispute, one operator, several complainants who all agree (Art. 12). */
final class JointRules {
    private static final String NEW_CASE = "new:joint-left";
    private static final Role[] PEOPLE = {Role.COMPLAINANT, Role.REPRESENTATIVE, Role.HANDLER, Role.REGISTRAR};
    private static final Stage[] OPEN = {Stage.RECEIVED, Stage.ACCEPTED, Stage.MEDIATING};
    private static final FieldSpec PARTY =
            FieldSpec.of("party", "投诉人", Type.PARTY, false).hinted("本人办理不用填。");

    private enum Matter {
        DEMANDS,
        WAIVER,
        AGREEMENT,
        WITHDRAWAL
    }

    private static final ActRule OPEN_JOINT = act(Act.OPEN_JOINT)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER)
            .from(Stage.RECEIVED)
            .law("第十二条")
            .effect("征求每位投诉人同意；全部同意后按共同投诉受理。")
            .with(
                    FieldSpec.of("parties", "投诉人", Type.LIST, false).hinted("不填就是全部投诉人。"),
                    FieldSpec.of("agreed", "已经同意的投诉人", Type.LIST, false),
                    Newcomer.field("新加入的投诉人").hinted("本人要求加入的才填，记为已经同意。姓名、电话、地址都要有。"),
                    JointMerging.FIELD)
            .forbid((state, actor, world) -> Refusing.when(
                    !state.complaint().joint().asked().isEmpty() && state.is(Flag.JOINT),
                    "JOINT",
                    "已经按共同投诉办理。",
                    Citation.joint(state.law())))
            .check((state, command, world) -> Refusing.when(
                    state.partiesWith(PartyRole.COMPLAINANT).size() + more(command) < 2,
                    "ONE",
                    "共同投诉要有两位以上投诉人。还有一位的，请填写“新加入的投诉人”；他已经另行投诉的，请填他那一件的编号。",
                    Citation.joint(state.law())))
            .check(JointMerging::mergeable)
            .then(JointRules::open);

    private static final ActRule JOIN = act(Act.JOIN_JOINT)
            .of(Kind.COMPLAINT)
            .by(PEOPLE)
            .from(Stage.RECEIVED)
            .law("第十二条")
            .effect("记录这位投诉人同意按共同投诉处理。")
            .with(
                    PARTY,
                    Newcomer.field("新加入的投诉人").hinted("还没有登记的投诉人才填。姓名、电话、地址都要有。"),
                    JointMerging.FIELD,
                    Citizens.MEANS)
            .forbid(JointRules::isJoint)
            .check(JointMerging::mergeable)
            .then(JointRules::join);

    private static final ActRule LEAVE = act(Act.LEAVE_JOINT)
            .of(Kind.COMPLAINT)
            .by(PEOPLE)
            .from(Stage.RECEIVED)
            .law("第十二条")
            .effect("这位投诉人单独立件，收到日期不变。")
            .with(PARTY, Citizens.MEANS)
            .forbid(JointRules::isJoint)
            .then(JointRules::leave);

    private static final ActRule ELECT = act(Act.ELECT_REPRESENTATIVES)
            .of(Kind.COMPLAINT)
            .by(PEOPLE)
            .from(OPEN)
            .law("第十二条")
            .effect("代表人的行为对全体有效；变更、放弃请求和达成协议要被代表的人同意。")
            .with(FieldSpec.of("representatives", "代表人", Type.LIST, true), Citizens.MEANS)
            .forbid(JointRules::isJoint)
            .check(JointRules::number)
            .then((state, command, world) -> Decision.taken(new Entry.RepresentativesElected(elected(state, command))));

    private static final ActRule CONSENT = act(Act.CONSENT_REPRESENTED)
            .of(Kind.COMPLAINT)
            .by(PEOPLE)
            .from(OPEN)
            .law("第十二条")
            .effect("记录被代表的投诉人同意。")
            .with(
                    PARTY,
                    FieldSpec.choice(
                            "matter",
                            "同意什么",
                            Type.CODE,
                            true,
                            new Option("DEMANDS", "变更请求", "第十二条"),
                            new Option("WAIVER", "放弃请求", "第十二条"),
                            new Option("AGREEMENT", "达成协议", "第十二条"),
                            new Option("WITHDRAWAL", "撤回投诉", "第十二条")),
                    Citizens.MEANS)
            .forbid(JointRules::isJoint)
            .then((state, command, world) -> Decision.taken(new Entry.RepresentedConsented(
                    member(state, command),
                    command.fields().needCode("matter", Matter.class, "同意什么").name())));

    static final List<ActRule> ALL = List.of(OPEN_JOINT, JOIN, LEAVE, ELECT, CONSENT);

    private JointRules() {}

    private static Optional<Decision.Refused> isJoint(CaseState state, Actor actor, World world) {
        return Refusing.when(
                !state.is(Flag.JOINT) || state.complaint().joint().asked().isEmpty(),
                "NOT_JOINT",
                "本件没有按共同投诉办理。请先用“按共同投诉处理”。",
                Citation.joint(state.law()));
    }

    private static Decision open(CaseState state, Command command, World world) {
        List<String> complainants = state.partiesWith(PartyRole.COMPLAINANT);
        List<String> asked =
                command.fields().strings("parties").stream().distinct().toList();
        if (asked.isEmpty()) {
            asked = complainants;
        }
        Optional<Entry.PartyAdded> newcomer = newcomer(state, command);
        List<String> agreed =
                command.fields().strings("agreed").stream().distinct().toList();
        if (asked.size() + more(command) < 2 || !complainants.containsAll(asked)) {
            throw new Fields.Faulty("parties", "members", "请选两位以上本件的投诉人。");
        }
        if (!asked.containsAll(agreed)) {
            throw new Fields.Faulty("agreed", "members", "同意的人要在共同投诉的人里面。");
        }
        List<Entry> entries = new ArrayList<>();
        newcomer.ifPresent(entries::add);
        entries.add(
                new Entry.JointOpened(Stream.concat(asked.stream(), newcomer.map(Entry.PartyAdded::partyId).stream())
                        .toList()));
        Stream.concat(agreed.stream(), newcomer.map(Entry.PartyAdded::partyId).stream())
                .forEach(id -> entries.add(new Entry.JointConsented(id)));
        return JointMerging.with(entries, state, command, world);
    }

    /** Those beside the complainants of this case whom the act names. */
    private static int more(Command command) {
        if (Newcomer.given(command) && JointMerging.asked(command)) {
            throw new Fields.Faulty(JointMerging.NAME, "one", "一次只加一位：新加入的和已经另行投诉的，请分两次办理。");
        }
        return Newcomer.given(command) || JointMerging.asked(command) ? 1 : 0;
    }

    private static Decision join(CaseState state, Command command, World world) {
        Optional<Entry.PartyAdded> newcomer = newcomer(state, command);
        if (JointMerging.asked(command)) {
            if (newcomer.isPresent() || command.fields().has("party")) {
                throw new Fields.Faulty(JointMerging.NAME, "one", "一次只加一位：填了他那一件的编号，就不用再选人、填人。");
            }
            return JointMerging.with(List.of(), state, command, world);
        }
        if (newcomer.isEmpty()) {
            return Decision.taken(new Entry.JointConsented(member(state, command)));
        }
        if (command.fields().has("party")) {
            throw new Fields.Faulty(Newcomer.FIELD, "known", "选了已登记的投诉人，就不用再填个人信息；新加入的请不要选。");
        }
        return Decision.taken(
                newcomer.get(), new Entry.JointConsented(newcomer.get().partyId()));
    }

    /** A complainant who was not among them yet: with all that Art. 10 asks of one. */
    private static Optional<Entry.PartyAdded> newcomer(CaseState state, Command command) {
        if (!Newcomer.given(command)) {
            return Optional.empty();
        }
        if (Citizens.citizen(command.actor())) {
            throw new Fields.Faulty(Newcomer.FIELD, "officer", "新的投诉人由工作人员登记。");
        }
        Newcomer.check(command.fields(), PartyRole.COMPLAINANT);
        return Optional.of(new Entry.PartyAdded(state.nextParty(), PartyRole.COMPLAINANT));
    }

    /** The complainant meant: himself, or the one an officer names. */
    private static String member(CaseState state, Command command) {
        String id = Citizens.citizen(command.actor())
                ? Citizens.partyId(command.actor())
                : command.fields().need("party", "投诉人");
        if (!state.complaint().joint().asked().contains(id)) {
            throw new Fields.Faulty("party", "member", "这个人不在本件的共同投诉里。");
        }
        return id;
    }

    /** Who does not agree keeps his own case, with the old day of receipt. */
    private static Decision leave(CaseState state, Command command, World world) {
        String id = member(state, command);
        Entry.Received own = Openings.of(state, NEW_CASE, Kind.COMPLAINT, "SPLIT", state.receivedAt(), world)
                .received();
        List<Entry.Party> parties = own.parties().stream()
                .filter(party -> party.id().equals(id) || party.role() == PartyRole.RESPONDENT)
                .toList();
        Entry.Received alone = new Entry.Received(
                own.kind(),
                own.agency(),
                own.receivedAt(),
                state.law(),
                own.channel(),
                own.source(),
                own.related(),
                parties,
                own.flags(),
                own.topics(),
                false,
                false);
        return new Decision.Taken(
                List.of(new Entry.JointLeft(id, NEW_CASE)),
                List.of(new Decision.Opening(NEW_CASE, Kind.COMPLAINT, alone, true)),
                List.of());
    }

    private static Optional<Decision.Refused> number(CaseState state, Command command, World world) {
        int count = elected(state, command).size();
        boolean oneToo = Choices.of(world, "joint.representatives", "2").equals("1..2");
        boolean fits = count == 2 || (oneToo && count == 1);
        return Refusing.when(!fits, "NUMBER", "代表人推选两名。", Citation.joint(state.law()));
    }

    private static List<String> elected(CaseState state, Command command) {
        List<String> ids =
                command.fields().strings("representatives").stream().distinct().toList();
        Joint joint = state.complaint().joint();
        if (ids.isEmpty()) {
            throw Fields.missing("representatives", "代表人");
        }
        if (!joint.asked().containsAll(ids)) {
            throw new Fields.Faulty("representatives", "members", "代表人要从共同投诉的投诉人里推选。");
        }
        return ids;
    }
}
