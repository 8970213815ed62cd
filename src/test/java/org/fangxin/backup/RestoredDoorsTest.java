package org.fangxin.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.identity.Browser;
import org.fangxin.identity.Enrolled;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** After a database was put back nobody comes in with what was given out before: it may have been ended or used since. */
@FangxinTest
class RestoredDoorsTest {
    private static final String HANDLERS = "/api/v1/people/handlers";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private Restorations restorations;

    @Autowired
    private InstantSource clock;

    @Autowired
    @FlywayDataSource
    private DataSource owner;

    @AfterEach
    void neverRestored() {
        JdbcClient.create(owner).sql("delete from backup.restoration").update();
        restorations.afterSingletonsInstantiated();
    }

    @Test
    void everySessionIsOverAndAHalfSignedOneToo() throws Exception {
        Enrolled officer = Enrolled.hire(mvc, people, clock, "620823", Role.HANDLER);
        Browser whole = officer.browser();
        Browser half = new Browser(mvc);
        half.signIn(officer.person().username(), Staff.PASSWORD);
        assertThat(whole.get(HANDLERS).status()).isEqualTo(200);

        putBack();

        assertThat(whole.get(HANDLERS).status()).isEqualTo(401);
        assertThat(half.giveCode(officer.nextCode()).status()).isEqualTo(401);
        assertThat(restorations.told()).anyMatch(sentence -> sentence.contains("登录全部结束"));
    }

    @Test
    void recoveryCodesAreVoidAndTheTelephoneStillWorks() throws Exception {
        Enrolled officer = Enrolled.hire(mvc, people, clock, "620823", Role.HANDLER);
        putBack();
        Browser browser = new Browser(mvc);
        browser.signIn(officer.person().username(), Staff.PASSWORD);
        assertThat(browser.giveCode(officer.recoveryCodes().getFirst()).status())
                .isEqualTo(401);
        assertThat(browser.giveCode(officer.nextCode()).status()).isEqualTo(200);
    }

    @Test
    void linksForMerchantsAndIntoRoomsAreVoid() {
        putBack();
        for (String open : new String[] {
            "select count(*) from greenchannel.invitation where used_at is null and revoked_at is null",
            "select count(*) from mediation.invitation where revoked_at is null",
            "select count(*) from mediation.pass where ended_at is null",
            "select count(*) from notice.phone_code"
        }) {
            assertThat(JdbcClient.create(owner).sql(open).query(Long.class).single())
                    .as(open)
                    .isZero();
        }
    }

    @Test
    void aStartAfterWhichNothingWasPutBackEndsNobodysSession() throws Exception {
        Enrolled officer = Enrolled.hire(mvc, people, clock, "620823", Role.HANDLER);
        restorations.afterSingletonsInstantiated();
        assertThat(officer.browser().get(HANDLERS).status()).isEqualTo(200);
    }

    private void putBack() {
        JdbcClient.create(owner)
                .sql("insert into backup.restoration (restored_at, source) values (?, 'base-20261127-103000')")
                .param(Timestamp.from(clock.instant()))
                .update();
        restorations.afterSingletonsInstantiated();
    }
}
