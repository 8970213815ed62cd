package org.fangxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.identity.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

@FangxinTest
class DoorsTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Test
    void withoutSignInTheDeskSaysSo() throws Exception {
        for (String path : List.of("/api/v1/people", "/api/v1/audit", "/api/v1/cases", "/api/v1/no-such-call")) {
            MockHttpServletResponse answer = call(HttpMethod.GET, path);
            assertThat(answer.getStatus()).as(path).isEqualTo(401);
            assertThat(answer.getContentType()).isEqualTo("application/problem+json");
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("请先登录。");
        }
    }

    @Test
    void aWritingCallOfASessionWithoutItsTokenIsRefused() throws Exception {
        Browser browser = Staff.browser(mvc, Staff.hire(people, "620823", Role.SYSTEM_ADMIN));
        Browser forged = browser.withSameCookie();
        Answer answer = forged.post(
                "/api/v1/people", Map.of("username", "forged-one", "displayName", "伪造", "agency", "620823"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("type")).isEqualTo("urn:fangxin:problem:csrf");
        assertThat(browser.get("/api/v1/people?q=forged-one")
                        .body()
                        .path("total")
                        .asLong())
                .isZero();
        assertThat(forged.delete("/api/v1/session").status()).isEqualTo(403);
    }

    @Test
    void everyAnswerOfTheApiCarriesTheSafeHeadersAndIsKeptNowhere() throws Exception {
        for (String path : List.of("/api/v1/session", "/api/v1/people")) {
            MockHttpServletResponse answer = call(HttpMethod.GET, path);
            assertThat(answer.getHeader("Content-Security-Policy"))
                    .contains("default-src 'self'", "script-src 'self';", "object-src 'none'", "frame-ancestors 'none'")
                    .contains("require-trusted-types-for 'script'", "trusted-types vue default")
                    .doesNotContain("unsafe");
            assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void pagesCarryThePolicyAndMayBeKept() throws Exception {
        MockHttpServletResponse answer = call(HttpMethod.GET, "/desk");
        assertThat(answer.getHeader("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(String.valueOf(answer.getHeader("Cache-Control"))).doesNotContain("no-store");
    }

    @Test
    void healthIsOpenMetricsAreLocalTheRestIsShut() throws Exception {
        assertThat(call(HttpMethod.GET, "/actuator/health/liveness").getStatus())
                .isEqualTo(200);
        assertThat(call(HttpMethod.GET, "/actuator/prometheus").getStatus()).isEqualTo(200);
        MockHttpServletRequestBuilder proxied =
                MockMvcRequestBuilders.get("/actuator/prometheus").header("X-Forwarded-For", "203.0.113.7");
        assertThat(mvc.perform(proxied).andReturn().getResponse().getStatus()).isEqualTo(404);
        MockHttpServletRequestBuilder remote = MockMvcRequestBuilders.get("/actuator/prometheus")
                .with(request -> {
                    request.setRemoteAddr("203.0.113.7");
                    return request;
                });
        assertThat(mvc.perform(remote).andReturn().getResponse().getStatus()).isEqualTo(404);
        for (String path : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/shutdown")) {
            assertThat(call(HttpMethod.GET, path).getStatus()).as(path).isEqualTo(404);
        }
        assertThat(call(HttpMethod.POST, "/desk").getStatus()).isEqualTo(404);
    }

    @Test
    void badRequestsAreToldAsProblems() throws Exception {
        Browser browser = new Browser(mvc);
        Answer empty = browser.post("/api/v1/session", Map.of("username", "", "password", ""));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()
                        .path("errors")
                        .valueStream()
                        .map(one -> one.path("field").asString()))
                .contains("username", "password");
        MockHttpServletRequestBuilder torn = MockMvcRequestBuilders.post("/api/v1/session")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"username\":");
        assertThat(mvc.perform(torn).andReturn().getResponse().getStatus()).isEqualTo(400);
        MockHttpServletRequestBuilder form = MockMvcRequestBuilders.post("/api/v1/session")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("username=a&password=b");
        assertThat(mvc.perform(form).andReturn().getResponse().getStatus()).isEqualTo(415);
        Answer nul = browser.post("/api/v1/session", Map.of("username", "a\u0000b", "password", "x"));
        assertThat(nul.status()).isBetween(400, 499);
    }

    @Test
    void aProgramGetsATokenAndSeesItsOwnAgencyOnly() throws Exception {
        Person near = Staff.hire(people, "620823100", Role.HANDLER);
        Person far = Staff.hire(people, "620802", Role.HANDLER);
        Browser system = Staff.browser(mvc, Staff.hire(people, "620823", Role.SYSTEM_ADMIN));
        Answer created = system.post(
                "/api/v1/clients", Map.of("displayName", "县政务平台", "agency", "620823", "roles", List.of("REGISTRAR")));
        assertThat(created.status()).isEqualTo(201);
        String id = created.text("clientId");
        String token = token(id, created.text("clientSecret"));
        assertThat(handlers(token).getStatus()).as("asked for, not yet granted").isEqualTo(404);
        Browser security = Staff.browser(mvc, Staff.hire(people, "620823", Role.SECURITY_ADMIN));
        security.put("/api/v1/clients/" + id + "/roles", Map.of("roles", List.of("REGISTRAR")));
        assertThat(handlers(token).getContentAsString())
                .contains(near.personId())
                .doesNotContain(far.personId());
        assertThat(system.delete("/api/v1/clients/" + id).status()).isEqualTo(204);
        assertThat(handlers(token).getStatus()).as("removed").isEqualTo(401);
    }

    @Test
    void aProgramWithAWrongSecretOrAForgedTokenGetsNothing() throws Exception {
        Browser system = Staff.browser(mvc, Staff.hire(people, "620823", Role.SYSTEM_ADMIN));
        Answer created = system.post("/api/v1/clients", Map.of("displayName", "平台", "agency", "620823"));
        assertThat(tokenAnswer(created.text("clientId"), "wrong").getStatus()).isEqualTo(401);
        String token = token(created.text("clientId"), created.text("clientSecret"));
        String[] parts = token.split("\\.");
        String unsigned = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                + "." + parts[1] + ".";
        char end = token.charAt(token.length() - 5) == 'A' ? 'B' : 'A';
        String bent = token.substring(0, token.length() - 5) + end + token.substring(token.length() - 4);
        for (String forged : List.of(unsigned, bent, "nonsense")) {
            assertThat(handlers(forged).getStatus()).isEqualTo(401);
        }
    }

    @Test
    void aProgramMayNotBeAnAdministratorNorKeepReportersIdentities() throws Exception {
        Browser system = Staff.browser(mvc, Staff.hire(people, "620823", Role.SYSTEM_ADMIN));
        Browser security = Staff.browser(mvc, Staff.hire(people, "620823", Role.SECURITY_ADMIN));
        String id = system.post("/api/v1/clients", Map.of("displayName", "平台", "agency", "620823"))
                .text("clientId");
        for (String role : List.of("SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR", "IDENTITY_KEEPER", "SYSTEM")) {
            assertThat(security.put("/api/v1/clients/" + id + "/roles", Map.of("roles", List.of(role)))
                            .status())
                    .as(role)
                    .isEqualTo(422);
        }
    }

    private MockHttpServletResponse call(HttpMethod method, String path) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.request(method, path))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse handlers(String token) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get("/api/v1/people/handlers")
                        .header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
    }

    private String token(String id, String secret) throws Exception {
        MockHttpServletResponse answer = tokenAnswer(id, secret);
        assertThat(answer.getStatus()).isEqualTo(200);
        return JsonMapper.shared()
                .readTree(answer.getContentAsString())
                .path("access_token")
                .asString();
    }

    private MockHttpServletResponse tokenAnswer(String id, String secret) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/oauth2/token")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8)))
                        .param("grant_type", "client_credentials"))
                .andReturn()
                .getResponse();
    }
}
