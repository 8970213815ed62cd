package org.fangxin.credit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.fangxin.greenchannel.Street.Reply;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.SignedInAs;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

/** Officers of several agencies at work over HTTP. */
public final class Bureaux {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final MockMvc mvc;

    public Bureaux(MockMvc mvc) {
        this.mvc = mvc;
    }

    public static SignedIn officer(String agency, Role... roles) {
        String id = "credit-" + COUNT.incrementAndGet();
        return new SignedIn(id, id, "测试员", agency, Set.of(roles), false);
    }

    public Reply get(SignedIn who, String path) throws Exception {
        return send(who, HttpMethod.GET, path, null);
    }

    public Reply post(SignedIn who, String path, Object... fields) throws Exception {
        Map<String, Object> body = new java.util.HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            body.put((String) fields[i], fields[i + 1]);
        }
        return send(who, HttpMethod.POST, path, body);
    }

    private Reply send(SignedIn who, HttpMethod method, String path, Object body) throws Exception {
        var request =
                MockMvcRequestBuilders.request(method, "/api/v1/credit" + path).with(SignedInAs.person(who));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
        }
        var response = mvc.perform(request).andReturn().getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        return new Reply(
                response.getStatus(), text.startsWith("{") ? JSON.readTree(text) : JSON.createObjectNode(), text);
    }
}
