package org.fangxin.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPatternParser;

/** The calls that anybody may make, without session and without token against forgery. */
final class PublicCalls implements RequestMatcher {
    private static final List<String> READ = List.of(
            "/api/v1/session",
            "/api/v1/submissions/**",
            "/api/v1/law/**",
            "/api/v1/regions/**",
            "/api/v1/agencies/**",
            "/api/v1/public/**");
    private static final List<String> WRITE = List.of(
            "/api/v1/session",
            // who still owes the code is nobody yet
            "/api/v1/session/second-factor",
            "/api/v1/submissions/**",
            "/api/v1/public/mediation/**",
            "/api/v1/public/answers/**",
            "/api/v1/public/duplicates",
            "/api/v1/attachments",
            "/api/v1/jurisdiction",
            "/api/v1/notice-reports/**",
            // who holds an invitation has no account yet
            "/api/v1/merchant/invitation/**");

    private final List<PathPatternRequestMatcher> read;
    private final List<PathPatternRequestMatcher> write;

    PublicCalls() {
        read = READ.stream().map(PathPatternRequestMatcher::pathPattern).toList();
        write = WRITE.stream()
                .map(path -> PathPatternRequestMatcher.pathPattern(HttpMethod.POST, path))
                .toList();
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        boolean reads = isRead(request);
        return (reads ? read : write).stream().anyMatch(one -> one.matches(request));
    }

    /** The same of a call as the API's document names it, with {@code {id}} in its path. */
    static boolean open(String method, String path) {
        PathContainer named = PathContainer.parsePath(path);
        List<String> open = isRead(method) ? READ : WRITE;
        return (isRead(method) || method.equals("POST"))
                && open.stream()
                        .anyMatch(one ->
                                PathPatternParser.defaultInstance.parse(one).matches(named));
    }

    static boolean isRead(HttpServletRequest request) {
        return isRead(request.getMethod());
    }

    private static boolean isRead(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }
}
