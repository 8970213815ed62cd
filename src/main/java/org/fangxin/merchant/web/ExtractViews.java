package org.fangxin.merchant.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.fangxin.merchant.RowProblem;
import org.fangxin.merchant.store.ExtractJobStore.Job;
import org.jspecify.annotations.Nullable;

/** The shapes of the answers about extracts. */
final class ExtractViews {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ExtractViews() {}

    @Schema(
            name = "RegistryExtract",
            description =
                    "state: RUNNING, DONE, FAILED; total: 0 until the rows are counted; faults: of rows and cells; problem: why the"
                            + " whole file could not be read")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Extract(
            String extractId,
            String fileName,
            String state,
            int total,
            int read,
            int added,
            int changed,
            int same,
            int leftOut,
            int faults,
            @Nullable String problem,
            String by,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime finishedAt) {}

    @Schema(name = "RegistryExtracts", description = "newest first, at most 20")
    record Extracts(List<Extract> items) {}

    @Schema(
            name = "RegistryExtractFault",
            description = "line: as a spreadsheet shows it; column: empty for the whole row")
    record Fault(int line, String column, String problem) {}

    @Schema(name = "RegistryExtractFaults")
    record Faults(List<Fault> items) {}

    static Extract of(Job job, String by) {
        return new Extract(
                job.id(),
                job.fileName(),
                job.state(),
                job.total(),
                job.outcome().read(),
                job.outcome().added(),
                job.outcome().changed(),
                job.outcome().same(),
                job.outcome().left(),
                job.faults(),
                job.problem(),
                by,
                at(job.startedAt()),
                job.finishedAt() == null ? null : at(job.finishedAt()));
    }

    static Fault fault(RowProblem one) {
        return new Fault(one.line(), one.column(), one.problem());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }
}
