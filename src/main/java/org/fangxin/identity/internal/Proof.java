package org.fangxin.identity.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fangxin.identity.SecondFactor;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.AuditTrail.Draft;
import org.fangxin.identity.store.PersonStore;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks somebody who is signed in once more who it is, before the means of signing in are changed: a code where a second factor
 * is in use, else the password. An unattended desk is not enough. Wrong answers count like those of a sign-in.
 */
@Component
class Proof {
    private final InScope inScope;
    private final PersonStore people;
    private final Passwords passwords;
    private final FactorCodes codes;
    private final AttemptGuard guard;
    private final AuditTrail audit;

    Proof(
            InScope inScope,
            PersonStore people,
            Passwords passwords,
            FactorCodes codes,
            AttemptGuard guard,
            AuditTrail audit) {
        this.inScope = inScope;
        this.people = people;
        this.passwords = passwords;
        this.codes = codes;
        this.guard = guard;
        this.audit = audit;
    }

    /**
     * Uses the proof up.
     *
     * @return until when the account is locked; empty when the proof was right
     * @throws Problem 422 at the field that is wrong
     */
    Optional<Instant> require(
            SignedIn who, String action, @Nullable String password, @Nullable String code, String from) {
        boolean byCode = who.secondFactor() == SecondFactor.IN_USE;
        String given = byCode ? code : password;
        String field = byCode ? "code" : "password";
        if (given == null || given.isBlank()) {
            throw Problem.invalid(field, "missing", byCode ? "请填写动态码或者一个恢复码。" : "请填写现在的密码。");
        }
        Optional<Instant> locked = guard.reserveName(who.username());
        if (locked.isPresent()) {
            return locked;
        }
        boolean right = byCode ? codes.accept(who.personId(), given).isPresent() : isPassword(who, given);
        if (!right) {
            guard.failed(who.username(), from);
            audit.append(Draft.of(who, action)
                    .about(who.personId())
                    .with(List.of(field))
                    .ended("FAILED", from));
            throw Problem.invalid(field, "wrong", byCode ? "动态码不对，或者已经用过。请等下一个再填。" : "密码不对。");
        }
        guard.succeeded(who.username(), from);
        return Optional.empty();
    }

    private boolean isPassword(SignedIn who, String given) {
        Account account =
                inScope.everywhere(() -> people.account(who.personId())).orElseThrow(Problem::notFound);
        return passwords.matches(given, account.passwordHash());
    }
}
