package org.fangxin.worklist.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseLine;
import org.fangxin.identity.AuditLog;
import org.fangxin.problem.Problem;
import org.fangxin.worklist.store.BulkStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * One act on many cases, each through the one gate in a transaction of its own: what becomes of one touches no other. The
 * same key again answers the same and does nothing twice.
 */
@Component
public class BulkRun {
    private static final Logger LOG = LoggerFactory.getLogger(BulkRun.class);
    /** An assignment can be taken back for so long, by who made it. */
    public static final Duration UNDO = Duration.ofMinutes(10);

    private final CaseFiles cases;
    private final BulkRows rows;
    private final BulkStore store;
    private final AuditLog audit;
    private final InstantSource clock;

    BulkRun(CaseFiles cases, BulkRows rows, BulkStore store, AuditLog audit, InstantSource clock) {
        this.cases = cases;
        this.rows = rows;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param id the key of this run; a row is done once under it
     * @param versions by case number: what the officer saw in the preview
     */
    public List<BulkResult> run(
            String id, Map<String, Long> versions, Act act, Map<String, Object> fields, Actor actor) {
        requireKey(id);
        store.begin(id, actor.id(), act.id(), clock.instant());
        List<String> caseNos = List.copyOf(versions.keySet());
        Map<String, CaseLine> lines = rows.lines(caseNos, actor);
        Map<String, Long> read = rows.read(caseNos, actor);
        Set<String> before =
                store.rows(id, actor.id()).stream().map(BulkStore.Row::caseNo).collect(Collectors.toSet());
        List<BulkResult> results = new ArrayList<>();
        versions.forEach((caseNo, version) -> {
            CaseLine line = lines.get(caseNo);
            results.add(
                    line == null
                            ? BulkResult.unseen(caseNo)
                            : attempt(line, () -> {
                                if (!before.contains(caseNo)) {
                                    BulkRows.refuseUnread(act, line, read, actor);
                                }
                                return one(id, line, version, act, fields, actor);
                            }));
        });
        recorded("BULK_DONE", id, act, results);
        return results;
    }

    private BulkResult one(String id, CaseLine line, long version, Act act, Map<String, Object> fields, Actor actor) {
        CaseFiles.Done done = cases.act(line.caseNo(), act, actor, version, new LinkedHashMap<>(fields), id);
        long now = rows.lines(List.of(line.caseNo()), actor).values().stream()
                .mapToLong(CaseLine::version)
                .findFirst()
                .orElse(done.state().seq());
        store.done(id, actor.id(), new BulkStore.Row(line.caseNo(), line.handlers(), now));
        return BulkResult.done(line, now, done.state().stage(), cases.deadlines(done.state()), done.warnings());
    }

    /**
     * Gives each case back to who was in charge before, by the ordinary act; where somebody has worked on it since, it stays.
     *
     * @throws Problem 404 for somebody else's, 422 for another act or after ten minutes
     */
    public List<BulkResult> undo(String id, Actor actor) {
        Instant now = clock.instant();
        BulkStore.Bulk bulk = store.find(id, actor.id()).orElseThrow(Problem::notFound);
        if (!bulk.act().equals(Act.ASSIGN.id())) {
            throw Problem.invalid("bulkId", "not-undone", "只有分派可以撤销。其他的办理请在案件页依法更正。");
        }
        if (bulk.undoneAt() == null && now.isAfter(bulk.at().plus(UNDO))) {
            throw Problem.invalid("bulkId", "too-late", "分派已过十分钟，不能撤销。请重新分派。");
        }
        List<BulkStore.Row> before = store.rows(id, actor.id());
        Map<String, CaseLine> lines =
                rows.lines(before.stream().map(BulkStore.Row::caseNo).toList(), actor);
        List<BulkResult> results = new ArrayList<>();
        for (BulkStore.Row row : before) {
            CaseLine line = lines.get(row.caseNo());
            results.add(
                    line == null ? BulkResult.unseen(row.caseNo()) : attempt(line, () -> back(id, row, line, actor)));
        }
        store.undone(id, actor.id(), now);
        recorded("BULK_UNDONE", id, Act.ASSIGN, results);
        return results;
    }

    private BulkResult back(String id, BulkStore.Row row, CaseLine line, Actor actor) {
        Map<String, Object> fields =
                row.handlers().isEmpty() ? Map.of("nobody", true) : Map.of("persons", row.handlers());
        CaseFiles.Done done = cases.act(row.caseNo(), Act.ASSIGN, actor, row.version(), fields, id + ".undo");
        return BulkResult.done(
                line, done.state().seq(), done.state().stage(), cases.deadlines(done.state()), done.warnings());
    }

    private interface Attempt {
        BulkResult make();
    }

    private static BulkResult attempt(CaseLine line, Attempt attempt) {
        try {
            return attempt.make();
        } catch (Problem problem) {
            return BulkResult.refused(line, problem);
        } catch (DataAccessException failed) {
            LOG.error("A row of a bulk act failed: {}", failed.getClass().getSimpleName());
            return BulkResult.failed(line);
        }
    }

    private void recorded(String action, String id, Act act, List<BulkResult> results) {
        long done = results.stream()
                .filter(one -> one.outcome() == BulkResult.Outcome.DONE)
                .count();
        audit.record(action, id, "act=" + act.id(), "rows=" + results.size(), "done=" + done);
    }

    private static void requireKey(String id) {
        try {
            UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("Idempotency-Key", "uuid", "Idempotency-Key 应当是一个 UUID。");
        }
    }
}
