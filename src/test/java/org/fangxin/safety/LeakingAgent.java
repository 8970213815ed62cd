package org.fangxin.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

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

    /** A package with this class alone, as the virtual machine wants it. */
    static Path pack(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", LeakingAgent.class.getName());
        String entry = LeakingAgent.class.getName().replace('.', '/') + ".class";
        try (InputStream code = LeakingAgent.class.getClassLoader().getResourceAsStream(entry);
                OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new JarEntry(entry));
            java.util.Objects.requireNonNull(code).transferTo(out);
        }
        return jar;
    }
}
