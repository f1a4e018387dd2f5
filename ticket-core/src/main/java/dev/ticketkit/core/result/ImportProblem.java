package dev.ticketkit.core.result;

/**
 * A row of an import that could not be brought in. Names no value.
 *
 * @param row its number, 1 for the first
 * @param field what is wrong in it
 * @param message what to change
 */
public record ImportProblem(long row, String field, String message) {}
