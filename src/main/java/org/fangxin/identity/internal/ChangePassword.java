package org.fangxin.identity.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.AuditTrail.Draft;
import org.fangxin.identity.store.PersonStore;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;

/** A person replaces the own password. The old one counts like a sign-in: wrong ones lock. */
@Component
public class ChangePassword {
    private final InScope inScope;
    private final PersonStore people;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final AttemptGuard guard;
    private final AuditTrail audit;
    private final SignIn signIn;
    private final InstantSource time;

    ChangePassword(
            InScope inScope,
            PersonStore people,
            Passwords passwords,
            PasswordRules rules,
            AttemptGuard guard,
            AuditTrail audit,
            SignIn signIn,
            InstantSource time) {
        this.inScope = inScope;
        this.people = people;
        this.passwords = passwords;
        this.rules = rules;
        this.guard = guard;
        this.audit = audit;
        this.signIn = signIn;
        this.time = time;
    }

    /**
     * Replaces the password.
     *
     * @return who is signed in now, for the session that goes on, or until when the account is locked
     * @throws Problem 422 when the old password is wrong or the new one will not do
     */
    public SignIn.Outcome change(SignedIn who, String oldPassword, String newPassword, String address) {
        Optional<Instant> locked = guard.reserveName(who.username());
        if (locked.isPresent()) {
            return new SignIn.Outcome.Locked(locked.get());
        }
        Account account =
                inScope.everywhere(() -> people.account(who.personId())).orElseThrow(Problem::notFound);
        if (!passwords.matches(oldPassword, account.passwordHash())) {
            guard.failed(who.username(), address);
            audit.append(Draft.of(who, "CHANGE_PASSWORD").about(who.personId()).ended("FAILED", address));
            throw Problem.invalid("oldPassword", "wrong-password", "原密码不对。");
        }
        guard.succeeded(who.username(), address);
        rules.require("newPassword", newPassword, who.username());
        inScope.everywhere(() -> {
            rules.requireUnused("newPassword", who.personId(), newPassword);
            rules.set(who.personId(), newPassword, false, time.instant());
            audit.append(Draft.of(who, "CHANGE_PASSWORD").about(who.personId()).ended("OK", address));
            return true;
        });
        return signIn.again(who.personId());
    }
}
