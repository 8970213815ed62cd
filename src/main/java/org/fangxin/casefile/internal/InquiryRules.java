package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.AGENCY;
import static org.fangxin.casefile.FieldSpec.Type.BOOLEAN;
import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;
import org.fangxin.region.Agency;
import org.jspecify.annotations.Nullable;

/** The acts of a consultation and of a suggestion: outside Order 121 (Art. 44), counted by promises only. */
final class InquiryRules {
    private static final String NEW_CASE = "new:converted";
    private static final Kind[] KINDS = {Kind.CONSULTATION, Kind.SUGGESTION};
    private static final Role[] DESK = {Role.REGISTRAR, Role.HANDLER};
    private static final Stage[] OPEN = {Stage.RECEIVED, Stage.REFERRED, Stage.CONSIDERING};

    static final List<ActRule> ALL = List.of(answer(), refer(), redirect(), handOver(), convert(), archive());

    private InquiryRules() {}

    /** Where someone is sent who asks for something else (Art. 44, 2). */
    enum Path {
        CONSULTATION("咨询"),
        INFO_DISCLOSURE("政府信息公开申请"),
        RECONSIDERATION("行政复议"),
        DISCIPLINE("纪检监察"),
        OTHER_DEPARTMENT("其他部门");

        private final String chinese;

        Path(String chinese) {
            this.chinese = chinese;
        }

        static FieldSpec.Option[] options() {
            return Stream.of(values())
                    .map(path ->
                            new FieldSpec.Option(path.name(), path.chinese, path == OTHER_DEPARTMENT ? "第二条" : "第四十四条"))
                    .toArray(FieldSpec.Option[]::new);
        }
    }

    /** What becomes of a suggestion. */
    enum Result {
        ADOPTED("采纳"),
        PARTLY("部分采纳"),
        NOT_ADOPTED("未采纳"),
        NOTED("留作参考");

        private final String chinese;

        Result(String chinese) {
            this.chinese = chinese;
        }
    }

    /** Who is competent for food matters that are not ours. */
    enum Body {
        AGRICULTURE("农业农村部门"),
        HEALTH("卫生健康部门"),
        CUSTOMS("海关"),
        POLICE("公安机关"),
        GRAIN("粮食和储备部门"),
        OTHER("其他部门");

        private final String chinese;

        Body(String chinese) {
            this.chinese = chinese;
        }
    }

    private static ActRule answer() {
        FieldSpec.Option[] results = Stream.of(Result.values())
                .map(one -> new FieldSpec.Option(one.name(), one.chinese, null))
                .toArray(FieldSpec.Option[]::new);
        return act(Act.ANSWER)
                .of(KINDS)
                .by(DESK)
                .from(OPEN)
                .effect("提出人在查询页看到答复；本件办结。")
                .elsewhere(Hints.wrongStage(Act.ANSWER, "第四十四条"))
                .with(
                        FieldSpec.of("text", "答复", TEXT, true).hinted("提出人在查询页看到的就是这段话。建议要写明理由。"),
                        FieldSpec.of("knowledgeId", "知识库条目编号", TEXT, false).hinted("答复出自知识库的，记下它的编号；从上面选一条会自动填好。"),
                        FieldSpec.choice("result", "建议的处理结果", CODE, false, results)
                                .hinted("建议必须填。"))
                .then((state, command, world) -> {
                    if (!command.fields().has("text")) {
                        throw Fields.missing("text", "答复");
                    }
                    Optional<Result> result = command.fields().code("result", Result.class);
                    if (state.kind() == Kind.SUGGESTION && result.isEmpty()) {
                        throw Fields.missing("result", "建议的处理结果");
                    }
                    String knowledge =
                            Papers.line(command.fields(), "knowledgeId").orElse(null);
                    return Decision.taken(
                            new Entry.Answered(result.map(Enum::name).orElse(null), knowledge));
                });
    }

    private static ActRule refer() {
        return act(Act.REFER)
                .of(KINDS)
                .by(DESK)
                .from(Stage.RECEIVED)
                .effect("转专业机构办理；答复的承诺照算。")
                .elsewhere(Hints.wrongStage(Act.REFER, "第四十四条"))
                .with(
                        FieldSpec.of("unit", "派出机构或者下级机关", AGENCY, false),
                        FieldSpec.of("text", "专业机构", TEXT, false).hinted("不在机关名录里的机构写名称。"),
                        FieldSpec.of("considering", "建议：转入研究", BOOLEAN, false))
                .then((state, command, world) -> {
                    if (!command.fields().has("unit") && !command.fields().has("text")) {
                        throw Fields.missing("unit", "专业机构");
                    }
                    boolean considering = state.kind() == Kind.SUGGESTION
                            && (!command.fields().has("considering")
                                    || command.fields().yes("considering"));
                    return Decision.taken(new Entry.Referred(unit(command, world), considering));
                });
    }

    private static @Nullable String unit(Command command, World world) {
        return command.fields()
                .text("unit")
                .map(code -> world.agencies()
                        .find(code)
                        .map(Agency::code)
                        .orElseThrow(() -> new Fields.Faulty("unit", "unknown", "没有这个机构。不在名录里的请写名称。")))
                .orElse(null);
    }

