package org.fangxin.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.identity.SecondFactor;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.Substitutes;
import org.fangxin.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import tools.jackson.databind.json.JsonMapper;

/** Who stands before every call: first steps, sight, forged calls, metrics. */
class DoorkeepersTest {
    private static final String CASES = "/api/v1/cases";

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource({
        "true, NONE, /api/v1/cases, password-change-required",
        "true, REQUIRED, /api/v1/cases, password-change-required",
        "false, REQUIRED, /api/v1/cases, second-factor-required",
        "true, NONE, /api/v1/session/password,",
        "false, REQUIRED, /api/v1/session/second-factor,",
        "false, IN_USE, /api/v1/cases,",
        "false, SUGGESTED, /api/v1/cases,",
        "false, NONE, /api/v1/cases,"
    })
    void whoOwesAPasswordOrAFactorDoesNothingElse(
            boolean mustChange, SecondFactor factor, String path, @Nullable String refusal) throws Exception {
        here(new SignedIn("p-1", "officer", "测试员", "620823", Set.of(Role.HANDLER), mustChange, factor));
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new FirstStepsFilter(writer()).doFilter(request("GET", path), response, chain);
        assertThat(chain.getRequest() != null).isEqualTo(refusal == null);
        assertThat(response.getStatus()).isEqualTo(refusal == null ? 200 : 403);
        assertThat(response.getContentAsString())
                .contains(Optional.ofNullable(refusal).orElse(""));
    }

    @Test
    void whoIsNotSignedInOwesNothing() throws Exception {
        MockFilterChain chain = new MockFilterChain();
        new FirstStepsFilter(writer()).doFilter(request("GET", CASES), new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/cases, true",
        "PUT, /api/v1/cases/1, true",
        "DELETE, /api/v1/cases/1, true",
        "GET, /api/v1/cases, false",
        "HEAD, /api/v1/cases, false",
        "OPTIONS, /api/v1/cases, false",
        "POST, /api/v1/submissions, false",
        "POST, /api/v1/session, false",
        "DELETE, /api/v1/session, true"
    })
    void aWritingCallOfASessionNeedsTheTokenAgainstForgery(String method, String path, boolean needed) {
        ForgeableCalls forgeable = new ForgeableCalls();
        assertThat(forgeable.matches(request(method, path))).as("nobody's").isFalse();
        here(officer());
        assertThat(forgeable.matches(request(method, path))).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({"Bearer abc, false", "bearer abc, false", "Basic abc, true", "XBearer abc, true"})
    void aProgramsTokenIsNoCookie(String authorization, boolean forgeable) {
        here(officer());
        MockHttpServletRequest request = request("POST", CASES);
        request.addHeader("Authorization", authorization);
        assertThat(new ForgeableCalls().matches(request)).isEqualTo(forgeable);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/law/deadline, true",
        "GET, /api/v1/cases, false",
        "POST, /api/v1/law/deadline, false",
        "POST, /api/v1/attachments, true",
        "PUT, /api/v1/attachments, false",
        "GET, /api/v1/attachments, false"
    })
    void onlyWhatIsNamedIsOpenToAnybody(String method, String path, boolean open) {
        assertThat(new PublicCalls().matches(request(method, path))).isEqualTo(open);
        assertThat(PublicCalls.open(method, path)).as("as the document says").isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,,, secret, true",
        "127.0.0.1,, 192.0.2.7, secret, false",
        "192.0.2.7,,, secret, false",
        "192.0.2.7, Bearer secret,, secret, true",
        "192.0.2.7, Bearer other,, secret, false",
        "192.0.2.7, 'Bearer ',, '', false"
    })
    void metricsAreForThisMachineAndForWhoKnowsTheToken(
            String from, @Nullable String authorization, @Nullable String forwarded, String token, boolean open) {
        MockHttpServletRequest request = request("GET", "/metrics");
        request.setRemoteAddr(from);
        if (authorization != null) {
            request.addHeader("Authorization", authorization);
        }
        if (forwarded != null) {
            request.addHeader("X-Forwarded-For", forwarded);
        }
        assertThat(new MetricsAccess(token)
                        .authorize(() -> null, new RequestAuthorizationContext(request))
                        .isGranted())
                .isEqualTo(open);
    }

    @Test
    void theRequestSeesWhatItsPersonSeesAndNobodySeesNothing() throws Exception {
        assertThat(sight()).isEqualTo(Scope.NOTHING);
        here(officer());
        assertThat(sight()).isEqualTo(Scope.subtree("620823", "p-1", Scope.Reports.NONE));
        assertThat(Scopes.current()).isEqualTo(Scope.NOTHING);
    }

    @Test
    void aSubstituteSeesWhatOnlyTheAbsentPersonIsInChargeOf() throws Exception {
        beans.registerSingleton("absences", (Substitutes) (person, roles) -> Set.of("p-2"));
        here(officer());
        assertThat(sight().standsFor()).containsExactly("p-2");
        here(new SignedIn("p-1", "shop", "测试店", "620823", Set.of(Role.RESPONDENT), false));
        assertThat(sight()).as("a merchant's person").isEqualTo(new Scope("", "", "p-1", Scope.Reports.NONE));
        here(new SignedIn("p-1", "auditor", "测试员", "620823", Set.of(Role.AUDITOR), false));
        assertThat(sight()).isEqualTo(Scope.NOTHING);
    }

    @Test
    void whatFailsBehindTheSightComesOutAsItIs() {
        ServletException broken = new ServletException("broken");
        assertThatThrownBy(() -> through((request, response) -> {
                    throw broken;
                }))
                .isSameAs(broken);
        IOException gone = new IOException("gone");
        assertThatThrownBy(() -> through((request, response) -> {
                    throw gone;
                }))
                .isSameAs(gone);
    }

    private Scope sight() throws Exception {
        AtomicReference<Scope> seen = new AtomicReference<>();
        through((request, response) -> seen.set(Scopes.current()));
        return seen.get();
    }

    private void through(FilterChain chain) throws Exception {
        new ScopeFilter(beans.getBeanProvider(Substitutes.class))
                .doFilter(request("GET", CASES), new MockHttpServletResponse(), chain);
    }

    private ProblemWriter writer() {
        beans.registerSingleton("json", JsonMapper.shared());
        return (ProblemWriter)
                beans.autowire(ProblemWriter.class, DefaultListableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
    }

    private static SignedIn officer() {
        return new SignedIn("p-1", "officer", "测试员", "620823", Set.of(Role.HANDLER), false);
    }

    private static void here(SignedIn who) {
        SecurityContextHolder.getContext().setAuthentication(new PersonAuthentication(who));
    }

    private static MockHttpServletRequest request(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }
}
