package org.fangxin.safety;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A program of the system, run to its end. */
final class Command {
    private Command() {}

    /** What it said; a failure of its own is one of the rig. */
    static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }
}
