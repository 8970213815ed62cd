package org.fangxin.casefile.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.entry.Entry.Approval;
import org.fangxin.identity.Role;

/** Acts that a leader decides: he does them himself, or an officer enters them with the signed paper. */
final class Approvals {
    static final FieldSpec FIELD = FieldSpec.of("approval", "负责人批准", FieldSpec.Type.APPROVAL, false)
            .hinted("负责人本人办理时不用填；其他人办理时填批准人、批准日期和审批表文号。");

    private Approvals() {}

    /** Refused unless a leader acts or his approval is given; names the article that asks for him. */
    static ActRuleBuilder.Check leader(String paper, String article) {
        return (state, command, world) -> {
            if (command.actor().has(Role.LEADER)) {
                return his(state, command, article);
            }
            Optional<Fields> approval = command.fields().object("approval");
            if (approval.isEmpty()) {
                return refused(paper, article);
            }
            boolean signedByOther = approval.get()
                    .text("by")
                    .flatMap(world.officer())
                    .filter(person -> !person.has(Role.LEADER))
                    .isPresent();
            return signedByOther ? refused(paper, article) : Optional.empty();
        };
    }

    /** Two people: a leader who has the case in hand himself asks another one. */
    private static Optional<Decision.Refused> his(CaseState state, Command command, String article) {
        boolean own = command.actor().inCharge(state);
        return own
                ? Optional.of(Decision.refused("SELF_APPROVAL", "您是本件的承办人，不能自己批准自己的事项。请“送负责人审批”，由另一位负责人决定。", article))
                : Optional.empty();
    }

    /** The approval of an act that {@link #leader} let through. */
    static Approval of(Command command) {
        Fields given = command.fields().object("approval").orElse(Fields.none());
        LocalDate today = command.now().atZone(Fields.ZONE).toLocalDate();
        LocalDate acted = command.occurredAt().atZone(Fields.ZONE).toLocalDate();
        if (command.actor().has(Role.LEADER)) {
            String by = Papers.line(given, "by").orElse(command.actor().id());
            String paper = Papers.line(given, "paperNo")
                    .or(() -> Papers.line(command.fields(), "paperNo"))
                    .orElse(null);
            return new Approval(by, notAfter(given.date("on").orElse(acted), today), paper);
        }
        String by = Papers.line(given, "by").orElseThrow(() -> Fields.missing("approval.by", "批准人"));
        LocalDate on = given.date("on").orElseThrow(() -> Fields.missing("approval.on", "批准日期"));
        String paper = Papers.line(given, "paperNo")
                .or(() -> Papers.line(command.fields(), "paperNo"))
                .orElseThrow(() -> Fields.missing("approval.paperNo", "审批表文号"));
        return new Approval(by, notAfter(on, today), paper);
    }

    private static LocalDate notAfter(LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            throw new Fields.Faulty("approval.on", "future", "批准日期不能晚于今天。");
        }
        return on;
    }

    private static Optional<Decision.Refused> refused(String paper, String article) {
        return Optional.of(Decision.refused("APPROVAL", "这一步要由市场监督管理部门负责人决定。请由负责人办理，或者填写他签过的" + paper + "。", article));
    }
}
