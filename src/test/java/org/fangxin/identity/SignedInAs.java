package org.fangxin.identity;

import java.util.Set;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Makes one request of a test come from somebody, without an account, a session and a token against forgery. */
public final class SignedInAs {
    private SignedInAs() {}

    /** An officer of an agency with these roles; the id is {@code test-} and the agency's code. */
    public static RequestPostProcessor officer(String agencyCode, Role... roles) {
        return person(new SignedIn("test-" + agencyCode, "test", "测试员", agencyCode, Set.of(roles), false));
    }

    public static RequestPostProcessor person(SignedIn who) {
        TestingAuthenticationToken authentication = new TestingAuthenticationToken(who, "");
        authentication.setAuthenticated(true);
        return request -> {
            // not the library's csrf(): that would change the filter for every later test of the context
            CsrfFilter.skipRequest(request);
            return SecurityMockMvcRequestPostProcessors.authentication(authentication)
                    .postProcessRequest(request);
        };
    }
}
