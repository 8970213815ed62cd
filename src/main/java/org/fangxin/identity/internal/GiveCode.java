package org.fangxin.identity.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fangxin.identity.internal.AuditTrail.Draft;
import org.fangxin.identity.store.PersonStore;
import org.springframework.stereotype.Component;

/** The second step of signing in. Wrong codes count like wrong passwords, and a right password between them lifts nothing. */
@Component
public class GiveCode {
    private final InScope inScope;
    private final PersonStore people;
    private final FactorCodes codes;
    private final AttemptGuard guard;
    private final AuditTrail audit;
    private final AccountStanding standing;

    GiveCode(
            InScope inScope,
            PersonStore people,
            FactorCodes codes,
            AttemptGuard guard,
            AuditTrail audit,
            AccountStanding standing) {
        this.inScope = inScope;
        this.people = people;
        this.codes = codes;
        this.guard = guard;
        this.audit = audit;
        this.standing = standing;
    }

    /**
     * Tries a code of who gave the right password.
     *
     * @return empty when the first step no longer counts: the account changed since
     */
    public Optional<SignIn.Outcome> give(SignIn.Outcome.CodeWanted half, String code, String address) {
        return inScope.everywhere(() -> people.account(half.personId()))
                .filter(account -> account.person().active() && account.stamp() == half.stamp() && account.wantsCode())
                .map(account -> attempt(account, code, address));
    }

    private SignIn.Outcome attempt(Account account, String code, String address) {
        String username = account.person().username();
        Optional<Instant> addressLocked = guard.reserveAddress(address);
        if (addressLocked.isPresent()) {
            return new SignIn.Outcome.TooMany(addressLocked.get());
        }
        Optional<Instant> locked = guard.reserveName(username);
        if (locked.isPresent()) {
            tell(account, "second-factor", "LOCKED", address);
            return new SignIn.Outcome.Locked(locked.get());
        }
        Optional<FactorCodes.By> by = codes.accept(account.person().personId(), code);
        if (by.isEmpty()) {
            guard.failed(username, address);
            tell(account, "second-factor", "FAILED", address);
            return new SignIn.Outcome.Refused();
        }
        guard.succeeded(username, address);
        tell(account, "second-factor=" + by.get().name().toLowerCase(Locale.ROOT), "OK", address);
        return new SignIn.Outcome.Welcome(standing.of(account), account.stamp());
    }

    private void tell(Account account, String detail, String outcome, String address) {
        audit.append(
                Draft.of(account.person(), SignIn.ACTION).with(List.of(detail)).ended(outcome, address));
    }
}
