package org.fangxin.casefile.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.SiteChecklists;
import org.fangxin.casefile.SiteChecklists.Checklist;
import org.fangxin.casefile.entry.Entry;

/** A filled-in checklist as a body writes it: {@code {list, items: [{code, result, remark}]}}; remarks are kept as texts. */
final class SiteAnswers {
    private static final int LONGEST = 200;
    private static final String FIELD = "checklist";

    /** What one finds at a point. */
    enum Result {
        FIT,
        UNFIT,
        NOT_APPLICABLE
    }

    private SiteAnswers() {}

    static Checklist list(Command command) {
        String code = written(command).text("list").orElse(SiteChecklists.GENERAL);
        return SiteChecklists.of(code).orElseThrow(() -> new Fields.Faulty(FIELD, "code", "没有“" + code + "”这张检查清单。"));
    }

    /** At least one point was looked at; each once, and each that was unfit with a remark. */
    static List<Entry.SiteAnswer> of(Command command, Checklist list) {
        List<Entry.SiteAnswer> answers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Fields> items = written(command).objects("items");
        for (int i = 0; i < items.size(); i++) {
            Entry.SiteAnswer answer = answer(items.get(i), list, FIELD + ".items[" + i + "]");
            if (!seen.add(answer.point())) {
                throw new Fields.Faulty(FIELD, "twice", "同一检查项只写一次。");
            }
            answers.add(answer);
        }
        if (answers.stream().allMatch(one -> one.result().equals(Result.NOT_APPLICABLE.name()))) {
            throw new Fields.Faulty(FIELD, "required", "请至少检查一项，写明合格或者不合格。");
        }
        return answers;
    }

    private static Entry.SiteAnswer answer(Fields item, Checklist list, String at) {
        String code = item.text("code").orElse("");
        SiteChecklists.Point point = list.point(code)
                .orElseThrow(
                        () -> new Fields.Faulty(at + ".code", "code", "“" + list.title() + "”清单里没有“" + code + "”这一项。"));
        Result result = item.code("result", Result.class)
                .orElseThrow(() -> new Fields.Faulty(at + ".result", "required", "请选“" + point.text() + "”是否合格。"));
        String remark = item.text("remark").orElse("");
        if (result == Result.UNFIT && remark.isEmpty()) {
            throw new Fields.Faulty(at + ".remark", "required", "“" + point.text() + "”不合格，请写清楚发现了什么。");
        }
        if (remark.length() > LONGEST) {
            throw new Fields.Faulty(at + ".remark", "too-long", "备注最多 " + LONGEST + " 字，详细的写在检查情况里。");
        }
        return new Entry.SiteAnswer(code, result.name());
    }

    static List<String> checked(List<Entry.SiteAnswer> answers) {
        return answers.stream()
                .filter(one -> !one.result().equals(Result.NOT_APPLICABLE.name()))
                .map(Entry.SiteAnswer::point)
                .toList();
    }

    static List<String> problems(List<Entry.SiteAnswer> answers) {
        return answers.stream()
                .filter(one -> one.result().equals(Result.UNFIT.name()))
                .map(Entry.SiteAnswer::point)
                .toList();
    }

    private static Fields written(Command command) {
        return command.fields().object(FIELD).orElseThrow(() -> Fields.missing(FIELD, "检查清单"));
    }
}
