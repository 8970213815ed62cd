package org.fangxin.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.law.DeadlineView;
import org.fangxin.law.DueDate;
import org.jspecify.annotations.Nullable;

/**
 * The one gate: nothing else writes the case's row, its journal and its deadlines. Every call is one transaction, or
 * joins the caller's.
 */
public interface CaseFiles {
    /** Opens cases in the order given. The caller need not have scope over the agency. */
    List<CaseState> open(List<NewCase> cases, Actor by, Instant now);

    /**
     * Does one act within the thread's scope.
     *
     * @param version the version the actor saw, or null for acts of citizens and the program, which take the newest
     * @param fields the body; free text among it is kept beside the journal
     * @param idempotencyKey same key, same case and act → the first answer again; null for none
     * @throws org.fangxin.problem.Problem 404 not seen, 409 another was first, 422 refused or faulty
     */
    Done act(
            String caseNo,
            Act act,
            Actor actor,
            @Nullable Long version,
            Map<String, ?> fields,
            @Nullable String idempotencyKey);

    /**
     * Asks what {@link #act} would say now, and writes nothing.
     *
     * @return where the case would be
     * @throws org.fangxin.problem.Problem as the act itself would
     */
    Foreseen consider(String caseNo, Act act, Actor actor, Map<String, ?> fields);

    /**
     * What an act would come to.
     *
     * @param deadlines as answers show them, nearest first
     * @param warnings sentences for the officer: the act would stand, but something is unusual
     */
    record Foreseen(Stage stage, List<DeadlineView> deadlines, List<String> warnings) {}

    /** The case within the thread's scope; empty for what is missing or may not be seen. */
    Optional<CaseState> find(String caseNo);

    /**
     * Where a case stands, cheaply: for who looks again and again.
     *
     * @param version changes with every entry
     */
    record Glance(long version, Stage stage, Set<Flag> flags) {
        public Glance {
            flags = Set.copyOf(flags);
        }
    }

    /** A look at the case's row within the thread's scope; empty for what is missing or may not be seen. */
    Optional<Glance> glance(String caseNo);

    /** Ids of the evidence files of a case within the thread's scope; empty for what may not be seen. */
    List<String> attachments(String caseNo);

    /** The clocks of a case with their dates by today's calendar, nearest first. */
    List<Dated> dates(CaseState state);

    /** A clock, its date, and the first day on which that date is near (null without a date or when ended). */
    record Dated(Clock clock, DueDate due, @Nullable LocalDate nearFrom) {

        /**
         * The clock that a case is listed, sorted and counted by: the first open one with a date. A statute whose clock
         * stands still hides the promises behind it, so that what waits for somebody else is not called overdue.
         *
         * @param all the clocks of a case as {@link CaseFiles#dates} gives them
         */
        public static Optional<Dated> nearest(List<Dated> all) {
            List<Dated> open = all.stream().filter(d -> d.clock().open()).toList();
            return open.stream()
                    .filter(d -> d.due().dueOn() != null || d.clock().state() == Clock.State.PAUSED)
                    .findFirst()
                    .or(() -> open.stream().findFirst());
        }
    }

    /** The clocks as answers show them, nearest first, at this instant. */
    List<DeadlineView> deadlines(CaseState state);

    /**
     * @param entries names of the entries written, e.g. {@code Accepted}
     * @param opened numbers of the cases that the act opened
     * @param warnings sentences for the officer: the act stands, but something is unusual
     */
    record Done(CaseState state, List<String> entries, List<String> opened, List<String> warnings) {}
}
