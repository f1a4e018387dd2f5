package dev.ticketkit.spi.storage.statistics;

/** Which tickets a statistic counts. */
public enum CountBasis {
    /** Those opened in the range, whatever became of them. */
    OPENED,
    /** Those whose {@code closedAt} lies in the range: closed in it and closed now. */
    CLOSED,
    /** Those in progress now; the range does not matter. */
    OPEN_NOW
}
