package dev.ticketkit.spi.storage.statistics;

/**
 * How soon tickets were answered: an answer is the first public note by an operator.
 *
 * @param answered the times from opening to answer, of the tickets that have one
 * @param unanswered how many have none
 */
public record AnswerCount(DurationHistogram answered, long unanswered) {}
