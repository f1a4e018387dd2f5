package dev.ticketkit.spi.storage.statistics;

import dev.ticketkit.spi.model.Ticket;
import java.util.Collection;
import java.util.Objects;

/**
 * How soon tickets were answered: an answer is the first public note by an operator.
 *
 * @param answered the times from opening to answer, of the tickets that have one
 * @param unanswered how many have none
 */
public record AnswerCount(DurationHistogram answered, long unanswered) {
    /** Counts tickets one by one. */
    public static AnswerCount of(Collection<Ticket> tickets) {
        DurationHistogram answered =
                DurationHistogram.of(tickets.stream().map(Ticket::answeringTime).filter(Objects::nonNull));
        return new AnswerCount(answered, tickets.size() - answered.count());
    }
}
