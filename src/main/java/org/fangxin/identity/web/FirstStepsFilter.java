package org.fangxin.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.SecondFactor;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.problem.ProblemWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a person with a first or outdated password, or who owes a second factor, do nothing but mend that or leave. */
final class FirstStepsFilter extends OncePerRequestFilter {
    private final RequestMatcher session = PathPatternRequestMatcher.pathPattern("/api/v1/session/**");
    private final ProblemWriter problems;

    FirstStepsFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Problem> owed = CurrentPerson.find().flatMap(FirstStepsFilter::owed);
        if (owed.isPresent() && !session.matches(request)) {
            problems.write(response, owed.get());
            return;
        }
        chain.doFilter(request, response);
    }

    private static Optional<Problem> owed(SignedIn who) {
        if (who.mustChangePassword()) {
            return Optional.of(first("password-change-required", "请先修改密码", "请先修改密码，再办其他事。"));
        }
        return who.secondFactor() == SecondFactor.REQUIRED
                ? Optional.of(first("second-factor-required", "请先启用动态口令", "这个账号要用动态口令登录。请先启用，再办其他事。"))
                : Optional.empty();
    }

    private static Problem first(String type, String title, String detail) {
        return new Problem(403, type, title, detail, List.of(), Map.of());
    }
}
