package org.fangxin.intake;

import java.util.Map;
import java.util.Objects;
import org.fangxin.casefile.Actor;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.internal.RateLimits;
import org.fangxin.intake.internal.RateLimits.Call;
import org.fangxin.intake.internal.RateLimits.TooOften;
import org.fangxin.intake.internal.track.PublicProgress;
import org.fangxin.intake.internal.track.TrackingCheck;
import org.fangxin.intake.store.SubmissionStore.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The cases of who holds a tracking code, for rooms that show the person more than its progress. */
@Component
public class TrackedSubmissions {
    /** Where a reading call has the code: never in its address, which proxies and logs keep. */
    public static final String HEADER = "X-Tracking-Code";

    private final TrackingCheck check;
    private final PublicProgress progress;
    private final RateLimits limits;
    private final TransactionTemplate transaction;

    TrackedSubmissions(
            TrackingCheck check, PublicProgress progress, RateLimits limits, TransactionTemplate transaction) {
        this.check = check;
        this.progress = progress;
        this.limits = limits;
        this.transaction = transaction;
    }

    /**
     * The submission's cases by number, each with the actor that the person is in it.
     *
     * @param address the caller's network address, for counting tries
     * @throws org.fangxin.problem.Problem 404 when number and code do not belong together, 429 after too many tries
     */
    public Map<String, Actor> require(String submissionNo, @Nullable String trackingCode, String address) {
        try {
            limits.address(Call.TRACK, address);
            Found found = check.require(submissionNo, trackingCode, address);
            return Objects.requireNonNull(
                    Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> progress.casesOf(found))));
        } catch (TooOften tooOften) {
            throw tooOften.problem();
        }
    }
}
