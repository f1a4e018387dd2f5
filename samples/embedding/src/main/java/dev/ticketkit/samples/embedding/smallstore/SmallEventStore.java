package dev.ticketkit.samples.embedding.smallstore;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.EventFeed;
import dev.ticketkit.spi.storage.EventStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record SmallEventStore(SmallStorage store) implements EventStore {
    @Override
    public Optional<TicketEvent> event(TenantId tenant, UUID id) {
        return store.read(tenant, its -> its.tickets().history().find(id));
    }

    @Override
    public List<TicketEvent> history(TenantId tenant, TicketId id, long afterVersion, int limit) {
        return store.read(tenant, its -> its.tickets().history().of(id).stream()
                .filter(event -> event.version() > afterVersion)
                .limit(limit)
                .toList());
    }

    @Override
    public List<TicketEvent> between(TenantId tenant, InstantRange range, @Nullable TicketEvent after, int limit) {
        return store.read(tenant, its -> its.tickets()
                .history()
                .between(range, after)
                .limit(limit)
                .toList());
    }

    @Override
    public EventFeed changesSince(TenantId tenant, long after, int limit) {
        return store.read(tenant, its -> its.tickets().history().since(after, limit));
    }

    @Override
    public long purgeKeys(TenantId tenant, Instant before) {
        synchronized (store) {
            long old = store.read(tenant, its -> its.tickets().receipts().countBefore(before));
            store.write(new JournalEntry.PurgeKeys(tenant, before));
            return old;
        }
    }
}
