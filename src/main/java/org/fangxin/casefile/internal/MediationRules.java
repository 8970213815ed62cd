package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.ComplaintFacts.Consent;
import org.fangxin.casefile.ComplaintFacts.Mediation;
import org.fangxin.casefile.ComplaintFacts.Session;
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

/** Consent of both sides, planning and holding mediation (Art. 18, 20, 21). */
final class MediationRules {
    /** How a session is held. */
    enum Mode {
        ON_SITE,
        PHONE,
        VIDEO,
        AUDIO,
        INTERNET
    }

    private static final Set<PartyRole> BOTH = Set.of(PartyRole.COMPLAINANT, PartyRole.RESPONDENT);

    private enum Answer {
        YES,
        NO
    }

    private enum Result {
        AGREED,
        ADJOURNED,
        NOT_AGREED
    }

    private static final ActRule CONSENT = act(Act.RECORD_CONSENT)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER, Role.MEDIATOR, Role.COMPLAINANT, Role.AGENT, Role.RESPONDENT)
            .from(Stage.ACCEPTED, Stage.MEDIATING)
            .law("第十八条第一款")
            .effect("双方都同意，就进入调解。")
            .after(MediationRules::accepted)
            .with(
                    Citizens.side("party", "哪一方", true),
                    FieldSpec.choice(
                            "consent",
                            "意愿",
                            Type.CODE,
                            true,
                            new Option("YES", "同意调解", null),
                            new Option("NO", "不同意调解", null)),
                    Citizens.MEANS)
            .then(MediationRules::consent);

    private static final ActRule HOLD = act(Act.HOLD_MEDIATION)
            .of(Kind.COMPLAINT)
            .by(Role.MEDIATOR, Role.HANDLER, Role.ENTRUSTED)
            .from(Stage.ACCEPTED, Stage.MEDIATING)
            .law("第二十条")
            .effect("记入调解记录；到场没有反对就是同意调解。")
            .after(MediationRules::accepted)
            .with(
                    mode("调解方式", false),
                    sides("present", "到场的一方"),
                    sides("absent", "没有到场的一方"),
                    sides("objected", "到场但不同意调解的一方"),
                    FieldSpec.of("excuse", "缺席理由", Type.TEXT, false),
                    FieldSpec.of("mediators", "调解人员", Type.OFFICERS, false),
                    FieldSpec.of("saidComplainant", "投诉人的意见", Type.TEXT, false),
                    FieldSpec.of("saidRespondent", "被投诉人的意见", Type.TEXT, false),
                    FieldSpec.choice(
                            "result",
                            "这一次的结果",
                            Type.CODE,
                            false,
                            new Option("AGREED", "谈成", null),
                            new Option("ADJOURNED", "改日再谈", null),
                            new Option("NOT_AGREED", "没有谈成", null)),
                    FieldSpec.of("record", "调解记录", Type.TEXT, false).hinted("双方都能看到这份记录。"))
            .forbid(MediationRules::withinTrust)
            .forbid((state, actor, world) -> recusalDecided(state))
            .check((state, command, world) -> noneRecused(state, command))
            .then(MediationRules::hold);

    static final List<ActRule> ALL = List.of(CONSENT, HOLD);

    private MediationRules() {}

    static Instant accepted(CaseState state) {
        Instant at = state.complaint().course().acceptedAt();
        return at == null ? state.receivedAt() : at;
    }

    /** An entrusted body mediates only while it holds the trust (Art. 19). */
    static Optional<Decision.Refused> withinTrust(CaseState state, Actor actor, World world) {
        boolean bodyOnly = actor.has(Role.ENTRUSTED) && !actor.has(Role.HANDLER) && !actor.has(Role.MEDIATOR);
        return Refusing.when(
                        bodyOnly && !state.is(Flag.ENTRUSTED),
                        "NOT_ENTRUSTED",
                        "这件投诉没有委托调解，或者委托已经办回。",
                        Citation.entrusted(state.law()))
                .or(() -> Refusing.when(
                        bodyOnly && trustOver(state, world),
                        "TRUST_OVER",
                        "委托期限已经届满，不能再以本机关名义调解。请用“委托办回”交回本机关。",
                        Citation.entrusted(state.law())));
    }

    private static boolean trustOver(CaseState state, World world) {
        LocalDate until = state.complaint().mediation().entrustedUntil();
        return until != null && Dates.day(world.now()).isAfter(until);
    }

    /** Mediation rests until the recusal is decided (Art. 21). */
    static Optional<Decision.Refused> recusalDecided(CaseState state) {
        return Refusing.when(
                state.is(Flag.RECUSAL_PENDING),
                "RECUSAL_PENDING",
                "有人申请调解人员回避，调解中止。请先用“决定回避”。",
                Citation.recusal(state.law()));
    }

    static Optional<Decision.Refused> noneRecused(CaseState state, Command command) {
        boolean recused = command.fields().strings("mediators").stream().anyMatch(state.recused()::contains);
        return Refusing.when(recused, "RECUSED", "这位调解人员已经回避，不能主持或者参加调解。", Citation.recusal(state.law()));
    }

    private static Decision consent(CaseState state, Command command, World world) {
        PartyRole side = Citizens.side(state, command, "party", "哪一方");
        Answer answer = answer(command.fields());
        String means = Citizens.means(command);
        if (answer == Answer.NO) {
            return Decision.taken(new Entry.ConsentRefused(side, means));
        }
        List<Entry> entries = new ArrayList<>();
        presume(state, side, world, entries);
        entries.add(new Entry.ConsentRecorded(side, means, false));
        Mediation after = wanting(state, entries);
        if (after.bothWant() && state.stage() == Stage.ACCEPTED) {
            entries.add(new Entry.MediationOpened());
        }
        return Decision.taken(entries);
    }

    /** {@code YES} or {@code NO}; {@code true} and {@code false} are understood. */
    private static Answer answer(Fields fields) {
        return switch (fields.text("consent").orElse("")) {
            case "true" -> Answer.YES;
            case "false" -> Answer.NO;
            default -> fields.needCode("consent", Answer.class, "意愿");
        };
    }

    /** Filing a complaint is asking for this: the complainant's consent is presumed until he says otherwise (7-7). */
    private static void presume(CaseState state, PartyRole side, World world, List<Entry> entries) {
        boolean presumed = !Choices.of(world, "consent.presumed", "COMPLAINANT").equals("NONE");
        boolean silent = state.complaint().mediation().complainant() == Consent.UNKNOWN;
        if (presumed && silent && side != PartyRole.COMPLAINANT) {
            entries.add(new Entry.ConsentRecorded(PartyRole.COMPLAINANT, "FILING", true));
        }
    }

    private static Mediation wanting(CaseState state, List<Entry> entries) {
        Mediation mediation = state.complaint().mediation();
        for (Entry entry : entries) {
            if (entry instanceof Entry.ConsentRecorded yes) {
                mediation = mediation.wants(yes.party(), Consent.YES);
            }
        }
        return mediation;
    }

    private static Decision hold(CaseState state, Command command, World world) {
        Set<PartyRole> absent = roles(state, command, "absent");
        Set<PartyRole> present = roles(state, command, "present");
        if (present.isEmpty()) {
            present = without(BOTH, absent);
        } else if (absent.isEmpty()) {
            absent = without(BOTH, present);
        }
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.MediationHeld(
                mode(state, command),
                sorted(present),
                sorted(absent),
                mediators(state, command),
                command.fields().code("result", Result.class).map(Enum::name).orElse(null)));
        attending(state, without(present, roles(state, command, "objected")), world, entries);
        return Decision.taken(entries);
    }

    /** Attending without objection is consent. */
    private static void attending(CaseState state, Set<PartyRole> willing, World world, List<Entry> entries) {
        if (willing.contains(PartyRole.RESPONDENT)) {
            presume(state, PartyRole.RESPONDENT, world, entries);
        }
        for (PartyRole side : sorted(willing)) {
            if (wanting(state, entries).of(side) != Consent.YES) {
                entries.add(new Entry.ConsentRecorded(side, "ATTENDED", false));
            }
        }
        if (state.stage() == Stage.ACCEPTED && wanting(state, entries).bothWant()) {
            entries.add(new Entry.MediationOpened());
        }
    }

    private static Set<PartyRole> without(Set<PartyRole> sides, Set<PartyRole> less) {
        Set<PartyRole> left = new LinkedHashSet<>(sides);
        left.removeAll(less);
        return left;
    }

    private static List<PartyRole> sorted(Set<PartyRole> roles) {
        return roles.stream().sorted().toList();
    }

    private static String mode(CaseState state, Command command) {
        List<Session> planned = state.complaint().mediation().scheduled();
        return command.fields()
                .code("mode", Mode.class)
                .map(Mode::name)
                .orElse(
                        planned.isEmpty()
                                ? Mode.ON_SITE.name()
                                : planned.getLast().mode());
    }

    static List<String> mediators(CaseState state, Command command) {
        List<String> named = command.fields().strings("mediators");
        if (!named.isEmpty()) {
            return named;
        }
        return state.mediators().isEmpty()
                ? List.of(command.actor().id())
                : state.mediators().stream().sorted().toList();
    }

    private static Set<PartyRole> roles(CaseState state, Command command, String field) {
        Set<PartyRole> roles = new LinkedHashSet<>();
        for (String one : command.fields().strings(field)) {
            Fields single = new Fields(Map.of(field, one));
            Citizens.named(state, single, field).ifPresent(roles::add);
        }
        return roles;
    }

    static FieldSpec mode(String label, boolean required) {
        return FieldSpec.choice(
                "mode",
                label,
                Type.CODE,
                required,
                new Option("ON_SITE", "现场", "第二十条第一款"),
                new Option("PHONE", "电话", "第二十条第一款"),
                new Option("VIDEO", "视频", "第二十条第一款"),
                new Option("AUDIO", "音频", "第二十条第一款"),
                new Option("INTERNET", "互联网", "第二十条第一款"));
    }

    private static FieldSpec sides(String name, String label) {
        return FieldSpec.choice(
                name,
                label,
                Type.CODES,
                false,
                new Option("COMPLAINANT", "投诉人", null),
                new Option("RESPONDENT", "被投诉人", null));
    }
}
