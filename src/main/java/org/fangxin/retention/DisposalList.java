package org.fangxin.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 销毁清册, as it is kept for ever. */
public record DisposalList(
        String listNo,
        String agency,
        String words,
        String proposedBy,
        Instant proposedAt,
        List<Review> reviews,
        List<Line> lines) {
    public DisposalList {
        reviews = List.copyOf(reviews);
        lines = List.copyOf(lines);
    }

    /** Where it stands. */
    public enum State {
        PROPOSED("待第一人审核"),
        REVIEWED("待第二人审核"),
        APPROVED("待销毁"),
        REFUSED("已退回"),
        DONE("已销毁");

        private final String chinese;

        State(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** What a reviewer decided; step 1 by the head of a unit, step 2 by the agency's leader. */
    public record Review(int step, boolean approved, String by, Instant at, String words) {}

    /** Taken off the list by a reviewer, or by the program when it found it barred. */
    public record Strike(String by, Instant at, String words) {}

    /**
     * A case of the list: no word of who and what.
     *
     * @param kind the code of its kind
     */
    public record Line(
            String caseNo,
            String kind,
            int years,
            LocalDate archivedOn,
            LocalDate lastDay,
            @Nullable Strike strike,
            @Nullable Instant disposedAt) {
        /** Whether it is still to be disposed of. */
        public boolean waits() {
            return strike == null && disposedAt == null;
        }
    }

    public State state() {
        if (reviews.stream().anyMatch(review -> !review.approved())) {
            return State.REFUSED;
        }
        return switch (reviews.size()) {
            case 0 -> State.PROPOSED;
            case 1 -> State.REVIEWED;
            default -> lines.stream().anyMatch(Line::waits) ? State.APPROVED : State.DONE;
        };
    }
}
