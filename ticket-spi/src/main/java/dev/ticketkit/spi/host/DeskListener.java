package dev.ticketkit.spi.host;

/**
 * Hears of what a desk and its store do, for metrics: how often, how long, what came of it. It hears of no tenant, contact or ticket, and
 * the words it hears are few, so that they may be tags.
 *
 * <p>Called on the thread that did it, so it must be fast and thread-safe. What it throws is logged and changes nothing.
 */
public interface DeskListener {
    /**
     * A command has ended, one of an automation too. In a transaction of the host it may be rolled back still.
     *
     * @param command what it was, such as {@code open}, {@code change} or {@code note-public}
     * @param outcome {@code done}; or the {@link dev.ticketkit.spi.error.TicketErrorCode} in small letters, such as {@code forbidden};
     *     {@code refused} also where a value breaks its limits; {@code failed} for any other exception
     * @param nanos how long it took
     */
    default void commandEnded(String command, String outcome, long nanos) {}

    /**
     * A consumer has made one attempt at an event.
     *
     * @param consumer its name, without the receiver
     * @param outcome {@code delivered}; {@code postponed} where nobody is to blame; {@code failed} where it is tried again; {@code parked}
     *     where it was given up
     * @param nanos how long it took
     */
    default void attemptEnded(String consumer, String outcome, long nanos) {}

    /**
     * A store that commits several changes at once has done so.
     *
     * @param changes how many, 1 where one came alone
     */
    default void groupCommitted(int changes) {}

    /**
     * Some of the store's maintenance was done.
     *
     * @param rows how many rows it dealt with
     * @param nanos how long it took
     */
    default void maintained(int rows, long nanos) {}
}
