package org.fangxin.casefile;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What only a report (or a clue) knows; of a complaint only the topics are kept. Immutable.
 *
 * @param source where it came from: see {@link org.fangxin.casefile.entry.Entry.Received}
 * @param topics ADVERTISING, FOOD, UNFAIR_COMPETITION, REAL_NAME
 * @param withdrawn the reporter declared withdrawal; the clue stays (PP 18)
 * @param told bases on which the reporter has been told (Art. 36)
 * @param competent code of the agency that the reporter was told to go to (Art. 34), or null
 */
public record ReportFacts(
        String source,
        Set<String> topics,
        Verification verification,
        Prosecution prosecution,
        boolean withdrawn,
        Set<String> told,
        @Nullable String competent) {
    public static final ReportFacts NONE =
            new ReportFacts("", Set.of(), Verification.NONE, Prosecution.NONE, false, Set.of(), null);

    public ReportFacts {
        topics = Set.copyOf(topics);
        told = Set.copyOf(told);
    }

    /**
     * Verification before filing (PP 18; Art. 27).
     *
     * @param rule the rule that counts it: {@code penalty.report.verify}, or the clue rule of the case's order
     * @param finding CONFIRMED, PARTLY, NOT_CONFIRMED, UNREACHABLE, or null
     * @param extended whether the leader extended the running period
     * @param pauses reasons of the pauses open now
     */
    public record Verification(String rule, @Nullable String finding, boolean extended, Set<String> pauses) {
        static final Verification NONE = new Verification("", null, false, Set.of());

        public Verification {
            pauses = Set.copyOf(pauses);
        }

        public Verification found(String what) {
            return new Verification(rule, what, extended, pauses);
        }

        public Verification prolonged() {
            return new Verification(rule, finding, true, pauses);
        }

        /** A new period: nothing paused, not extended. */
        public Verification anew() {
            return new Verification(rule, finding, false, Set.of());
        }

        /** The same verification from a new start: what paused it goes on. */
        public Verification again() {
            return new Verification(rule, finding, false, pauses);
        }

        public Verification pausing(String reason) {
            return new Verification(rule, finding, extended, with(pauses, reason));
        }

        public Verification resuming(String reason) {
            return new Verification(rule, finding, extended, without(pauses, reason));
        }
    }

    /**
     * The filed case (PP 19–77).
     *
     * @param filedOn day of filing, or null
     * @param ground why filing was declined, or null
     * @param extensions how often the decision's period was extended: 0, 1 (30 days), 2 (date set)
     * @param pauses reasons of the pauses open now; SUSPENSION while the investigation is suspended
     * @param outcome PP 60, or TERMINATED by PP 47, or null
     * @param performed whether the penalty is performed
     * @param course what led to the decision, as far as the file holds it
     */
    public record Prosecution(
            @Nullable LocalDate filedOn,
            @Nullable String ground,
            int extensions,
            Set<String> pauses,
            @Nullable String outcome,
            boolean performed,
            PenaltyCourse course) {
        static final Prosecution NONE = new Prosecution(null, null, 0, Set.of(), null, false, PenaltyCourse.NONE);

        public Prosecution {
            pauses = Set.copyOf(pauses);
        }

        public Prosecution filed(LocalDate on) {
            return new Prosecution(on, null, 0, Set.of(), null, false, PenaltyCourse.NONE);
        }

        public Prosecution declined(String why) {
            return new Prosecution(filedOn, why, extensions, pauses, outcome, performed, course);
        }

        public Prosecution prolonged() {
            return new Prosecution(filedOn, ground, extensions + 1, pauses, outcome, performed, course);
        }

        public Prosecution pausing(String reason) {
            return new Prosecution(filedOn, ground, extensions, with(pauses, reason), outcome, performed, course);
        }

        public Prosecution resuming(String reason) {
            return new Prosecution(filedOn, ground, extensions, without(pauses, reason), outcome, performed, course);
        }

        public Prosecution decided(String what) {
            return new Prosecution(filedOn, ground, extensions, Set.of(), what, performed, course);
        }

        public Prosecution penaltyPerformed() {
            return new Prosecution(filedOn, ground, extensions, pauses, outcome, true, course);
        }

        public Prosecution on(PenaltyCourse next) {
            return new Prosecution(filedOn, ground, extensions, pauses, outcome, performed, next);
        }
    }

    public boolean about(String topic) {
        return topics.contains(topic);
    }

    /** Found by an agency, not told by a person: there is no reporter. */
    public boolean clue() {
        return source.startsWith("CLUE");
    }

    public ReportFacts with(Verification next) {
        return new ReportFacts(source, topics, next, prosecution, withdrawn, told, competent);
    }

    public ReportFacts with(Prosecution next) {
        return new ReportFacts(source, topics, verification, next, withdrawn, told, competent);
    }

    public ReportFacts on(Set<String> what) {
        return new ReportFacts(source, what, verification, prosecution, withdrawn, told, competent);
    }

    public ReportFacts declaredWithdrawn() {
        return new ReportFacts(source, topics, verification, prosecution, true, told, competent);
    }

    public ReportFacts toldOn(String basis) {
        return new ReportFacts(source, topics, verification, prosecution, withdrawn, with(told, basis), competent);
    }

    public ReportFacts sentTo(@Nullable String agency) {
        return new ReportFacts(source, topics, verification, prosecution, withdrawn, told, agency);
    }

    private static Set<String> with(Set<String> set, String more) {
        Set<String> next = new LinkedHashSet<>(set);
        next.add(more);
        return next;
    }

    private static Set<String> without(Set<String> set, String less) {
        Set<String> next = new LinkedHashSet<>(set);
        next.remove(less);
        return next;
    }
}
