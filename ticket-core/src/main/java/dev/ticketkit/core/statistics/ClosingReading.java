package dev.ticketkit.core.statistics;

/** Which closed tickets the mean closing time is about; tickets that were reopened and are in progress now never count. */
public enum ClosingReading {
    /** Tickets closed in the range. */
    CLOSED_IN_RANGE,
    /** Tickets opened in the range and closed since. */
    OPENED_IN_RANGE
}
