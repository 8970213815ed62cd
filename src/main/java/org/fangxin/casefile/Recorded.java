package org.fangxin.casefile;

import java.time.Instant;
import org.fangxin.casefile.entry.Entry;

/**
 * An entry as the journal holds it.
 *
 * @param seq number within the case, from 1
 * @param occurredAt when it took place: clocks count from here
 * @param recordedAt when it was written
 */
public record Recorded(long seq, Instant occurredAt, Instant recordedAt, String actorId, Entry entry) {}
