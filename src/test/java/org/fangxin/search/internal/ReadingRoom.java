package org.fangxin.search.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.SignedInAs;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Searches over HTTP in somebody's name, and reads what comes back. */
final class ReadingRoom {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RARE = "龘靐麤鱻鼺齉龖骉犇猋淼焱垚嚞叒茻";
    private static final Random RANDOM = new Random();

    record Answer(int status, JsonNode body, String text) {
        int total() {
            return body.path("total").asInt(-1);
        }

        List<String> numbers() {
            return body.path("items")
                    .valueStream()
                    .map(item -> item.path("caseNo").asString())
                    .toList();
        }

        /** Code → count of a facet. */
        Map<String, Integer> facet(String name) {
            Map<String, Integer> counts = new java.util.TreeMap<>();
            body.path("facets")
                    .valueStream()
                    .filter(facet -> facet.path("name").asString().equals(name))
                    .flatMap(facet -> facet.path("values").valueStream())
                    .forEach(value -> counts.put(
                            value.path("code").asString(), value.path("count").asInt()));
            return counts;
        }

        /** What is marked in a field of the first hit. */
        List<String> marked(String field) {
            List<String> marked = new ArrayList<>();
            body.path("items")
                    .path(0)
                    .path("snippets")
                    .valueStream()
                    .filter(snippet -> snippet.path("field").asString().equals(field))
                    .forEach(snippet -> snippet.path("ranges")
                            .valueStream()
                            .forEach(range -> marked.add(snippet.path("text")
                                    .asString()
                                    .substring(
                                            range.path("from").asInt(),
                                            range.path("to").asInt()))));
            return marked;
        }
    }

    private final MockMvc mvc;
    private final SignedIn who;

    private ReadingRoom(MockMvc mvc, SignedIn who) {
        this.mvc = mvc;
        this.who = who;
    }

    static ReadingRoom of(MockMvc mvc, String agency, Role... roles) {
        String id = "reads-" + agency + "-" + List.of(roles).hashCode();
        return new ReadingRoom(mvc, new SignedIn(id, "test", "测试员", agency, Set.of(roles), false));
    }

    /** Four characters and a number that stand in no other text of the tests. */
    static String marker() {
        StringBuilder marker = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            marker.append(RARE.charAt(RANDOM.nextInt(RARE.length())));
        }
        return marker.append(RANDOM.nextInt(100_000)).toString();
    }

    String id() {
        return who.personId();
    }

    Answer find(String words, String... more) throws Exception {
        return get("/api/v1/search?q=" + encoded(words) + (more.length == 0 ? "" : "&" + String.join("&", more)));
    }

    Answer suggest(String words) throws Exception {
        return get("/api/v1/search/suggest?q=" + encoded(words));
    }

    Answer findByBody(Map<String, ?> body) throws Exception {
        return answer(MockMvcRequestBuilders.post("/api/v1/search")
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(body)));
    }

    private Answer get(String path) throws Exception {
        return answer(MockMvcRequestBuilders.get(java.net.URI.create(path)));
    }

    private Answer answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var response =
                mvc.perform(request.with(SignedInAs.person(who))).andReturn().getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        return new Answer(
                response.getStatus(), text.startsWith("{") ? JSON.readTree(text) : JSON.createObjectNode(), text);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
