package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The database of a home without a program around it: one that was left alone, or one that several programs share. */
final class BareServer {
    private static final long LOOK_NANOS = 20_000_000;
    private static final int STATUS_LINE = 7;

    private BareServer() {}

    /** Started and ready when this returns; the home's own folder has its socket. */
    static void start(Home home, String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("unshare", "-U", ServerCheck.binary(home).toString()));
        command.addAll(List.of("-D", home.data().toString(), "-c"));
        command.add("unix_socket_directories=" + home.path().resolve("run"));
        for (String setting : settings) {
            command.addAll(List.of("-c", setting));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().toFile()))
                .start();
        home.record(process.toHandle());
        Path pid = home.data().resolve("postmaster.pid");
        while (!ready(pid, process.pid())) {
            if (process.waitFor(LOOK_NANOS, TimeUnit.NANOSECONDS)) {
                throw new IOException("The bare server ended, see " + home.log());
            }
        }
    }

    private static boolean ready(Path pidFile, long pid) throws IOException {
        List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : Collections.emptyList();
        return lines.size() > STATUS_LINE
                && lines.getFirst().strip().equals(Long.toString(pid))
                && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /** SIGINT to each server of this home, by its number, and waits. */
    static void endAll(Home home) throws IOException, InterruptedException {
        for (ProcessHandle server : home.servers()) {
            Command.run("kill", "-INT", Long.toString(server.pid()));
            while (home.servers().contains(server)) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }
}
