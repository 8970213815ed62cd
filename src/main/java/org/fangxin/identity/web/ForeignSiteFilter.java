package org.fangxin.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.problem.Problem;
import org.fangxin.problem.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses writing calls that a browser makes for a page of another site, public ones too: an officer's cookie would make of
 * them a registration at the desk. Every browser says so by itself, and no page can change it; programs say nothing.
 */
final class ForeignSiteFilter extends OncePerRequestFilter {
    private static final String HEADER = "Sec-Fetch-Site";
    /** A sister of our own host under one domain is another site's page too. */
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    private final ProblemWriter problems;

    ForeignSiteFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String from = request.getHeader(HEADER);
        if (from != null && FOREIGN.contains(from) && !PublicCalls.isRead(request)) {
            problems.write(response, refusal());
            return;
        }
        chain.doFilter(request, response);
    }

    private static Problem refusal() {
        return new Problem(403, "foreign-site", "不接受别的网站发来的操作", "请在本系统自己的页面上办理。", List.of(), Map.of());
    }
}
