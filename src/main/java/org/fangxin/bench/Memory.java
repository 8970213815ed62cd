package org.fangxin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the processes hold: the program's resident memory, and the database's with shared pages counted once. */
final class Memory {
    private static final long KILO = 1024;

    private Memory() {}

    /** @param backend one of the database's processes */
    static Map<String, Object> now(long backend) {
        long parent = ProcessHandle.of(backend)
                .flatMap(ProcessHandle::parent)
                .orElseThrow()
                .pid();
        Map<String, Object> memory = new LinkedHashMap<>();
        memory.put("programMB", proportional(ProcessHandle.current().pid()) / KILO);
        memory.put(
                "databaseMB",
                Stream.concat(
                                        Stream.of(parent),
                                        ProcessHandle.of(parent)
                                                .orElseThrow()
                                                .children()
                                                .map(ProcessHandle::pid))
                                .mapToLong(Memory::proportional)
                                .sum()
                        / KILO);
        return memory;
    }

    /** Kilobytes; nothing for a process that has just ended. */
    private static long proportional(long pid) {
        Path file = Path.of("/proc/" + pid + "/smaps_rollup");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }
}
