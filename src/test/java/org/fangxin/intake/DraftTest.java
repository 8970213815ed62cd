package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.SettableTime;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.intake.store.DraftStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@FangxinTest
class DraftTest {
    private static final String PATH = "/api/v1/drafts/case:620823-260506-0001:refuse";

    @Autowired
    MockMvc mvc;

    @Autowired
    SettableTime time;

    @Autowired
    DraftStore drafts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void giveBackTheTime() {
        time.giveBack();
    }

    @Test
    void belongsToWhoeverWroteItAlone() throws Exception {
        Desk writer = Desk.officer(mvc, Role.HANDLER);
        Desk neighbour = Desk.officerOf(mvc, "620822", Role.HANDLER);

        assertThat(writer.put(PATH, draft("还没写完", 0)).status()).isEqualTo(200);

        assertThat(writer.get(PATH).at("/body/facts")).isEqualTo("还没写完");
        assertThat(neighbour.get(PATH).status()).isEqualTo(404);
        assertThat(Desk.publicPages(mvc).get(PATH).status()).isEqualTo(401);
        assertThat(writer.delete(PATH).status()).isEqualTo(204);
        assertThat(writer.get(PATH).status()).isEqualTo(404);
    }

    @Test
    void ofAMerchantsPersonIsKeptAsAnOfficersAndForNoColleague() throws Exception {
        Desk keeper = Desk.officer(mvc, Role.RESPONDENT);
        Desk colleague = Desk.officerOf(mvc, "620822", Role.RESPONDENT);
        String path = "/api/v1/drafts/form:talk:620823-260506-0001:PROPOSE";

        assertThat(keeper.put(path, draft("愿意换新的", 0)).status()).isEqualTo(200);

        assertThat(keeper.get(path).at("/body/facts")).isEqualTo("愿意换新的");
        assertThat(colleague.get(path).status()).isEqualTo(404);
        assertThat(keeper.delete(path).status()).isEqualTo(204);
    }

    @Test
    void ofTwoWindowsTheSecondIsToldAndOverwritesNothing() throws Exception {
        Desk writer = Desk.officer(mvc, Role.HANDLER);
        String path = PATH + ":windows";
        assertThat(writer.put(path, draft("第一个窗口", 0)).at("/version")).isEqualTo("1");

        Desk.Answer late = writer.put(path, draft("第二个窗口", 0));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.at("/current/version")).isEqualTo("1");
        assertThat(writer.get(path).at("/body/facts")).isEqualTo("第一个窗口");
        assertThat(writer.put(path, draft("第二个窗口", 1)).at("/version")).isEqualTo("2");
        assertThat(writer.get(path).at("/body/facts")).isEqualTo("第二个窗口");
        writer.delete(path);
    }

    @Test
    void liesSealedInTheTable() throws Exception {
        Desk writer = Desk.officer(mvc, Role.HANDLER);
        String path = PATH + ":sealed";
        writer.put(path, draft("只有我看得到的话", 0));

        byte[] stored = asProgram("select body from intake.draft where key like '%:sealed'");

        assertThat(stored.length).isGreaterThan(20);
        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("只有我");
        writer.delete(path);
    }

    @Test
    void runsOutAfterFourteenDaysWithoutAChange() throws Exception {
        Desk writer = Desk.officer(mvc, Role.HANDLER);
        String path = PATH + ":old";
        LocalDateTime now = LocalDateTime.now(ZoneId.of("Asia/Shanghai"));
        time.set(moment(now.minusDays(15)));
        writer.put(path, draft("半个月前的", 0));
        assertThat(writer.get(path).status()).isEqualTo(200);

        time.set(moment(now.minusDays(1).minusMinutes(1)));
        assertThat(writer.get(path).status()).as("a minute before").isEqualTo(200);
        time.giveBack();
        assertThat(writer.get(path).status()).isEqualTo(404);

        int gone = Scopes.within(Scope.SYSTEM, () -> drafts.expire(time.instant()));
        assertThat(gone).isPositive();
        assertThat(writer.put(path, draft("新写的", 0)).at("/version")).isEqualTo("1");
        writer.delete(path);
    }

    @Test
    void refusesWhatIsTooLongForADraft() throws Exception {
        Desk writer = Desk.officer(mvc, Role.HANDLER);

        assertThat(writer.put(PATH, Map.of("body", "长".repeat(40_000))).status())
                .isEqualTo(422);
        assertThat(writer.put("/api/v1/drafts/a%20b", Map.of("body", "x")).status())
                .isEqualTo(422);
    }

    private static Map<String, Object> draft(String words, long version) {
        return Map.of("body", Map.of("facts", words), "version", version);
    }

    private static String moment(LocalDateTime when) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(when);
    }

    private byte[] asProgram(String sql) {
        return Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> jdbc.sql(sql).query(byte[].class).single()));
    }
}
