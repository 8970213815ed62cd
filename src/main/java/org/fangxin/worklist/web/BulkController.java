package org.fangxin.worklist.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.SignedIn;
import org.fangxin.law.DeadlineView;
import org.fangxin.problem.Problem;
import org.fangxin.worklist.internal.BulkActs;
import org.fangxin.worklist.internal.BulkPreview;
import org.fangxin.worklist.internal.BulkResult;
import org.fangxin.worklist.internal.BulkRun;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One act on many cases: looked at first, then done, a result for each. */
@RestController
@RequestMapping("/api/v1/bulk")
@Tag(name = "bulk", description = "成批办理：先预览每一件会怎样，再办；一件不能办不影响别的")
class BulkController {
    private final BulkPreview preview;
    private final BulkRun run;
    private final java.time.InstantSource clock;

    BulkController(BulkPreview preview, BulkRun run, java.time.InstantSource clock) {
        this.preview = preview;
        this.run = run;
        this.clock = clock;
    }

    @Schema(
            name = "BulkPreviewRequest",
            description =
                    "caseNos: the chosen cases, or else filter: all that it shows, 500 at most; act, fields: see GET /acts")
    record PreviewRequest(
            @Nullable List<String> caseNos,
            @Nullable Map<String, String> filter,
            @Nullable String sort,
            @Nullable String act,
            @Nullable Map<String, Object> fields) {}

    @Schema(name = "BulkRow", description = "version: as the preview told it")
    record Row(@Nullable String caseNo, @Nullable Long version) {}

    @Schema(name = "BulkRequest")
    record RunRequest(
            @Nullable List<Row> rows,
            @Nullable String act,
            @Nullable Map<String, Object> fields) {}

    @Schema(
            name = "BulkResult",
            description = "outcome: READY (preview) or DONE; UNREAD, REFUSED with articles, CONFLICT, NOT_SEEN, FAILED;"
                    + " stage and deadlines: where the case is after the act")
    record Result(
            String caseNo,
            BulkResult.Outcome outcome,
            String summary,
            long version,
            @Nullable String stage,
            @Nullable String stageLabel,
            List<DeadlineView> deadlines,
            List<String> warnings,
            String why,
            List<String> articles) {
        static Result of(BulkResult one) {
            return new Result(
                    one.caseNo(),
                    one.outcome(),
                    one.summary(),
                    one.version(),
                    one.stage() == null ? null : one.stage().name(),
                    one.stage() == null ? null : one.stage().chinese(),
                    one.deadlines(),
                    one.warnings(),
                    one.why(),
                    one.articles());
        }
    }

    @Schema(name = "BulkAnswer", description = "undoUntil: the act can be undone until then; null for acts that cannot")
    record Answer(
            @Nullable String bulkId,
            List<Result> items,
            int done,
            @Nullable OffsetDateTime undoUntil) {}

    @Schema(name = "BulkActList")
    record Acts(List<String> items) {}

    @GetMapping("/acts")
    @Operation(summary = "可以成批办理的行为")
    Acts bulkActs() {
        CurrentPerson.require(Desk.WORKERS);
        return new Acts(BulkActs.ALL.stream().map(Act::id).toList());
    }

    @PostMapping("/preview")
    @Operation(summary = "预览：每一件会怎样，或者为什么不能办；什么也不写")
    Answer previewBulk(@RequestBody PreviewRequest body) {
        Actor actor = actor(CurrentPerson.require(Desk.WORKERS));
        Act act = BulkActs.allowed(text(body.act()));
        List<String> chosen = preview.chosen(
                body.caseNos() == null ? List.of() : body.caseNos(),
                body.filter() == null ? Map.of() : body.filter(),
                body.sort() == null ? "due" : body.sort(),
                actor);
        return answer(null, preview.of(chosen, act, fields(body.fields()), actor), null);
    }

    @PostMapping
    @Operation(
            summary = "成批办理，每件一个结果",
            description = "Idempotency-Key (a UUID) names the run: the same key again does nothing twice.")
    Answer bulk(
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody RunRequest body) {
        Actor actor = actor(CurrentPerson.require(Desk.WORKERS));
        Act act = BulkActs.allowed(text(body.act()));
        String id = text(key);
        List<BulkResult> results = run.run(id, versions(body.rows()), act, fields(body.fields()), actor);
        OffsetDateTime until = act == Act.ASSIGN
                ? clock.instant().plus(BulkRun.UNDO).atZone(Fields.ZONE).toOffsetDateTime()
                : null;
        return answer(id, results, until);
    }

    @PostMapping("/{bulkId}/undo")
    @Operation(summary = "撤销刚才的分派：十分钟内，由本人；别人已经接着办的不动")
    Answer undoBulk(@PathVariable String bulkId) {
        return answer(bulkId, run.undo(bulkId, actor(CurrentPerson.require(Desk.WORKERS))), null);
    }

    private static Answer answer(@Nullable String id, List<BulkResult> results, @Nullable OffsetDateTime undoUntil) {
        int done = (int) results.stream()
                .filter(one -> one.outcome() == BulkResult.Outcome.DONE)
                .count();
        return new Answer(id, results.stream().map(Result::of).toList(), done, done == 0 ? null : undoUntil);
    }

    private static Map<String, Long> versions(@Nullable List<Row> rows) {
        Map<String, Long> versions = new LinkedHashMap<>();
        for (Row row : rows == null ? List.<Row>of() : rows) {
            if (row.caseNo() == null || row.version() == null) {
                throw Problem.invalid("rows", "version", "每一件都要写案号和预览时的版本。请重新预览。");
            }
            versions.put(row.caseNo(), Objects.requireNonNull(row.version()));
        }
        if (versions.isEmpty() || versions.size() > BulkPreview.MOST) {
            throw Problem.invalid("rows", "count", "一次办 1 至 " + BulkPreview.MOST + " 件。");
        }
        return versions;
    }

    private static Map<String, Object> fields(@Nullable Map<String, Object> fields) {
        return fields == null ? Map.of() : new LinkedHashMap<>(fields);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Actor actor(SignedIn who) {
        return Actor.of(who);
    }
}
