package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.fangxin.intake.Desk.Answer;
import org.fangxin.intake.store.VaultStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@FangxinTest
class VaultTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VaultStore vault;

    @Autowired
    People people;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void cannotBeReadByTheApplicationAsItself() throws Exception {
        report("李匿身", "13900000031");

        assertThatThrownBy(() -> asProgram("select sealed from intake.vault_field"))
                .isInstanceOf(BadSqlGrammarException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asProgram("update intake.vault set anonymous = true returning case_no"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void holdsTheIdentitySealed() throws Exception {
        String caseNo = report("李匿身", "13900000032");

        String stored = Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    jdbc.sql("set local role fx_vault").update();
                    return jdbc.sql(
                                    "select string_agg(encode(sealed, 'escape'), ' ') from intake.vault_field where case_no = ?")
                            .param(caseNo)
                            .query(String.class)
                            .single();
                }));

        assertThat(stored).doesNotContain("13900000032").doesNotContain("李匿身");
    }

    @Test
    void showsNothingToATransactionWithAnOfficersScope() throws Exception {
        report("李匿身", "13900000033");
        Scope county = Scope.subtree("620823", "officer-9", Scope.Reports.ALL);

        Integer seen = Scopes.within(
                county,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    jdbc.sql("set local role fx_vault").update();
                    return jdbc.sql("select count(*) from intake.vault")
                            .query(Integer.class)
                            .single();
                }));

        assertThat(seen).isZero();
    }

    @Test
    void tellsOneFieldWhenOnePersonAsksAndTheKeeperOpens() throws Exception {
        String caseNo = report("李匿身", "13900000034");
        Keeper keeper = new Keeper(mvc);
        Desk leader = Desk.officer(mvc, Role.LEADER);
        String path = "/api/v1/cases/" + caseNo + "/reporter-openings";

        Answer asked = keeper.ask(caseNo, "PHONE");
        Answer early = leader.post(read(asked), Map.of());
        Answer told = keeper.open(asked);

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.text()).doesNotContain("13900000034");
        assertThat(early.status()).isEqualTo(409);
        assertThat(told.at("/value")).isEqualTo("13900000034");
        assertThat(told.text()).doesNotContain("李匿身");
        assertThat(leader.post(read(asked), Map.of()).at("/value")).isEqualTo("13900000034");
        assertThat(keeper.open(asked).status()).isEqualTo(409);
        assertThat(leader.get(path).text()).contains("OPENED").doesNotContain("13900000034", "李匿身");
        assertThat(readings(caseNo)).isEqualTo(1);
    }

    @Test
    void opensNothingWithoutPurposeSecondPersonOrPassphrase() throws Exception {
        String caseNo = report("李匿身", "13900000036");
        String path = "/api/v1/cases/" + caseNo + "/reporter-openings";
        Desk both = Desk.of(mvc, Staff.hire(people, "620823", Role.IDENTITY_KEEPER, Role.LEADER));
        Answer own = both.post(path, Map.of("field", "NAME", "purpose", "VERIFY"));
        Map<String, String> right = Map.of("passphrase", Keeper.passphrase());
        Desk keeper = Desk.of(mvc, Staff.hire(people, "620823", Role.IDENTITY_KEEPER));

        assertThat(both.post(path, Map.of("field", "NAME")).at("/errors/0/field"))
                .isEqualTo("purpose");
        assertThat(both.post(path, Map.of("field", "EMAIL", "purpose", "VERIFY"))
                        .at("/errors/0/field"))
                .isEqualTo("field");
        assertThat(both.post(open(own), right).status()).isEqualTo(422);
        assertThat(keeper.post(open(own), Map.of("passphrase", "guess-guess-guess"))
                        .at("/errors/0/field"))
                .isEqualTo("passphrase");
        assertThat(Desk.officerOf(mvc, "620822", Role.IDENTITY_KEEPER)
                        .post(open(own), right)
                        .status())
                .isEqualTo(404);
        assertThat(Desk.officer(mvc, Role.LEADER).post(open(own), right).status())
                .isEqualTo(404);
        assertThat(Desk.officer(mvc, Role.LEADER).post(read(own), Map.of()).status())
                .isEqualTo(404);
        assertThat(readings(caseNo)).isZero();
        assertThat(keeper.post(open(own), right).at("/value")).isEqualTo("李匿身");
    }

    @Test
    void makesAKeeperWaitWhoGuessesHisPassphrase() throws Exception {
        Keeper asking = new Keeper(mvc);
        String opening = open(asking.ask(report("李匿身", "13900000037"), "NAME"));
        Desk keeper = Desk.of(mvc, Staff.hire(people, "620823", Role.IDENTITY_KEEPER));
        for (int i = 0; i < 5; i++) {
            assertThat(keeper.post(opening, Map.of("passphrase", "guess-" + i)).status())
                    .isEqualTo(422);
        }

        assertThat(keeper.post(opening, Map.of("passphrase", Keeper.passphrase()))
                        .status())
                .isEqualTo(429);
    }

    private static String open(Answer asked) {
        return "/api/v1/reporter-openings/" + asked.at("/openingId") + "/open";
    }

    private static String read(Answer asked) {
        return "/api/v1/reporter-openings/" + asked.at("/openingId") + "/read";
    }

    private Integer readings(String caseNo) {
        return Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    jdbc.sql("set local role fx_vault").update();
                    return jdbc.sql("select count(*) from intake.vault_reading where case_no = ?")
                            .param(caseNo)
                            .query(Integer.class)
                            .single();
                }));
    }

    @Test
    void recognisesTheSameReporterWithoutReadingWhoHeIs() throws Exception {
        String first = report("赵再报", "13900000035");
        String second = report("赵再报", "139-0000-0035");
        Submission.Person person = new Submission.Person("赵再报", "13900000035", null, null, null, false, null);

        List<String> same = Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions).execute(status -> vault.reportsBySame(person)));

        assertThat(same).contains(first, second);
    }

    private String report(String name, String phone) throws Exception {
        Answer answer = Desk.publicPages(mvc)
                .submit(Desk.example(Map.of(
                        "kinds",
                        List.of("REPORT"),
                        "person",
                        Desk.person(name, phone),
                        "content",
                        "该店销售三无产品。",
                        "actRegionCode",
                        "620823")));
        assertThat(answer.status()).isEqualTo(201);
        return answer.at("/cases/0/caseNo");
    }

    private List<Map<String, Object>> asProgram(String sql) {
        return Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> jdbc.sql(sql).query().listOfRows()));
    }
}
