package org.fangxin.backup;

import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says on {@code /actuator/health} when backups are in trouble. Never that the program is down: an orchestrator would end a
 * program that serves well.
 */
@Component("backup")
class BackupHealth implements HealthIndicator {
    private final BackupWatch watch;

    BackupHealth(BackupWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        Optional<BackupState> state = watch.backup();
        state.flatMap(BackupState::last).ifPresent(at -> health.withDetail("lastBackup", at.toString()));
        state.flatMap(BackupState::trouble).ifPresent(sentence -> health.withDetail("trouble", sentence));
        return health.build();
    }
}
