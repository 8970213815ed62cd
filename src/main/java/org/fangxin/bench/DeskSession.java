package org.fangxin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An officer signed in to the running program, as a browser would be. */
final class DeskSession implements AutoCloseable {
    private static final int OK = 200;
    private static final int BEYOND = 300;
    private static final String SESSION = "/api/v1/session";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final JsonMapper json;
    private final String base;
    private String csrf = "";

    private DeskSession(int port, JsonMapper json) {
        this.base = "http://127.0.0.1:" + port;
        this.json = json;
    }

    static DeskSession signIn(int port, JsonMapper json, String username, String password) {
        DeskSession session = new DeskSession(port, json);
        session.csrf = session.get(SESSION).path("csrfToken").asString("");
        session.csrf = session.post(SESSION, Map.of("username", username, "password", password))
                .get("csrfToken")
                .asString();
        return session;
    }

    JsonNode get(String path) {
        return json.readTree(
                send(HttpRequest.newBuilder(URI.create(base + path)).GET()));
    }

    /** The answer as it came, unread: for what is timed. */
    String page(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    JsonNode post(String path, Map<String, ?> body) {
        return json.readTree(answer(path, body));
    }

    String answer(String path, Map<String, ?> body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private String send(HttpRequest.Builder request) {
        if (!csrf.isEmpty()) {
            request.header("X-CSRF-TOKEN", csrf);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() < OK || answer.statusCode() >= BEYOND) {
                throw new IllegalStateException("Answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
