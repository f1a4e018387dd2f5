package dev.ticketkit.spi.query;

/** Which end of a list comes first. */
public enum SortDirection {
    ASCENDING,
    DESCENDING
}
