package org.fangxin.field.internal;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keys of copies that nobody came back for are deleted. */
@Component
class KeyRetention {
    private final Passes passes;

    KeyRetention(Passes passes) {
        this.passes = passes;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT11M")
    void run() {
        passes.purge();
    }
}
