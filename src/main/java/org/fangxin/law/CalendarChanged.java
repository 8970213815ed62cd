package org.fangxin.law;

import java.time.LocalDate;

/**
 * The calendar has changed in this span, both ends included: dates that the span touches are to be computed anew. Told to
 * the running instance once the change is durable; whoever keeps dates may listen.
 */
public record CalendarChanged(LocalDate first, LocalDate last) {}
