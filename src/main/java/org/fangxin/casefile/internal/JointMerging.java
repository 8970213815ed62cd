package org.fangxin.casefile.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Type;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;

/**
 * Complainants who already have a case of their own about the same dispute join a joint complaint (Art. 12): their case
 * merges into it, the later into the earlier, so that the time of the earlier receipt rules for all (Art. 14).
 */
final class JointMerging {
    static final String NAME = "joining";
    static final FieldSpec FIELD =
            FieldSpec.of(NAME, "他已经另行投诉的一件", Type.CASE, false).hinted("同一争议、同一被投诉人，本人同意并入的才填。那一件并入本件，原来的编号和查询码仍可查询进度。");

    private JointMerging() {}

    static boolean asked(Command command) {
        return command.fields().has(NAME);
    }

    static Optional<Decision.Refused> mergeable(CaseState state, Command command, World world) {
        return asked(command) ? refused(state, other(command, world), command, world) : Optional.empty();
    }

    private static Optional<Decision.Refused> refused(CaseState state, CaseState other, Command command, World world) {
        if (other.kind() != Kind.COMPLAINT || other.caseNo().equals(state.caseNo())) {
            throw new Fields.Faulty(NAME, "kind", "请填另一件投诉的编号。");
        }
        if (Citizens.citizen(command.actor())) {
            throw new Fields.Faulty(NAME, "officer", "另一件投诉由工作人员并入。");
        }
        String article = Citation.joint(state.law());
        boolean sameAgency = Competent.holder(state, world).equals(Competent.holder(other, world));
        return Refusing.when(!sameAgency, "OTHER_AGENCY", "那一件由其他机关办理，不能并入。由一个机关办理的，请先分送到同一机关。", article)
                .or(() -> Refusing.when(
                        other.stage() != Stage.RECEIVED,
                        "STAGE",
                        "那一件是“" + other.stage().chinese() + "”。只有还没有决定是否受理的，才能并入共同投诉。",
                        article))
                .or(() -> Refusing.when(other.is(Flag.JOINT), "JOINT", "那一件本身是共同投诉。请在那一件里“加入共同投诉”，填本件的编号。", article))
                .or(() -> Refusing.when(
                        other.receivedAt().isBefore(state.receivedAt()),
                        "LATER",
                        "那一件收到得更早。请在那一件里“按共同投诉处理”，填本件的编号；期限从先收到的一件起算。",
                        article,
                        "第十四条"));
    }

    /** What was decided here, and the other case's complainants with it, if one is named. */
    static Decision with(List<Entry> entries, CaseState state, Command command, World world) {
        if (!asked(command)) {
            return Decision.taken(entries);
        }
        CaseState other = other(command, world);
        List<Entry.Seat> seats = seats(state, other);
        List<Entry> here = new ArrayList<>(entries);
        here.add(new Entry.JointTaken(other.caseNo(), seats));
        List<String> warnings = other.complaint().agents().isEmpty()
                ? List.of()
                : List.of("那一件登记的受托人没有跟过来。仍由他代理的，请在本件“登记委托”。" + Citation.agent(state.law()));
        return new Decision.Taken(
                here,
                List.of(),
                List.of(new Decision.Elsewhere(other.caseNo(), List.of(new Entry.JointMerged(state.caseNo(), seats)))),
                warnings);
    }

    private static List<Entry.Seat> seats(CaseState state, CaseState other) {
        int first = Integer.parseInt(state.nextParty().substring(1));
        List<String> people = other.partiesWith(PartyRole.COMPLAINANT);
        List<Entry.Seat> seats = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            seats.add(new Entry.Seat(people.get(i), "P" + (first + i)));
        }
        return seats;
    }

    private static CaseState other(Command command, World world) {
        return world.otherCase()
                .apply(command.fields().need(NAME, FIELD.label()))
                .orElseThrow(() -> new Fields.Faulty(NAME, "unknown", "没有找到这一件，或者您没有查看权限。"));
    }
}
