package dev.ticketkit.testkit.internal.store;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.EventFeed;
import dev.ticketkit.spi.storage.EventStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Histories. */
public final class MemoryEventStore implements EventStore {
    /** Ids as databases compare them: like those of tickets, unsigned. */
    private static final Comparator<TicketEvent> BY_TIME =
            Comparator.comparing(TicketEvent::at).thenComparing(event -> new TicketId(event.id()));

    private final MemoryTenants tenants;

    public MemoryEventStore(MemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Optional<TicketEvent> event(TenantId tenant, UUID id) {
        return tenants.in(tenant, memory -> memory.tickets().event(id));
    }

    @Override
    public List<TicketEvent> history(TenantId tenant, TicketId id, long afterVersion, int limit) {
        return tenants.in(tenant, memory -> memory.tickets().history(id).stream()
                .filter(event -> event.version() > afterVersion)
                .limit(limit)
                .toList());
    }

    @Override
    public List<TicketEvent> between(TenantId tenant, InstantRange range, @Nullable TicketEvent after, int limit) {
        return tenants.in(tenant, memory -> memory.tickets()
                .events()
                .filter(event -> range.contains(event.at()))
                .filter(event -> after == null || BY_TIME.compare(event, after) > 0)
                .sorted(BY_TIME)
                .limit(limit)
                .toList());
    }

    @Override
    public EventFeed changesSince(TenantId tenant, long after, int limit) {
        return tenants.in(tenant, memory -> memory.tickets().feed(after, limit));
    }

    @Override
    public long purgeKeys(TenantId tenant, Instant before) {
        return tenants.in(tenant, memory -> memory.tickets().receipts().purge(before));
    }
}
