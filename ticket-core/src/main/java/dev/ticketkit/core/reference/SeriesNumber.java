package dev.ticketkit.core.reference;

/**
 * The number in a reference of a series.
 *
 * @param series as the store knows it
 * @param number 0 or more
 */
public record SeriesNumber(String series, long number) {}
