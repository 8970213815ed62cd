package org.fangxin.casefile;

import java.time.Instant;

/**
 * One act asked of one case.
 *
 * @param now when it is asked
 * @param occurredAt when it took place; equal to {@code now} unless the body's {@code occurredOn} says an earlier day,
 *     which needs a paper
 */
public record Command(Act act, Actor actor, Instant now, Instant occurredAt, Fields fields) {}