    private static ActRule redirect() {
        return act(Act.REDIRECT)
                .of(KINDS)
                .by(DESK)
                .from(OPEN)
                .effect("告知应当走的途径；本件办结。")
                .elsewhere(Hints.wrongStage(Act.REDIRECT, "第四十四条"))
                .with(
                        FieldSpec.choice("path", "途径", CODE, true, Path.options()),
                        FieldSpec.of("text", "告知内容", TEXT, false))
                .then((state, command, world) -> Decision.taken(new Entry.Redirected(
                        command.fields().needCode("path", Path.class, "途径").name())));
    }

    private static ActRule handOver() {
        FieldSpec.Option[] bodies = Stream.of(Body.values())
                .map(one -> new FieldSpec.Option(one.name(), one.chinese, Law.FOOD))
                .toArray(FieldSpec.Option[]::new);
        return act(Act.HAND_OVER)
                .of(KINDS)
                .by(Role.HANDLER)
                .from(OPEN)
                .effect("移交有权部门，并书面通知提出人；本件办结。")
                .elsewhere(Hints.wrongStage(Act.HAND_OVER, Law.FOOD))
                .with(
                        FieldSpec.choice("body", "移交给", CODE, true, bodies),
                        FieldSpec.of("paperNo", "书面通知文号", TEXT, true),
                        FieldSpec.of("text", "说明", TEXT, false))
                .then((state, command, world) -> Decision.taken(new Entry.HandedOver(
                        command.fields().needCode("body", Body.class, "移交给").name(),
                        Papers.need(command.fields(), "paperNo", "书面通知文号"))));
    }

    private static ActRule convert() {
        return act(Act.CONVERT)
                .of(KINDS)
                .by(DESK)
                .from(OPEN)
                .effect("另立投诉或者举报，从现在起算期限；提出人看到新的编号。转为举报的，提出人的身份移入举报人身份库，本件封存。")
                .elsewhere(Hints.wrongStage(Act.CONVERT, "第三条", "第九条"))
                .with(
                        FieldSpec.choice(
                                "kind",
                                "转为",
                                CODE,
                                true,
                                new FieldSpec.Option("COMPLAINT", "投诉", "第三条第一款"),
                                new FieldSpec.Option("REPORT", "举报", "第三条第二款")),
                        FieldSpec.of("agreed", "提出人同意", BOOLEAN, true),
                        FieldSpec.of("text", "补充的材料", TEXT, false).hinted("投诉要有第十条的材料，举报要有第二十八条的线索。"),
                        FieldSpec.of("files", "移过去的材料", FieldSpec.Type.FILES, false)
                                .hinted("不选就全部移过去。"))
                .check((state, command, world) -> command.fields().yes("agreed")
                        ? Optional.empty()
                        : Optional.of(Decision.refused("AGREED", "要提出人同意才能转为投诉或者举报。请先征求意见。", "第三条")))
                .then(InquiryRules::converted);
    }

    private static Decision converted(CaseState state, Command command, World world) {
        Kind kind = command.fields().needCode("kind", Kind.class, "转为");
        if (kind != Kind.COMPLAINT && kind != Kind.REPORT) {
            throw new Fields.Faulty("kind", "kind", "只能转为投诉或者举报。");
        }
        String law =
                world.statutes().lawOf(command.occurredAt().atZone(Fields.ZONE).toLocalDate());
        Entry.Received received = new Entry.Received(
                kind,
                state.agency(),
                command.occurredAt(),
                law,
                state.channel(),
                "CONVERTED",
                Openings.link(state, kind, "CONVERTED"),
                parties(state, kind),
                List.of(),
                state.report().topics().stream().sorted().toList(),
                false,
                false);
        return new Decision.Taken(
                List.of(new Entry.Converted(kind, NEW_CASE)),
                List.of(new Decision.Opening(NEW_CASE, kind, received, kind == Kind.COMPLAINT)),
                List.of());
    }

    /** The asker becomes the complainant; of a report no reporter is ever a party. */
    private static List<Entry.Party> parties(CaseState state, Kind kind) {
        List<Entry.Party> parties = new ArrayList<>();
        for (Map.Entry<String, PartyRole> party : state.parties().entrySet()) {
            switch (party.getValue()) {
                case ASKER, COMPLAINANT, REPORTER -> {
                    if (kind == Kind.COMPLAINT) {
                        parties.add(new Entry.Party(party.getKey(), PartyRole.COMPLAINANT));
                    }
                }
                case RESPONDENT, REPORTED ->
                    parties.add(new Entry.Party(
                            party.getKey(), kind == Kind.COMPLAINT ? PartyRole.RESPONDENT : PartyRole.REPORTED));
                case AGENT -> {}
            }
        }
        return parties;
    }

    private static ActRule archive() {
        return act(Act.ARCHIVE)
                .of(KINDS)
                .by(Role.REGISTRAR, Role.HANDLER, Role.ARCHIVIST)
                .from(Stage.ANSWERED, Stage.REDIRECTED, Stage.CONVERTED, Stage.RECLASSIFIED)
                .effect("归档，以后不再办理。")
                .elsewhere(Hints.wrongStage(Act.ARCHIVE, "第四十四条"))
                .forbid(ReportRules::stillRunning)
                .then((state, command, world) -> Decision.taken(new Entry.Archived()));
    }
}
