package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
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
    PlatformTransactionManager transactions;

    @Test
    void cannotBeReadByTheApplicationAsItself() throws Exception {
        report("李匿身", "13900000031");

        assertThatThrownBy(() -> asProgram("select identity from intake.vault"))
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
                    return jdbc.sql("select encode(identity, 'escape') from intake.vault where case_no = ?")
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
    void tellsTheKeeperAloneAndWritesItDown() throws Exception {
        String caseNo = report("李匿身", "13900000034");
        String path = "/api/v1/cases/" + caseNo + "/reporter";
        Desk keeper = Desk.officer(mvc, Role.IDENTITY_KEEPER);

        Answer told = keeper.post(path, Map.of("purpose", "TELL_REPORTER"));

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.at("/name")).isEqualTo("李匿身");
        assertThat(told.at("/phone")).isEqualTo("13900000034");
        assertThat(keeper.post(path, Map.of()).status()).isEqualTo(422);
        assertThat(Desk.officer(mvc, Role.LEADER)
                        .post(path, Map.of("purpose", "REWARD"))
                        .status())
                .isEqualTo(404);
        assertThat(Desk.officerOf(mvc, "620822", Role.IDENTITY_KEEPER)
                        .post(path, Map.of("purpose", "REWARD"))
                        .status())
                .isEqualTo(404);
        Integer readings = Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    jdbc.sql("set local role fx_vault").update();
                    return jdbc.sql("select count(*) from intake.vault_reading where case_no = ?")
                            .param(caseNo)
                            .query(Integer.class)
                            .single();
                }));
        assertThat(readings).isEqualTo(1);
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
