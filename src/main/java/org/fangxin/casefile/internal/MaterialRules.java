package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
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

/** Asking the complainant for material and checking who he is (Art. 10, 11): the seven days run on (7-6). */
final class MaterialRules {
    /** What a complaint must hold (Art. 10, 11). */
    enum Item {
        IDENTITY("真实身份证明", "第十条第三款"),
        PHONE("电话号码", "第十条第一款第一项"),
        ADDRESS("通讯地址", "第十条第一款第一项"),
        RESPONDENT_NAME("被投诉人名称", "第十条第一款第二项"),
        RESPONDENT_ADDRESS("被投诉人地址", "第十条第一款第二项"),
        DEMANDS("具体的投诉请求", "第十条第一款第三项"),
        FACTS_EVIDENCE("争议事实依据", "第十条第一款第三项"),
        POWER_OF_ATTORNEY("授权委托书原件", "第十一条"),
        AGENT_ID("受托人身份证明", "第十一条");

        private final String chinese;
        private final String article;

        Item(String chinese, String article) {
            this.chinese = chinese;
            this.article = article;
        }
    }

    private enum Check {
        MATCHED,
        MISMATCHED,
        REFUSED,
        IMPERSONATION
    }

    private enum CheckMeans {
        DOCUMENT,
        IN_PERSON,
        PHONE_CODE
    }

    private static final ActRule REQUEST = act(Act.REQUEST_MATERIAL)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER)
            .from(Stage.RECEIVED)
            .law("第十条")
            .effect("告知投诉人要补什么、哪天前补；受理期限照算。")
            .with(
                    items(true),
                    FieldSpec.of("until", "最迟补充日期", Type.DATE, false).hinted("不填时按三个工作日，最迟到受理期限前一个工作日。"),
                    FieldSpec.of("text", "请补充什么", Type.TEXT, false),
                    Notices.SPEC)
            .then(MaterialRules::request);

    private static final FieldSpec PROOFS = FieldSpec.of("identityAttachments", "身份证明材料", Type.UPLOADS, false)
            .hinted("身份证件等只放这里：只有承办人核验时能看，不进入证据材料，结案后按期删除。");

    private static final ActRule SUPPLY = act(Act.SUPPLY_MATERIAL)
            .of(Kind.COMPLAINT)
            .by(Role.COMPLAINANT, Role.AGENT, Role.REPRESENTATIVE, Role.HANDLER, Role.REGISTRAR)
            .from(Stage.RECEIVED, Stage.ACCEPTED, Stage.MEDIATING)
            .law("第十条")
            .effect("补充的材料归入本件；期限照算。")
            .with(items(false), FieldSpec.of("text", "补充内容", Type.TEXT, false), PROOFS, Citizens.MEANS)
            .check((state, command, world) -> Citizens.agentMay(state, command, ""))
            .then((state, command, world) -> Decision.taken(new Entry.MaterialSupplied(supplied(command))));

    private static final ActRule CHECK = act(Act.RECORD_IDENTITY_CHECK)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER, Role.SYSTEM)
            .from(Stage.RECEIVED, Stage.ACCEPTED, Stage.MEDIATING)
            .law("第十条第三款")
            .effect("记录核验结果；核验不等于决定。")
            .with(
                    FieldSpec.choice(
                            "result",
                            "核验结果",
                            Type.CODE,
                            true,
                            new Option("MATCHED", "一致", "第十条第三款"),
                            new Option("MISMATCHED", "不一致", "第十条第三款"),
                            new Option("REFUSED", "拒不配合", "第十六条第六项"),
                            new Option("IMPERSONATION", "冒用他人名义", "第十六条第六项")),
                    FieldSpec.choice(
                            "means",
                            "怎么核验的",
                            Type.CODE,
                            false,
                            new Option("DOCUMENT", "看证件", null),
                            new Option("IN_PERSON", "当面", null),
                            new Option("PHONE_CODE", "手机验证码", null)),
                    FieldSpec.of("papers", "看的是哪一份身份证明", Type.FILES, false))
            .then((state, command, world) -> Decision.taken(new Entry.IdentityChecked(
                    command.fields().needCode("result", Check.class, "核验结果").name(),
                    command.fields()
                            .code("means", CheckMeans.class)
                            .map(Enum::name)
                            .orElse(null),
                    command.fields().strings("papers"))));

    static final List<ActRule> ALL = List.of(REQUEST, SUPPLY, CHECK);

    private MaterialRules() {}

    private static Decision request(CaseState state, Command command, World world) {
        List<String> items = names(command);
        if (items.isEmpty()) {
            throw Fields.missing("items", "要补充的材料");
        }
        LocalDate today = Dates.day(command.occurredAt());
        Optional<LocalDate> latest = Due.on(state, ComplaintClocks.accept(state.law()), world)
                .map(due -> Dates.workingDayBefore(due, world));
        LocalDate until = command.fields().date("until").orElseGet(() -> usual(today, latest, world));
        if (until.isBefore(today)) {
            throw new Fields.Faulty("until", "past", "最迟补充日期不能早于今天。");
        }
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.MaterialRequested(items, until));
        Notices.complainantWith(state, command, world).ifPresent(told -> entries.add(told(state, items, told)));
        List<String> warnings = latest.filter(until::isAfter)
                .map(day -> List.of("补充期限晚于" + Words.day(day) + "：受理期限照算，来不及再决定和告知。" + Citation.deciding(state.law())))
                .orElse(List.of());
        return new Decision.Taken(entries, List.of(), List.of(), warnings);
    }

    /** Three working days, at the latest the working day before the time to accept ends, never before today. */
    private static LocalDate usual(LocalDate today, Optional<LocalDate> latest, World world) {
        LocalDate usual = Dates.workingDaysAfter(today, Choices.number(world, "material.window", 3), world);
        LocalDate bounded = latest.filter(usual::isAfter).orElse(usual);
        return bounded.isBefore(today) ? today : bounded;
    }

    /** The duty that the request will make carries the number of the request's own entry. */
    private static Entry told(CaseState state, List<String> items, Entry.Telling telling) {
        boolean onForm = items.contains(Item.IDENTITY.name()) && !Citation.old(state.law());
        String form = onForm ? "F4" : "MESSAGE";
        String duty = form + ":" + PartyRole.COMPLAINANT + ":" + (state.seq() + 1);
        return new Entry.NoticeRecorded(duty, form, PartyRole.COMPLAINANT, telling);
    }

    /** Who hands in a proof of identity has handed in what proves it. */
    private static List<String> supplied(Command command) {
        List<String> named = names(command);
        boolean proof = command.fields().has(PROOFS.name()) && !named.isEmpty();
        return proof
                ? Stream.concat(named.stream(), Stream.of(Item.IDENTITY.name()))
                        .distinct()
                        .toList()
                : named;
    }

    private static List<String> names(Command command) {
        return command.fields().codes("items", Item.class).stream()
                .map(Item::name)
                .distinct()
                .toList();
    }

    private static FieldSpec items(boolean required) {
        Option[] options = Arrays.stream(Item.values())
                .map(item -> new Option(item.name(), item.chinese, item.article))
                .toArray(Option[]::new);
        return FieldSpec.choice("items", "材料", Type.CODES, required, options);
    }
}
