package dev.ticketkit.testkit;

import dev.ticketkit.spi.storage.CategoryStore;
import dev.ticketkit.spi.storage.StatusStore;
import dev.ticketkit.spi.storage.TallyStore;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;

/**
 * Keeps everything in memory: the reference implementation of the ports, and a store for unit tests. What it kept is gone with the
 * object. Thread-safe: one call at a time for each tenant. It joins no transaction; what is committed is committed.
 */
public final class MemoryStorage implements TicketStorage {
    private final MemoryTicketStore tickets;
    private final MemoryStatusStore statuses;
    private final MemoryCategoryStore categories;
    private final MemoryTallyStore tallies;

    /** An empty store. */
    public MemoryStorage() {
        MemoryTenants tenants = new MemoryTenants();
        tickets = new MemoryTicketStore(tenants);
        statuses = new MemoryStatusStore(tenants);
        categories = new MemoryCategoryStore(tenants);
        tallies = new MemoryTallyStore(tenants);
    }

    @Override
    public TicketStore tickets() {
        return tickets;
    }

    @Override
    public StatusStore statuses() {
        return statuses;
    }

    @Override
    public CategoryStore categories() {
        return categories;
    }

    @Override
    public TallyStore tallies() {
        return tallies;
    }
}
