package dev.ticketkit.samples.embedding.smallstore;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.ContactPosition;
import dev.ticketkit.spi.query.ContactTickets;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.ContactStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

record SmallContactStore(SmallStorage store) implements ContactStore {
    @Override
    public List<TicketId> ticketsOf(TenantId tenant, String contactId, @Nullable TicketId after, int limit) {
        return store.read(tenant, its -> its.tickets()
                .ofContact(contactId)
                .filter(id -> after == null || id.compareTo(after) > 0)
                .limit(limit)
                .toList());
    }

    @Override
    public List<ContactTickets> contacts(
            TenantId tenant, TicketQuery query, AccessScope scope, @Nullable ContactPosition after, int limit) {
        return store.read(tenant, its -> ContactTickets.of(its.found(query, scope)).stream()
                .filter(found -> after == null || ContactPosition.ORDER.compare(found.position(), after) > 0)
                .limit(limit)
                .toList());
    }
}
