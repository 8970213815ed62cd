package org.fangxin.greenchannel.internal;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fangxin.greenchannel.Street;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.SignedInAs;
import org.fangxin.identity.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The county's officers and the guests of its online room, each call over HTTP. */
final class Bureau {
    record Answer(int status, JsonNode body, byte[] content) {
        String at(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    private static final String GUEST = "/api/v1/public/mediation";
    private final MockMvc mvc;
    private final People people;

    Bureau(MockMvc mvc, People people) {
        this.mvc = mvc;
        this.people = people;
    }

    Person hire(Role... roles) {
        return Staff.hire(people, Street.COUNTY, roles);
    }

    Answer get(Person who, String path) throws Exception {
        return call(HttpMethod.GET, path, null, Map.of(), by(who));
    }

    Answer post(Person who, String path, Object body) throws Exception {
        return call(HttpMethod.POST, path, body, Map.of(), by(who));
    }

    /** One act; refuses to go on when the program does not do it. */
    JsonNode act(Person who, String caseNo, String act, Map<String, ?> fields) throws Exception {
        Answer done = tries(who, caseNo, act, fields);
        if (done.status() != 200) {
            throw new IllegalStateException(act + ": " + done.status() + " " + done.body());
        }
        return done.body();
    }

    Answer tries(Person who, String caseNo, String act, Map<String, ?> fields) throws Exception {
        return post(who, "/api/v1/cases/" + caseNo + "/acts/" + act, fields);
    }

    /** Takes a paper in; its id. */
    String upload(String name) throws Exception {
        var response = mvc.perform(MockMvcRequestBuilders.multipart("/api/v1/attachments")
                        .file(new MockMultipartFile("file", name, null, name.getBytes(StandardCharsets.UTF_8))))
                .andReturn()
                .getResponse();
        return JsonMapper.shared()
                .readTree(response.getContentAsString(StandardCharsets.UTF_8))
                .path("attachmentId")
                .asString();
    }

    /** Issues a form with what the case says, and what is added; the number. */
    String issues(Person who, String caseNo, String form, Map<String, String> fields) throws Exception {
        Answer issued = post(who, "/api/v1/cases/" + caseNo + "/documents", Map.of("form", form, "fields", fields));
        if (issued.status() != 201) {
            throw new IllegalStateException(form + ": " + issued.status() + " " + issued.body());
        }
        return issued.at("/document/number");
    }

    Answer detail(Person who, String caseNo) throws Exception {
        return get(who, "/api/v1/cases/" + caseNo);
    }

    JsonNode clock(Person who, String caseNo, String rule) throws Exception {
        return detail(who, caseNo)
                .body()
                .path("deadlines")
                .valueStream()
                .filter(one -> one.path("rule").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    Stream<String> timeline(Person who, String caseNo) throws Exception {
        return detail(who, caseNo)
                .body()
                .path("timeline")
                .valueStream()
                .map(line -> line.path("type").asString());
    }

    /** Enters the online room by an invitation; the pass. */
    String enter(Answer invitation, String trackingCode) throws Exception {
        String link = invitation.at("/link");
        String pin = invitation.at("/pin");
        Map<String, String> with = new HashMap<>();
        with.put("token", link.substring(link.indexOf('#') + 1));
        with.put("code", pin.isEmpty() ? trackingCode : pin);
        return call(HttpMethod.POST, GUEST + "/enter", with, Map.of(), null).at("/pass");
    }

    Answer guest(HttpMethod method, String pass, String path, @Nullable Object body) throws Exception {
        return call(method, GUEST + path, body, Map.of("X-Mediation-Pass", pass), null);
    }

    static Map<String, Object> offer(String amount, String by) {
        return Map.of("items", List.of(Map.of("what", "退还货款", "who", "RESPONDENT", "amount", amount, "by", by)));
    }

    static RequestPostProcessor by(Person who) {
        return SignedInAs.person(
                new SignedIn(who.personId(), who.username(), who.displayName(), who.agencyCode(), who.roles(), false));
    }

    Answer call(
            HttpMethod method,
            String path,
            @Nullable Object body,
            Map<String, String> headers,
            @Nullable RequestPostProcessor name)
            throws Exception {
        var request = MockMvcRequestBuilders.request(method, path);
        headers.forEach(request::header);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .content(JsonMapper.shared().writeValueAsString(body));
        }
        if (name != null) {
            request.with(name);
        }
        MvcResult result = mvc.perform(request).andReturn();
        MockHttpServletResponse response = result.getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        boolean json = text.startsWith("{") || text.startsWith("[");
        return new Answer(
                response.getStatus(),
                json ? JsonMapper.shared().readTree(text) : JsonMapper.shared().createObjectNode(),
                response.getContentAsByteArray());
    }
}
