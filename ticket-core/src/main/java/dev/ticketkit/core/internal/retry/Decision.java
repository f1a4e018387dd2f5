package dev.ticketkit.core.internal.retry;

import java.util.Optional;

/**
 * The shape of every command that writes on tickets: it decides on what is there now, commits, and says what came of it.
 * {@link ConflictRetry#untilStored(String, Decision)} repeats the three in this order while another commit was faster.
 *
 * @param <D> what was decided: changes, and what they were decided on
 * @param <O> what the store answers
 * @param <R> the result of the command
 */
public interface Decision<D, O, R> {
    /**
     * Reads what there is now, asks the access policy and decides. Writes nothing.
     *
     * @throws dev.ticketkit.spi.error.TicketException when the command is refused
     */
    D decide();

    /** Stores what was decided, in one call of the store. */
    O commit(D decided);

    /** The result, or empty when what was decided on has changed meanwhile, and it must be decided again. */
    Optional<R> result(D decided, O outcome);
}
