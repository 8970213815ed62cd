package org.fangxin.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The calls that another site could make a signed-in browser send: writing ones of a session. Programs with a token send
 * no cookie; public calls do nothing in anybody's name.
 */
final class ForgeableCalls implements RequestMatcher {
    private final PublicCalls publicCalls = new PublicCalls();

    @Override
    public boolean matches(HttpServletRequest request) {
        return !PublicCalls.isRead(request) && !publicCalls.matches(request) && !carriesToken(request) && isSignedIn();
    }

    static boolean carriesToken(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    private static boolean isSignedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.isAuthenticated();
    }
}
