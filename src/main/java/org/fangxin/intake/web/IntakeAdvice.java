package org.fangxin.intake.web;

import org.fangxin.intake.internal.RateLimits.TooOften;
import org.fangxin.problem.Problem;
import org.fangxin.problem.ProblemWriter;
import org.fangxin.sheet.UnreadableFile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Refusals that need a header, or that come from below where nobody knows HTTP; whichever room's door was knocked at, since
 * tracking codes open doors of others too.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class IntakeAdvice {
    private final ProblemWriter problems;

    IntakeAdvice(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void tooOften(TooOften tooOften, jakarta.servlet.http.HttpServletResponse response) throws java.io.IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooOften.seconds()));
        problems.write(response, tooOften.problem());
    }

    @ExceptionHandler
    void unreadable(UnreadableFile unreadable, jakarta.servlet.http.HttpServletResponse response)
            throws java.io.IOException {
        problems.write(response, Problem.invalid("file", "unreadable", String.valueOf(unreadable.getMessage())));
    }
}
