package org.fangxin.backup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * For who watches the machine: how old the newest backup is and whether something is wrong. Not part of the health status:
 * an orchestrator would end a program that serves well.
 */
@Component
class BackupMeters implements MeterBinder {
    private final BackupWatch watch;
    private final InstantSource clock;

    BackupMeters(BackupWatch watch, InstantSource clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("fangxin.backup.age.seconds", this, BackupMeters::age)
                .description("Seconds since the newest backup; NaN when there is none")
                .register(registry);
        Gauge.builder("fangxin.backup.trouble", this, BackupMeters::trouble)
                .description("1 when a backup is missing or old, or the log is not archived")
                .register(registry);
    }

    private double age() {
        return watch.backup()
                .flatMap(BackupState::last)
                .map(at -> (double) Duration.between(at, clock.instant()).toSeconds())
                .orElse(Double.NaN);
    }

    private double trouble() {
        return watch.backup().flatMap(BackupState::trouble).isPresent() ? 1 : 0;
    }
}
