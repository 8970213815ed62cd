package org.fangxin.intake.internal.track;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fangxin.casefile.Actor;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.intake.TrackedCases;
import org.fangxin.intake.internal.RateLimits;
import org.fangxin.intake.store.SubmissionStore.Found;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link TrackedCases} by number and code; a report is none of its cases. */
@Component
class TrackingDoor implements TrackedCases {
    private final TrackingCheck check;
    private final PublicProgress progress;
    private final RateLimits limits;
    private final TransactionTemplate transaction;

    TrackingDoor(
            TrackingCheck check, PublicProgress progress, RateLimits limits, PlatformTransactionManager transactions) {
        this.check = check;
        this.progress = progress;
        this.limits = limits;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Actor complainant(
            String submissionNo, @Nullable String trackingCode, @Nullable String caseNo, String address) {
        limits.address(RateLimits.Call.TRACK, address);
        Found found = check.require(submissionNo, trackingCode, address);
        Map<String, Actor> own = Objects.requireNonNull(
                Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> progress.casesOf(found))));
        return Optional.ofNullable(caseNo)
                .map(String::strip)
                .map(own::get)
                .filter(actor -> actor.has(Role.COMPLAINANT))
                .orElseThrow(Problem::notFound);
    }
}
