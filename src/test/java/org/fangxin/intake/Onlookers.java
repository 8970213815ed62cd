package org.fangxin.intake;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.SignedInAs;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.json.JsonMapper;

/** Everybody who might look: each role by itself, other agencies, merchant, nobody, and the officer in charge; and what they got. */
final class Onlookers {
    /** @param name whom a leak is told of */
    record Onlooker(String name, RequestPostProcessor as) {}

    static final String IN_CHARGE = "in charge";
    static final String EVERY_ROLE = "county, every role";

    private final MockMvc mvc;
    private final Canary canary;
    private final List<Onlooker> all = new ArrayList<>();
    /** Call → who got something by it. */
    private final Map<String, Set<String>> got = new HashMap<>();

    Onlookers(MockMvc mvc, Canary canary, Informer informer) {
        this.mvc = mvc;
        this.canary = canary;
        Role.OFFICERS.forEach(role -> add("each " + role, Informer.COUNTY, Set.of(role)));
        Role.ADMINISTRATORS.forEach(role -> add("each " + role, Informer.COUNTY, Set.of(role)));
        add(EVERY_ROLE, Informer.COUNTY, Role.OFFICERS);
        add("next county, every role", "620822", Role.OFFICERS);
        add("city", "6208", Role.OFFICERS);
        add("merchant", Informer.COUNTY, Set.of(Role.RESPONDENT));
        all.add(new Onlooker(
                IN_CHARGE,
                SignedInAs.person(new SignedIn(
                        informer.first.personId(), "canary", "测试员", Informer.COUNTY, informer.first.roles(), false))));
        all.add(new Onlooker("nobody", request -> request));
    }

    private void add(String name, String agency, Set<Role> roles) {
        String id = "canary-" + Integer.toHexString(name.hashCode());
        all.add(new Onlooker(name, SignedInAs.person(new SignedIn(id, id, "测试员", agency, roles, false))));
    }

    List<Onlooker> all() {
        return all;
    }

    Onlooker inCharge() {
        return all.stream()
                .filter(one -> one.name().equals(IN_CHARGE))
                .findFirst()
                .orElseThrow();
    }

    /** Who got something by a call, of all that was looked at so far. */
    Set<String> got(String call) {
        return got.getOrDefault(call, Set.of());
    }

    /** What of the reporter is in an answer and its heads. */
    Set<String> look(String call, String path, Onlooker one) throws Exception {
        MockHttpServletResponse answer = get(path, one);
        if (answer.getStatus() == 200) {
            got.computeIfAbsent(call, c -> new TreeSet<>()).add(one.name());
        }
        Set<String> found = canary.in(answer.getContentAsByteArray());
        for (String header : answer.getHeaderNames()) {
            found.addAll(canary.in(header + ": " + answer.getHeaders(header)));
        }
        return found;
    }

    MockHttpServletResponse get(String path, Onlooker one) throws Exception {
        var first = mvc.perform(MockMvcRequestBuilders.get(URI.create(path)).with(one.as()))
                .andReturn();
        return first.getRequest().isAsyncStarted()
                ? mvc.perform(MockMvcRequestBuilders.asyncDispatch(first))
                        .andReturn()
                        .getResponse()
                : first.getResponse();
    }

    MockHttpServletResponse post(String path, Map<String, ?> body, Onlooker one) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post(path)
                        .with(one.as())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JsonMapper.shared().writeValueAsString(body)))
                .andReturn()
                .getResponse();
    }

    /** What of the reporter is in an answer, said with who got it. */
    List<String> told(Onlooker one, String what, MockHttpServletResponse answer) {
        return canary.in(answer.getContentAsByteArray()).stream()
                .map(mark -> one.name() + " " + what + " " + mark)
                .toList();
    }
}
