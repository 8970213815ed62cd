package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.AGENCY;
import static org.fangxin.casefile.FieldSpec.Type.BOOLEAN;
import static org.fangxin.casefile.FieldSpec.Type.OFFICERS;
import static org.fangxin.casefile.FieldSpec.Type.PROPOSAL;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Holding;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;
import org.fangxin.region.Agency;
import org.jspecify.annotations.Nullable;

/** Passing a case down inside one tree, and back (Art. 41): who received by distribution only returns. */
final class DistributionRules {
    private static final String ARTICLE = "第四十一条";
    private static final Pattern RULE = Pattern.compile("\\d{2,9}/\\d{1,6}");
    private static final Kind[] CASEWORK = {Kind.COMPLAINT, Kind.REPORT};

    static final List<ActRule> ALL = List.of(assign(), distribute(), confirmReceipt(), giveBack());

    private DistributionRules() {}

    private static ActRule assign() {
        return act(Act.ASSIGN)
                .of(CASEWORK)
                .by(Role.INTAKE, Role.UNIT_HEAD, Role.SYSTEM)
                .from(
                        Stage.RECEIVED,
                        Stage.ACCEPTED,
                        Stage.MEDIATING,
                        Stage.REFUSED,
                        Stage.TERMINATED,
                        Stage.VERIFYING,
                        Stage.FILED,
                        Stage.DECIDED)
                .law(ARTICLE)
                .effect("由这些人承办；他们才能看到当事人的信息。")
                .with(
                        FieldSpec.of("byRule", "按分派规则提议", PROPOSAL, false),
                        FieldSpec.of("persons", "承办人", OFFICERS, false).hinted("选一人或者几人；收回分派时不选。"),
                        FieldSpec.of("nobody", "收回分派，暂不指定承办人", BOOLEAN, false),
                        FieldSpec.of("office", "派出机构", AGENCY, false))
                .forbid((state, actor, world) -> state.closedAt() == null
                        ? Optional.empty()
                        : Optional.of(Decision.refused("CLOSED", "本件已办结，不用再分派。", ARTICLE)))
                .check((state, command, world) -> People.recused(persons(command), state))
                .then(DistributionRules::assigned);
    }

    private static Decision assigned(CaseState state, Command command, World world) {
        List<String> persons = persons(command);
        boolean takenBack = command.fields().yes("nobody");
        if (takenBack && persons.isEmpty()) {
            return Decision.taken(new Entry.Assigned(List.of(), null, null));
        }
        if (takenBack || persons.isEmpty()) {
            throw Fields.missing("persons", "承办人");
        }
        String office = command.fields()
                .text("office")
                .map(code -> agency("office", code, world).code())
                .orElse(null);
        return Decision.taken(new Entry.Assigned(
                People.ofHolder(persons, "persons", state, command, world), office, proposal(command)));
    }

    /** What was shown beside the choice: it changes nothing, and stands in the journal. */
    private static Entry.@Nullable RuleProposal proposal(Command command) {
        return command.fields()
                .object("byRule")
                .map(shown -> {
                    String rule = shown.need("assignmentRule", "分派规则");
                    if (!RULE.matcher(rule).matches()) {
                        throw new Fields.Faulty("byRule", "rule", "分派规则写成“机关代码/版本号”，例如 620826/3。");
                    }
                    return new Entry.RuleProposal(rule, shown.text("proposed").orElse(null));
                })
                .orElse(null);
    }

    private static List<String> persons(Command command) {
        return People.named(
                command, "persons", "officers", "handlers", "investigators", "person", "officer", "handler");
    }

    private static ActRule distribute() {
        return act(Act.DISTRIBUTE)
                .of(CASEWORK)
                .by(Role.INTAKE)
                .from(Stage.RECEIVED)
                .law(ARTICLE)
                .effect("下级机关从收到之日起算期限；本机关内部分送，期限照算。")
                .with(
                        FieldSpec.of("to", "分送给", AGENCY, false).hinted("有处理权限的下级机关，或者本机关的派出机构。"),
                        FieldSpec.of("unit", "本机关的承办机构", TEXT, false).hinted("分送给内设机构时写名称。"))
                .forbid(DistributionRules::unitNeverForwards)
                .then(DistributionRules::distributed);
    }

    /** A unit or 所 that received by distribution never passes it on. */
    private static Optional<Decision.Refused> unitNeverForwards(CaseState state, Actor actor, World world) {
        boolean atUnit = state.holding().lastHop().map(Holding.Hop::sameAgency).orElse(false);
        return atUnit
                ? Optional.of(Decision.refused("NO_FORWARDING", "收到分送的机构不得自行移送，请用“反馈退回”，由统一接收机构另行分送。", ARTICLE))
                : Optional.empty();
    }

    private static Decision distributed(CaseState state, Command command, World world) {
        String holder = Competent.holder(state, world);
        if (!command.fields().has("to") && !command.fields().has("unit")) {
            throw Fields.missing("to", "分送给");
        }
        String to = command.fields()
                .text("to")
                .map(code -> agency("to", code, world).code())
                .orElse(state.agency());
        if (!world.agencies().within(to, holder)) {
            return Decision.refused(
                    "OUTSIDE_TREE", "只能分送给本机关辖区内的下级机关或者本机关的机构。没有处理权限的请“反馈退回”，" + instead(state), ARTICLE);
        }
        boolean same = world.agencies().actingFor(to).code().equals(holder);
        if (same) {
            return to.equals(state.agency()) && !command.fields().has("unit")
                    ? Decision.refused("ALREADY_HERE", "本件已在这个机关。请“分派”承办人，或者写明内设机构。", ARTICLE)
                    : Decision.taken(new Entry.Distributed(state.agency(), to, true));
        }
        String lower = world.agencies().actingFor(to).code();
        Optional<Decision.Refused> unfit = unfit(lower, state, world);
        return unfit.isPresent()
                ? unfit.get()
                : Decision.taken(
                        new Entry.Distributed(state.agency(), lower, false),
                        arrival(state, lower, "DISTRIBUTED", command.occurredAt()));
    }

