package org.fangxin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the embedded server comes, is killed, comes back and goes; always with what was committed. */
class ServerLifeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static Path home;
    private static Path data;

    @BeforeAll
    static void aHomeWithOneCommittedRow() throws Exception {
        home = BareServer.home(folder);
        data = home.resolve("database/data");
        try (EmbeddedServer server = EmbeddedServer.startIn(home, false)) {
            Server.embedded(server);
            run(server, "create table kept (what text)");
        }
    }

    @BeforeEach
    void nothingKept() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.startIn(home, false)) {
            run(server, "truncate kept");
            run(server, "insert into kept values ('一件')");
        }
    }

    @Test
    void goesWhenItIsClosed() throws Exception {
        long pid;
        try (EmbeddedServer server = EmbeddedServer.startIn(home, false)) {
            pid = server.pid();
            assertThat(ProcessHandle.of(pid)).isPresent();
        }
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(data.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void goesWhenItIsClosedAlthoughItsWatcherWasKilled() throws Exception {
        long pid;
        try (EmbeddedServer server = EmbeddedServer.startIn(home, false)) {
            pid = server.pid();
            ProcessHandle watcher =
                    ProcessHandle.of(pid).flatMap(ProcessHandle::parent).orElseThrow();
            watcher.destroyForcibly();
            watcher.onExit().join();
        }
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void refusesASecondProgramOnTheSameHomeInOneSentence() throws Exception {
        Process other = anotherProgramOn(home);
        try {
            assertThatThrownBy(() -> EmbeddedServer.startIn(home, false))
                    .isInstanceOf(UnsafeServer.class)
                    .hasMessage("数据目录 " + home + " 正由另一个 Fangxin 使用。请先停止它，或换一个 FANGXIN_HOME。");
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (EmbeddedServer afterTheKill = EmbeddedServer.startIn(home, false)) {
            assertThat(kept(afterTheKill)).containsExactly("一件");
        }
    }

    @Test
    void stopsFirstTheServerThatAKilledRunLeftBehind() throws Exception {
        BareServer orphan = BareServer.start(BareServer.programs(), home);
        run(orphan, "insert into kept values ('留下的那一件')");
        try (EmbeddedServer server = EmbeddedServer.startIn(home, false)) {
            assertThat(orphan.alive()).isFalse();
            assertThat(server.pid()).isNotEqualTo(orphan.pid());
            assertThat(kept(server)).containsExactly("一件", "留下的那一件");
        }
    }

    @Test
    void leavesAServerOfOtherProgramsOnItsFolderAloneAndSaysSo(@TempDir Path elsewhere) throws Exception {
        try (BareServer other = BareServer.start(otherPrograms(elsewhere), home)) {
            assertThatThrownBy(() -> EmbeddedServer.startIn(home, false))
                    .isInstanceOf(UnsafeServer.class)
                    .hasMessageContaining("正由另一个数据库进程（" + other.pid() + "）使用");
            assertThat(other.alive()).isTrue();
        }
    }

    @Test
    void startsWhenTheNumberInAStalePidFileBelongsToAnotherProgramNow() throws Exception {
        Process foreign = new ProcessBuilder("cat").start();
        try {
            powerCut(foreign.pid());
            try (EmbeddedServer server = EmbeddedServer.startIn(home, false)) {
                assertThat(kept(server)).containsExactly("一件");
            }
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void startsWhenTheNumberInAStalePidFileBelongsToTheServerOfAnotherHomeNow(@TempDir Path elsewhere)
            throws Exception {
        try (EmbeddedServer other = EmbeddedServer.startIn(BareServer.home(elsewhere), false)) {
            powerCut(other.pid());
            try (EmbeddedServer server = EmbeddedServer.startIn(home, false)) {
                assertThat(kept(server)).containsExactly("一件");
                assertThat(ProcessHandle.of(other.pid())).isPresent();
            }
        }
    }

    @Test
    void isStartedAgainWhenItIsKilledAndHasWhatWasCommitted() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.startIn(home, false)) {
            long killed = server.pid();
            run(server, "insert into kept values ('刚刚确认的')");
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .untilAsserted(() -> {
                        assertThat(kept(server)).containsExactly("一件", "刚刚确认的");
                        assertThat(server.pid()).isNotEqualTo(killed);
                    });
        }
    }

    @Test
    void beginsAnewAfterAKillWhileTheDataFolderWasBeingMade(@TempDir Path fresh) throws Exception {
        Path begun = BareServer.home(fresh).resolve("database/data.new");
        PrivateFolder.at(begun.getParent());
        Process initdb = new ProcessBuilder(initdb(begun)).start();
        while (!Files.exists(begun.resolve("PG_VERSION")) && initdb.isAlive()) {
            Thread.onSpinWait();
        }
        initdb.destroyForcibly().waitFor();
        assertThat(begun).exists();
        try (EmbeddedServer server = EmbeddedServer.startIn(fresh, false)) {
            assertThat(server.pid()).isPositive();
            assertThat(beside(fresh.resolve("database"))).containsExactlyInAnyOrder("data", "server.log");
        }
    }

    @Test
    void givesADeepHomeAShortSocketFolder(@TempDir Path top) throws Exception {
        Path deep = BareServer.home(Files.createDirectories(top.resolve("很深的目录/".repeat(5) + "data".repeat(20))));
        try (EmbeddedServer server = EmbeddedServer.startIn(deep, false)) {
            Path socket = server.socket();
            assertThat(socket.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(107);
            assertThat(mode(socket.getParent())).isEqualTo("rwx------");
            assertThat(Server.embedded(server).appUrl()).contains(socket.toString());
        } finally {
            Files.delete(SocketFolder.forHome(deep));
        }
    }

    @Test
    void doesNotPutItsSocketIntoAFolderThatAnotherMade(@TempDir Path top) throws Exception {
        Path deep = Files.createDirectories(top.resolve("data".repeat(25)));
        Path shared = SocketFolder.forHome(deep);
        Files.delete(shared);
        Files.createSymbolicLink(shared, top);
        try {
            assertThatThrownBy(() -> SocketFolder.forHome(deep))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("不是本程序的");
        } finally {
            Files.delete(shared);
        }
    }

    @Test
    void givesTheHomeBackWhenItDoesNotStart(@TempDir Path broken) throws Exception {
        Path notAProgram = PrivateFolder.at(broken.resolve("cache/postgres-18.6.0/bin"));
        Files.createFile(notAProgram.resolve("postgres"));
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(() -> EmbeddedServer.startIn(broken, false))
                    .isInstanceOf(UnsafeServer.class)
                    .hasMessageStartingWith("数据库没有启动：");
        }
    }

    @Test
    void letsNobodyElseIntoItsFoldersFilesAndSocket() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.startIn(home, false)) {
            for (String one : List.of(".", "database", "database/data", "secrets", "run", "cache")) {
                assertThat(mode(home.resolve(one))).as(one).isEqualTo("rwx------");
            }
            assertThat(mode(server.socket())).as("socket").isEqualTo("rwx------");
            assertThat(mode(home.resolve("secrets/database-superuser"))).isEqualTo("rw-------");
            assertThat(openToOthers(data)).isEmpty();
        }
    }

    /** The data folder as a power cut leaves it, with the number of a living process in its pid file. */
    private static void powerCut(long pid) throws Exception {
        BareServer.start(BareServer.programs(), home).kill();
        Path file = data.resolve("postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, Long.toString(pid));
        Files.write(file, lines);
    }

    private static Process anotherProgramOn(Path home) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HomeHolder.class.getName(),
                        home.toString())
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("held");
        return process;
    }

    /** The same server in another place, as another version of the program would bring it. */
    private static Path otherPrograms(Path elsewhere) throws IOException {
        Path real = BareServer.programs().toRealPath();
        Path bin = Files.createDirectories(elsewhere.resolve("bin"));
        Files.copy(
                real.resolve("bin/postgres"),
                bin.resolve("postgres"),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        for (String part : List.of("lib", "share")) {
            Files.createSymbolicLink(elsewhere.resolve(part), real.resolve(part));
        }
        return elsewhere;
    }

    private static List<String> initdb(Path folder) throws IOException {
        return ServerPrograms.command(BareServer.programs(), "initdb", "-D", folder.toString(), "-U", "fangxin_super");
    }

    private static List<String> beside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<Path> openToOthers(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !mode(path).endsWith("------")).toList();
        }
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> kept(EmbeddedServer server) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = connect(server.socket());
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select what from kept order by what")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void run(EmbeddedServer server, String sql) throws SQLException {
        run(server.socket(), sql);
    }

    private static void run(BareServer server, String sql) throws SQLException {
        run(server.socket(), sql);
    }

    private static void run(Path socket, String sql) throws SQLException {
        try (Connection connection = connect(socket);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(Path socket) throws SQLException {
        try {
            String password =
                    Files.readString(home.resolve("secrets/database-superuser")).strip();
            return Server.connect(BareServer.url(socket, Server.DATABASE), "fangxin_super", password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
