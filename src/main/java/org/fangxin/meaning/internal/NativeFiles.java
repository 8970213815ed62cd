package org.fangxin.meaning.internal;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * Lays the model's native library below the program's home and tells the runtime to take it from there: by itself it would
 * unpack it anew into the machine's temporary folder at every start.
 */
final class NativeFiles {
    private static final String WHERE = "onnxruntime.native.path";
    private static final List<String> LIBRARIES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");

    private NativeFiles() {}

    static void lay(Path home) throws IOException {
        Path folder = home.resolve("meaning").toAbsolutePath();
        Files.createDirectories(folder);
        for (String library : LIBRARIES) {
            try (InputStream packed = OrtEnvironment.class.getResourceAsStream(packed(library))) {
                if (packed == null) {
                    throw new IOException("No sentence model for this machine: " + packed(library));
                }
                lay(packed.readAllBytes(), folder.resolve(library));
            }
        }
        System.setProperty(WHERE, folder.toString());
    }

    /** Written beside and moved, so that no process ever loads half of it; left alone when it is there whole. */
    private static void lay(byte[] library, Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) == library.length) {
            return;
        }
        Path beside = Files.createTempFile(file.getParent(), "unpacking", ".part");
        Files.write(beside, library);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String packed(String library) {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = machine.equals("amd64") || machine.equals("x86_64") ? "x64" : machine;
        return "/ai/onnxruntime/native/linux-" + name + "/" + library;
    }
}
