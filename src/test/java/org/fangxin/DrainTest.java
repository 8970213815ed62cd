package org.fangxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** The balancer hears first that this instance is leaving; everybody inside hears it afterwards. */
class DrainTest {
    private final List<String> happened = new ArrayList<>();

    /** Hears the end as streams and the scheduler do. */
    private final class Inside implements ApplicationListener<ContextClosedEvent> {
        @Override
        public void onApplicationEvent(ContextClosedEvent event) {
            happened.add("inside hears");
        }
    }

    @Test
    void isNotReadyWhileTheDoorIsOpenAndNobodyInsideHasHeardOfTheEnd() {
        close(Duration.ofSeconds(7));
        assertThat(happened).containsExactly("REFUSING_TRAFFIC for PT7S", "inside hears");
    }

    @Test
    void withoutABalancerNobodyWaits() {
        close(Duration.ZERO);
        assertThat(happened).containsExactly("inside hears");
    }

    private void close(Duration patience) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.registerBean(ApplicationAvailabilityBean.class);
        context.registerBean(Inside.class, () -> new Inside());
        context.registerBean(
                Drain.class,
                () -> new Drain(
                        patience,
                        asked -> happened.add(
                                context.getBean(ApplicationAvailability.class).getReadinessState() + " for " + asked)));
        context.refresh();
        AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        context.close();
    }
}
