package dev.ticketkit.spi.storage;

/**
 * The door to a store: what the desk keeps its tickets in. An implementation passes the contract tests of {@code ticket-testkit}.
 * Thread-safe, unless it has joined a transaction of the host: then it belongs to the threads that use that transaction's connection.
 */
public interface TicketStorage {
    /** Tickets and histories. */
    TicketStore tickets();

    /** Statuses and priorities. */
    StatusStore statuses();

    /** Categories. */
    CategoryStore categories();

    /** Events on their way to consumers. */
    DeliveryQueue deliveries();

    /** Statistics. */
    TallyStore tallies();
}
