package org.fangxin.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.law.Statutes;

/**
 * What must hold for every journal, read beside the program: it walks the entries once more with an evolution that is
 * given to it, and says what is wrong in words. Empty: nothing is wrong.
 */
final class JournalCheck {
    private static final Set<Stage> ENDS = Set.of(
            Stage.AGREED,
            Stage.REFUSED,
            Stage.TERMINATED,
            Stage.WITHDRAWN,
            Stage.SETTLED_GREEN,
            Stage.MERGED,
            Stage.RECLASSIFIED);
    private static final Set<String> AFTER_THE_END = Set.of(
            // the paper that tells of the end
            "DocumentIssued",
            "AcceptanceNotified",
            "RefusalNotified",
            "TerminationNotified",
            "NoticeRecorded",
            "NoticeFailed",
            "MediationLetterIssued",
            "PerformanceRecorded",
            "PerformanceReminded",
            "MediationTranscribed",
            "DecisionRevoked",
            "Assigned",
            "FollowedUp",
            "Corrected",
            "Noted",
            "Archived",
            "ClueFound",
            "AbuseFlagged",
            "AbuseCleared",
            "SubmissionSplit",
            "DuplicateLinked",
            "DuplicateUnmerged",
            "Transferred",
            "PromisesMade",
            "TeamDispatched",
            "ArrivedOnSite",
            "LeftSite",
            "PartyContacted",
            "FeedbackGiven",
            "FoodRiskFlagged",
            "DangerFlagged",
            "OffShelfRecorded",
            "OffShelfLifted");
    private static final Set<String> AFTER_ARCHIVING =
            // the last two come of an act on another complaint of the same dispute
            Set.of(
                    "NoticeRecorded",
                    "FollowedUp",
                    "Corrected",
                    "Noted",
                    "ClueFound",
                    "AcceptanceNotified",
                    "DuplicateLinked",
                    "DuplicateUnmerged");

    private final List<String> wrong = new ArrayList<>();
    private final BiFunction<CaseState, Recorded, CaseState> evolve;
    private final Statutes statutes;

    private JournalCheck(BiFunction<CaseState, Recorded, CaseState> evolve, Statutes statutes) {
        this.evolve = evolve;
        this.statutes = statutes;
    }

    /** What is wrong with a journal whose last state is said to be {@code end}. */
    static List<String> wrong(
            List<Recorded> journal,
            CaseState end,
            BiFunction<CaseState, Recorded, CaseState> evolve,
            Statutes statutes) {
        JournalCheck check = new JournalCheck(evolve, statutes);
        check.walk(journal, end);
        return check.wrong;
    }

    private void walk(List<Recorded> journal, CaseState end) {
        CaseState state = Procedures.begin(end.caseNo(), journal.getFirst());
        Set<String> recused = new HashSet<>();
        for (Recorded recorded : journal.subList(1, journal.size())) {
            must(!recused.contains(recorded.actorId()), "a recused person acted", recorded);
            must(
                    recorded.occurredAt().compareTo(recorded.recordedAt()) <= 0,
                    "it happened after it was written",
                    recorded);
            CaseState next = evolve.apply(state, recorded);
            step(state, recorded, next);
            recused.addAll(next.recused());
            state = next;
        }
        must(state.equals(end), "the replayed state differs", journal.getLast());
        if (end.kind() == Kind.COMPLAINT) {
            wrong.addAll(ComplaintLedger.of(journal).differences(state, statutes));
        }
        pausesNeverShorten(state);
    }

