package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.BOOLEAN;
import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.DATETIME;
import static org.fangxin.casefile.FieldSpec.Type.OFFICERS;
import static org.fangxin.casefile.FieldSpec.Type.PARTY;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.FieldSpec.Type.UPLOADS;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Option;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;
import org.jspecify.annotations.Nullable;

/** Questioning the party and others (PP 21, 22, 29, 43, 44), before filing and after it. Who was questioned is sealed as a party. */
final class QuestioningRules {
    static final List<ActRule> ALL = List.of(question());

    private static final Pattern QUESTION = Pattern.compile("(?m)^\\h*问\\s*[：:]\\s*\\S");
    private static final Pattern ANSWER = Pattern.compile("(?m)^\\h*答\\s*[：:]\\s*\\S");

    private QuestioningRules() {}

    /** What the questioned has to do with the case. */
    enum Capacity {
        PARTY("当事人本人"),
        CHARGE("当事人的法定代表人、负责人或者员工"),
        WITNESS("证人"),
        OTHER("其他有关人员");

        private final String chinese;

        Capacity(String chinese) {
            this.chinese = chinese;
        }
    }

    /** How he checked what was written. */
    enum Checked {
        READ("本人阅读核对"),
        READ_ALOUD("阅读有困难，已向其宣读");

        private final String chinese;

        Checked(String chinese) {
            this.chinese = chinese;
        }
    }

    private static ActRule question() {
        Option[] capacities = Arrays.stream(Capacity.values())
                .map(one -> new Option(one.name(), one.chinese, null))
                .toArray(Option[]::new);
        Option[] checks = Arrays.stream(Checked.values())
                .map(one -> new Option(one.name(), one.chinese, Law.pp("第二十九条")))
                .toArray(Option[]::new);
        return act(Act.RECORD_QUESTIONING)
                .of(Kind.REPORT)
                .by(Role.INVESTIGATOR)
                .from(Stage.VERIFYING, Stage.FILED)
                .effect("制作询问笔录，归入案卷；可以打印交被询问人逐页签名。")
                .elsewhere(Hints.wrongStage(Act.RECORD_QUESTIONING, Law.pp("第二十九条")))
                .with(
                        FieldSpec.of("party", "被询问人", PARTY, false).hinted("再次询问的选他；第一次询问的不选，填下面的信息。"),
                        Newcomer.field("被询问人的身份").hinted("密封保存，页面上只显示隐去后的内容；打印的笔录上写全。不写举报人。"),
                        FieldSpec.choice("capacity", "与本案的关系", CODE, true, capacities),
                        FieldSpec.of("post", "工作单位和职务", TEXT, false),
                        FieldSpec.of("from", "询问开始", DATETIME, true),
                        FieldSpec.of("to", "询问结束", DATETIME, true),
                        FieldSpec.of("place", "询问地点", TEXT, true),
                        FieldSpec.of("officers", "询问人员", OFFICERS, true).hinted("两名以上，要出示执法证件。"),
                        FieldSpec.of("credentials", "已出示执法证件", BOOLEAN, true),
                        SiteRules.CERTIFICATES,
                        FieldSpec.of("told", "已告知权利和义务", BOOLEAN, true).hinted("陈述、申辩和申请回避的权利；如实回答的义务。"),
                        FieldSpec.of("alone", "个别进行", BOOLEAN, true).hinted("没有其他被询问人在场。"),
                        FieldSpec.of("text", "问答", TEXT, true).hinted("一问一答，各起一行，以“问：”和“答：”开头。"),
                        FieldSpec.choice("checked", "怎样核对", CODE, false, checks),
                        FieldSpec.of("corrections", "更正和补充", TEXT, false).hinted("涂改的地方由被询问人签名、盖章确认。"),
                        FieldSpec.choice("signed", "被询问人签名", CODE, true, SiteRules.signings("第二十九条")),
                        FieldSpec.of("excuse", "没有签名的情况", TEXT, false).hinted("拒绝签名或者没有签名就离开的必须写，并录音录像；有见证人的写明。"),
                        FieldSpec.of("attachments", "录音、录像", UPLOADS, false))
                .check((state, command, world) -> SiteRules.twoOfficers(command))
                .check((state, command, world) -> SiteRules.credentialsShown(command))
                .check((state, command, world) -> toldAndAlone(command))
                .check((state, command, world) -> People.recused(People.named(command, "officers"), state))
                .then(QuestioningRules::questioned);
    }

