package org.fangxin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.TestHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;

/** Whatever goes wrong in a statement, what somebody typed stays out of the server's log and of exceptions' details. */
@FangxinTest
class ServerLogTest {
    private static final Path LOG = TestHome.PATH.resolve("database/server.log");
    private static final String MARKER = "赵标记甲13900009999";

    @Autowired
    DataSource app;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into typed values ('MARKER', 1), ('MARKER', 2)",
                "insert into typed values ('MARKER', -1)",
                "select MARKER from typed where",
                "select \"MARKER\" from typed",
                "select cast('MARKER' as date)",
                "select cast('MARKER' as int)",
                "select 1 / length('MARKER' || '') - 1 / 0",
                "do $$ begin raise exception 'MARKER'; end $$",
                "do $$ begin raise warning 'MARKER'; end $$"
            })
    void aFaultyStatementLeavesNothingTypedInTheLog(String statement) throws Exception {
        inATable(connection -> catchThrowable(() -> run(connection, statement.replace("MARKER", MARKER))));
        assertThat(Files.readString(LOG)).doesNotContain(MARKER, "13900009999");
    }

    @Test
    void anExceptionDoesNotQuoteTheRowThatWasRefused() throws Exception {
        inATable(connection -> {
            Throwable refused = catchThrowable(
                    () -> run(connection, "insert into typed values ('" + MARKER + "', 1), ('" + MARKER + "', 2)"));
            assertThat(refused).isInstanceOf(SQLException.class).hasMessageContaining("duplicate key");
            assertThat(refused.getMessage()).doesNotContain(MARKER);
        });
    }

    @Test
    void theLogStillSaysHowTheServerFares() throws Exception {
        assertThat(Files.readString(LOG)).contains("ready to accept connections");
    }

    private interface Work {
        void with(Connection connection) throws Exception;
    }

    private void inATable(Work work) throws Exception {
        try (Connection maker = owner.getConnection();
                Connection connection = app.getConnection()) {
            run(maker, "create table public.typed (name text primary key, n int check (n > 0))");
            run(maker, "grant select, insert on public.typed to fx_app");
            try {
                work.with(connection);
            } finally {
                run(maker, "drop table public.typed");
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
