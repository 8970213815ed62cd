package org.fangxin.mediation;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
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

/** An online room in a test: a complaint that is mediated, its mediator, and both parties, all over HTTP. */
final class Parlour {
    static final String GUEST = "/api/v1/public/mediation";
    private static final String COUNTY = "620823";
    private static final String SUBMISSION = """
            {"channel": "WEB", "kinds": ["COMPLAINT"],
             "person": {"name": "欧阳测试", "phone": "13900001122", "address": "崇信县样例街9号", "anonymous": false},
             "merchant": {"name": "样例商行", "address": "崇信县样例街1号", "regionCode": "620823", "type": "SHOP"},
             "content": "买来的锅漏水，店里不退。", "demands": ["REFUND"], "amount": "68.00",
             "occurredOn": "2026-05-02", "knewOn": "2026-05-03"}""";

    record Answer(int status, JsonNode body, MockHttpServletResponse raw) {
        String at(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    /** A party with its pass. */
    final class Party {
        final String link;
        final @Nullable String pin;
        final String invitationId;
        String pass = "";

        Party(Answer invited) {
            link = invited.at("/link");
            pin = invited.body().path("pin").isNull() ? null : invited.at("/pin");
            invitationId = invited.at("/invitationId");
        }

        Answer enter(String code) throws Exception {
            String token = link.substring(link.indexOf('#') + 1);
            Answer entered =
                    call(HttpMethod.POST, GUEST + "/enter", Map.of("token", token, "code", code), Map.of(), null);
            pass = entered.at("/pass");
            return entered;
        }

        Answer get(String path) throws Exception {
            return call(HttpMethod.GET, GUEST + path, null, Map.of("X-Mediation-Pass", pass), null);
        }

        Answer post(String path, Object body) throws Exception {
            return call(HttpMethod.POST, GUEST + path, body, Map.of("X-Mediation-Pass", pass), null);
        }

        Answer post(String path, Object body, String key) throws Exception {
            Map<String, String> headers = Map.of("X-Mediation-Pass", pass, "Idempotency-Key", key);
            return call(HttpMethod.POST, GUEST + path, body, headers, null);
        }

        MvcResult stream(String last) throws Exception {
            var request = MockMvcRequestBuilders.get(GUEST + "/events").header("X-Mediation-Pass", pass);
            if (!last.isEmpty()) {
                request.header("Last-Event-ID", last);
            }
            return mvc.perform(request).andReturn();
        }
    }

    private final MockMvc mvc;
    final CaseFiles cases;
    private final People people;
    final Person mediator;
    final String submissionNo;
    final String caseNo;
    final String trackingCode;

    private Parlour(MockMvc mvc, CaseFiles cases, People people, JsonNode receipt, Person mediator) {
        this.mvc = mvc;
        this.cases = cases;
        this.people = people;
        this.submissionNo = receipt.path("submissionNo").asString();
        this.caseNo = receipt.at("/cases/0/caseNo").asString();
        this.trackingCode = receipt.path("trackingCode").asString();
        this.mediator = mediator;
    }

    /** Accepted, both willing, a room open. */
    static Parlour open(MockMvc mvc, CaseFiles cases, People people) throws Exception {
        var answer = mvc.perform(MockMvcRequestBuilders.post("/api/v1/submissions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(SUBMISSION)
                        .with(from -> {
                            from.setRemoteAddr("203.0.113.77");
                            return from;
                        }))
                .andReturn()
                .getResponse();
        JsonNode receipt = JsonMapper.shared().readTree(answer.getContentAsString(StandardCharsets.UTF_8));
        Person mediator = Staff.hire(people, COUNTY, Role.HANDLER, Role.MEDIATOR);
        Parlour parlour = new Parlour(mvc, cases, people, receipt, mediator);
        parlour.prepare();
        return parlour;
    }

    private void prepare() throws Exception {
        Actor intake = new Actor("planting", COUNTY, java.util.Set.of(Role.INTAKE));
        act(Act.ASSIGN, intake, Map.of("persons", List.of(mediator.personId())));
        act(Act.ACCEPT, actor(), Map.of());
        act(Act.RECORD_CONSENT, actor(), Map.of("party", "RESPONDENT", "consent", "YES", "means", "PHONE"));
        Answer opened = host(HttpMethod.POST, "", Map.of("topic", "锅漏水，要求退款 68 元。"));
        if (opened.status() != 201) {
            throw new IllegalStateException(opened.status() + " " + opened.body());
        }
    }

    Actor actor() {
        return new Actor(mediator.personId(), COUNTY, mediator.roles());
    }

    CaseFiles.Done act(Act act, Actor by, Map<String, ?> fields) {
        Scope scope = Scope.subtree(COUNTY, by.id(), Scope.Reports.ALL);
        return Scopes.within(scope, () -> cases.act(caseNo, act, by, null, fields, null));
    }

    Party invite(Side side) throws Exception {
        return new Party(host(HttpMethod.POST, "/invitations", Map.of("side", side.name())));
    }

    /** Invited and inside. */
    Party inside(Side side) throws Exception {
        Party party = invite(side);
        Answer entered = party.enter(party.pin == null ? trackingCode : party.pin);
        if (entered.status() != 200) {
            throw new IllegalStateException(entered.status() + " " + entered.body());
        }
        return party;
    }

    /** From the tracking page. */
    Answer tracked(String call, String code) throws Exception {
        Map<String, String> own = Map.of("trackingCode", code, "caseNo", caseNo);
        return call(
                HttpMethod.POST, "/api/v1/submissions/" + submissionNo + "/mediation-room" + call, own, Map.of(), null);
    }

    Answer host(HttpMethod method, String path, @Nullable Object body) throws Exception {
        return hostAs(mediator, method, path, body);
    }

    Answer hostAs(Person who, HttpMethod method, String path, @Nullable Object body) throws Exception {
        return call(method, "/api/v1/cases/" + caseNo + "/mediation-room" + path, body, Map.of(), name(who));
    }

    Person colleague() {
        return Staff.hire(people, COUNTY, Role.HANDLER, Role.MEDIATOR);
    }

    MvcResult hostStream() throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get("/api/v1/cases/" + caseNo + "/mediation-room/events")
                        .with(name(mediator)))
                .andReturn();
    }

