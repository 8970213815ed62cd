package org.fangxin.identity.internal;

import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.fangxin.cipher.BlindIndex;
import org.fangxin.identity.store.FactorStore;
import org.springframework.stereotype.Component;

/** Takes a code of the second factor, each once: one by the clock, or one of those for recovery. */
@Component
class FactorCodes {
    /** By what the person was told. */
    enum By {
        CLOCK,
        RECOVERY
    }

    private static final long STEPS_KEPT = 10;

    private final FactorStore store;
    private final BlindIndex index;
    private final InScope inScope;
    private final InstantSource time;

    FactorCodes(FactorStore store, BlindIndex index, InScope inScope, InstantSource time) {
        this.store = store;
        this.index = index;
        this.inScope = inScope;
        this.time = time;
    }

    /** Uses the code up; empty when it is wrong or was used before. */
    Optional<By> accept(String personId, String typed) {
        String code = normal(typed);
        return inScope.everywhere(() -> isOfClock(code) ? byClock(personId, code) : byRecovery(personId, code));
    }

    private Optional<By> byClock(String personId, String code) {
        Instant now = time.instant();
        OptionalLong step = store.secret(personId)
                .map(secret -> TimeCode.stepOf(code, secret, now))
                .orElseGet(OptionalLong::empty);
        if (step.isEmpty() || !store.use(personId, step.getAsLong())) {
            return Optional.empty();
        }
        store.forgetBefore(personId, TimeCode.step(now) - STEPS_KEPT);
        return Optional.of(By.CLOCK);
    }

    private Optional<By> byRecovery(String personId, String code) {
        Instant now = time.instant();
        return index.candidates(BlindIndex.Kind.NAME, ofPerson(personId, code)).stream()
                .filter(digest -> store.useCode(personId, digest, now))
                .findFirst()
                .map(found -> By.RECOVERY);
    }

    /** The fingerprint under which a recovery code is kept. */
    byte[] digest(String personId, String code) {
        return index.of(BlindIndex.Kind.NAME, ofPerson(personId, normal(code)));
    }

    /** Whether this is a code of this secret at this time, without using it up. */
    static OptionalLong stepOf(String typed, byte[] secret, Instant now) {
        return TimeCode.stepOf(normal(typed), secret, now);
    }

    private static boolean isOfClock(String code) {
        return code.length() == TimeCode.DIGITS && code.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** {@code １２３ 456} is {@code 123456}; lines and capitals of a recovery code do not count. */
    private static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String ofPerson(String personId, String code) {
        return "recovery:" + personId + ":" + code;
    }
}
