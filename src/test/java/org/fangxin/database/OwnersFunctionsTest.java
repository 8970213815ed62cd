package org.fangxin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;

/** No function that has its owner's rights takes a type of the program's own for one of the server's. */
@FangxinTest
class OwnersFunctionsTest {
    @Autowired
    DataSource app;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Test
    void noFunctionLooksForTypesAmongTemporaryOnesFirst() throws Exception {
        Said.thenUndone(owner, connection -> {
            assertThat(ledAstray(connection)).isEmpty();
            Said.run(connection, """
                    create function casefile.twin() returns int language sql security definer set search_path = pg_catalog
                        as 'select 1'""");
            assertThat(ledAstray(connection)).containsExactly("casefile.twin");
        });
    }

    @Test
    void theApplicationMakesNothingTemporary() throws Exception {
        try (Connection connection = app.getConnection()) {
            assertThatThrownBy(() -> Said.run(connection, "create temporary table mine (a int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> Said.run(connection, "create domain pg_temp.regclass as pg_catalog.regclass"))
                    .hasMessageContaining("permission denied");
        }
    }

    /** Even where somebody may make temporary types: none of them is taken by a function that runs with its owner's rights. */
    @Test
    void aTypeOfOnesOwnIsTakenByNoFunctionOfAnOwner() throws Exception {
        Said.thenUndone(owner, connection -> {
            Said.run(connection, "grant temporary on database fangxin to fx_app");
            assertThat(becomes(connection)).isEqualTo("fx_app");
            Said.run(connection, "alter function merchant.sort_words_in() set search_path = pg_catalog");
            assertThat(becomes(connection)).isEqualTo("fx_owner");
        });
    }

    /** Whose rights the check of a type had that the application named like one of the server's. */
    private static String becomes(Connection connection) throws SQLException {
        Said.run(connection, "set local role fx_app");
        Said.run(connection, """
                create function pg_temp.hand(v regclass) returns boolean language plpgsql as $$
                begin perform set_config('fangxin.taken', current_user, true); return true; end $$""");
        Said.run(connection, "create domain pg_temp.regclass as pg_catalog.regclass check (pg_temp.hand(value))");
        Said.run(connection, "select 'pg_class'::pg_temp.regclass");
        Said.run(connection, "select merchant.sort_words_in()");
        String taken = Said.texts(connection, "select current_setting('fangxin.taken')")
                .getFirst();
        Said.run(connection, "drop domain pg_temp.regclass");
        Said.run(connection, "drop function pg_temp.hand(pg_catalog.regclass)");
        Said.run(connection, "reset role");
        return taken;
    }

    private static List<String> ledAstray(Connection connection) throws SQLException {
        return Said.texts(connection, """
                select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                 where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                   and (p.prosecdef or p.proconfig::text like '%search_path%')
                   and not coalesce(p.proconfig::text like '%search_path=%pg_temp"%', false)""");
    }
}
