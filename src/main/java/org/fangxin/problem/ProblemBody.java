package org.fangxin.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The members of an {@code application/problem+json} answer, in the order in which they are written. */
final class ProblemBody {
    private static final String URN = "urn:fangxin:problem:";

    private ProblemBody() {}

    static Map<String, Object> of(Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", URN + problem.type());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", String.valueOf(problem.getMessage()));
        body.put("errors", problem.errors());
        problem.extra().forEach(body::putIfAbsent);
        return body;
    }

    static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).headers(headers);
        Object seconds = problem.extra().get(Problem.RETRY_AFTER);
        if (seconds != null) {
            answer.header(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(of(problem));
    }

    static ResponseEntity<Object> answer(Problem problem) {
        return answer(problem, new HttpHeaders());
    }
}
