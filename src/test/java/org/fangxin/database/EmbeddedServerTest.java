package org.fangxin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.fangxin.FangxinTest;
import org.fangxin.TestHome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FangxinTest
class EmbeddedServerTest {
    @Autowired
    DatabaseConfiguration.RunningServer running;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isDurable() {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        assertThat(setting("data_checksums")).isEqualTo("on");
    }

    @Test
    void listensOnNoNetworkAddressAndLetsNobodyInWithoutThePassword() {
        assertThat(setting("listen_addresses")).isEmpty();
        Server server = running.server();
        assertThatThrownBy(() -> connect(server, "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void keepsItsPasswordAndItsFoldersToItself() throws Exception {
        Path home = TestHome.PATH;
        assertThat(mode(home.resolve("secrets/database-superuser"))).isEqualTo("rw-------");
        assertThat(mode(home.resolve("secrets"))).isEqualTo("rwx------");
        assertThat(mode(home.resolve("database"))).isEqualTo("rwx------");
    }

    @Test
    void runsTheApplicationAsARoleThatOwnsNothingAndCannotBypassRowSecurity() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("fx_app");
        assertThat(jdbc.sql("select rolbypassrls or rolsuper from pg_roles where rolname = 'fx_app'")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(jdbc.sql("select count(*) from pg_tables where tableowner = 'fx_app'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String setting(String name) {
        return jdbc.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private static void connect(Server server, String password) throws SQLException {
        try (Connection connection = Server.connect(server.appUrl(), Server.APP_ROLE, password)) {
            assertThat(connection).isNull();
        }
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
