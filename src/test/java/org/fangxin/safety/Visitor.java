package org.fangxin.safety;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the program's doors, from an address of his own and with what a browser keeps: the cookie and the page's token. */
final class Visitor implements AutoCloseable {
    static final String SESSION = "/api/v1/session";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final String host;
    private final Map<String, String> says = new LinkedHashMap<>();
    private String cookie = "";
    private String token = "";

    /** What came back. {@code cookie}: the session that the answer begins, or nothing. */
    record Answer(int status, String body, Map<String, String> headers, String cookie, long nanos) {
        JsonNode json() {
            return JSON.readTree(body.isEmpty() ? "{}" : body);
        }

        String text(String pointer) {
            return json().at(pointer).asString("");
        }

        /** The last word of the problem's name. */
        String type() {
            String type = text("/type");
            return type.substring(type.lastIndexOf(':') + 1);
        }
    }

    private Visitor(HttpClient http, String host) {
        this.http = http;
        this.host = host;
    }

    /** From an address that nobody has used. */
    static Visitor stranger() throws IOException {
        return new Visitor(Crowd.client(), "http://127.0.0.1:" + Program.PORT);
    }

    /** From this address, which the machine has. */
    static Visitor from(InetAddress address) {
        String host = address.getAddress().length == 4 ? "127.0.0.1" : "[::1]";
        return new Visitor(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .localAddress(address)
                        .connectTimeout(PATIENCE)
                        .build(),
                "http://" + host + ":" + Program.PORT);
    }

    /** Who is signed in from an address that nobody has used; a refusal is a failure of the rig. */
    static Visitor signedIn(String name, String password) throws IOException, InterruptedException {
        Visitor visitor = stranger();
        Answer answer = visitor.signIn(name, password);
        if (answer.status() != 200) {
            throw new IOException("the rig: " + name + " is not let in: " + answer.status() + " " + answer.body());
        }
        return visitor;
    }

    /** The same cookie and token in the hands of somebody else. */
    Visitor twin() throws IOException {
        Visitor twin = stranger();
        twin.cookie = cookie;
        twin.token = token;
        return twin;
    }

    /** Another who sends from the same address over the same connections. */
    Visitor beside() {
        return new Visitor(http, host);
    }

    Visitor saying(String header, String value) {
        says.put(header, value);
        return this;
    }

    Visitor withCookie(String value) {
        cookie = value;
        return this;
    }

    String cookie() {
        return cookie;
    }

    String token() {
        return token;
    }

    Answer signIn(String name, String password) throws IOException, InterruptedException {
        return post(SESSION, Map.of("username", name, "password", password));
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    Answer post(String path, Object body) throws IOException, InterruptedException {
        return send("POST", path, JSON.writeValueAsString(body));
    }

    Answer put(String path, Object body) throws IOException, InterruptedException {
        return send("PUT", path, JSON.writeValueAsString(body));
    }

    Answer send(String method, String path, @Nullable String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .timeout(PATIENCE)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null && !says.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        long begun = System.nanoTime();
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        long nanos = System.nanoTime() - begun;
        return keep(answer, nanos);
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host + path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (!token.isEmpty()) {
            request.header("X-CSRF-TOKEN", token);
        }
        says.forEach(request::header);
        return request;
    }

    HttpClient http() {
        return http;
    }

    private Answer keep(HttpResponse<String> answer, long nanos) {
        String set = answer.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
        if (set.startsWith("FANGXIN=")) {
            cookie = set.equals("FANGXIN=") ? "" : set;
        }
        Map<String, String> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, String.join("|", values)));
        Answer told = new Answer(answer.statusCode(), answer.body(), headers, set, nanos);
        if (answer.statusCode() == 200 && answer.body().contains("\"csrfToken\":\"")) {
            JsonNode body = told.json();
            JsonNode session = body.has("session") ? body.get("session") : body;
            token = session.path("csrfToken").asString(token);
        }
        return told;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
