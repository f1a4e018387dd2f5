package dev.ticketkit.testkit.internal.store;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.ContactPosition;
import dev.ticketkit.spi.query.ContactTickets;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.ContactStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class MemoryContactStore implements ContactStore {
    private final MemoryTenants tenants;

    public MemoryContactStore(MemoryTenants tenants) {
        this.tenants = tenants;
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
        return tenants.in(
                tenant,
                memory -> ContactTickets.of(memory.visibleTickets().filter(memory.filter(query, scope))).stream()
                        .filter(found -> after == null || ContactPosition.ORDER.compare(found.position(), after) > 0)
                        .limit(limit)
                        .toList());
    }
}
