package org.fangxin.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.law.Statutes;
import org.jspecify.annotations.Nullable;

/** A stored case, its acts one after the other in the order of their versions, before the reference model. */
public final class StoredCourse {
    private static final CourseTables TABLES = new CourseTables();
    private static final Statutes STATUTES = Statutes.builtIn();

    /**
     * One act of the journal.
     *
     * @param command null for what an act on another case wrote here
     */
    public record Step(
            CaseState before, @Nullable Command command, World world, Decision.Taken taken, CaseState after) {}

    private StoredCourse() {}

    /** Each kind of difference, and where first. */
    public static Map<String, String> wrong(List<Step> steps, List<Recorded> journal) {
        Map<String, String> wrong = new LinkedHashMap<>();
        CourseWitness witness = new CourseWitness(TABLES, wrong::putIfAbsent);
        CaseState end = steps.getLast().after();
        for (Step step : steps) {
            if (step.command() != null) {
                witness.hear(step.before(), step.command(), step.world(), step.taken());
            } else if (step.taken().entries().stream().anyMatch(Entry.JointMerged.class::isInstance)) {
                witness.joined(step.before());
            }
        }
        witness.stands(end);
        JournalCheck.wrong(journal, end, Procedures::evolve, STATUTES)
                .forEach(what -> wrong.putIfAbsent(what.substring(0, Math.max(0, what.indexOf(':'))), what));
        return wrong;
    }
}
