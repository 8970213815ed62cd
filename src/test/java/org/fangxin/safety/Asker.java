package org.fangxin.safety;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who asks; nobody has neither cookie nor token. */
record Asker(String name, String cookie, String token) {
    static final Asker NOBODY = new Asker("", "", "");
    static final URI ROOT = URI.create("http://127.0.0.1:" + Program.PORT);

    /** Of every account of the demo. */
    private static final String PASSWORD = "Fangxin-Demo-2026";

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    static Asker signedIn(String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(ROOT.resolve("/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JsonMapper.shared().writeValueAsString(Map.of("username", name, "password", PASSWORD))))
                .build();
        HttpResponse<String> answer = Crowd.client().send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode session = JsonMapper.shared().readTree(answer.body());
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return new Asker(name, cookie, session.get("csrfToken").asString());
    }

    /** A request in this one's name. */
    HttpRequest.Builder at(URI where) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(where).timeout(PATIENCE);
        return name.isEmpty() ? builder : builder.header("Cookie", cookie).header("X-CSRF-TOKEN", token);
    }

    HttpResponse<byte[]> send(HttpClient http, HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
