package org.fangxin.intake;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field of one reporter, asked for by an officer and opened, or not, by the keeper (Art. 37). Who asks and who opens are
 * two people.
 *
 * @param decidedBy who opened or refused; null while it waits
 * @param shownUntil until when the value is shown; null unless opened
 */
public record ReporterOpening(
        String openingId,
        String caseNo,
        String agencyCode,
        ReporterField field,
        Purpose purpose,
        String requestedBy,
        Instant requestedAt,
        State state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant shownUntil) {

    /** What an identity may be needed for. */
    public enum Purpose {
        VERIFY("核实举报线索"),
        TELL_REPORTER("告知举报人"),
        REWARD("发放奖励"),
        PROTECT("保护举报人");

        private final String chinese;

        Purpose(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        static Optional<Purpose> of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equals(code))
                    .findFirst();
        }
    }

    /** Where the request stands. */
    public enum State {
        REQUESTED,
        OPENED,
        REFUSED
    }
}
