package org.fangxin;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Asked to stop, the program first says that it is not ready and goes on answering for a while ({@code FANGXIN_DRAIN}): the
 * balancer in front looks at that and sends everything new to another instance, and only then the door is closed. Heard
 * before all others, so that streams and scheduled work go on meanwhile. Without a balancer nobody waits.
 */
@Component
class Drain implements ApplicationListener<ContextClosedEvent>, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final Duration patience;
    private final Consumer<Duration> wait;

    @Autowired
    Drain(@Value("${fangxin.drain:0s}") Duration patience, @Value("${fangxin.command:}") String command) {
        this(command.isEmpty() ? patience : Duration.ZERO, Drain::waits);
    }

    Drain(Duration patience, Consumer<Duration> wait) {
        this.patience = patience;
        this.wait = wait;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        AvailabilityChangeEvent.publish(event.getApplicationContext(), ReadinessState.REFUSING_TRAFFIC);
        if (patience.isPositive()) {
            LOG.info("Not ready any more; the door stays open for {} s", patience.toSeconds());
            wait.accept(patience);
        }
    }

    private static void waits(Duration patience) {
        try {
            Thread.sleep(patience);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
