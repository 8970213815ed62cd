package org.fangxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fangxin.FangxinTest;
import org.fangxin.identity.Browser.Answer;
import org.fangxin.identity.internal.InScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The second step of signing in, and what might lead around it (S5). */
@FangxinTest
class SecondFactorTest {
    private static final String COUNTY = "620823";
    private static final String HANDLERS = "/api/v1/people/handlers";
    private static final String FACTOR = "/api/v1/session/second-factor";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private InstantSource clock;

    @Autowired
    private InScope inScope;

    @Test
    void afterThePasswordTheCodeIsAskedForAndNobodyIsSignedInWithoutIt() throws Exception {
        Enrolled officer = enrolled();
        Browser browser = new Browser(mvc);
        Answer half = browser.signIn(officer.person().username(), Staff.PASSWORD);
        assertThat(half.status()).isEqualTo(200);
        assertThat(half.body().path("signedIn").asBoolean()).isFalse();
        assertThat(half.text("secondFactor")).isEqualTo("CODE_WANTED");
        assertThat(half.text("displayName"))
                .as("nothing of the person is told yet")
                .isEmpty();
        assertThat(browser.get("/api/v1/session").text("secondFactor")).isEqualTo("CODE_WANTED");
        assertThat(browser.get(HANDLERS).status()).isEqualTo(401);

        Answer whole = browser.giveCode(officer.nextCode());
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.text("personId")).isEqualTo(officer.person().personId());
        assertThat(whole.text("secondFactor")).isEqualTo("IN_USE");
        assertThat(browser.get(HANDLERS).status()).isEqualTo(200);
    }

    @Test
    void theSessionHasAnotherIdAfterThePasswordAndAnotherAfterTheCode() throws Exception {
        Enrolled officer = enrolled();
        Browser browser = new Browser(mvc);
        browser.signIn(officer.person().username(), Staff.PASSWORD);
        String half = browser.sessionId();
        Browser thief = browser.withSameCookie();
        browser.giveCode(officer.nextCode());
        assertThat(browser.sessionId()).isNotEmpty().isNotEqualTo(half);
        assertThat(thief.get(HANDLERS).status()).isEqualTo(401);
        assertThat(thief.giveCode(officer.recoveryCodes().getFirst()).status())
                .as("the half session is used up")
                .isEqualTo(401);
    }

    @Test
    void aCodeGivenOnceIsNotTakenAgain() throws Exception {
        Enrolled officer = enrolled();
        assertThat(half(officer).giveCode(officer.usedCode()).status())
                .as("the code of the enrolment")
                .isEqualTo(401);
        assertThat(half(officer).giveCode(officer.nextCode()).status()).isEqualTo(200);
        Answer replayed = half(officer).giveCode(officer.nextCode());
        assertThat(replayed.status()).isEqualTo(401);
        assertThat(replayed.text("type")).endsWith(":second-factor-refused");
    }

    @Test
    void ofTwentyWhoGiveOneCodeAtOnceOneComesIn() throws Exception {
        Enrolled officer = enrolled();
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Browser browser = half(officer).from("198.51.100.8");
            tries.add(() -> browser.giveCode(officer.nextCode()).status());
        }
        assertThat(atOnce(tries)).filteredOn(status -> status == 200).hasSize(1);
    }

    @Test
    void ofFiftyGuessedCodesAtOnceFiveAreEvaluated() throws Exception {
        Enrolled officer = enrolled();
        String wrong = officer.wrongCode();
        List<Callable<Integer>> guesses = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Browser browser = half(officer).from("198.51.100.7");
            guesses.add(() -> browser.giveCode(wrong).status());
        }
        List<Integer> answers = atOnce(guesses);
        assertThat(answers).filteredOn(status -> status == 401).hasSize(5);
        assertThat(answers).filteredOn(status -> status == 423).hasSize(45);
    }

    @Test
    void theRightPasswordBetweenWrongCodesDoesNotCountThemAnew() throws Exception {
        Enrolled officer = enrolled();
        for (int i = 0; i < 5; i++) {
            assertThat(half(officer).giveCode(officer.wrongCode()).status()).isEqualTo(401);
        }
        Answer locked = new Browser(mvc).signIn(officer.person().username(), Staff.PASSWORD);
        assertThat(locked.status()).isEqualTo(423);
    }

    @Test
    void aResetPasswordDoesNotLeadPastTheCode() throws Exception {
        Enrolled officer = enrolled();
        Browser system = Staff.browser(mvc, Staff.hire(people, COUNTY, Role.SYSTEM_ADMIN));
        Answer reset = system.post("/api/v1/people/" + officer.person().personId() + "/reset-password", Map.of());
        Browser browser = new Browser(mvc);
        Answer half = browser.signIn(officer.person().username(), reset.text("initialPassword"));
        assertThat(half.text("secondFactor")).isEqualTo("CODE_WANTED");
        assertThat(change(browser, reset.text("initialPassword")).status()).isEqualTo(401);
        browser.giveCode(officer.nextCode());
        assertThat(change(browser, reset.text("initialPassword")).status()).isEqualTo(200);
    }

    @Test
    void aHalfSignedSessionEndsWhenTheAccountIsDisabledOrFiveMinutesAreOver() throws Exception {
        Enrolled officer = enrolled();
        Browser disabled = half(officer);
        Browser system = Staff.browser(mvc, Staff.hire(people, COUNTY, Role.SYSTEM_ADMIN));
        String account = "/api/v1/people/" + officer.person().personId();
        system.put(account, Map.of("active", false));
        assertThat(disabled.giveCode(officer.nextCode()).text("type")).endsWith(":sign-in-over");
        system.put(account, Map.of("active", true));

        Browser late = half(officer);
        String id = new String(Base64.getDecoder().decode(late.sessionId()));
        jdbc.sql("update identity.spring_session set creation_time = creation_time - 301000 where session_id = :id")
                .param("id", id)
                .update();
        assertThat(late.giveCode(officer.nextCode()).text("type")).endsWith(":sign-in-over");
        assertThat(half(officer).giveCode(officer.nextCode()).status())
                .as("neither used the code up")
                .isEqualTo(200);
    }

    @Test
    void aRecoveryCodeOpensOnceHoweverItIsTyped() throws Exception {
        Enrolled officer = enrolled();
        assertThat(officer.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        String typed = officer.recoveryCodes().getFirst().replace("-", " ").toUpperCase(java.util.Locale.ROOT);
        assertThat(half(officer).giveCode(typed).status()).isEqualTo(200);
        assertThat(half(officer).giveCode(typed).status()).isEqualTo(401);
        assertThat(half(officer).giveCode(officer.recoveryCodes().getLast()).status())
                .isEqualTo(200);
        assertThat(officer.browser()
                        .get(FACTOR)
                        .body()
                        .path("recoveryCodesLeft")
                        .asInt())
                .isEqualTo(8);
    }

    @Test
    void newRecoveryCodesVoidTheEarlierOnes() throws Exception {
        Enrolled officer = enrolled();
        String earlier = officer.recoveryCodes().getLast();
        Answer fresh = officer.browser()
                .post(
                        FACTOR + "/recovery-codes",
                        Map.of("code", officer.recoveryCodes().getFirst()));
        assertThat(fresh.body().path("recoveryCodes")).hasSize(10);
        assertThat(half(officer).giveCode(earlier).status()).isEqualTo(401);
        String one = fresh.body().path("recoveryCodes").path(3).asString();
        assertThat(half(officer).giveCode(one).status()).isEqualTo(200);
    }

    @Test
    void nothingInTheDatabaseIsTheSecretOrARecoveryCode() throws Exception {
        Enrolled officer = enrolled();
        String rows = inScope.everywhere(() -> jdbc.sql("""
                        select coalesce(encode(secret, 'hex'), '') || (select string_agg(encode(digest, 'hex'), ' ')
                               from identity.recovery_code c where c.person_id = f.person_id)
                          from identity.second_factor f where person_id = :id
                        """)
                .param("id", officer.person().personId())
                .query(String.class)
                .single());
        assertThat(rows)
                .hasSizeGreaterThan(700)
                .doesNotContain(java.util.HexFormat.of().formatHex(officer.secret()));
        String plain = officer.recoveryCodes().getFirst();
        for (String form : List.of(plain, plain.replace("-", ""))) {
            assertThat(rows).doesNotContain(java.util.HexFormat.of().formatHex(form.getBytes()));
        }
    }

    @Test
    void toEnrolOrToChangeTheDeviceOneProvesWhoOneIs() throws Exception {
        Person person = Staff.hire(people, COUNTY, Role.HANDLER);
        Browser browser = Staff.browser(mvc, person);
        assertThat(browser.post(FACTOR + "/enrolment", Map.of()).status()).isEqualTo(422);
        assertThat(browser.post(FACTOR + "/enrolment", Map.of("password", "Wrong-Password-1"))
                        .status())
                .isEqualTo(422);
        Enrolled officer = Enrolled.in(browser, person, clock);
        assertThat(browser.post(FACTOR + "/enrolment", Map.of("password", Staff.PASSWORD))
                        .body()
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .as("the password is no longer enough")
                .isEqualTo("code");
        Answer begun = browser.post(FACTOR + "/enrolment", Map.of("code", officer.nextCode()));
        assertThat(begun.text("link")).startsWith("otpauth://totp/").contains("secret=" + begun.text("secret"));
        assertThat(half(officer).giveCode(officer.recoveryCodes().getFirst()).status())
                .as("what is in use stays so until the new one is confirmed")
                .isEqualTo(200);
    }

    @Test
    void enrollingEndsTheOtherSessionsOfThePerson() throws Exception {
        Person person = Staff.hire(people, COUNTY, Role.HANDLER);
        Browser here = Staff.browser(mvc, person);
        Browser elsewhere = Staff.browser(mvc, person);
        Enrolled.in(here, person, clock);
        assertThat(here.get(HANDLERS).status()).isEqualTo(200);
        assertThat(elsewhere.get(HANDLERS).status()).isEqualTo(401);
    }

    @Test
    void whatWasNotBegunOrIsWrongIsNotConfirmed() throws Exception {
        Browser browser = Staff.browser(mvc, Staff.hire(people, COUNTY, Role.HANDLER));
        assertThat(browser.post(FACTOR + "/confirmation", Map.of("code", "123456"))
                        .status())
                .isEqualTo(422);
        browser.post(FACTOR + "/enrolment", Map.of("password", Staff.PASSWORD));
        assertThat(browser.post(FACTOR + "/confirmation", Map.of("code", "12345"))
                        .status())
                .isEqualTo(422);
        assertThat(browser.get(FACTOR).text("state")).isEqualTo("NONE");
    }

    @Test
    void aSecurityAdministratorTakesItBackForAReasonAndThePersonEnrolsAnew() throws Exception {
        Enrolled officer = enrolled();
        String path = "/api/v1/people/" + officer.person().personId() + "/reset-second-factor";
        Browser security = Staff.browser(mvc, Staff.hire(people, COUNTY, Role.SECURITY_ADMIN));
        assertThat(security.post(path, Map.of()).status())
                .as("without a reason")
                .isEqualTo(422);
        assertThat(security.post(path, Map.of("reason", "DEVICE_LOST")).status())
                .isEqualTo(200);
        assertThat(officer.browser().get(HANDLERS).status())
                .as("sessions have ended")
                .isEqualTo(401);
        String noted = inScope.everywhere(() -> jdbc.sql("""
                        select detail from identity.audit_log where action = 'SECOND_FACTOR_RESET' and subject = :id
                        """)
                .param("id", officer.person().personId())
                .query(String.class)
                .single());
        assertThat(noted).isEqualTo("reason=DEVICE_LOST");

        Browser again = Staff.browser(mvc, officer.person());
        assertThat(again.get(HANDLERS).text("type")).endsWith(":second-factor-required");
        Enrolled.in(again, officer.person(), clock);
        assertThat(again.get(HANDLERS).status()).isEqualTo(200);
    }

    @Test
    void nobodyTakesTheOwnOneBackNorDoesAnotherAdministrator() throws Exception {
        Enrolled security = Enrolled.hire(mvc, people, clock, COUNTY, Role.SECURITY_ADMIN);
        String own = "/api/v1/people/" + security.person().personId() + "/reset-second-factor";
        Map<String, String> lost = Map.of("reason", "DEVICE_LOST");
        assertThat(security.browser().post(own, lost).status()).isEqualTo(422);
        for (Role role : List.of(Role.SYSTEM_ADMIN, Role.AUDITOR, Role.LEADER)) {
            Browser other = Staff.browser(mvc, Staff.hire(people, COUNTY, role));
            assertThat(other.post(own, lost).status()).as(role.name()).isEqualTo(404);
        }
        Browser elsewhere = Staff.browser(mvc, Staff.hire(people, "620826", Role.SECURITY_ADMIN));
        assertThat(elsewhere.post(own, lost).status()).isEqualTo(404);
    }

    private Enrolled enrolled() throws Exception {
        return Enrolled.hire(mvc, people, clock, COUNTY, Role.HANDLER);
    }

    private Browser half(Enrolled officer) throws Exception {
        Browser browser = new Browser(mvc);
        Answer answer = browser.signIn(officer.person().username(), Staff.PASSWORD);
        assertThat(answer.text("secondFactor")).isEqualTo("CODE_WANTED");
        return browser;
    }

    private Answer change(Browser browser, String old) throws Exception {
        return browser.post(
                "/api/v1/session/password", Map.of("oldPassword", old, "newPassword", "Another-Good-1-Word"));
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(20)) {
            for (Future<Integer> one : many.invokeAll(calls)) {
                answers.add(one.get());
            }
        }
        return answers;
    }
}
