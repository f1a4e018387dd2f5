package dev.ticketkit.acceptance.erasure;

import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;

/** Operators who read no ticket and may erase. */
final class ScopedPolicy implements AccessPolicy {
    @Override
    public AccessScope visibleTo(TenantId tenant, Actor actor) {
        return AccessScope.none();
    }

    @Override
    public boolean allows(TenantId tenant, Actor actor, Action action, Ticket ticket) {
        return action == Action.ERASE && ticket == null;
    }
}
