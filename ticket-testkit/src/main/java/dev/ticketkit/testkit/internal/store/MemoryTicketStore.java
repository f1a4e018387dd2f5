package dev.ticketkit.testkit.internal.store;

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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class MemoryTicketStore implements TicketStore {
    private final MemoryTenants tenants;

    public MemoryTicketStore(MemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public CommitOutcome commit(TicketChange change) {
        return tenants.in(change.tenant(), memory -> memory.tickets().commit(change));
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
        return tenants.in(
                tenant,
                memory -> memory.tickets().present().visible().page(query, after, memory.filter(query, scope), limit));
    }
}
