package org.fangxin.identity;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser does in a test: keeps the cookie, sends the token of the last session answer with writing calls. */
public final class Browser {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** An answer, read. */
    public record Answer(int status, JsonNode body, MockHttpServletResponse raw) {
        public String text(String member) {
            return body.path(member).asString("");
        }
    }

    private final MockMvc mvc;
    private @Nullable Cookie cookie;
    private String csrf = "";
    private String address = "127.0.0.1";

    public Browser(MockMvc mvc) {
        this.mvc = mvc;
    }

    /** Goes on at another network address: failures are counted for each. */
    public Browser from(String newAddress) {
        address = newAddress;
        return this;
    }

    /** Signs in and keeps the session. */
    public Answer signIn(String username, String password) throws Exception {
        Answer answer = send(HttpMethod.POST, "/api/v1/session", Map.of("username", username, "password", password));
        csrf = answer.text("csrfToken");
        return answer;
    }

    /** The second step of signing in. */
    public Answer giveCode(String code) throws Exception {
        Answer answer = send(HttpMethod.POST, "/api/v1/session/second-factor", Map.of("code", code));
        csrf = answer.text("csrfToken");
        return answer;
    }

    /** Goes on with the token of another answer. */
    public void takeToken(String token) {
        csrf = token;
    }

    public Answer get(String path) throws Exception {
        return send(HttpMethod.GET, path, null);
    }

    public Answer post(String path, Object body) throws Exception {
        return send(HttpMethod.POST, path, body);
    }

    public Answer put(String path, Object body) throws Exception {
        return send(HttpMethod.PUT, path, body);
    }

    public Answer delete(String path) throws Exception {
        return send(HttpMethod.DELETE, path, null);
    }

    /** The session's id; empty without one. */
    public String sessionId() {
        return cookie == null ? "" : cookie.getValue();
    }

    /** Goes on without the token, as a forged request would. */
    public Browser forgetCsrfToken() {
        csrf = "";
        return this;
    }

    /** A second browser that holds the same cookie: what a thief of the cookie would have. */
    public Browser withSameCookie() {
        Browser other = new Browser(mvc).from(address);
        other.cookie = cookie;
        return other;
    }

    private Answer send(HttpMethod method, String path, @Nullable Object body) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(method, path);
        request.remoteAddress(address);
        if (cookie != null) {
            request.cookie(cookie);
        }
        if (!csrf.isEmpty()) {
            request.header("X-CSRF-TOKEN", csrf);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
        }
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        Cookie given = response.getCookie("FANGXIN");
        if (given != null) {
            cookie = given.getMaxAge() == 0 ? null : given;
        }
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        boolean json = text.startsWith("{") || text.startsWith("[");
        return new Answer(response.getStatus(), json ? JSON.readTree(text) : JSON.createObjectNode(), response);
    }
}