    /** A target that the recorded facts do not support: neither competent nor on the way to one that is. */
    private static Optional<Decision.Refused> unfit(String target, CaseState state, World world) {
        boolean known = !world.competent().isEmpty() && !state.holding().settled();
        boolean fits = Competent.within(target, world);
        return known && !fits
                ? Optional.of(Decision.refused("NOT_COMPETENT", "按登记的事实，这个机关没有处理权限，不能分送给它。", ARTICLE))
                : Optional.empty();
    }

    private static String instead(CaseState state) {
        return state.kind() == Kind.REPORT ? "或者“告知无权限”。" : "没有可以退回的才能“不予受理”。";
    }

    /** Receipt by another agency: the next entry after the one that sends it there. */
    static Entry.Received arrival(CaseState state, String agency, String source, Instant receivedAt) {
        return new Entry.Received(
                state.kind(),
                agency,
                receivedAt,
                state.law(),
                state.channel(),
                source,
                null,
                List.of(),
                List.of(),
                state.report().topics().stream().sorted().toList(),
                false,
                false);
    }

    private static ActRule confirmReceipt() {
        return act(Act.CONFIRM_RECEIPT)
                .of(CASEWORK)
                .by(Role.INTAKE, Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD)
                .from(Stage.RECEIVED)
                .law(ARTICLE)
                .effect("确认收到分送。")
                .forbid((state, actor, world) -> state.distributedBy() == null || state.confirmed()
                        ? Optional.of(Decision.refused("NOTHING_TO_CONFIRM", "没有等待签收的分送。", ARTICLE))
                        : Optional.empty())
                .forbid((state, actor, world) -> {
                    boolean sender = actor.agency().equals(state.distributedBy())
                            && !actor.agency().equals(state.agency());
                    return sender
                            ? Optional.of(Decision.refused("RECEIVER_ONLY", "由收到分送的机构签收。", ARTICLE))
                            : Optional.empty();
                })
                .then((state, command, world) -> Decision.taken(new Entry.ReceiptConfirmed()));
    }

    private static ActRule giveBack() {
        return act(Act.RETURN)
                .of(CASEWORK)
                .by(Role.HANDLER, Role.INVESTIGATOR, Role.INTAKE, Role.UNIT_HEAD)
                .from(Stage.RECEIVED)
                .law(ARTICLE)
                .effect("退回分送的统一接收机构，由它另行分送。")
                .with(
                        FieldSpec.of("reason", "没有处理权限的理由", TEXT, true),
                        FieldSpec.of("suggested", "建议的机关", AGENCY, false),
                        FieldSpec.of("to", "退回", AGENCY, false).hinted("只能退回分送来的机构，可以不填。"))
                .forbid(DistributionRules::somethingToReturn)
                .check(DistributionRules::onlyToSender)
                .then(DistributionRules::returned);
    }

    private static Optional<Decision.Refused> somethingToReturn(CaseState state, Actor actor, World world) {
        if (state.distributedBy() == null) {
            return Optional.of(
                    Decision.refused("NOT_DISTRIBUTED", "本件不是分送来的，没有可以退回的机构。" + withoutSender(state), ARTICLE));
        }
        return state.returns() >= 2
                ? Optional.of(Decision.refused(
                        "THIRD_RETURN", "已经退回过两次，不能再退回。请“提出权限争议”。", ARTICLE, Law.of(state, "第三十三条", "第三十条")))
                : Optional.empty();
    }

    private static String withoutSender(CaseState state) {
        return state.kind() == Kind.REPORT ? "没有处理权限的请“告知无权限”。" : "没有处理权限的请“不予受理”，或者“报请上级”。";
    }

    private static Optional<Decision.Refused> onlyToSender(CaseState state, Command command, World world) {
        Optional<String> to = command.fields()
                .text("to")
                .map(code -> world.agencies().find(code).map(Agency::code).orElse(code));
        return to.isPresent() && !to.get().equals(state.distributedBy())
                ? Optional.of(Decision.refused("ONLY_TO_SENDER", "只能反馈给分送来的统一接收机构，不得自行移送给其他机关。", ARTICLE))
                : Optional.empty();
    }

    private static Decision returned(CaseState state, Command command, World world) {
        command.fields().need("reason", "没有处理权限的理由");
        Holding.Hop hop = state.holding().lastHop().orElseThrow();
        String suggested = command.fields()
                .text("suggested")
                .map(code -> agency("suggested", code, world).code())
                .orElse(null);
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.Returned(state.agency(), hop.from(), hop.sameAgency(), suggested));
        if (!hop.sameAgency()) {
            entries.add(arrival(state, hop.from(), "RETURNED", hop.receivedAt()));
        }
        return Decision.taken(entries);
    }

    static Agency agency(String field, String code, World world) {
        return world.agencies().find(code).orElseThrow(() -> new Fields.Faulty(field, "unknown", "没有这个机关。请从名录中选。"));
    }
}
