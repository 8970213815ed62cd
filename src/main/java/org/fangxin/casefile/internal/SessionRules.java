package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Type;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.casefile.internal.MediationRules.Mode;
import org.fangxin.identity.Role;

/** When and where a session takes place, and moving it (Art. 20). */
final class SessionRules {
    private static final FieldSpec WAIVED = FieldSpec.of("leadWaived", "双方都同意缩短提前告知的时间", Type.BOOLEAN, false)
            .hinted("现场调解要提前告知；双方都同意的，可以少于通常的工作日，勾选后记入案卷。");

    private static final ActRule SCHEDULE = act(Act.SCHEDULE_MEDIATION)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER, Role.MEDIATOR, Role.ENTRUSTED)
            .from(Stage.ACCEPTED, Stage.MEDIATING)
            .law("第二十条")
            .effect("现场调解要提前把时间、地点、调解人员告知双方（投诉调解通知书）。")
            .after(MediationRules::accepted)
            .with(
                    FieldSpec.of("at", "调解时间", Type.DATETIME, true),
                    MediationRules.mode("调解方式", true),
                    FieldSpec.of("place", "地点", Type.TEXT, false),
                    FieldSpec.of("mediators", "调解人员", Type.OFFICERS, false),
                    FieldSpec.of("invited", "协助人员", Type.TEXT, false),
                    WAIVED)
            .forbid(MediationRules::withinTrust)
            .then((state, command, world) -> planned(
                    state,
                    command,
                    world,
                    plan -> new Entry.MediationScheduled(
                            plan.at(), plan.mode().name(), plan.mediators(), plan.waived())));

    private static final ActRule RESCHEDULE = act(Act.RESCHEDULE_MEDIATION)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER, Role.MEDIATOR, Role.ENTRUSTED)
            .from(Stage.ACCEPTED, Stage.MEDIATING)
            .law("第二十条")
            .effect("原定的时间作废；现场调解要把新的时间、地点、调解人员重新告知双方。")
            .after(MediationRules::accepted)
            .with(
                    FieldSpec.of("at", "新的调解时间", Type.DATETIME, true),
                    MediationRules.mode("调解方式", false),
                    FieldSpec.of("place", "地点", Type.TEXT, false),
                    FieldSpec.of("mediators", "调解人员", Type.OFFICERS, false),
                    Citizens.side("asked", "应哪一方的申请", false),
                    FieldSpec.of("reason", "改期的原因", Type.TEXT, false),
                    WAIVED)
            .forbid(MediationRules::withinTrust)
            .forbid((state, actor, world) -> notAwaited(state))
            .then((state, command, world) -> planned(
                    state,
                    command,
                    world,
                    plan -> new Entry.MediationRescheduled(
                            plan.at(),
                            plan.mode().name(),
                            plan.mediators(),
                            plan.waived(),
                            Citizens.named(state, command.fields(), "asked").orElse(null))));

    private static final ActRule ASK = act(Act.ASK_RESCHEDULE)
            .of(Kind.COMPLAINT)
            .by(Role.COMPLAINANT, Role.AGENT, Role.RESPONDENT, Role.HANDLER, Role.REGISTRAR, Role.MEDIATOR)
            .from(Stage.ACCEPTED, Stage.MEDIATING)
            .law("第二十条")
            .effect("由调解人员决定是否改期；没有改之前，原定的时间仍然有效。")
            .after(MediationRules::accepted)
            .with(
                    Citizens.side("party", "哪一方申请", false),
                    FieldSpec.of("wish", "什么时候方便", Type.TEXT, true),
                    Citizens.MEANS)
            .forbid((state, actor, world) -> notAwaited(state))
            .then((state, command, world) -> {
                command.fields().need("wish", "什么时候方便");
                return Decision.taken(new Entry.RescheduleAsked(Citizens.side(state, command, "party", "哪一方申请")));
            });

    static final List<ActRule> ALL = List.of(SCHEDULE, RESCHEDULE, ASK);

    private SessionRules() {}

    private record Plan(Instant at, Mode mode, List<String> mediators, Boolean waived) {}

    private static Decision planned(CaseState state, Command command, World world, Function<Plan, Entry> entry) {
        Instant at = command.fields().instant("at").orElseThrow(() -> Fields.missing("at", "调解时间"));
        if (at.isBefore(command.occurredAt())) {
            throw new Fields.Faulty("at", "past", "调解时间要晚于现在。");
        }
        Optional<Decision.Refused> recused = MediationRules.noneRecused(state, command);
        if (recused.isPresent()) {
            return recused.get();
        }
        boolean waived = command.fields().yes("leadWaived");
        Mode mode = command.fields().code("mode", Mode.class).orElseGet(() -> before(state));
        Plan plan = new Plan(at, mode, MediationRules.mediators(state, command), waived);
        Optional<Decision.Refused> soon = tooSoon(plan, state.law(), Dates.day(command.occurredAt()), world);
        return soon.isPresent() ? soon.get() : Decision.taken(entry.apply(plan));
    }

    /** As the session that is moved; on site when there is none. */
    private static Mode before(CaseState state) {
        var planned = state.complaint().mediation().scheduled();
        return planned.isEmpty() ? Mode.ON_SITE : Mode.valueOf(planned.getLast().mode());
    }

    /**
     * The law says "in advance" and no number; the agency's own number binds it unless both sides waive it, and that they
     * did goes into the journal (7-33).
     */
    private static Optional<Decision.Refused> tooSoon(Plan plan, String law, LocalDate today, World world) {
        int lead = Choices.number(world, "mediation.lead", 3);
        LocalDate enough = Dates.workingDaysAfter(today, lead, world);
        return Refusing.when(
                plan.mode() == Mode.ON_SITE && Dates.day(plan.at()).isBefore(enough) && !plan.waived(),
                "LEAD",
                "现场调解要提前 " + lead + " 个工作日告知双方，最早可以定在 " + enough + "。请改时间；双方都同意缩短的，请勾选“双方都同意缩短提前告知的时间”。",
                Citation.tellingSession(law));
    }

    private static Optional<Decision.Refused> notAwaited(CaseState state) {
        return Refusing.when(
                !state.complaint().mediation().awaited(), "NOT_PLANNED", "没有等着举行的调解，没有可以改期的。请先用“通知调解”。", "第二十条");
    }
}
