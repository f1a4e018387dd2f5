package dev.ticketkit.core.statistics;

/** Which tickets the shares and counts of a report are about. */
public enum StatisticsReading {
    /** Tickets opened in the range, whatever became of them. */
    OPENED_IN_RANGE,
    /** Tickets in progress now; the range does not matter to them. */
    OPEN_NOW
}
