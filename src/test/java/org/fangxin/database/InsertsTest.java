package org.fangxin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Rows that are written together. */
@FangxinTest
class InsertsTest {
    private static final String INSERT = """
            insert into kept (id, name, tags, made_at, on_day, seal, act, open, amount, place)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String OTHER = "insert into other (id) values (?)";
    /** An hour that the clocks showed twice. */
    private static final Timestamp TWICE = Timestamp.from(Instant.parse("1991-09-14T15:30:00Z"));

    @Autowired
    @FlywayDataSource
    DataSource owner;

    private Connection connection;
    private JdbcTemplate jdbc;
    private Inserts inserts;

    @BeforeEach
    void twoTables() throws SQLException {
        connection = owner.getConnection();
        jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        jdbc.execute("""
                create temp table kept (id bigint primary key, name text, tags text[], made_at timestamptz, on_day date, seal bytea,
                                        act uuid, open boolean, amount numeric(12, 2), place int)""");
        jdbc.execute("create temp table other (id bigint)");
        connection.setAutoCommit(false);
        inserts = new Inserts(jdbc);
    }

    @AfterEach
    void nothingStays() throws SQLException {
        connection.close();
    }

    @Test
    void areTheSameAsWrittenOneByOne() {
        List<@Nullable Object[]> rows = List.of(
                row(1, "带\"引号\"、逗号,、反斜杠\\、{括号}、\n换行", new String[] {"a,b", "\"", "\\", "{}", "", "NULL"}),
                row(2, "", new String[0]),
                row(3, "NULL", new String[] {"热水器"}),
                new @Nullable Object[] {4L, null, null, null, null, null, null, null, null, null});
        rows.forEach(row -> inserts.add(INSERT, row));
        List<String> oneByOne = kept();
        jdbc.execute("delete from kept");
        inserts.together(() -> {
            rows.forEach(row -> inserts.add(INSERT, row));
            return rows;
        });
        assertThat(kept()).isEqualTo(oneByOne).hasSize(4);
    }

    @Test
    void ofSeveralTablesArePlannedOnceAndWhatReadsAfterwardsIsPlannedAnew() {
        jdbc.execute("set local plan_cache_mode = 'force_custom_plan'");
        inserts.together(() -> {
            for (long id = 1; id <= 3; id++) {
                inserts.add(INSERT, row(id, "一", new String[0]));
                inserts.add(OTHER, id);
            }
            assertThat(kept()).as("still waiting").isEmpty();
            return inserts;
        });
        assertThat(kept()).hasSize(3);
        assertThat(jdbc.queryForList("select id from other order by id", Long.class))
                .containsExactly(1L, 2L, 3L);
        assertThat(jdbc.queryForObject("show plan_cache_mode", String.class)).isEqualTo("force_custom_plan");
    }

    @Test
    void areNotWrittenWhenTheWorkFails() {
        assertThatThrownBy(() -> inserts.together(() -> {
                    inserts.add(OTHER, 1L);
                    throw new IllegalStateException("given up");
                }))
                .hasMessage("given up");
        inserts.together(() -> inserts);
        assertThat(jdbc.queryForList("select id from other", Long.class)).isEmpty();
    }

    @Test
    void thatAreWorkedOutByTheirStatementAreWrittenInTheirTurn() {
        inserts.together(() -> {
            for (long id = 1; id <= 2; id++) {
                inserts.add(OTHER, id);
                inserts.add("insert into kept (id) select max(id) + ? from other", id);
                inserts.add("insert into other (id) values (?) on conflict do nothing", 10 * id);
            }
            return inserts;
        });
        assertThat(jdbc.queryForList("select id from kept order by id", Long.class))
                .as("after both rows of the first, before those of the last")
                .containsExactly(3L, 4L);
    }

    private static @Nullable Object[] row(long id, String name, String[] tags) {
        return new @Nullable Object[] {
            id,
            name,
            tags,
            TWICE,
            LocalDate.of(9999, 12, 31),
            new byte[] {0, -1, (byte) id},
            new UUID(id, 7),
            id % 2 == 0,
            new BigDecimal("1E+3"),
            (int) id
        };
    }

    /** Whole rows in words, with the second that the instant is. */
    private List<String> kept() {
        return jdbc.queryForList(
                "select kept::text || ' ' || coalesce(extract(epoch from made_at)::text, '') from kept order by id",
                String.class);
    }
}
