package org.fangxin.duplicate.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.duplicate.Likely;
import org.fangxin.duplicate.Told;
import org.fangxin.intake.TrackedSubmissions;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the public has told before, known by the tracking codes that the browser holds and by nothing else: a telephone
 * number typed into a form proves nothing, and an answer to it would tell anybody who has complained.
 */
@Component
public class OwnDuplicates {
    private static final int NOT_FOUND = 404;

    private final TrackedSubmissions tracked;
    private final LikelyDuplicates duplicates;

    OwnDuplicates(TrackedSubmissions tracked, LikelyDuplicates duplicates) {
        this.tracked = tracked;
        this.duplicates = duplicates;
    }

    public record Proof(
            @Nullable String submissionNo, @Nullable String trackingCode) {}

    /**
     * @param address the caller's network address, for counting tries
     * @throws Problem 429 after too many tries
     */
    public List<Likely> of(Told told, List<Proof> proofs, String address) {
        Set<String> own = new LinkedHashSet<>();
        proofs.forEach(proof -> own.addAll(cases(proof, address)));
        return own.isEmpty() ? List.of() : Scopes.within(Scope.SYSTEM, () -> duplicates.among(told, own));
    }

    /** A code that does not fit is no proof, and counted as a try. */
    private Set<String> cases(Proof proof, String address) {
        if (proof.submissionNo() == null) {
            return Set.of();
        }
        try {
            return tracked.require(proof.submissionNo(), proof.trackingCode(), address)
                    .keySet();
        } catch (Problem problem) {
            if (problem.status() == NOT_FOUND) {
                return Set.of();
            }
            throw problem;
        }
    }
}
