package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.Duty;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Option;
import org.fangxin.casefile.FieldSpec.Type;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** Recording that someone was told, or that telling failed (Art. 15, 23). */
final class NoticeRules {
    private static final ActRule NOTICE = act(Act.RECORD_NOTICE)
            .of(Kind.values())
            .by(Role.SYSTEM, Role.HANDLER, Role.INVESTIGATOR, Role.REGISTRAR, Role.MEDIATOR)
            .from(EnumSet.allOf(Stage.class))
            .law("第十五条第一款")
            .effect("告知记入期限：该告知的都告知了，期限才算完成。")
            .after(NoticeRules::firstOwed)
            .with(
                    FieldSpec.of("dutyId", "哪一项告知", Type.TEXT, false).hinted("不填时按文书和对象找最早的一项。"),
                    FieldSpec.of("form", "文书", Type.TEXT, false),
                    FieldSpec.choice(
                            "to",
                            "告知谁",
                            Type.CODES,
                            false,
                            new Option("COMPLAINANT", "投诉人", null),
                            new Option("RESPONDENT", "被投诉人", null),
                            new Option("REPORTER", "举报人", null),
                            new Option("ASKER", "咨询建议人", null)),
                    FieldSpec.choice(
                            "channel",
                            "渠道",
                            Type.CODE,
                            true,
                            new Option("PLATFORM", "网上平台", null),
                            new Option("SMS", "短信", null),
                            new Option("PHONE", "电话", null),
                            new Option("LETTER", "邮寄", null),
                            new Option("EMAIL", "电子邮件", null),
                            new Option("IN_PERSON", "当面", null)),
                    FieldSpec.of("proof", "凭证编号", Type.TEXT, false),
                    FieldSpec.of("delivered", "已经送达", Type.BOOLEAN, false).hinted("退回或者没有送达的选否。"))
            .then(NoticeRules::notice);

    static final List<ActRule> ALL = List.of(NOTICE);

    private NoticeRules() {}

    private static Instant firstOwed(CaseState state) {
        return state.duties().open().stream()
                .map(Duty::bornAt)
                .min(Comparator.naturalOrder())
                .orElse(state.receivedAt());
    }

    private static Decision notice(CaseState state, Command command, World world) {
        Fields fields = command.fields();
        String channel = fields.need("channel", "渠道");
        boolean failed = fields.has("delivered") && !fields.yes("delivered");
        if (failed && state.stage() == Stage.ARCHIVED) {
            return Decision.refused("ARCHIVED", "已归档，告知已经全部完成。", "第二十四条");
        }
        List<Duty> meant = meant(state, fields, failed);
        if (failed) {
            return meant.isEmpty()
                    ? new Decision.Invalid(List.of(new Decision.FieldFault("form", "unknown", "没有这样的告知。")))
                    : Decision.taken(new Entry.NoticeFailed(
                            meant.getLast().id(), meant.getLast().to(), channel));
        }
        Entry.Telling telling = new Entry.Telling(channel, fields.text("proof").orElse(null));
        List<Entry> entries = new ArrayList<>();
        for (Duty duty : meant) {
            Optional<Decision.Refused> no = otherAct(state, duty);
            if (no.isPresent()) {
                return no.get();
            }
            entries.add(entry(duty, telling));
        }
        if (meant.isEmpty()) {
            entries.add(courtesy(state, fields, telling));
        }
        return Decision.taken(entries);
    }

    /** The open duties meant, one for each addressee; for a failure also the last one already told. */
    private static List<Duty> meant(CaseState state, Fields fields, boolean failed) {
        Optional<String> id = fields.text("dutyId");
        if (id.isPresent()) {
            return state.duties().find(id.get()).map(List::of).orElseThrow(() -> unknown("dutyId"));
        }
        List<Duty> among = failed ? state.duties().all() : state.duties().open();
        Optional<String> form = fields.text("form");
        Set<PartyRole> to = EnumSet.noneOf(PartyRole.class);
        to.addAll(fields.codes("to", PartyRole.class));
        List<Duty> fitting = among.stream()
                .filter(duty -> form.isEmpty() || duty.form().equalsIgnoreCase(form.get()))
                .filter(duty -> to.isEmpty() || to.contains(duty.to()))
                .toList();
        if (failed || fitting.isEmpty()) {
            return fitting;
        }
        String first = form.orElse(fitting.getFirst().form());
        List<Duty> same = fitting.stream()
                .filter(duty -> duty.form().equalsIgnoreCase(first))
                .toList();
        if (to.isEmpty() && same.stream().map(Duty::to).distinct().count() > 1) {
            throw Fields.missing("to", "告知谁");
        }
        return same.stream()
                .map(Duty::to)
                .distinct()
                .map(side -> firstTo(same, side))
                .toList();
    }

    private static Duty firstTo(List<Duty> duties, PartyRole side) {
        return duties.stream().filter(duty -> duty.to() == side).findFirst().orElseThrow();
    }

    private static Fields.Faulty unknown(String field) {
        return new Fields.Faulty(field, "unknown", "没有这一项告知。");
    }

    /** Some duties are done by an act of their own. */
    private static Optional<Decision.Refused> otherAct(CaseState state, Duty duty) {
        return Refusing.when(
                        duty.meaning().equals("MediationLetterIssued"),
                        "SIGN_LETTER",
                        "调解书由双方签字、盖章后当面交付。请用“制作调解书”。",
                        Citation.letter(state.law()))
                .or(() -> Refusing.when(
                        duty.meaning().equals("ReporterTold"), "TELL_REPORTER", "请用“告知举报人”，并写明依据。", "第三十六条"));
    }

    private static Entry entry(Duty duty, Entry.Telling telling) {
        if (duty.dischargedAt() != null) {
            return new Entry.NoticeRecorded(duty.id(), duty.form(), duty.to(), telling);
        }
        return switch (duty.meaning()) {
            case "AcceptanceNotified" -> new Entry.AcceptanceNotified(duty.to(), telling);
            case "RefusalNotified" -> new Entry.RefusalNotified(duty.to(), telling);
            case "TerminationNotified" -> new Entry.TerminationNotified(duty.to(), telling);
            default -> new Entry.NoticeRecorded(duty.id(), duty.form(), duty.to(), telling);
        };
    }

    /** Told though nothing was owed, or told once more. */
    private static Entry courtesy(CaseState state, Fields fields, Entry.Telling telling) {
        PartyRole standard = state.kind() == Kind.COMPLAINT ? PartyRole.COMPLAINANT : PartyRole.ASKER;
        List<PartyRole> to = fields.codes("to", PartyRole.class);
        PartyRole whom = to.isEmpty() ? standard : to.getFirst();
        return new Entry.NoticeRecorded("", fields.text("form").orElse("MESSAGE"), whom, telling);
    }
}
