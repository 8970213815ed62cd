package org.fangxin.intake;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.SignedInAs;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands things in over HTTP, as the public and as officers of 崇信县, and reads what comes back. */
final class Desk {
    static final JsonMapper JSON = JsonMapper.shared();

    record Answer(int status, JsonNode body, String text, MockHttpServletResponse raw) {
        String at(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    private final MockMvc mvc;
    private final RequestPostProcessor as;

    private Desk(MockMvc mvc, RequestPostProcessor as) {
        this.mvc = mvc;
        this.as = as;
    }

    static Desk publicPages(MockMvc mvc) {
        return from(mvc, "203.0.113.7");
    }

    static Desk from(MockMvc mvc, String address) {
        return new Desk(mvc, request -> {
            request.setRemoteAddr(address);
            return request;
        });
    }

    static Desk with(MockMvc mvc, RequestPostProcessor as) {
        return new Desk(mvc, as);
    }

    static Desk officer(MockMvc mvc, Role... roles) {
        return officerOf(mvc, "620823", roles);
    }

    static Desk officerOf(MockMvc mvc, String agency, Role... roles) {
        return new Desk(mvc, SignedInAs.officer(agency, roles));
    }

    static Desk of(MockMvc mvc, Person person) {
        return new Desk(
                mvc,
                SignedInAs.person(new SignedIn(
                        person.personId(), person.username(), "测试员", person.agencyCode(), person.roles(), false)));
    }

    /** The body of the outer contract's example, with changes at its root. */
    static Map<String, Object> example(Map<String, ?> changes) {
        Map<String, Object> body = new HashMap<>();
        body.put("channel", "WEB");
        body.put("kinds", List.of("COMPLAINT"));
        body.put("person", person("张三", "13800000000"));
        body.put("merchant", Map.of("name", "某某家电商场", "address", "崇信县锦屏镇西街", "regionCode", "620823", "type", "SHOP"));
        body.put("content", "5月2日买的冰箱第二天就不制冷，商家不给退。");
        body.put("demands", List.of("REFUND"));
        body.put("amount", "1980.00");
        body.putAll(changes);
        body.values().removeIf("-"::equals);
        return body;
    }

    static Map<String, Object> person(String name, String phone) {
        return Map.of("name", name, "phone", phone, "address", "甘肃省平凉市崇信县锦屏镇东街");
    }

    Answer submit(Map<String, ?> body) throws Exception {
        return send(HttpMethod.POST, "/api/v1/submissions", body, Map.of());
    }

    Answer submit(Map<String, ?> body, String key) throws Exception {
        return send(HttpMethod.POST, "/api/v1/submissions", body, Map.of("Idempotency-Key", key));
    }

    Answer get(String path) throws Exception {
        return send(HttpMethod.GET, path, null, Map.of());
    }

    /** Reads by a tracking code; {@code path} may go on behind the number. */
    Answer track(String path, String code) throws Exception {
        return send(HttpMethod.GET, "/api/v1/submissions/" + path, null, Map.of(TrackedSubmissions.HEADER, code));
    }

    /** What the tracking page shows of this submission. */
    Answer track(Answer receipt) throws Exception {
        return track(receipt.at("/submissionNo"), receipt.at("/trackingCode"));
    }

    Answer post(String path, Object body) throws Exception {
        return send(HttpMethod.POST, path, body, Map.of());
    }

    /** Sends the same with a key, as a page does again whose answer was lost. */
    Answer post(String path, Object body, String key) throws Exception {
        return send(HttpMethod.POST, path, body, Map.of("Idempotency-Key", key));
    }

    Answer put(String path, Object body) throws Exception {
        return send(HttpMethod.PUT, path, body, Map.of());
    }

    Answer delete(String path) throws Exception {
        return send(HttpMethod.DELETE, path, null, Map.of());
    }

    Answer act(String caseNo, String act, Map<String, ?> fields) throws Exception {
        String version = get("/api/v1/cases/" + caseNo).raw().getHeader("ETag");
        return send(
                HttpMethod.POST,
                "/api/v1/cases/" + caseNo + "/acts/" + act,
                fields,
                Map.of("If-Match", String.valueOf(version)));
    }

    Answer upload(String path, String name, byte[] content, Map<String, String> parameters) throws Exception {
        var request = MockMvcRequestBuilders.multipart(path).file(new MockMultipartFile("file", name, null, content));
        parameters.forEach(request::param);
        return answer(mvc.perform(request.with(as)).andReturn().getResponse());
    }

    /** The bytes of a streamed answer. */
    MockHttpServletResponse download(String path) throws Exception {
        var first = mvc.perform(MockMvcRequestBuilders.get(path).with(as)).andReturn();
        if (!first.getRequest().isAsyncStarted()) {
            return first.getResponse();
        }
        return mvc.perform(MockMvcRequestBuilders.asyncDispatch(first))
                .andReturn()
                .getResponse();
    }

    private Answer send(HttpMethod method, String path, Object body, Map<String, String> headers) throws Exception {
        var request = MockMvcRequestBuilders.request(method, java.net.URI.create(path))
                .with(as);
        headers.forEach(request::header);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .content(body instanceof String text ? text : JSON.writeValueAsString(body));
        }
        return answer(mvc.perform(request).andReturn().getResponse());
    }

    private static Answer answer(MockHttpServletResponse response) throws Exception {
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        boolean json = text.startsWith("{") || text.startsWith("[");
        return new Answer(response.getStatus(), json ? JSON.readTree(text) : JSON.createObjectNode(), text, response);
    }
}
