package org.fangxin.demo;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes the demo county at start with {@code fangxin.demo=true} ({@code FANGXIN_DEMO}), after the first accounts and the
 * divisions; not while a command runs. One that was cut off is finished by the next start, unless it says {@code false}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class DemoStart implements ApplicationRunner {
    private final DemoCounty county;
    private final boolean asked;
    private final boolean allowed;

    DemoStart(DemoCounty county, @Value("${fangxin.demo:}") String demo, @Value("${fangxin.command:}") String command) {
        this.county = county;
        this.asked = Boolean.parseBoolean(demo) && command.isEmpty();
        this.allowed = demo.isEmpty() && command.isEmpty();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (asked && county.wanted() || allowed && county.begun()) {
            county.make();
        }
    }
}
