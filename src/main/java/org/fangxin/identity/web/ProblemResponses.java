package org.fangxin.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.fangxin.problem.Problem;
import org.fangxin.problem.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What the security filters refuse, as problems. */
@Component
class ProblemResponses implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemWriter problems;

    ProblemResponses(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        if (ForgeableCalls.carriesToken(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        }
        problems.write(response, new Problem(401, "unauthenticated", "尚未登录", "请先登录。", List.of(), Map.of()));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problems.write(response, denied instanceof CsrfException ? forgery() : Problem.notFound());
    }

    /** For what is not there for anybody outside: no sign-in is offered. */
    void missing(HttpServletResponse response) throws IOException {
        problems.write(response, Problem.notFound());
    }

    private static Problem forgery() {
        return new Problem(403, "csrf", "页面已过期", "页面停留太久，没有保存。请刷新页面后再试。", List.of(), Map.of());
    }
}
