package org.fangxin;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@FangxinTest
class PagesControllerTest {
    @Autowired
    private MockMvc mvc;

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "/, /pages/home.html",
        "/submit, /pages/submit.html",
        "/submitted, /pages/submitted.html",
        "/track, /pages/track.html",
        "/law, /pages/law.html",
        "/help, /pages/help.html",
        "/privacy, /pages/privacy.html",
        "/accessibility, /pages/accessibility.html",
        "/sign-in, /pages/desk.html",
        "/merchant, /pages/merchant.html",
        "/merchant/items/620823-1, /pages/merchant.html",
        "/desk, /pages/desk.html",
        "/desk/cases/620823-1, /pages/desk.html",
        "/admin/calendar, /pages/desk.html",
        "/desk/field, /pages/desk.html",
        "/desk/field-worker.js, /pages/field-worker.js",
    })
    void everyAddressHasItsPageAskedForAnewEachTime(String address, String page) throws Exception {
        mvc.perform(get(address).accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk())
                .andExpect(forwardedUrl(page))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-cache"));
    }

    @Test
    void anUnknownAddressIsTheNotFoundPageInABrowser() throws Exception {
        mvc.perform(get("/no/such/page").accept(MediaType.TEXT_HTML))
                .andExpect(status().isNotFound())
                .andExpect(forwardedUrl("/error/404.html"));
    }

    @Test
    void anUnknownAddressIsAProblemToAProgram() throws Exception {
        mvc.perform(get("/no-such-page").accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }
}