    String upload(byte[] content, String name) throws Exception {
        var response = mvc.perform(MockMvcRequestBuilders.multipart("/api/v1/attachments")
                        .file(new MockMultipartFile("file", name, null, content)))
                .andReturn()
                .getResponse();
        return JsonMapper.shared()
                .readTree(response.getContentAsString(StandardCharsets.UTF_8))
                .path("attachmentId")
                .asString();
    }

    static RequestPostProcessor name(Person who) {
        return SignedInAs.person(
                new SignedIn(who.personId(), who.username(), who.displayName(), who.agencyCode(), who.roles(), false));
    }

    static Map<String, Object> offer(String amount) {
        Map<String, Object> item = new HashMap<>();
        item.put("what", "退还货款");
        item.put("who", "RESPONDENT");
        item.put("amount", amount);
        return Map.of("items", List.of(item));
    }

    Answer call(
            HttpMethod method,
            String path,
            @Nullable Object body,
            Map<String, String> headers,
            @Nullable RequestPostProcessor name)
            throws Exception {
        var request = MockMvcRequestBuilders.request(method, URI.create(path));
        headers.forEach(request::header);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .content(JsonMapper.shared().writeValueAsString(body));
        }
        if (name != null) {
            request.with(name);
        }
        MvcResult result = mvc.perform(request).andReturn();
        if (result.getRequest().isAsyncStarted()) {
            result = mvc.perform(MockMvcRequestBuilders.asyncDispatch(result)).andReturn();
        }
        MockHttpServletResponse response = result.getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        boolean json = text.startsWith("{") || text.startsWith("[");
        return new Answer(
                response.getStatus(),
                json ? JsonMapper.shared().readTree(text) : JsonMapper.shared().createObjectNode(),
                response);
    }
}
