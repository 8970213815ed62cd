package org.fangxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.identity.Browser.Answer;
import org.fangxin.identity.internal.InScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@FangxinTest
class SignInTest {
    private static final String WRONG = "Wrong-Password-1";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private InScope inScope;

    @Test
    void signsInAndSaysWhoItIs() throws Exception {
        Person person = Staff.hire(people, "620823", Role.HANDLER, Role.MEDIATOR);
        Browser browser = new Browser(mvc);
        assertThat(browser.get("/api/v1/session").body().path("signedIn").asBoolean())
                .isFalse();
        Answer answer = browser.signIn(person.username(), Staff.PASSWORD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("personId")).isEqualTo(person.personId());
        assertThat(answer.body().path("agency").path("code").asString()).isEqualTo("620823");
        assertThat(answer.body().path("roles")).hasSize(2);
        assertThat(answer.text("csrfToken")).isNotEmpty();
        Answer again = browser.get("/api/v1/session");
        assertThat(again.body().path("signedIn").asBoolean()).isTrue();
        assertThat(again.text("username")).isEqualTo(person.username());
    }

    @Test
    void theUserNameMayBeTypedInCapitalsOrFullWidth() throws Exception {
        Person person = Staff.hire(people, "620823", Role.HANDLER);
        String typed =
                " " + person.username().toUpperCase(java.util.Locale.ROOT).replace('-', '－') + " ";
        assertThat(new Browser(mvc).signIn(typed, Staff.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void theCookieIsForThisSiteAndNotForScripts() throws Exception {
        Person person = Staff.hire(people, "620823", Role.HANDLER);
        Answer answer = new Browser(mvc).signIn(person.username(), Staff.PASSWORD);
        assertThat(String.valueOf(answer.raw().getHeader(HttpHeaders.SET_COOKIE)))
                .startsWith("FANGXIN=")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");
    }

    @Test
    void theSessionIdChangesAtSignIn() throws Exception {
        Person person = Staff.hire(people, "620823", Role.HANDLER);
        Browser browser = Staff.browser(mvc, person);
        String before = browser.sessionId();
        Browser thief = browser.withSameCookie();
        browser.signIn(person.username(), Staff.PASSWORD);
        assertThat(browser.sessionId()).isNotEmpty().isNotEqualTo(before);
        assertThat(thief.get("/api/v1/session").body().path("signedIn").asBoolean())
                .isFalse();
        assertThat(browser.get("/api/v1/session").body().path("signedIn").asBoolean())
                .isTrue();
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        Browser browser = Staff.browser(mvc, Staff.hire(people, "620823", Role.HANDLER));
        Browser thief = browser.withSameCookie();
        assertThat(browser.delete("/api/v1/session").status()).isEqualTo(204);
        assertThat(thief.get("/api/v1/people/handlers").status()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameLookTheSame() throws Exception {
        Person person = Staff.hire(people, "620823", Role.HANDLER);
        Answer wrong = new Browser(mvc).signIn(person.username(), WRONG);
        Answer unknown = new Browser(mvc).signIn("nobody-of-this-name", WRONG);
        assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
        assertThat(wrong.raw().getContentAsString()).isEqualTo(unknown.raw().getContentAsString());
        assertThat(wrong.raw().getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    void fiveWrongPasswordsLockTheAccountEvenForTheRightOne() throws Exception {
        Person person = Staff.hire(people, "620823", Role.HANDLER);
        Browser browser = new Browser(mvc);
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn(person.username(), WRONG).status()).isEqualTo(401);
        }
        Answer locked = browser.signIn(person.username(), Staff.PASSWORD);
        assertThat(locked.status()).isEqualTo(423);
        assertThat(locked.text("type")).isEqualTo("urn:fangxin:problem:locked");
        assertThat(locked.text("detail")).containsPattern("\\d\\d:\\d\\d");
    }

    @Test
    void aNameThatNobodyHasIsLockedTheSameWay() throws Exception {
        Browser browser = new Browser(mvc);
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn("ghost-of-a-name", WRONG).status()).isEqualTo(401);
        }
        assertThat(browser.signIn("ghost-of-a-name", WRONG).status()).isEqualTo(423);
    }

    @Test
    void fourWrongPasswordsAndTheRightOneStartCountingAnew() throws Exception {
        Person person = Staff.hire(people, "620823", Role.HANDLER);
        Browser browser = new Browser(mvc);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(browser.signIn(person.username(), WRONG).status()).isEqualTo(401);
            }
            assertThat(browser.signIn(person.username(), Staff.PASSWORD).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aFirstPasswordHasToBeChangedBeforeAnythingElse() throws Exception {
        Person person = Staff.hire(people, "620823", true, Role.HANDLER);
        Browser browser = Staff.browser(mvc, person);
        Answer stopped = browser.get("/api/v1/people/handlers");
        assertThat(stopped.status()).isEqualTo(403);
        assertThat(stopped.text("type")).isEqualTo("urn:fangxin:problem:password-change-required");
        String before = browser.sessionId();
        Answer changed = browser.post(
                "/api/v1/session/password",
                Map.of("oldPassword", Staff.PASSWORD, "newPassword", "Another-Good-1-Word"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("mustChangePassword").asBoolean()).isFalse();
        assertThat(browser.sessionId()).isNotEqualTo(before);
        assertThat(browser.get("/api/v1/people/handlers").status()).isEqualTo(200);
    }

    @Test
    void aFirstPasswordThatNobodyReplacedOpensNothingAfterThreeDays(@Autowired JdbcClient jdbc) throws Exception {
        Person late = Staff.hire(people, "620823", true, Role.HANDLER);
        Person replaced = Staff.hire(people, "620823", false, Role.HANDLER);
        Person inTime = Staff.hire(people, "620823", true, Role.HANDLER);
        setLong(jdbc, late, "73 hours");
        setLong(jdbc, replaced, "73 hours");
        setLong(jdbc, inTime, "71 hours");
        Answer refused = new Browser(mvc).signIn(late.username(), Staff.PASSWORD);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("type")).isEqualTo("urn:fangxin:problem:first-password-over");
        assertThat(refused.text("detail")).contains("72 小时", "系统管理员");
        assertThat(new Browser(mvc).signIn(replaced.username(), Staff.PASSWORD).status())
                .isEqualTo(200);
        assertThat(new Browser(mvc).signIn(inTime.username(), Staff.PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void onlyWhoHasTheFirstPasswordIsToldThatItIsOver(@Autowired JdbcClient jdbc) throws Exception {
        Person late = Staff.hire(people, "620823", true, Role.HANDLER);
        setLong(jdbc, late, "73 hours");
        Browser browser = new Browser(mvc);
        for (int i = 0; i < 5; i++) {
            Answer wrong = browser.signIn(late.username(), WRONG);
            assertThat(wrong.text("type")).isEqualTo("urn:fangxin:problem:sign-in-refused");
        }
        assertThat(browser.signIn(late.username(), Staff.PASSWORD).status())
                .as("an old password lifts no lock")
                .isEqualTo(423);
    }

    private void setLong(JdbcClient jdbc, Person person, String ago) {
        int rows = inScope.everywhere(() -> jdbc.sql(
                        "update identity.person set password_changed_at = now() - ?::interval where person_id = ?")
                .params(ago, person.personId())
                .update());
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void changingThePasswordEndsTheOtherSessionsOfThePerson() throws Exception {
        Person person = Staff.hire(people, "620823", Role.HANDLER);
        Browser here = Staff.browser(mvc, person);
        Browser elsewhere = Staff.browser(mvc, person);
        here.post(
                "/api/v1/session/password",
                Map.of("oldPassword", Staff.PASSWORD, "newPassword", "Another-Good-1-Word"));
        assertThat(here.get("/api/v1/people/handlers").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/v1/people/handlers").status()).isEqualTo(401);
    }

    @Test
    void refusesAWeakOrUsedPasswordAndAWrongOldOne() throws Exception {
        Browser browser = Staff.browser(mvc, Staff.hire(people, "620823", Role.HANDLER));
        assertThat(change(browser, Staff.PASSWORD, "short").text("detail")).contains("12");
        assertThat(change(browser, Staff.PASSWORD, "onlysmallletters").text("detail"))
                .contains("三种");
        assertThat(change(browser, Staff.PASSWORD, Staff.PASSWORD).text("detail"))
                .contains("用过");
        Answer wrong = change(browser, WRONG, "Another-Good-1-Word");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("errors").path(0).path("field").asString()).isEqualTo("oldPassword");
    }

    private static Answer change(Browser browser, String old, String fresh) throws Exception {
        return browser.post("/api/v1/session/password", Map.of("oldPassword", old, "newPassword", fresh));
    }
}
