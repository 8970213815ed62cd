package org.fangxin.worklist.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseLine;
import org.fangxin.casefile.CaseLists;
import org.fangxin.problem.Problem;
import org.fangxin.worklist.store.ReadingStore;
import org.springframework.stereotype.Component;

/** The chosen cases as the officer sees them now, and whether he has read what is in them. */
@Component
class BulkRows {
    private final CaseLists lists;
    private final ReadingStore readings;

    BulkRows(CaseLists lists, ReadingStore readings) {
        this.lists = lists;
        this.readings = readings;
    }

    /** By case number, in the order asked; without those that may not be seen. */
    Map<String, CaseLine> lines(List<String> caseNos, Actor actor) {
        Map<String, CaseLine> lines = new LinkedHashMap<>();
        lists.lines(caseNos, actor, false).forEach(line -> lines.put(line.caseNo(), line));
        return lines;
    }

    Map<String, Long> read(List<String> caseNos, Actor actor) {
        return readings.of(actor.id(), caseNos);
    }

    /** What keeps an unread case from being ended: never opened, or changed by others since. */
    static void refuseUnread(Act act, CaseLine line, Map<String, Long> read, Actor actor) {
        if (!BulkActs.ends(act)) {
            return;
        }
        Long seen = read.get(line.caseNo());
        if (seen == null) {
            throw unread("您还没有打开过本件，不能“" + act.label() + "”。请先打开看过，再一起办。");
        }
        boolean news = line.by().stream().skip(seen).anyMatch(by -> !by.isEmpty() && !by.equals(actor.id()));
        if (news) {
            throw unread("您看过以后本件又有变化，不能“" + act.label() + "”。请打开看看新的内容，再一起办。");
        }
    }

    private static Problem unread(String words) {
        return new Problem(422, "unread", "还没有看过", words, List.of(), Map.of());
    }
}
