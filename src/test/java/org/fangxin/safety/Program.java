package org.fangxin.safety;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The real program in a process of its own, on a home of its own; its number is written down before anything is done to it. */
final class Program implements AutoCloseable {
    static final int PORT = 8134;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long LOOK_NANOS = 20_000_000;

    private final Process process;
    private final Path log;
    private final long begun;
    private final long logFrom;

    private Program(Process process, Path log, long logFrom) {
        this.process = process;
        this.log = log;
        this.begun = System.nanoTime();
        this.logFrom = logFrom;
    }

    static Program start(Home home, Map<String, String> settings) throws IOException {
        return start(home, settings, List.of());
    }

    static Program start(Home home) throws IOException {
        return start(home, Map.of(), List.of());
    }

    /** @param arguments none: serves; else one of the program's commands */
    static Program start(Home home, Map<String, String> settings, List<String> arguments) throws IOException {
        return start(home, home.log(), settings, arguments);
    }

    /** One of several on the same home, which says what it says in a file of its own. */
    static Program startBeside(Home home, String name, Map<String, String> settings) throws IOException {
        return start(home, home.path().resolveSibling(name + ".log"), settings, List.of());
    }

    private static Program start(Home home, Path log, Map<String, String> settings, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("safety.java")));
        command.addAll(List.of(System.getProperty("safety.flags").split(" ")));
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Dfangxin.meaning.enabled=false"));
        command.addAll(List.of("-jar", System.getProperty("safety.jar")));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("FANGXIN_HOME", home.path().toString());
        builder.environment().put("FANGXIN_PORT", Integer.toString(PORT));
        builder.environment().put("FANGXIN_DEMO", "false");
        builder.environment().putAll(settings);
        long logFrom = Files.exists(log) ? Files.size(log) : 0;
        Process process = builder.start();
        home.record(process.toHandle());
        return new Program(process, log, logFrom);
    }

    /** Waits until it says that it is ready; how long it took. */
    Duration awaitReady() throws IOException {
        while (!said().contains("Fangxin is ready")) {
            long passed = System.nanoTime() - begun;
            if (!process.isAlive() || passed > PATIENCE.toNanos()) {
                throw new IOException("The program did not start:\n" + said());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** What this run wrote so far. */
    String said() throws IOException {
        byte[] all = Files.readAllBytes(log);
        int from = (int) Math.min(logFrom, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    /** Waits for a command's end. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException("The program has not ended in its time");
        }
        return process.exitValue();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** SIGKILL to this one recorded process. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As an administrator stops it. */
    void stop() throws InterruptedException {
        ask();
        awaitEnd();
    }

    /** SIGTERM, without waiting. */
    void ask() {
        process.destroy();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
    }

    static void note(Path file, String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
