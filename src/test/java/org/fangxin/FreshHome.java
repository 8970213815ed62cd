package org.fangxin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Empties the tests' home before the context starts; the unpacked server programs stay. */
final class FreshHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path home = TestHome.PATH;
        try {
            for (String part : new String[] {"database", "secrets", "files", "run"}) {
                if (Files.exists(home.resolve(part))) {
                    FileSystemUtils.deleteRecursively(home.resolve(part));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
