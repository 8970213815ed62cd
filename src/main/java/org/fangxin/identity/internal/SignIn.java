package org.fangxin.identity.internal;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.AuditTrail.Draft;
import org.fangxin.identity.store.PersonStore;
import org.springframework.stereotype.Component;

/** Signs a person in. An unknown name, a wrong password and a disabled account look alike and take as long. */
@Component
public class SignIn {
    /** How it ended. */
    public sealed interface Outcome {
        /** @param stamp the account's stamp; the session ends when it is no longer the same */
        record Welcome(SignedIn who, long stamp) implements Outcome {}

        /** The password was right; a code of the second factor is wanted before anybody is signed in. */
        record CodeWanted(String personId, long stamp) implements Outcome {}

        record Refused() implements Outcome {}

        /** The password was right, but a first one that nobody replaced in its time. */
        record FirstPasswordOver() implements Outcome {}

        record Locked(Instant until) implements Outcome {}

        record TooMany(Instant until) implements Outcome {}
    }

    static final String ACTION = "SIGN_IN";

    private final InScope inScope;
    private final PersonStore people;
    private final Passwords passwords;
    private final AttemptGuard guard;
    private final AuditTrail audit;
    private final AccountStanding standing;

    SignIn(
            InScope inScope,
            PersonStore people,
            Passwords passwords,
            AttemptGuard guard,
            AuditTrail audit,
            AccountStanding standing) {
        this.inScope = inScope;
        this.people = people;
        this.passwords = passwords;
        this.guard = guard;
        this.audit = audit;
        this.standing = standing;
    }

    /** Tries a name and a password that came from a network address. */
    public Outcome attempt(String typedName, String password, String address) {
        Optional<Instant> addressLocked = guard.reserveAddress(address);
        if (addressLocked.isPresent()) {
            return new Outcome.TooMany(addressLocked.get());
        }
        String username = username(typedName);
        Optional<Instant> locked = guard.reserveName(username);
        Optional<Account> account = inScope.everywhere(() -> people.byUsername(username));
        if (locked.isPresent()) {
            tell(account, "LOCKED", address);
            return new Outcome.Locked(locked.get());
        }
        if (!matches(account, password)) {
            guard.failed(username, address);
            tell(account, "FAILED", address);
            return new Outcome.Refused();
        }
        return passwordRight(account.orElseThrow(), username, address);
    }

    /** The person behind a session, as things stand now; empty when the session has ended by a change of the account. */
    public Optional<SignedIn> stillSignedIn(String personId, long stamp) {
        return inScope.everywhere(() -> people.account(personId))
                .filter(account -> account.person().active() && account.stamp() == stamp)
                .map(standing::of);
    }

    /** The account as it stands now, after the person changed the password. */
    Outcome.Welcome again(String personId) {
        return welcome(inScope.everywhere(() -> people.account(personId)).orElseThrow());
    }

    /** The form in which user names are kept: {@code ＷＡＮＧ } is {@code wang}. */
    static String username(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    private Outcome passwordRight(Account account, String username, String address) {
        if (standing.firstPasswordOver(account)) {
            guard.passwordRight(username, address);
            audit.append(Draft.of(account.person(), ACTION)
                    .with(List.of("first-password-over"))
                    .ended("FAILED", address));
            return new Outcome.FirstPasswordOver();
        }
        if (account.wantsCode()) {
            guard.passwordRight(username, address);
            audit.append(Draft.of(account.person(), "PASSWORD_RIGHT").ended("OK", address));
            return new Outcome.CodeWanted(account.person().personId(), account.stamp());
        }
        guard.succeeded(username, address);
        tell(Optional.of(account), "OK", address);
        return welcome(account);
    }

    private Outcome.Welcome welcome(Account account) {
        return new Outcome.Welcome(standing.of(account), account.stamp());
    }

    private boolean matches(Optional<Account> account, String password) {
        boolean right = account.map(one -> passwords.matches(password, one.passwordHash()))
                .orElseGet(() -> passwords.matchesNobody(password));
        return right && account.orElseThrow().person().active();
    }

    private void tell(Optional<Account> account, String outcome, String address) {
        Draft draft = account.map(one -> Draft.of(one.person(), ACTION))
                .orElseGet(() -> Draft.ofNobody(ACTION).with(List.of("unknown-name")));
        audit.append(draft.ended(outcome, address));
    }
}
