package dev.ticketkit.spi.storage;

/**
 * The door to a store: what the desk keeps its tickets in. Its stores share one truth: a commit of a ticket writes the queue, an erasure
 * empties runs and causes, a firing is put into the queue, each in one transaction. An implementation passes the contract tests of {@code ticket-testkit}.
 * Thread-safe, unless it has joined a transaction of the host: then it belongs to the threads that use that transaction's connection.
 */
public interface TicketStorage {
    /** Tickets. */
    TicketStore tickets();

    /** What happened. */
    EventStore events();

    /** Statuses and priorities. */
    StatusStore statuses();

    /** Categories. */
    CategoryStore categories();

    /** Events on their way to consumers. */
    DeliveryQueue deliveries();

    /** Automations. */
    AutomationStore automations();

    /** What automations did, and what the host fired. */
    RunStore runs();

    /** Who was told, and who wants to be. */
    NoticeStore notices();

    /** Numbers for references that may have gaps. */
    ReferenceBlocks referenceBlocks();

    /** Statistics. */
    TallyStore tallies();

    /** What the store does later; nothing, for a store that does everything in its commits. */
    default Upkeep upkeep() {
        return most -> 0;
    }
}
