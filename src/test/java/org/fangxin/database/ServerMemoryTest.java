package org.fangxin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerMemoryTest {
    private static final long GB = 1L << 30;

    @ParameterizedTest
    @CsvSource({"0, 96", "512, 96", "2048, 256", "24576, 2048", "262144, 2048"})
    void isAnEighthOfTheMachineWithinBounds(long machineMb, long expected) {
        assertThat(ServerMemory.shareOf(machineMb * GB / 1024).megabytes()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"512MB, 512", "4GB, 4096", "4 gb, 4096", "96MB, 96"})
    void isWhatWasChosen(String chosen, long expected) {
        assertThat(ServerMemory.of(chosen).megabytes()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"512", "95MB", "0GB", "lots", "-1GB", "1e3MB", "512MB; rm"})
    void refusesWhatIsNoSizeInOneSentence(String chosen) {
        assertThatThrownBy(() -> ServerMemory.of(chosen))
                .isInstanceOf(UnsafeServer.class)
                .hasMessageContaining("FANGXIN_DB_MEMORY");
    }

    @Test
    void reachesTheServer(@TempDir Path folder) throws Exception {
        try (EmbeddedServer server =
                EmbeddedServer.startIn(BareServer.home(folder), false, WalArchive.OFF, ServerMemory.of("128MB"))) {
            Server embedded = Server.embedded(server);
            try (Connection connection = DriverManager.getConnection(
                            embedded.ownerUrl(), embedded.ownerUser(), embedded.ownerPassword());
                    Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery("show shared_buffers")) {
                answer.next();
                assertThat(answer.getString(1)).isEqualTo("128MB");
            }
        }
    }
}
