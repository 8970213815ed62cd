package org.fangxin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a run, kept in {@code bench/results}. */
@Component
class Results {
    private final JsonMapper json;

    Results(JsonMapper json) {
        this.json = json;
    }

    void write(String name, Map<String, Object> figures, PrintStream out) {
        try {
            Path folder = Files.createDirectories(Path.of("bench/results"));
            Path results = folder.resolve(name + ".json");
            Files.writeString(results, json.writerWithDefaultPrettyPrinter().writeValueAsString(figures) + "\n");
            Picture.draw(folder, json);
            out.println("写在 " + results);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
