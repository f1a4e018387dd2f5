package dev.ticketkit.testkit;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.ContactPosition;
import dev.ticketkit.spi.query.ContactTickets;
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

final class MemoryTicketStore implements TicketStore {
    private final MemoryTenants tenants;

    MemoryTicketStore(MemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public CommitOutcome commit(TicketChange change) {
        return tenants.in(change.tenant(), memory -> memory.tickets().commit(change));
    }

    @Override
    public void passNumber(TenantId tenant, String series, long number) {
        tenants.in(tenant, memory -> {
            memory.tickets().passNumber(series, number);
            return memory;
        });
    }

    @Override
    public Optional<CommitOutcome> replay(TenantId tenant, IdempotencyStamp stamp) {
        return tenants.in(tenant, memory -> memory.tickets().receipts().ofKey(stamp));
    }

    @Override
    public Optional<Ticket> find(TenantId tenant, TicketId id) {
        return tenants.in(tenant, memory -> memory.tickets().find(id));
    }

    @Override
    public Optional<Ticket> findByReference(TenantId tenant, Reference reference) {
        return tenants.in(tenant, memory -> memory.tickets().findByReference(reference));
    }

    @Override
    public Optional<Ticket> findByExternalId(TenantId tenant, String externalId) {
        return tenants.in(tenant, memory -> memory.tickets().findByExternalId(externalId));
    }

    @Override
    public List<Ticket> list(
            TenantId tenant, TicketQuery query, AccessScope scope, @Nullable SortPosition after, int limit) {
        return tenants.in(tenant, memory -> memory.tickets()
                .present()
                .visible()
                .page(query, after, new ScopeFilter(memory, scope).and(new QueryFilter(memory, query)), limit));
    }

    @Override
    public List<TicketId> ticketsOf(TenantId tenant, String contactId, @Nullable TicketId after, int limit) {
        return tenants.in(tenant, memory -> memory.tickets()
                .ticketsOf(contactId)
                .filter(id -> after == null || id.compareTo(after) > 0)
                .limit(limit)
                .toList());
    }

    @Override
    public List<ContactTickets> contacts(
            TenantId tenant, TicketQuery query, AccessScope scope, @Nullable ContactPosition after, int limit) {
        return tenants.in(tenant, memory -> ContactGroup.of(memory.visibleTickets()
                        .filter(new ScopeFilter(memory, scope).and(new QueryFilter(memory, query))))
                .filter(found -> after == null || ContactGroup.URGENCY.compare(found.position(), after) > 0)
                .sorted(Comparator.comparing(ContactTickets::position, ContactGroup.URGENCY))
                .limit(limit)
                .toList());
    }
}
