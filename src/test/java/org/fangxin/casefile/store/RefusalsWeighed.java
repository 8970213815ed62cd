package org.fangxin.casefile.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.casefile.Attempt;
import org.fangxin.casefile.Attempt.Refused;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.store.StoredActs.Case;
import org.fangxin.casefile.store.StoredActs.Group;
import org.fangxin.problem.Problem;

/**
 * Every refusal has a moment between its question and its answer at which the case was so that it is right. Where several acts
 * may have come before or after it, one of the versions in between is enough.
 */
final class RefusalsWeighed {
    private static final int UNSEEN = 404;
    private static final int LATE = 409;

    /** Said while the new complaint is written, after the procedure took the act. */
    private static final String NOBODY_NAMED = "另立投诉要有投诉人的姓名、电话和地址";

    private final Surroundings around;
    private final Map<Group, Tries> written;
    private final Breaks breaks;
    private long weighed;

    RefusalsWeighed(Surroundings around, Map<Group, Tries> written, Breaks breaks) {
        this.around = around;
        this.written = written;
        this.breaks = breaks;
    }

    long weighed() {
        return weighed;
    }

    void weigh(Attempt attempt, Refused refusal) {
        Case one = around.cases().get(attempt.caseNo());
        if (one == null || !one.fault().isEmpty()) {
            return;
        }
        weighed++;
        List<Group> window = window(one, attempt);
        boolean right = window.stream().anyMatch(last -> fits(one, last, attempt, refusal));
        if (!right) {
            breaks.broken(
                    refusal.status() == LATE
                            ? "told that it came too late, and it did not"
                            : "refused without a reason at any moment",
                    attempt.caseNo() + " " + attempt.act() + " " + attempt.token() + " " + refusal.status() + ": "
                            + refusal.why());
        }
    }

    /** The acts that may have been the last before the question was decided. */
    private List<Group> window(Case one, Attempt attempt) {
        List<Group> window = new ArrayList<>();
        for (Group group : one.groups()) {
            Tries tries = written.get(group);
            boolean surelyBefore = tries == null || tries.ended() < attempt.begun();
            boolean maybeBefore = surelyBefore || tries.begun() < attempt.ended();
            if (surelyBefore) {
                window.clear();
            }
            if (maybeBefore) {
                window.add(group);
            }
        }
        return window;
    }

    private boolean fits(Case one, Group last, Attempt attempt, Refused refusal) {
        CaseState state = last.after();
        return switch (refusal.status()) {
            case UNSEEN -> !Surroundings.visible(attempt.actor(), one, state, last.serial() + 1);
            case LATE -> late(one, state, attempt, refusal);
            default -> refuses(one, last, attempt, refusal);
        };
    }

    private boolean late(Case one, CaseState state, Attempt attempt, Refused refusal) {
        int entries = Math.toIntExact(state.seq());
        Long version = attempt.version();
        if (version == null) {
            return false;
        }
        return around.countsOtherwise(attempt.actor(), one, entries)
                || (refusal.told() == entries && Redecided.stale(one, version, entries));
    }

    /** A case that the form or the file names is taken too, at each moment that it may have been at. */
    private boolean refuses(Case one, Group last, Attempt attempt, Refused refusal) {
        List<Long> moments = new ArrayList<>(List.of(last.serial() + 1));
        Stream.concat(attempt.fields().values().stream(), last.after().related().keySet().stream())
                .flatMap(value -> Optional.ofNullable(around.cases().get(String.valueOf(value))).stream())
                .flatMap(other -> window(other, attempt).stream())
                .forEach(group -> moments.add(group.serial() + 1));
        return moments.stream().anyMatch(moment -> refuses(one, last, attempt, refusal, moment));
    }

    private boolean refuses(Case one, Group last, Attempt attempt, Refused refusal, long moment) {
        Fields fields = new Fields(attempt.fields());
        Command command = new Command(
                attempt.act(), attempt.actor(), attempt.at(), Procedures.occurredAt(fields, attempt.at()), fields);
        Decision decision = Procedures.decide(
                last.after(),
                command,
                around.world(one, last.after(), attempt.at(), no -> around.seen(attempt.actor(), no, moment)));
        if (decision instanceof Decision.Taken taken) {
            return refusal.why().startsWith(NOBODY_NAMED)
                    && taken.opens().stream().anyMatch(opening -> opening.kind() == Kind.COMPLAINT);
        }
        try {
            Refusals.orThrow(decision);
            return false;
        } catch (Problem told) {
            return told.status() == refusal.status() && refusal.why().equals(told.getMessage());
        }
    }
}
