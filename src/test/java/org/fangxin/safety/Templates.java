package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Homes on which this program was started once and stopped: every experiment begins with a copy of one. */
final class Templates {
    private Templates() {}

    /** Without any case. */
    static Path empty(Path work) throws IOException, InterruptedException {
        return of(work, "template", Map.of());
    }

    /** With the invented county, its people and their cases. */
    static Path demo(Path work) throws IOException, InterruptedException {
        return of(work, "template-demo", Map.of("FANGXIN_DEMO", "true"));
    }

    /** Made anew when the program is another than the one that made it. */
    private static Path of(Path work, String name, Map<String, String> settings)
            throws IOException, InterruptedException {
        Home home = new Home(work.resolve(name));
        Path jar = Path.of(System.getProperty("safety.jar"));
        String program = Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        Path madeBy = work.resolve(name + "-made-by");
        if (Files.exists(madeBy) && Files.readString(madeBy).equals(program)) {
            return home.path();
        }
        Files.deleteIfExists(madeBy);
        home.delete();
        Files.deleteIfExists(home.log());
        Files.createDirectories(home.path());
        try (Program started = Program.start(home, settings)) {
            started.awaitReady();
        }
        Files.writeString(madeBy, program);
        return home.path();
    }
}
