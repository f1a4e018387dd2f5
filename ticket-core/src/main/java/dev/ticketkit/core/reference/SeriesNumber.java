package dev.ticketkit.core.reference;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The number in a reference of a series.
 *
 * @param series as the store knows it
 * @param number 0 or more
 */
@JsonPropertyOrder({"series", "number"})
public record SeriesNumber(String series, long number) {}
