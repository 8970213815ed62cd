package org.fangxin.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fangxin.intake.internal.bulk.Field;
import org.fangxin.intake.internal.bulk.Imports;
import org.fangxin.intake.store.ImportRowStore;
import org.fangxin.intake.store.ImportStore.Job;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The shapes of the import's answers. */
final class ImportViews {
    private static final Set<String> OUTCOMES = Set.of("LANDED", "SKIPPED", "FAILED");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ImportViews() {}

    @Schema(name = "ImportRun")
    record Run(
            String importId,
            String fileName,
            String agency,
            String state,
            boolean dryRun,
            int total,
            int processed,
            int landed,
            int skipped,
            int failed,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime finishedAt,
            @Nullable String problem) {}

    @Schema(name = "ImportColumn")
    record Column(String header, List<String> samples, String guess) {}

    @Schema(name = "ImportField")
    record FieldView(String code, String label) {}

    @Schema(name = "ImportReading")
    record Reading(
            String importId,
            String fileName,
            String agency,
            String state,
            boolean dryRun,
            int total,
            boolean alreadyUnderWay,
            List<Column> columns,
            List<FieldView> fields,
            List<String> notes,
            OffsetDateTime startedAt) {}

    @Schema(name = "RecentImports")
    record Recent(List<Run> items) {}

    @Schema(name = "ImportRow")
    record Row(
            int row,
            @Nullable String column,
            @Nullable String original,
            @Nullable String problem,
            @Nullable String howToFix,
            String outcome,
            @Nullable String caseNo) {}

    @Schema(name = "ImportRows")
    record Rows(List<Row> items, @Nullable String nextCursor, int total) {}

    static Run run(Job job) {
        return new Run(
                job.id(),
                job.fileName(),
                job.agency(),
                job.state(),
                job.dryRun(),
                job.total(),
                job.processed(),
                job.landed(),
                job.skipped(),
                job.failed(),
                local(job.startedAt()),
                job.finishedAt() == null ? null : local(job.finishedAt()),
                job.fault());
    }

    static Reading reading(Imports.Started started, Field[] fields) {
        Job job = started.job();
        return new Reading(
                job.id(),
                job.fileName(),
                job.agency(),
                job.state(),
                job.dryRun(),
                job.total(),
                started.alreadyUnderWay(),
                started.columns().stream()
                        .map(column -> new Column(column.header(), column.samples(), column.guess()))
                        .toList(),
                Arrays.stream(fields)
                        .filter(field -> field != Field.IGNORE)
                        .map(field -> new FieldView(field.code(), field.label()))
                        .toList(),
                started.notes(),
                local(job.startedAt()));
    }

    /**
     * What stood in a cell is shown to the person who imported it, nobody else.
     *
     * @param numbers whether cases may be named, among them reports (Art. 37)
     */
    static Rows rows(ImportRowStore.Page page, boolean own, boolean numbers) {
        List<Row> items = page.items().stream()
                .map(row -> new Row(
                        row.row(),
                        row.column(),
                        own ? row.original() : null,
                        numbers ? row.problem() : null,
                        row.howToFix(),
                        row.outcome(),
                        numbers ? row.caseNo() : null))
                .toList();
        String next = page.more() ? String.valueOf(items.getLast().row()) : null;
        return new Rows(items, next, page.total());
    }

    static String outcome(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return "";
        }
        String outcome = typed.strip().toUpperCase(Locale.ROOT);
        if (!OUTCOMES.contains(outcome)) {
            throw Problem.invalid("outcome", "unknown", "结果（outcome）只能是 LANDED、SKIPPED 或 FAILED。");
        }
        return outcome;
    }

    static int after(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return 0;
        }
        try {
            return Integer.parseInt(cursor.strip());
        } catch (NumberFormatException mangled) {
            throw Problem.invalid("cursor", "format", "翻页标记不对，请从第一页重新开始。");
        }
    }

    private static OffsetDateTime local(Instant at) {
        return at.atZone(ZONE).toOffsetDateTime();
    }
}
