package org.fangxin.casefile.internal;

import java.util.Optional;
import org.fangxin.casefile.Decision;

/** Refusals written where the condition stands. */
final class Refusing {
    private Refusing() {}

    /** A refusal when the condition holds. */
    static Optional<Decision.Refused> when(boolean condition, String code, String why, String... articles) {
        return condition ? Optional.of(Decision.refused(code, why, articles)) : Optional.empty();
    }
}
