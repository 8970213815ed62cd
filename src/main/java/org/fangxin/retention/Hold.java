package org.fangxin.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 暂缓销毁: a case that somebody still needs, whatever its term says. The last three are null while it holds. */
public record Hold(
        long holdId,
        String caseNo,
        String agency,
        String reason,
        String heldBy,
        Instant heldAt,
        @Nullable String liftedBy,
        @Nullable Instant liftedAt,
        @Nullable String liftedWhy) {}
