package org.fangxin.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.fangxin.problem.ProblemWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** What a browser sends for another site's page changes nothing here. */
class ForeignSiteFilterTest {
    private final ForeignSiteFilter filter = new ForeignSiteFilter(writer());

    private static ProblemWriter writer() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("json", JsonMapper.shared());
        return (ProblemWriter)
                beans.autowire(ProblemWriter.class, DefaultListableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
    }

    private MockHttpServletResponse answer(String method, String from, MockFilterChain chain) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/v1/submissions");
        request.addHeader("Sec-Fetch-Site", from);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }

    @ParameterizedTest
    @CsvSource({"POST,cross-site", "POST,same-site", "PUT,cross-site", "PATCH,same-site", "DELETE,cross-site"})
    void refusesWritingCallsOfAnotherSitesPage(String method, String from) throws Exception {
        MockFilterChain chain = new MockFilterChain();
        MockHttpServletResponse response = answer(method, from, chain);
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("foreign-site")
                .contains("请在本系统自己的页面上办理。");
        assertThat(chain.getRequest()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"POST,same-origin", "POST,none", "GET,cross-site", "HEAD,same-site"})
    void letsOwnPagesAndReadingThrough(String method, String from) throws Exception {
        MockFilterChain chain = new MockFilterChain();
        answer(method, from, chain);
        assertThat(chain.getRequest()).isNotNull();
    }

    @Test
    void letsProgramsThroughThatSayNothing() throws Exception {
        MockFilterChain chain = new MockFilterChain();
        filter.doFilter(
                new MockHttpServletRequest("POST", "/api/v1/submissions"), new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).isNotNull();
    }
}
