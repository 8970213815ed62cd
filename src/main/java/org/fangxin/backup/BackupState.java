package org.fangxin.backup;

import java.time.Instant;
import java.util.Optional;

/**
 * How the backups stand.
 *
 * @param last when the newest one was whole; empty when there is none
 * @param trouble what is wrong, in a sentence that says what to do; empty when nothing is
 */
public record BackupState(Optional<Instant> last, Optional<String> trouble) {}
