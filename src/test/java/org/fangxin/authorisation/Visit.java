package org.fangxin.authorisation;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.SignedInAs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes calls in somebody's name and brings back all of the answer. */
final class Visit {
    private static final String ADDRESS = "203.0.113.20";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final RequestPostProcessor UNCHANGED = request -> request;

    /** Status, headers and text of an answer: what an onlooker can tell apart. */
    record Reply(int status, Map<String, String> headers, String text) {
        boolean contains(String words) {
            return text.contains(words) || headers.toString().contains(words);
        }
    }

    private final MockMvc mvc;

    Visit(MockMvc mvc) {
        this.mvc = mvc;
    }

    Reply call(Door door, Persona persona, Planted planted) throws Exception {
        return call(door, name(persona.who()), planted);
    }

    /** @param name puts a name to the request */
    Reply call(Door door, RequestPostProcessor name, Planted planted) throws Exception {
        AbstractMockHttpServletRequestBuilder<?> request =
                request(door, uri(planted.fill(door.path()).replace("{fresh}", fresh())), planted);
        return perform(request.with(name));
    }

    Reply get(String path, Persona persona) throws Exception {
        return perform(MockMvcRequestBuilders.get(uri(path)).with(name(persona.who())));
    }

    static RequestPostProcessor name(@Nullable SignedIn who) {
        return who == null ? UNCHANGED : SignedInAs.person(who);
    }

    /** A number that no other call has asked for: wrong tries of one are counted. */
    private static String fresh() {
        return "%s-990101-%04d".formatted(PlantedCase.COUNTY, COUNT.incrementAndGet());
    }

    private static AbstractMockHttpServletRequestBuilder<?> request(Door door, URI uri, Planted planted) {
        if (door.sendsFile()) {
            byte[] content = String.valueOf(door.body()).getBytes(StandardCharsets.UTF_8);
            return MockMvcRequestBuilders.multipart(HttpMethod.POST, uri)
                    .file(new MockMultipartFile("file", "matrix.csv", "text/csv", content));
        }
        HttpMethod method = HttpMethod.valueOf(door.method().equals("ANY") ? "GET" : door.method());
        var request = MockMvcRequestBuilders.request(method, uri).header("If-Match", door.version());
        if (door.body() != null) {
            request.contentType(door.type()).content(planted.fill(door.body()));
        }
        return request;
    }

    private Reply perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MvcResult result = mvc.perform(request.with(from -> {
                    from.setRemoteAddr(ADDRESS);
                    return from;
                }))
                .andReturn();
        if (result.getRequest().isAsyncStarted()) {
            result = mvc.perform(MockMvcRequestBuilders.asyncDispatch(result)).andReturn();
        }
        MockHttpServletResponse response = result.getResponse();
        Map<String, String> headers = new TreeMap<>();
        response.getHeaderNames().forEach(one -> headers.put(one, String.join(",", response.getHeaders(one))));
        return new Reply(response.getStatus(), headers, response.getContentAsString(StandardCharsets.UTF_8));
    }

    private static URI uri(String path) {
        return UriComponentsBuilder.fromUriString(path).build().encode().toUri();
    }
}
