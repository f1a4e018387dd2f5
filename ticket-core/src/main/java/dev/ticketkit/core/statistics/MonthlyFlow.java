package dev.ticketkit.core.statistics;

import java.time.YearMonth;

/**
 * What came in and went out in a month.
 *
 * @param month which month, in the zone that was asked for
 * @param opened tickets opened in it
 * @param closed tickets whose closing lies in it and which are closed now
 */
public record MonthlyFlow(YearMonth month, long opened, long closed) {}
