package org.fangxin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fangxin.TestHome;

/** A server process that a test starts itself: with whatever settings, watched by nobody, as a killed run leaves it. */
final class BareServer implements AutoCloseable {
    private static final int READY_LINE = 7;

    private final Path data;
    private final Path socketFolder;
    private final Process process;

    private BareServer(Path data, Path socketFolder, Process process) {
        this.data = data;
        this.socketFolder = socketFolder;
        this.process = process;
    }

    /** A home of its own in this folder, whose server programs need not be unpacked again. */
    static Path home(Path folder) throws IOException {
        Path programs = programs();
        Path cache = PrivateFolder.at(folder.resolve("cache"));
        Files.createSymbolicLink(cache.resolve(programs.getFileName()), programs);
        return folder;
    }

    /** The unpacked programs that all tests share. */
    static Path programs() throws IOException {
        return ServerPrograms.unpackedIn(TestHome.PATH.resolve("cache"));
    }

    /** Starts the server of a home's data folder with these settings ({@code fsync=off}) and waits until it is ready. */
    static BareServer start(Path programs, Path home, String... settings) throws IOException, InterruptedException {
        Path data = home.resolve("database/data").toAbsolutePath();
        Path socketFolder = SocketFolder.forHome(home);
        Process process = new ProcessBuilder(command(programs, data, socketFolder, settings))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("bare.log").toFile()))
                .start();
        BareServer server = new BareServer(data, socketFolder, process);
        server.awaitReady(home.resolve("bare.log"));
        return server;
    }

    private static List<String> command(Path programs, Path data, Path socketFolder, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString()));
        arguments.addAll(List.of("-c", "listen_addresses=", "-c", "unix_socket_directories=" + socketFolder));
        for (String setting : settings) {
            arguments.addAll(List.of("-c", setting));
        }
        return ServerPrograms.command(programs, "postgres", arguments.toArray(String[]::new));
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        Path pidFile = data.resolve("postmaster.pid");
        while (!ready(pidFile)) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IOException("The server ended: " + Files.readString(log));
            }
        }
    }

    private boolean ready(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return false;
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.size() > READY_LINE
                && lines.getFirst().strip().equals(Long.toString(process.pid()))
                && lines.get(READY_LINE).strip().equals("ready");
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    Path socket() {
        return socketFolder.resolve(".s.PGSQL.5432");
    }

    /** Where a driver finds one of its databases. */
    String url(String database) {
        return url(socket(), database);
    }

    static String url(Path socket, String database) {
        return "jdbc:postgresql://localhost/" + database + "?socketFactory=" + UnixSocketFactory.class.getName()
                + "&socketFactoryArg=" + socket + "&sslMode=disable&gssEncMode=disable";
    }

    /** Ends it as a power cut would; its pid file stays. */
    void kill() throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().waitFor();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (process.isAlive()) {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            process.waitFor();
        }
    }
}
