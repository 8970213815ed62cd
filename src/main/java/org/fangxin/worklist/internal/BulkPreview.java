package org.fangxin.worklist.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseLine;
import org.fangxin.casefile.CaseLists;
import org.fangxin.casefile.WorklistFilter;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;

/** What an act would do to each of many cases: asked of the same procedure that does it, and nothing is written. */
@Component
public class BulkPreview {
    /** More are not done at once. */
    public static final int MOST = 500;

    private final CaseFiles cases;
    private final CaseLists lists;
    private final BulkRows rows;

    BulkPreview(CaseFiles cases, CaseLists lists, BulkRows rows) {
        this.cases = cases;
        this.lists = lists;
        this.rows = rows;
    }

    /** The cases of a filter, or the chosen ones without doubles. */
    public List<String> chosen(List<String> caseNos, Map<String, String> filter, String sort, Actor actor) {
        List<String> chosen = caseNos.isEmpty()
                ? lists.numbers(
                        WorklistFilter.of(filter, actor),
                        sort.equals("received") ? CaseLists.Order.RECEIVED : CaseLists.Order.DUE,
                        MOST + 1)
                : caseNos.stream().distinct().toList();
        if (chosen.isEmpty()) {
            throw Problem.invalid("caseNos", "empty", "没有选中案件。");
        }
        if (chosen.size() > MOST) {
            throw Problem.invalid("caseNos", "too-many", "一次最多办 " + MOST + " 件。请缩小筛选，分几次办。");
        }
        return chosen;
    }

    public List<BulkResult> of(List<String> caseNos, Act act, Map<String, Object> fields, Actor actor) {
        Map<String, CaseLine> lines = rows.lines(caseNos, actor);
        Map<String, Long> read = rows.read(caseNos, actor);
        List<BulkResult> results = new ArrayList<>();
        for (String caseNo : caseNos) {
            CaseLine line = lines.get(caseNo);
            results.add(line == null ? BulkResult.unseen(caseNo) : one(line, act, fields, actor, read));
        }
        return results;
    }

    private BulkResult one(CaseLine line, Act act, Map<String, Object> fields, Actor actor, Map<String, Long> read) {
        try {
            BulkRows.refuseUnread(act, line, read, actor);
            CaseFiles.Foreseen foreseen = cases.consider(line.caseNo(), act, actor, new LinkedHashMap<>(fields));
            return BulkResult.ready(line, foreseen.stage(), foreseen.deadlines(), foreseen.warnings());
        } catch (Problem problem) {
            return BulkResult.refused(line, problem);
        }
    }
}
