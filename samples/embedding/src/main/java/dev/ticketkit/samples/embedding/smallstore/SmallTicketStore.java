package dev.ticketkit.samples.embedding.smallstore;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

record SmallTicketStore(SmallStorage store) implements TicketStore {
    @Override
    public CommitOutcome commit(TicketChange change) {
        return store.commit(change);
    }

    @Override
    public Optional<CommitOutcome> replay(TenantId tenant, IdempotencyStamp stamp) {
        return store.read(tenant, its -> its.tickets().receipts().replay(stamp));
    }

    @Override
    public Optional<Ticket> find(TenantId tenant, TicketId id) {
        return store.read(tenant, its -> its.tickets().find(id));
    }

    @Override
    public Optional<Ticket> findByReference(TenantId tenant, Reference reference) {
        return store.read(tenant, its -> its.tickets().findByReference(reference));
    }

    @Override
    public Optional<Ticket> findByExternalId(TenantId tenant, String externalId) {
        return store.read(tenant, its -> its.tickets().findByExternalId(externalId));
    }

    @Override
    public List<Ticket> list(
            TenantId tenant, TicketQuery query, AccessScope scope, @Nullable SortPosition after, int limit) {
        Comparator<SortPosition> order = SortPosition.order(query.sort(), query.direction());
        return store.read(tenant, its -> its.found(query, scope)
                .filter(ticket -> after == null || order.compare(query.sort().positionOf(ticket), after) > 0)
                .sorted(Comparator.comparing(query.sort()::positionOf, order))
                .limit(limit)
                .toList());
    }
}
