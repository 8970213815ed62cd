package org.fangxin.casefile.store;

import java.time.Instant;
import org.fangxin.casefile.CaseState;

/** What a late officer is told: the version now, and what changed last. */
record StaleVersion(long version, String stage, String type, Instant at, String actor) {
    static StaleVersion of(CaseState state, Journal.Row last) {
        return new StaleVersion(
                state.seq(),
                state.stage().name(),
                last.type(),
                last.recorded().recordedAt(),
                last.recorded().actorId());
    }
}
