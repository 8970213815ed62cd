package org.fangxin.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.problem.ProblemWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a person with a first or outdated password do nothing but change it or leave. */
final class PasswordChangeFilter extends OncePerRequestFilter {
    private final RequestMatcher session = PathPatternRequestMatcher.pathPattern("/api/v1/session/**");
    private final ProblemWriter problems;

    PasswordChangeFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean stopped = CurrentPerson.find().map(SignedIn::mustChangePassword).orElse(false);
        if (stopped && !session.matches(request)) {
            problems.write(
                    response,
                    new Problem(403, "password-change-required", "请先修改密码", "请先修改密码，再办其他事。", List.of(), Map.of()));
            return;
        }
        chain.doFilter(request, response);
    }
}
