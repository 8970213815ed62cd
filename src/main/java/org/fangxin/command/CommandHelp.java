package org.fangxin.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The help of the commands: files, so that help is given without starting anything. */
public final class CommandHelp {
    private CommandHelp() {}

    public static Optional<String> of(String command) {
        if (!command.matches("[a-z-]+")) {
            return Optional.empty();
        }
        try (InputStream in = CommandHelp.class.getResourceAsStream("/help/" + command + ".txt")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