    private void step(CaseState before, Recorded recorded, CaseState after) {
        String name = recorded.entry().getClass().getSimpleName();
        boolean talks = before.stage() == Stage.GREEN_CHANNEL;
        must(after.law().equals(before.law()) || talks, "the law of the case changed", recorded);
        must(Procedures.stagesOf(after.kind()).contains(after.stage()), "a stage of another procedure", recorded);
        if (before.stage() == Stage.ARCHIVED) {
            must(after.stage() == Stage.ARCHIVED, "an archived case went on", recorded);
            boolean mended = recorded.entry() instanceof Entry.DocumentIssued paper && paper.replaces() != null;
            must(mended || AFTER_ARCHIVING.contains(name), "an act after archiving", recorded);
        }
        if (recorded.entry() instanceof Entry.Archived) {
            boolean statutory = before.clocks().all().stream()
                    .anyMatch(clock -> clock.open() && !clock.rule().startsWith("promise."));
            must(!statutory, "archived while a clock of law was open", recorded);
        }
        if (after.stage() == Stage.ARCHIVED) {
            must(!after.clocks().anyOpen(), "a clock is open in the archive", recorded);
        }
        if (before.kind() == Kind.COMPLAINT) {
            complaintStep(before, recorded, after, name);
        }
        unitsOnlyReturn(before, recorded);
    }

    private void complaintStep(CaseState before, Recorded recorded, CaseState after, String name) {
        if (ENDS.contains(before.stage())) {
            must(AFTER_THE_END.contains(name), "an act after the end", recorded);
            must(
                    after.stage() == before.stage()
                            || after.stage() == Stage.ARCHIVED
                            || recorded.entry() instanceof Entry.DecisionRevoked
                            || (recorded.entry() instanceof Entry.DuplicateUnmerged
                                    && before.stage() == Stage.MERGED
                                    && after.stage() == Stage.RECEIVED),
                    "a second end",
                    recorded);
        }
        must(!(recorded.entry() instanceof Entry.OfReport), "an entry of a report in a complaint", recorded);
        must(!(recorded.entry() instanceof Entry.OfInquiry), "an entry of an inquiry in a complaint", recorded);
        switch (recorded.entry()) {
            case Entry.Refused refused -> {
                must(!refused.grounds().isEmpty(), "refused without a ground", recorded);
                refused.grounds().forEach(ground -> RefusalGround.valueOf(ground.code()));
            }
            case Entry.MediationTerminated end -> TerminationGround.valueOf(end.ground());
            case Entry.ClueFound _ -> must(before.clocks().equals(after.clocks()), "a clue moved a clock", recorded);
            case Entry.AbuseFlagged _ ->
                must(
                        before.stage() == after.stage() && before.clocks().equals(after.clocks()),
                        "abuse decided",
                        recorded);
            default -> {}
        }
        for (Clock clock : after.clocks().all()) {
            must(
                    clock.pauses().isEmpty() || clock.rule().endsWith(".complaint.mediate"),
                    "a pause on " + clock.rule(),
                    recorded);
        }
    }

    /** Who received by distribution inside an agency passes nothing on. */
    private void unitsOnlyReturn(CaseState before, Recorded recorded) {
        boolean unit = before.holding().lastHop().map(Holding.Hop::sameAgency).orElse(false);
        must(!unit || !(recorded.entry() instanceof Entry.Distributed), "a unit passed it on", recorded);
    }

    private void pausesNeverShorten(CaseState state) {
        for (Clock clock : state.clocks().all()) {
            boolean pausable = statutes.rule(clock.rule())
                    .map(rule -> !rule.pauseReasons().isEmpty())
                    .orElse(false);
            if (!pausable || clock.pauses().isEmpty() || clock.setDate() != null) {
                continue;
            }
            var with = Optional.ofNullable(statutes.due(clock.rule(), clock.startedAt(), clock.pauses())
                    .dueOn());
            var without =
                    statutes.due(clock.rule(), clock.startedAt(), List.of()).dueOn();
            if (with.isPresent() && without != null && with.get().isBefore(without)) {
                wrong.add("a pause shortened " + clock.rule() + ": " + clock.pauses());
            }
        }
    }

    private void must(boolean holds, String what, Recorded recorded) {
        if (!holds) {
            Instant at = recorded.occurredAt();
            wrong.add(what + ": " + recorded.seq() + " " + recorded.entry() + " at " + at);
        }
    }
}
