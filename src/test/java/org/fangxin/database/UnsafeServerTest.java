package org.fangxin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A bureau's own server, made unsafe in every way that we know of: the program does not start on it. */
class UnsafeServerTest {
    private static final String USER = "fangxin_super";

    @TempDir
    static Path folder;

    private static Path home;
    private static String password;

    @BeforeAll
    static void aDataFolder() throws Exception {
        home = BareServer.home(folder);
        try (EmbeddedServer once = EmbeddedServer.startIn(home, false)) {
            password = once.password();
        }
    }

    @Test
    void takesASafeServer() throws Exception {
        try (BareServer server = start()) {
            Server taken = external(server);
            try (Connection connection = Server.connect(taken.appUrl(), Server.APP_ROLE, taken.appPassword())) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fsync=off, fsync",
        "full_page_writes=off, full_page_writes",
        "synchronous_commit=off, synchronous_commit"
    })
    void refusesAServerThatCouldLoseAnAcknowledgedCase(String setting, String named) throws Exception {
        try (BareServer server = start(setting)) {
            assertThatThrownBy(() -> external(server))
                    .isInstanceOf(UnsafeServer.class)
                    .hasMessageContaining(named)
                    .hasMessageContaining("断电会丢失");
        }
    }

    @Test
    void refusesAServerWhoseApplicationRoleCommitsWithoutWaiting() throws Exception {
        try (BareServer server = start()) {
            external(server);
            asOwner(server, "alter role fx_app set synchronous_commit = off");
            assertThatThrownBy(() -> external(server))
                    .isInstanceOf(UnsafeServer.class)
                    .hasMessageContaining("synchronous_commit");
            asOwner(server, "alter role fx_app reset synchronous_commit");
        }
    }

    @ParameterizedTest
    @CsvSource({"all, 任何人都能进入", "fx_app, 任何人都能进入"})
    void refusesAServerThatAsksNoPasswordOf(String role, String sentence) throws Exception {
        Path rules = home.resolve("database/data/pg_hba.conf");
        String strict = Files.readString(rules);
        Files.writeString(rules, "local all " + role + " trust\n" + strict);
        try (BareServer server = start()) {
            assertThatThrownBy(() -> external(server))
                    .isInstanceOf(UnsafeServer.class)
                    .hasMessageContaining(sentence);
        } finally {
            Files.writeString(rules, strict);
        }
    }

    @Test
    void refusesAServerOlderThanItKnows() throws Exception {
        try (BareServer server = start();
                Connection connection = Server.connect(server.url("postgres"), USER, password);
                Statement statement = connection.createStatement()) {
            Server asked = new Server(server.url("postgres"), USER, password, server.url("postgres"), "");
            assertThatThrownBy(() -> SafetyCheck.refuseUnsafe(asked, statement, 190_000))
                    .isInstanceOf(UnsafeServer.class)
                    .hasMessage("PostgreSQL 版本太旧，需要 19 或更新。");
            assertThatCode(() -> SafetyCheck.refuseUnsafe(asked, statement, 180_000))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void asksForUserAndPasswordTogetherWithTheAddress() {
        assertThatThrownBy(() ->
                        Server.external(new DatabaseSettings.Db("jdbc:postgresql://db/fangxin", null, null, 4, null)))
                .isInstanceOf(UnsafeServer.class)
                .hasMessageContaining("FANGXIN_DB_PASSWORD");
    }

    @Test
    void saysWhyInOneSentence() {
        FailureAnalysis told =
                new UnsafeServerAnalyzer().analyze(new IllegalStateException(new UnsafeServer("数据库的 fsync 是关闭的。")));
        assertThat(told).isNotNull();
        assertThat(told.getDescription()).isEqualTo("数据库的 fsync 是关闭的。");
    }

    private static BareServer start(String... settings) throws Exception {
        return BareServer.start(BareServer.programs(), home, settings);
    }

    private static Server external(BareServer server) {
        return Server.external(new DatabaseSettings.Db(server.url("postgres"), USER, password, 4, null));
    }

    private static void asOwner(BareServer server, String sql) throws Exception {
        try (Connection connection = Server.connect(server.url("postgres"), USER, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
