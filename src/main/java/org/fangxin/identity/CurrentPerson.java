package org.fangxin.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.problem.Problem;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who asks: the person or program behind the running request, read from the security context. */
public final class CurrentPerson {
    private CurrentPerson() {}

    /** The person or program signed in; empty for the public and for the program's own work. */
    public static Optional<SignedIn> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.isAuthenticated()
                && authentication.getPrincipal() instanceof SignedIn signedIn) {
            return Optional.of(signedIn);
        }
        return Optional.empty();
    }

    /**
     * The person or program signed in.
     *
     * @throws Problem 401 when nobody is
     */
    public static SignedIn require() {
        return find().orElseThrow(CurrentPerson::unauthenticated);
    }

    /**
     * The person or program signed in, who holds at least one of these roles.
     *
     * @throws Problem 401 when nobody is signed in; 404 without such a role, since forbidden and missing look the same
     */
    public static SignedIn require(Role... anyOf) {
        SignedIn signedIn = require();
        for (Role role : anyOf) {
            if (signedIn.has(role)) {
                return signedIn;
            }
        }
        throw Problem.notFound();
    }

    private static Problem unauthenticated() {
        return new Problem(401, "unauthenticated", "尚未登录", "请先登录。", List.of(), Map.of());
    }
}
