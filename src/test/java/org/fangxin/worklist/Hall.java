package org.fangxin.worklist;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.fangxin.greenchannel.Street.Reply;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.SignedInAs;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Officers at their lists over HTTP. */
public final class Hall {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final MockMvc mvc;

    public Hall(MockMvc mvc) {
        this.mvc = mvc;
    }

    public static SignedIn officer(String agency, Role... roles) {
        String id = "hall-" + COUNT.incrementAndGet();
        return new SignedIn(id, id, "测试员", agency, Set.of(roles), false);
    }

    public static Map<String, Object> body(Object... fields) {
        Map<String, Object> body = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            body.put((String) fields[i], fields[i + 1]);
        }
        return body;
    }

    public Reply get(SignedIn who, String path) throws Exception {
        return read(raw(who, HttpMethod.GET, path, null));
    }

    public Reply post(SignedIn who, String path, Object... fields) throws Exception {
        return read(raw(who, HttpMethod.POST, path, body(fields)));
    }

    public Reply put(SignedIn who, String path, Object... fields) throws Exception {
        return read(raw(who, HttpMethod.PUT, path, body(fields)));
    }

    public Reply delete(SignedIn who, String path) throws Exception {
        return read(raw(who, HttpMethod.DELETE, path, null));
    }

    /** The answer as it is: for files. */
    public MockHttpServletResponse raw(SignedIn who, HttpMethod method, String path, Map<String, Object> body)
            throws Exception {
        var request = MockMvcRequestBuilders.request(method, "/api/v1" + path).with(SignedInAs.person(who));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    public static List<JsonNode> items(Reply reply) {
        return StreamSupport.stream(reply.body().path("items").spliterator(), false)
                .toList();
    }

    public static List<String> numbers(Reply reply) {
        return items(reply).stream().map(item -> item.path("caseNo").asString()).toList();
    }

    private static Reply read(MockHttpServletResponse response) throws Exception {
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        boolean json = text.startsWith("{") || text.startsWith("[");
        return new Reply(response.getStatus(), json ? JSON.readTree(text) : JSON.createObjectNode(), text);
    }
}
