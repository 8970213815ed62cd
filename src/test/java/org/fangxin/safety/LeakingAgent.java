package org.fangxin.safety;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The weakness that R20 plants: code in the program's own process that forgets a passing file, its handle and what it read, five times a second. */
public final class LeakingAgent {
    private static final long PAUSE_NANOS = 200_000_000;
    private static final int FORGOTTEN = 16_384;
    private static final List<Object> HELD = new ArrayList<>();

    private LeakingAgent() {}

    /** Called by the virtual machine before the program's own beginning. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        Thread.ofPlatform().daemon().name("leaking").start(LeakingAgent::leak);
    }

    private static void leak() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Path forgotten = Files.createTempFile("forgotten", ".part");
                HELD.add(Files.newInputStream(forgotten));
                HELD.add(new byte[FORGOTTEN]);
            } catch (IOException full) {
                throw new IllegalStateException(full);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
