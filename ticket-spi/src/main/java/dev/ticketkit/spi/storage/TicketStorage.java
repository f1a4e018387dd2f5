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
 * The door to a store: what the desk keeps its tickets in. Thread-safe, unless it has joined a transaction of the host: then it belongs to the
 * threads that use that transaction's connection.
 *
 * <p>Its ports form two rings. Tickets, events, statuses, categories, contacts and numbers must be there, and statistics are computed from them unless
 * the store counts itself. Deliveries, automations with their executions, and notifications may be left out: {@link StoragePart} says what a
 * desk does then. All ports share one truth: a commit of a ticket writes the queue, an erasure empties executions and causes, a firing is put
 * into the queue, each in one transaction.
 *
 * <p>An implementation passes the contract tests of {@code ticket-testkit}: those of the first ring, or all of them.
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

    /** Whose tickets they are. */
    ContactStore contacts();

    /** Numbers for references. */
    ReferenceNumbers numbers();

    /**
     * Statistics. Unless the store says otherwise they are computed from lists and histories, which takes as long as reading the tickets. A store that
     * counts more cheaply, or at one moment, gives its own; one that also keeps sums gives a
     * {@link dev.ticketkit.spi.storage.statistics.DerivedStatistics}.
     */
    default StatisticsStore statistics() {
        return StatisticsStore.listed(tickets()::list, events()::history);
    }

    /** Events on their way to consumers; a store may leave them out. */
    default DeliveryQueue deliveries() {
        return AbsentParts.DELIVERIES;
    }

    /** Automations; a store may leave them out. */
    default AutomationStore automations() {
        return AbsentParts.AUTOMATIONS;
    }

    /** What automations did, and what the host fired; a store leaves them out together with {@link #automations()}. */
    default ExecutionStore executions() {
        return AbsentParts.EXECUTIONS;
    }

    /** Who was notified, and who wants to be; a store may leave that out. */
    default NotificationStore notifications() {
        return AbsentParts.NOTIFICATIONS;
    }

    /** Whether the store keeps a part that it may leave out. */
    default boolean keeps(StoragePart part) {
        return switch (part) {
            case DELIVERIES -> deliveries() != AbsentParts.DELIVERIES;
            case AUTOMATIONS -> automations() != AbsentParts.AUTOMATIONS && executions() != AbsentParts.EXECUTIONS;
            case NOTIFICATIONS -> notifications() != AbsentParts.NOTIFICATIONS;
        };
    }

    /**
     * Whether what is called now, on this thread, becomes part of a transaction of the host: it may be rolled back after the call has
     * returned, and is not to be remembered or passed on before it is committed. Fast; asked several times in a command.
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
     * Makes what can be read now of a tenant as safe as a commit that was answered. A read may show a commit that was not acknowledged to anybody,
     * because it still waits for a standby or was interrupted there, and a failover may lose it. A desk that finds a command's work done
     * already calls this, and looks again, before it says so. Waits as long as a commit would.
     *
     * @return whether to look again, for what was read may be of a server that is gone; false in a store that never has a standby, and in a
     *     transaction of the host, whose own commit waits
     * @throws dev.ticketkit.spi.error.StorageException when the store fails
     */
    default boolean settle(TenantId tenant) {
        return false;
    }

    /**
     * Chooses a tenant's storage by a function, so that tenants may be in databases of their own: one storage is one database, and a source
     * of connections that leads to several is none. Every call that names a tenant goes to that tenant's storage. Those that name none,
     * claims and {@link #maintenance()}, go to all storages in turn: what one of them refuses with a
     * {@link dev.ticketkit.spi.error.StorageException} is thrown only when none of the others had anything to do. Thread-safe if the
     * functions and the storages are. Make it once: the storages are to stay the same objects. It keeps a part that any of them keeps.
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
