package org.fangxin.identity.internal;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id, 19 MiB and two passes for each password. Only a few run at a time, so that a storm of sign-ins takes time and
 * not all memory.
 */
@Component
public class Passwords implements PasswordEncoder {
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_A_TIME = 4;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT, HASH, LANES, MEMORY_KIB, PASSES);
    private final Semaphore permits = new Semaphore(AT_A_TIME, true);
    private final String nobodys = argon2.encode("nobody has this password");

    @Override
    public String encode(java.lang.@org.jspecify.annotations.Nullable CharSequence password) {
        return within(() -> argon2.encode(password));
    }

    @Override
    public boolean matches(
            java.lang.@org.jspecify.annotations.Nullable CharSequence password,
            @org.jspecify.annotations.Nullable String hash) {
        return within(() -> argon2.matches(password, hash));
    }

    /** Takes as long as {@link #matches} and is never true: for a user name that nobody has. */
    public boolean matchesNobody(CharSequence password) {
        return matches(password, nobodys) && false;
    }

    private <T> T within(Supplier<T> work) {
        permits.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
