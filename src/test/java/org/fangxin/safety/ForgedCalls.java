package org.fangxin.safety;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every writing call of the API's document as another site makes a signed-in browser send it: with the cookie, without the token. */
final class ForgedCalls {
    private static final List<String> WRITING = List.of("post", "put", "patch", "delete");
    private static final String ELSEWHERE = "https://elsewhere.example";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How it is sent. */
    private enum Way {
        WITHOUT_TOKEN,
        WRONG_TOKEN,
        FROM_ELSEWHERE
    }

    private final URI root;
    private final Asker victim;
    private final Map<String, String> breaks;
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private int sent;

    ForgedCalls(URI root, Asker victim, Map<String, String> breaks) {
        this.root = root;
        this.victim = victim;
        this.breaks = breaks;
    }

    int sent() {
        return sent;
    }

    Map<Integer, Integer> answers() {
        return answers;
    }

    void send() throws IOException, InterruptedException {
        HttpClient http = Crowd.client();
        JsonNode contract = JsonMapper.shared().readTree(Files.readAllBytes(Requests.CONTRACT));
        for (Map.Entry<String, JsonNode> path : contract.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
                if (!WRITING.contains(call.getKey())) {
                    continue;
                }
                for (Way way : Way.values()) {
                    one(
                            http,
                            call.getKey().toUpperCase(Locale.ROOT),
                            path.getKey().replaceAll("\\{\\w+}", "1"),
                            way);
                }
            }
        }
    }

    private void one(HttpClient http, String method, String path, Way way) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(PATIENCE)
                .header("Cookie", victim.cookie())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString("{}"));
        if (way == Way.WRONG_TOKEN) {
            request.header("X-CSRF-TOKEN", "A".repeat(Math.max(1, victim.token().length())));
        } else if (way == Way.FROM_ELSEWHERE) {
            // what every browser adds by itself to what another site makes it send, and no site can change
            request.header("Origin", ELSEWHERE).header("Sec-Fetch-Site", "cross-site");
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        sent++;
        answers.merge(answer.statusCode(), 1, Integer::sum);
        boolean open = method.equals("POST") && isPublic(path) && way != Way.FROM_ELSEWHERE;
        if (answer.statusCode() != 403 && !open) {
            breaks.merge(
                    "a forged call was let in (" + way + ")",
                    method + " " + path + " " + answer.statusCode(),
                    (all, next) -> all.length() < 600 ? all + ", " + next : all);
        }
        if (answer.statusCode() >= 500) {
            breaks.putIfAbsent("answered " + answer.statusCode(), method + " " + path);
        }
        if (answer.headers().firstValue("Access-Control-Allow-Origin").isPresent()) {
            breaks.putIfAbsent("another site may read answers", method + " " + path);
        }
    }

    /** What anybody may call without signing in does nothing in the name of who is signed in. */
    private static boolean isPublic(String path) {
        return path.equals("/api/v1/session")
                || path.equals("/api/v1/session/second-factor")
                || path.startsWith("/api/v1/submissions")
                || path.startsWith("/api/v1/public/")
                || path.equals("/api/v1/attachments")
                || path.equals("/api/v1/jurisdiction")
                || path.startsWith("/api/v1/notice-reports/")
                || path.startsWith("/api/v1/merchant/invitation");
    }
}
