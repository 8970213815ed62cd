package org.fangxin.casefile.store;

import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Decision;
import org.fangxin.problem.Problem;

/** A refusal as a value becomes what the outside understands. */
final class Refusals {
    private Refusals() {}

    static Decision.Taken orThrow(Decision decision) {
        return switch (decision) {
            case Decision.Taken taken -> taken;
            case Decision.Refused refused -> throw refusal(refused);
            case Decision.Invalid invalid ->
                throw Problem.invalid(invalid.faults().stream()
                        .map(f -> new Problem.FieldError(f.field(), f.code(), f.message()))
                        .toList());
        };
    }

    private static Problem refusal(Decision.Refused refused) {
        if (refused.code().equals("ROLE") || refused.code().equals("RECUSED")) {
            return new Problem(
                    403, "not-yours", "不由您办理", refused.why(), List.of(), Map.of("articles", refused.articles()));
        }
        return Problem.forbiddenByLaw(refused.why(), refused.articles());
    }
}
