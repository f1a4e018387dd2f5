package dev.ticketkit.core.statistics;

import java.time.LocalDate;

/**
 * What came in and went out on a day.
 *
 * @param day which day, in the zone that was asked for
 * @param opened tickets opened on it
 * @param closed tickets whose closing lies in it and which are closed now
 */
public record DailyFlow(LocalDate day, long opened, long closed) {}
