package dev.ticketkit.core.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A row of an import that could not be brought in. Names no value.
 *
 * @param row its number, 1 for the first
 * @param field what is wrong in it
 * @param message what to change
 */
@JsonPropertyOrder({"row", "field", "message"})
public record ImportProblem(long row, String field, String message) {}
