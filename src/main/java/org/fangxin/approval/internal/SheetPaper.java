package org.fangxin.approval.internal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fangxin.approval.ApprovalSheet;
import org.fangxin.approval.ApprovalSheet.Opinion;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.Recorded;
import org.fangxin.document.OwnPapers;
import org.fangxin.document.OwnPapers.Paper;
import org.fangxin.document.OwnPapers.Part;
import org.fangxin.document.OwnPapers.Row;
import org.fangxin.document.OwnPapers.Signature;
import org.fangxin.identity.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A sheet on paper: what is asked, the facts and reasons, three opinions with name and time. Never who reported. */
@Component
class SheetPaper {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(Fields.ZONE);

    /** What the sheet is called (PP 18–20, 46, 47, 60, 64, 77; Art. 42); every other one 审批表. */
    private static final Map<Act, String> TITLES = Map.of(
            Act.FILE, "立案审批表",
            Act.DECLINE_FILING, "不予立案审批表",
            Act.EXTEND, "延长核查期限审批表",
            Act.EXTEND_DECISION, "延长办案期限审批表",
            Act.DECIDE_CASE, "行政处理决定审批表",
            Act.CLOSE_CASE, "结案审批表",
            Act.TRANSFER, "移送审批表",
            Act.TERMINATE_INVESTIGATION, "终止调查审批表",
            Act.SUSPEND_CASE, "中止调查审批表",
            Act.RESUME_CASE, "恢复调查审批表");

    private final CasePapers papers;
    private final People people;
    private final OwnPapers printer;

    SheetPaper(CasePapers papers, People people, OwnPapers printer) {
        this.papers = papers;
        this.people = people;
        this.printer = printer;
    }

    static String title(Act act) {
        return TITLES.getOrDefault(act, "“" + act.label() + "”审批表");
    }

    byte[] print(ApprovalSheet sheet, CaseState state) {
        return printer.print(new Paper(sheet.agency(), title(sheet.act()), sheet.requestNo(), parts(sheet, state)));
    }

    private List<Part> parts(ApprovalSheet sheet, CaseState state) {
        Map<String, String> names = people.displayNames(persons(sheet));
        List<Part> parts = new ArrayList<>();
        parts.add(new Row("编号", sheet.caseNo() + "（" + state.kind().chinese() + "）"));
        papers.origin(sheet.caseNo())
                .ifPresent(origin -> parts.add(new Row(
                        "当事人",
                        Objects.requireNonNullElse(origin.narrative().merchant().name(), ""))));
        parts.add(new Row("提请事项", sheet.act().label()));
        Procedures.rule(sheet.act(), state.kind()).ifPresent(rule -> parts.addAll(asked(rule, sheet.fields(), names)));
        parts.add(new Row("承办人意见", sheet.words()));
        String absent = sheet.askedFor() == null ? null : names.getOrDefault(sheet.askedFor(), sheet.askedFor());
        parts.add(new Signature(
                "承办人",
                Recorded.signed(names.getOrDefault(sheet.askedBy(), sheet.askedBy()), absent),
                MINUTE.format(sheet.askedAt())));
        add(parts, "办案机构负责人意见", sheet.head(), names);
        add(parts, "部门负责人审批意见", sheet.decision(), names);
        return parts;
    }

    private static void add(List<Part> parts, String label, @Nullable Opinion opinion, Map<String, String> names) {
        parts.add(new Row(label, opinion == null ? "" : opinion.words()));
        parts.add(opinion == null ? new Signature("签字", "", "") : signed("签字", opinion.by(), opinion.at(), names));
    }

    private static Signature signed(String label, String person, Instant at, Map<String, String> names) {
        return new Signature(label, names.getOrDefault(person, person), MINUTE.format(at));
    }

    /** The fields of the act as they were filled in, in the words of the form. */
    private static List<Part> asked(ActRule rule, Map<String, Object> fields, Map<String, String> names) {
        return rule.fields().stream()
                .filter(field -> field.type() != FieldSpec.Type.APPROVAL)
                .flatMap(field -> Optional.ofNullable(fields.get(field.name())).stream()
                        .map(value -> (Part) new Row(field.label(), words(field, value, names))))
                .toList();
    }

    static String words(FieldSpec field, Object value, Map<String, String> names) {
        if (value instanceof List<?> many) {
            return many.stream().map(one -> words(field, one, names)).collect(Collectors.joining("\n"));
        }
        if (value instanceof Boolean yes) {
            return yes ? "是" : "否";
        }
        String text = String.valueOf(value);
        return field.options().stream()
                .filter(option -> option.code().equals(text))
                .map(option -> option.label() + (option.article() == null ? "" : "（" + option.article() + "）"))
                .findFirst()
                .orElseGet(() -> names.getOrDefault(text, text));
    }

    private static List<String> persons(ApprovalSheet sheet) {
        Stream<String> inFields = sheet.fields().values().stream()
                .flatMap(value -> value instanceof List<?> many ? many.stream() : Stream.of(value))
                .filter(String.class::isInstance)
                .map(String.class::cast);
        Stream<String> signers = Stream.of(sheet.head(), sheet.decision())
                .filter(Objects::nonNull)
                .map(Opinion::by);
        return Stream.of(Stream.of(sheet.askedBy()), Stream.ofNullable(sheet.askedFor()), signers, inFields)
                .flatMap(one -> one)
                .distinct()
                .toList();
    }
}
