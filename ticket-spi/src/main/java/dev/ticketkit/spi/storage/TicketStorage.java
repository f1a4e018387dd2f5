package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.automation.AutomationStore;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.NotificationStore;
import dev.ticketkit.spi.storage.statistics.StatisticsStore;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

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
    ExecutionStore executions();

    /** Who was told, and who wants to be. */
    NotificationStore notifications();

    /** Numbers for references that may have gaps. */
    ReferenceBlocks referenceBlocks();

    /** Statistics. */
    StatisticsStore statistics();

    /**
     * Whether what is called now, on this thread, becomes part of a transaction of the host: it may be rolled back after the call has
     * returned, and is not to be remembered or told before it is committed. Fast; asked several times in a command.
     */
    default boolean isJoined() {
        return false;
    }

    /**
     * Has something done after the host's transaction on this thread has committed; not when it rolls back. Asked only where
     * {@link #isJoined}.
     *
     * @param action fast, and throws nothing
     * @return false when the store cannot know of the commit, and forgets the action
     */
    default boolean afterCommit(Runnable action) {
        return false;
    }

    /**
     * Chooses a tenant's storage by a function, so that tenants may be in databases of their own: one storage is one database, and a source
     * of connections that leads to several is none. Every call that names a tenant goes to that tenant's storage. Those that name none,
     * claims and {@link #maintenance()}, go to all storages in turn: what one of them refuses with a
     * {@link dev.ticketkit.spi.error.StorageException} is thrown only when none of the others had anything to do. Thread-safe if the
     * functions and the storages are. Make it once: the storages are to stay the same objects.
     *
     * @param choice the storage of a tenant; the same for each call, never null. Called in every call, on its thread
     * @param all every storage there is, each once; called in every claim, so a tenant's storage may be added later. Storages that have
     *     joined the host's transaction cannot deliver and are not to be among them
     */
    static TicketStorage byTenant(
            Function<TenantId, ? extends TicketStorage> choice,
            Supplier<? extends Collection<? extends TicketStorage>> all) {
        return new StorageByTenant(Objects.requireNonNull(choice, "choice"), Objects.requireNonNull(all, "all"));
    }

    /** What the store does later; nothing, for a store that does everything in its commits. */
    default Maintenance maintenance() {
        return most -> 0;
    }
}
