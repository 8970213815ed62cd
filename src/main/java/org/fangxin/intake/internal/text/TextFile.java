package org.fangxin.intake.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines of a file in the resource folder {@code intake}, without blanks and {@code #} remarks. */
final class TextFile {
    private TextFile() {}

    static List<String> lines(String name) {
        try (InputStream in = TextFile.class.getResourceAsStream("/intake/" + name)) {
            if (in == null) {
                throw new IllegalStateException("Resource missing: intake/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
