package org.fangxin.casefile;

import java.time.Instant;
import java.util.Map;

/** How much each officer has in hand, counted as the worklist counts; within the thread's scope. */
public interface OfficerLoads {
    /**
     * Open cases of one person in charge.
     *
     * @param open all of them, as {@code GET /cases?view=open&officer=} lists them
     * @param near due soon, not today; {@code today} due today and not over; {@code overdue} over: as the worklist's {@code due}
     * @param reports how many of the open ones are reports, {@code complaints} likewise; the rest are consultations and
     *     suggestions
     */
    record Load(int open, int near, int today, int overdue, int reports, int complaints) {
        public static final Load NONE = new Load(0, 0, 0, 0, 0, 0);

        /** A report is verified on the spot and counts two, a complaint one, two questions as one. */
        public double weight() {
            return reports * 2 + complaints + (open - reports - complaints) * 0.5;
        }
    }

    /** By person id; those without any are left out. */
    Map<String, Load> of(Instant now);
}
