package org.fangxin.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.fangxin.identity.Person;
import org.fangxin.identity.SecondFactor;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.Account.Factor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How an account stands now under the program's settings: what its person has to do before anything else. */
@Component
class AccountStanding {
    /** So long a password may be used that somebody else knows: handed over on a Friday, it is good until Monday. */
    static final Duration FIRST_PASSWORD = Duration.ofHours(72);

    private final PasswordProfile profile;
    private final FactorPolicy factors;
    private final InstantSource time;

    AccountStanding(
            @Value("${fangxin.password-profile:mlps3}") String profile,
            @Value("${fangxin.second-factor:suggested}") String factors,
            InstantSource time) {
        this.profile = PasswordProfile.of(profile);
        this.factors = FactorPolicy.of(factors);
        this.time = time;
    }

    /** As the security context holds the person. A password past its lifetime has to be replaced like a first one. */
    SignedIn of(Account account) {
        Person person = account.person();
        return new SignedIn(
                person.personId(),
                person.username(),
                person.displayName(),
                person.agencyCode(),
                person.roles(),
                account.mustChange() || expired(account.passwordChangedAt()),
                factor(account));
    }

    /** Whether the password was set by somebody else and nobody replaced it in its time: it opens nothing any more. */
    boolean firstPasswordOver(Account account) {
        return account.mustChange()
                && account.passwordChangedAt().plus(FIRST_PASSWORD).isBefore(time.instant());
    }

    private boolean expired(Instant changedAt) {
        return profile.lifetime()
                .map(lifetime -> changedAt.plus(lifetime).isBefore(time.instant()))
                .orElse(false);
    }

    private SecondFactor factor(Account account) {
        if (account.factor() == Factor.NONE) {
            return factors.of(account.person().roles());
        }
        return account.factor() == Factor.IN_USE ? SecondFactor.IN_USE : SecondFactor.REQUIRED;
    }
}
