package org.fangxin.credit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a grade counts.
 *
 * @param caseNo of the case that tells it, else null
 * @param paperNo of the paper that tells it, else null
 * @param sampleId of the sample that tells it, else null
 * @param words how it is known, in Chinese; no personal data
 */
public record Fact(
        Factor factor,
        LocalDate on,
        @Nullable String caseNo,
        @Nullable String paperNo,
        @Nullable Long sampleId,
        String words) {}
