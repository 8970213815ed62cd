package org.fangxin.duplicate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedInAs;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands things in and asks about them over HTTP, in somebody's name. */
final class Hall {
    private static final JsonMapper JSON = JsonMapper.shared();

    record Answer(int status, JsonNode body, String text) {
        List<String> numbers() {
            return body.path("items")
                    .valueStream()
                    .map(item -> item.path("caseNo").asString())
                    .toList();
        }

        /** Codes of the reasons of the item with this number. */
        List<String> why(String caseNo) {
            return body.path("items")
                    .valueStream()
                    .filter(item -> item.path("caseNo").asString().equals(caseNo))
                    .flatMap(item -> item.path("reasons").valueStream())
                    .map(reason -> reason.path("code").asString())
                    .toList();
        }

        String caseNo() {
            return body.at("/cases/0/caseNo").asString();
        }
    }

    private final MockMvc mvc;
    private final RequestPostProcessor as;

    private Hall(MockMvc mvc, RequestPostProcessor as) {
        this.mvc = mvc;
        this.as = as;
    }

    static Hall of(MockMvc mvc, String agency, Role... roles) {
        return new Hall(mvc, SignedInAs.officer(agency, roles));
    }

    static Hall with(MockMvc mvc, RequestPostProcessor as) {
        return new Hall(mvc, as);
    }

    static Hall publicPages(MockMvc mvc, String address) {
        return new Hall(mvc, request -> {
            request.setRemoteAddr(address);
            return request;
        });
    }

    Answer get(String path) throws Exception {
        return send(HttpMethod.GET, path, null, Map.of());
    }

    Answer post(String path, Object body) throws Exception {
        return send(HttpMethod.POST, path, body, Map.of());
    }

    Answer act(String caseNo, String act, Map<String, ?> fields) throws Exception {
        var seen = mvc.perform(
                        MockMvcRequestBuilders.get("/api/v1/cases/" + caseNo).with(as))
                .andReturn()
                .getResponse();
        return send(
                HttpMethod.POST,
                "/api/v1/cases/" + caseNo + "/acts/" + act,
                fields,
                Map.of("If-Match", String.valueOf(seen.getHeader("ETag"))));
    }

    /** A complaint or report of 崇信县 as the public hands it in. */
    Answer submit(String kind, Map<String, ?> person, String shop, String content) throws Exception {
        return post(
                "/api/v1/submissions",
                Map.of(
                        "channel",
                        "WEB",
                        "kinds",
                        List.of(kind),
                        "person",
                        person,
                        "merchant",
                        Map.of("name", shop, "address", "崇信县锦屏镇西街", "regionCode", "620823", "type", "SHOP"),
                        "content",
                        content,
                        "demands",
                        kind.equals("COMPLAINT") ? List.of("REFUND") : List.of(),
                        "amount",
                        "1980.00"));
    }

    static Map<String, Object> person(String name, String phone) {
        return Map.of("name", name, "phone", phone, "address", "甘肃省平凉市崇信县锦屏镇东街");
    }

    private Answer send(HttpMethod method, String path, Object body, Map<String, String> headers) throws Exception {
        var request = MockMvcRequestBuilders.request(method, java.net.URI.create(path))
                .with(as);
        headers.forEach(request::header);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
        }
        var response = mvc.perform(request).andReturn().getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        return new Answer(response.getStatus(), text.isEmpty() ? JSON.nullNode() : JSON.readTree(text), text);
    }
}
