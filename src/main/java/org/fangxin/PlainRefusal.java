package org.fangxin;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fangxin.database.UnsafeServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says why the program does not start in one sentence and nothing else, when the reason is one that we know. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class PlainRefusal implements SpringBootExceptionReporter {
    private final PrintStream out;

    /** The framework makes it so; the context is not there yet when the start is refused early. */
    public PlainRefusal(@Nullable ConfigurableApplicationContext context) {
        this.out = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> sentence = sentence(failure);
        sentence.ifPresent(out::println);
        return sentence.isPresent();
    }

    static Optional<String> sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsafeServer told) {
                return Optional.ofNullable(told.getMessage());
            }
            if (cause instanceof PortInUseException taken) {
                return Optional.of(StartCheck.taken(taken.getPort()));
            }
        }
        return Optional.empty();
    }
}
