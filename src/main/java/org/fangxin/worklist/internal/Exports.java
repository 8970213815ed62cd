package org.fangxin.worklist.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fangxin.casefile.CaseLists;
import org.fangxin.casefile.WorklistFilter;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.SignedIn;
import org.fangxin.law.Settings;
import org.fangxin.problem.Problem;
import org.fangxin.worklist.Export;
import org.fangxin.worklist.Export.State;
import org.fangxin.worklist.store.ExportStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asking for a list as a file, and a second person's yes where it is long (PIPL Art. 51: who may copy in bulk is settled). */
@Component
public class Exports {
    /** Nobody needs more rows in one file; who does asks for narrower ones. */
    public static final int MOST = 20_000;

    static final String ARTICLE = "《个人信息保护法》第五十一条";
    private static final String ALONE = "export.alone";
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int SHORTEST = 4;
    private static final int LONGEST = 200;
    private static final int LIST = 50;

    /** What somebody asks for; checked before it is kept. */
    public record Draft(
            Map<String, String> filter,
            String sort,
            List<String> columns,
            Export.Format format,
            Export.Purpose purpose,
            String words) {}

    private final ExportStore store;
    private final CaseLists lists;
    private final Settings settings;
    private final AuditLog audit;
    private final ExportNotes notes;
    private final InstantSource clock;

    Exports(
            ExportStore store,
            CaseLists lists,
            Settings settings,
            AuditLog audit,
            ExportNotes notes,
            InstantSource clock) {
        this.store = store;
        this.lists = lists;
        this.settings = settings;
        this.audit = audit;
        this.notes = notes;
        this.clock = clock;
    }

    /** Settles which cases are in it: those that the list shows now, to this person. */
    @Transactional
    public Export ask(Draft draft, SignedIn who) {
        WorklistFilter filter = WorklistFilter.of(draft.filter(), SavedViews.actor(who));
        List<String> columns = columns(draft.columns());
        words(draft.words(), "words", "用途说明");
        CaseLists.Order order = draft.sort().equals("received") ? CaseLists.Order.RECEIVED : CaseLists.Order.DUE;
        List<String> caseNos = lists.numbers(filter, order, MOST + 1);
        if (caseNos.isEmpty()) {
            throw Problem.invalid("filter", "empty", "按这个筛选没有案件可以导出。请先放宽筛选。");
        }
        if (caseNos.size() > MOST) {
            throw Problem.invalid("filter", "too-many", "一次最多导出 " + MOST + " 件。请缩小筛选，分几次导出。");
        }
        Instant now = clock.instant();
        Export export = new Export(
                UUID.randomUUID().toString(),
                who.agencyCode(),
                who.personId(),
                now,
                plain(draft.filter()),
                draft.sort(),
                columns,
                draft.format(),
                draft.purpose(),
                draft.words().strip(),
                caseNos.size(),
                caseNos.size() > alone(who) ? State.ASKED : State.READY,
                null,
                null,
                null,
                now.plus(KEPT));
        store.add(export, caseNos);
        record("EXPORT_ASKED", export);
        if (export.state() == State.ASKED) {
            notes.asked(export);
        }
        return export;
    }

    /** How many rows somebody takes alone. */
    public int alone(SignedIn who) {
        return settings.number(ALONE, who.agencyCode());
    }

    /**
     * @throws Problem 404 not seen, 422 for one's own, 409 decided meanwhile
     */
    @Transactional
    public Export decide(String id, boolean approve, String words, SignedIn who) {
        Instant now = clock.instant();
        Export export = store.hold(id, now).orElseThrow(Problem::notFound);
        if (export.askedBy().equals(who.personId())) {
            throw Problem.forbiddenByLaw("申请导出的人不能批准自己的导出，请另一位负责人批准。", List.of(ARTICLE));
        }
        if (export.state() != State.ASKED) {
            throw Problem.conflict("这份导出" + export.state().chinese() + "，不用再批。", Map.of());
        }
        if (!approve) {
            words(words, "words", "不批准的理由");
        }
        store.decided(id, approve ? State.READY : State.REFUSED, who.personId(), now, words.strip());
        audit.record(approve ? "EXPORT_APPROVED" : "EXPORT_REFUSED", id, "rows=" + export.rows());
        notes.decided(export, approve);
        return store.find(id, now).orElseThrow(Problem::notFound);
    }

    /** For its asker alone; each taking is recorded. */
    @Transactional
    public Export take(String id, SignedIn who) {
        Export export = store.find(id, clock.instant())
                .filter(one -> one.askedBy().equals(who.personId()))
                .orElseThrow(Problem::notFound);
        if (export.state() != State.READY) {
            throw Problem.forbiddenByLaw(
                    export.state() == State.ASKED ? "超过可以自行导出的件数，要等负责人批准。" : "负责人没有批准这份导出。", List.of(ARTICLE));
        }
        record("CASES_EXPORTED", export);
        return export;
    }

    @Transactional(readOnly = true)
    public List<Export> own(SignedIn who) {
        return store.askedBy(who.personId(), clock.instant(), LIST);
    }

    /** What waits for this head's or leader's decision. */
    @Transactional(readOnly = true)
    public List<Export> waiting(SignedIn who) {
        return store.waiting(who.personId(), clock.instant(), LIST);
    }

    private void record(String action, Export export) {
        audit.record(
                action,
                export.id(),
                "rows=" + export.rows(),
                "purpose=" + export.purpose(),
                "format=" + export.format(),
                "columns=" + export.columns().size());
    }

    private static Map<String, String> plain(Map<String, String> asked) {
        Map<String, String> filter = new LinkedHashMap<>();
        asked.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                filter.put(name, value.strip());
            }
        });
        return filter;
    }

    /** Those asked for, or all there are. */
    private static List<String> columns(List<String> asked) {
        for (String column : asked) {
            ExportColumn.byId(column)
                    .orElseThrow(() -> Problem.invalid("columns", "unknown", "没有“" + column + "”这一列，请从列表里选。"));
        }
        return asked.isEmpty()
                ? List.of(ExportColumn.values()).stream().map(ExportColumn::id).toList()
                : asked.stream().distinct().toList();
    }

    private static void words(String words, String field, String label) {
        if (words.strip().length() < SHORTEST || words.strip().length() > LONGEST) {
            throw Problem.invalid(field, "length", "请写" + label + "，四个字以上、两百字以内。");
        }
    }
}
