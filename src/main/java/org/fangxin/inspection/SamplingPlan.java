package org.fangxin.inspection;

import java.time.LocalDate;

/** A sampling plan and how far it is. {@code taken} samples, {@code resulted} of them, {@code unfit} of these. */
public record SamplingPlan(
        long id,
        String agency,
        String title,
        LocalDate from,
        LocalDate to,
        String goods,
        String items,
        int batches,
        String places,
        int taken,
        int resulted,
        int unfit) {}
