package org.fangxin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fangxin.command.CommandHelp;
import org.fangxin.database.UnsafeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.PortInUseException;

class StartCheckTest {
    @TempDir
    Path folder;

    @Test
    void saysWhichPortIsTakenAndHowToChooseAnother() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> StartCheck.free(port, null))
                    .isInstanceOf(UnsafeServer.class)
                    .hasMessageContaining("端口 " + port)
                    .hasMessageContaining("FANGXIN_PORT");
        }
    }

    @Test
    void takesAFreePortAndLeavesItFree() throws IOException {
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = once.getLocalPort();
        }

        assertThatCode(() -> StartCheck.free(port, "127.0.0.1")).doesNotThrowAnyException();
        assertThatCode(() -> StartCheck.free(port, "127.0.0.1")).doesNotThrowAnyException();
        assertThatCode(() -> StartCheck.free(0, null)).doesNotThrowAnyException();
    }

    @Test
    void saysWhichFolderCannotBeWrittenInOneChineseSentence() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));

        assertThatThrownBy(() -> StartCheck.writable(file.resolve("home")))
                .isInstanceOf(UnsafeServer.class)
                .hasMessageContaining(file.resolve("home").toString())
                .hasMessageContaining("FANGXIN_HOME");
    }

    @Test
    void leavesNothingInAFolderThatCanBeWritten() throws IOException {
        StartCheck.writable(folder.resolve("home"));

        assertThat(folder.resolve("home")).isEmptyDirectory();
    }

    @Test
    void findsTheSentenceBehindTheFrameworksCauses() {
        assertThat(PlainRefusal.sentence(new IllegalStateException(new UnsafeServer("数据库的 fsync 是关闭的。"))))
                .contains("数据库的 fsync 是关闭的。");
        assertThat(PlainRefusal.sentence(new PortInUseException(8080)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("端口 8080"));
        assertThat(PlainRefusal.sentence(new IllegalStateException("unknown"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "verify", "rebuild", "backup", "restore"})
    void helpsWithEachCommandWithoutAStart(String command) {
        assertThat(CommandHelp.of(command))
                .hasValueSatisfying(help -> assertThat(help).contains("./fangxin " + command));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forget", "../application", ""})
    void knowsNoOtherCommand(String command) {
        assertThat(CommandHelp.of(command)).isEmpty();
    }
}