    private static Optional<Decision.Refused> toldAndAlone(Command command) {
        if (!command.fields().yes("told")) {
            return Optional.of(Decision.refused("RIGHTS", "询问前应当告知陈述、申辩和申请回避的权利。没有告知的，先告知再询问。", Law.pp("第二十一条")));
        }
        return command.fields().yes("alone")
                ? Optional.empty()
                : Optional.of(Decision.refused("ALONE", "询问应当个别进行。请分开询问，各做一份笔录。", Law.pp("第二十九条")));
    }

    private static Decision questioned(CaseState state, Command command, World world) {
        Fields fields = command.fields();
        Instant from = fields.instant("from").orElseThrow(() -> Fields.missing("from", "询问开始"));
        Instant to = fields.instant("to").orElseThrow(() -> Fields.missing("to", "询问结束"));
        SiteRules.inOrder(from, to, "询问", state, command);
        fields.need("place", "询问地点");
        Capacity capacity = fields.needCode("capacity", Capacity.class, "与本案的关系");
        asked(fields.need("text", "问答"));
        SiteRules.Signing signed = fields.needCode("signed", SiteRules.Signing.class, "被询问人签名");
        String checked = checked(fields, signed);
        List<String> officers = People.ofHolder(People.named(command, "officers"), "officers", state, command, world);
        List<Entry> entries = new ArrayList<>();
        String party = party(state, command);
        // the first entry of an act has its words
        entries.add(new Entry.Questioned(
                party, capacity.name(), from, to, officers, checked, signed.name(), fields.strings("attachments")));
        if (!state.parties().containsKey(party)) {
            entries.add(new Entry.PartyAdded(party, PartyRole.QUESTIONED));
        }
        return Decision.taken(entries);
    }

    private static void asked(String text) {
        if (!QUESTION.matcher(text).find() || !ANSWER.matcher(text).find()) {
            throw new Fields.Faulty("text", "format", "问答至少有一问一答：问和答各起一行，以“问：”和“答：”开头。");
        }
    }

    /** Who signs has checked; who refuses or leaves may not have, and it is said why (PP 43). */
    private static @Nullable String checked(Fields fields, SiteRules.Signing signed) {
        if (signed == SiteRules.Signing.SIGNED) {
            return fields.needCode("checked", Checked.class, "怎样核对").name();
        }
        fields.need("excuse", "没有签名的情况");
        return fields.has("checked")
                ? fields.needCode("checked", Checked.class, "怎样核对").name()
                : null;
    }

    /** Somebody new gets the next number, and what is known of him is sealed with the act. */
    private static String party(CaseState state, Command command) {
        Optional<String> known = command.fields().text("party");
        boolean newcomer = Newcomer.given(command);
        if (known.isPresent() && newcomer) {
            throw new Fields.Faulty(Newcomer.FIELD, "known", "选了以前询问过的人，就不用再填身份；第一次询问的请不要选。");
        }
        if (newcomer) {
            Newcomer.check(command.fields(), PartyRole.QUESTIONED);
            return state.nextParty();
        }
        String id = known.orElseThrow(() -> Fields.missing(Newcomer.FIELD + ".name", "被询问人的姓名"));
        if (state.parties().get(id) != PartyRole.QUESTIONED) {
            throw new Fields.Faulty("party", "role", "只能选以前询问过的人。第一次询问的请填写他的信息。");
        }
        return id;
    }
}
