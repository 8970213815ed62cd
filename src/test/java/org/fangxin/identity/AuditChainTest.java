package org.fangxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.identity.Browser.Answer;
import org.fangxin.identity.internal.AuditCheck;
import org.fangxin.identity.internal.InScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Each tampering is done with the rights of the database's superuser and undone again. */
@FangxinTest
class AuditChainTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private AuditLog audit;

    @Autowired
    private AuditCheck check;

    @Autowired
    private InScope inScope;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @FlywayDataSource
    private DataSource owner;

    private long last;

    @BeforeEach
    void someRecords() {
        for (int i = 0; i < 4; i++) {
            audit.record("TEST", "subject-" + i, "step=" + i);
        }
        last = inScope.everywhere(() -> jdbc.sql("select max(seq) from identity.audit_log")
                .query(Long.class)
                .single());
    }

    @Test
    void anUntouchedLogIsIntact() {
        AuditLog.Verdict verdict = audit.verify();
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.checked()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aChangedMemberIsFound() throws SQLException {
        for (String change : List.of(
                "actor = 'p-other'",
                "subject = 'other'",
                "outcome = 'FAILED'",
                "detail = 'step=9'",
                "at = at + interval '1 second'",
                "agency_code = '62'",
                "origin = '10.0.0.1'",
                "action = 'OTHER'")) {
            broken("update identity.audit_log set " + change + " where seq = " + (last - 1), last - 1);
        }
    }

    @Test
    void aMissingRecordIsFound() throws SQLException {
        broken("delete from identity.audit_log where seq = " + (last - 2), last - 2);
    }

    @Test
    void aCutEndIsFound() throws SQLException {
        broken("delete from identity.audit_log where seq = " + last, last);
    }

    @Test
    void swappedRecordsAreFound() throws SQLException {
        broken(
                "update identity.audit_log set seq = -1 where seq = " + last
                        + "; update identity.audit_log set seq = " + last + " where seq = " + (last - 1)
                        + "; update identity.audit_log set seq = " + (last - 1) + " where seq = -1",
                last - 1);
    }

    @Test
    void aLogPutBackWithItsHeadIsFoundByTheCheckpointOutside() throws SQLException {
        check.note();
        broken(
                "delete from identity.audit_log where seq = " + last
                        + "; update identity.audit_head h set seq = l.seq, link = l.link from identity.audit_log l"
                        + " where l.seq = " + (last - 1),
                last);
    }

    @Test
    void theApplicationCannotChangeOrDeleteRecords() {
        for (String sql : List.of(
                "update identity.audit_log set detail = ''",
                "delete from identity.audit_log",
                "truncate identity.audit_log",
                "delete from identity.audit_head")) {
            assertThatThrownBy(() -> inScope.everywhere(() -> jdbc.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void takesCodesOnly() {
        assertThatThrownBy(() -> audit.record("UNMASK", "k-1", "张三")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void signInsAreInTheLogWithTheirOutcome() throws Exception {
        Person person = Staff.hire(people, "620823", Role.HANDLER);
        Browser auditor = Staff.browser(mvc, Staff.hire(people, "620823", Role.AUDITOR));
        new Browser(mvc).signIn(person.username(), "Wrong-Password-1");
        Staff.browser(mvc, person);
        Answer answer = auditor.get("/api/v1/audit?limit=10");
        List<String> outcomes = answer.body()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("action").asString().equals("SIGN_IN"))
                .filter(entry -> entry.path("actor").path("personId").asString().equals(person.personId()))
                .map(entry -> entry.path("outcome").asString())
                .toList();
        assertThat(outcomes).containsExactly("OK", "FAILED");
        assertThat(auditor.get("/api/v1/audit/verification")
                        .body()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anAuditorOfAnotherCountySeesNoneOfIt() throws Exception {
        Browser foreign = Staff.browser(mvc, Staff.hire(people, "620802", Role.AUDITOR));
        Answer answer = foreign.get("/api/v1/audit?limit=200");
        assertThat(answer.body()
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("agencyCode").asString()))
                .isNotEmpty()
                .allMatch(code -> code.startsWith("620802"));
    }

    private void broken(String sql, long first) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table log_before as select * from identity.audit_log");
            statement.execute("create temporary table head_before as select * from identity.audit_head");
            statement.execute("set session_replication_role = replica");
            try {
                statement.execute(sql);
                assertThat(audit.verify().firstBroken()).as(sql).contains(first);
            } finally {
                statement.execute("delete from identity.audit_log");
                statement.execute("insert into identity.audit_log select * from log_before");
                statement.execute(
                        "update identity.audit_head h set seq = b.seq, link = b.link from head_before b where h.one");
            }
        }
        assertThat(audit.verify().intact()).isTrue();
    }
}
