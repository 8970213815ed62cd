package org.fangxin.intake.internal.track;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.internal.RateLimits;
import org.fangxin.intake.store.Macs;
import org.fangxin.intake.store.SubmissionStore;
import org.fangxin.intake.store.SubmissionStore.Found;
import org.fangxin.intake.store.TrackingStore;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether somebody holds the code of a submission. A wrong code and a number that does not exist are answered alike and
 * counted alike: four wrong tries from one address, and it waits a quarter of an hour.
 */
@Component
public class TrackingCheck {
    private static final int TRIES = 4;

    private final SubmissionStore submissions;
    private final TrackingStore tries;
    private final Macs macs;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    /** Compared with when a number does not exist, so that it takes as long. */
    private final Macs.Keyed nobody;

    TrackingCheck(
            SubmissionStore submissions,
            TrackingStore tries,
            Macs macs,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.submissions = submissions;
        this.tries = tries;
        this.macs = macs;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.nobody = macs.of(TrackingCode.USE, "nobody", TrackingCode.fresh());
    }

    private record Verdict(
            Optional<Found> found, int left, @Nullable Instant lockedUntil) {}

    /**
     * The submission, when number and code belong together.
     *
     * @throws Problem 404 when they do not
     * @throws RateLimits.TooOften when the address has to wait
     */
    public Found require(String typedNo, @Nullable String typedCode, String address) {
        String no = number(typedNo);
        String code = TrackingCode.normal(typedCode);
        // decided and counted in one transaction that is kept, whatever the answer
        Verdict verdict = Objects.requireNonNull(
                Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> decide(no, code, address))));
        if (verdict.lockedUntil() != null) {
            long seconds =
                    Duration.between(clock.instant(), verdict.lockedUntil()).toSeconds();
            throw RateLimits.tooOften((int) Math.max(1, seconds));
        }
        return verdict.found().orElseThrow(() -> wrong(verdict.left()));
    }

    private Verdict decide(String no, String code, String address) {
        Instant now = clock.instant();
        if (tries.failures(no, address, now) >= TRIES) {
            return new Verdict(Optional.empty(), 0, tries.lockedUntil(no, address));
        }
        Optional<Found> found = submissions.find(no);
        Macs.Keyed known = found.map(Found::tracking).orElse(nobody);
        boolean same = macs.same(known, TrackingCode.USE, no, code);
        if (same && found.isPresent()) {
            tries.succeed(no, address);
            return new Verdict(found, TRIES, null);
        }
        int failures = tries.fail(no, address, now);
        return failures >= TRIES
                ? new Verdict(Optional.empty(), 0, now.plus(TrackingStore.LOCK))
                : new Verdict(Optional.empty(), TRIES - failures, null);
    }

    private static Problem wrong(int left) {
        String sentence = "编号或查询码不对。请核对短信里的 16 位数字；再错 " + left + " 次要等 15 分钟。";
        return new Problem(404, "wrong-code", "编号或查询码不对", sentence, List.of(), Map.of("triesLeft", left));
    }

    /** As people type it: small letters, blanks, other dashes, with or without the S. */
    private static String number(String typed) {
        String plain = java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .replaceAll("[‐-―−]", "-")
                .toUpperCase(java.util.Locale.ROOT);
        String bounded = plain.length() > 40 ? plain.substring(0, 40) : plain;
        return bounded.startsWith("S") ? bounded : "S" + bounded;
    }
}
