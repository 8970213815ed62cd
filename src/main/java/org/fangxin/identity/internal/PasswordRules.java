package org.fangxin.identity.internal;

import java.time.Instant;
import java.util.Optional;
import org.fangxin.identity.store.GrantStore;
import org.fangxin.identity.store.PersonStore;
import org.fangxin.problem.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Checks a new password against the chosen profile and against those used before, and stores it. */
@Component
class PasswordRules {
    private final PasswordProfile profile;
    private final Passwords passwords;
    private final PersonStore people;
    private final GrantStore grants;

    PasswordRules(
            @Value("${fangxin.password-profile:mlps3}") String profile,
            Passwords passwords,
            PersonStore people,
            GrantStore grants) {
        this.profile = PasswordProfile.of(profile);
        this.passwords = passwords;
        this.people = people;
        this.grants = grants;
    }

    void require(String field, String password, String username) {
        Optional<String> objection = profile.objection(password, username);
        if (objection.isPresent()) {
            throw Problem.invalid(field, "weak-password", objection.get());
        }
    }

    void requireUnused(String field, String personId, String password) {
        for (String earlier : grants.passwords(personId, profile.remembered())) {
            if (passwords.matches(password, earlier)) {
                throw Problem.invalid(field, "used-before", "这个密码用过，请换一个新的。");
            }
        }
    }

    /** Replaces the password; every session of the person ends. */
    void set(String personId, String password, boolean mustChange, Instant now) {
        String hash = passwords.encode(password);
        people.setPassword(personId, hash, now, mustChange);
        grants.remember(personId, hash, now, profile.remembered());
    }
}
