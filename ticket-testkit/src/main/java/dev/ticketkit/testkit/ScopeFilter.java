package dev.ticketkit.testkit;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Ticket;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Whether a ticket is inside an actor's scope. */
final class ScopeFilter implements Predicate<Ticket> {
    private final AccessScope scope;
    private final Set<UUID> categories;

    ScopeFilter(MemoryTenant memory, AccessScope scope) {
        this.scope = scope;
        this.categories = memory.categories().idsOf(memory.id(), scope.categories());
    }

    @Override
    public boolean test(Ticket ticket) {
        return scope.isAll()
                || (ticket.owner() == null
                        ? scope.includesUnassigned()
                        : scope.owners().contains(ticket.owner().id()))
                || scope.contacts().contains(ticket.contact().id())
                || (ticket.category() != null
                        && categories.contains(ticket.category().id()));
    }
}
