package org.fangxin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the processor spent: the program, its own clients in it, and the database with all its processes. */
final class Processes {
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int SYSTEM_OF_ENDED = 14;
    private static final double TICKS = 100;

    private final long server;

    private Processes(long server) {
        this.server = server;
    }

    static Processes of(JdbcClient jdbc) {
        long backend = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
        return new Processes(Long.parseLong(stat(Path.of("/proc/" + backend)).get(PARENT)));
    }

    /** Seconds of the program so far, whoever of its threads spent them. */
    static double program() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    }

    /** Seconds of the database so far: of its first process, of those that ended and of those that run. */
    double database() {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            double own = seconds(stat(Path.of("/proc/" + server)), SYSTEM_OF_ENDED);
            return own
                    + all.filter(path -> path.getFileName().toString().matches("\\d+"))
                            .map(Processes::stat)
                            .filter(stat -> !stat.isEmpty() && stat.get(PARENT).equals(Long.toString(server)))
                            .mapToDouble(stat -> seconds(stat, SYSTEM))
                            .sum();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static double seconds(List<String> stat, int last) {
        double ticks = 0;
        for (int i = USER; i <= last; i++) {
            ticks += Double.parseDouble(stat.get(i));
        }
        return ticks / TICKS;
    }

    /** The fields behind the name; nothing for a process that has just ended. */
    private static List<String> stat(Path process) {
        try {
            String line = Files.readString(process.resolve("stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (IOException ended) {
            return List.of();
        }
    }
}
