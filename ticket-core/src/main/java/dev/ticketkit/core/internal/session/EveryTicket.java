package dev.ticketkit.core.internal.session;

import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import org.jspecify.annotations.Nullable;

/** For what was permitted as a whole before it began: every ticket is part of it. */
final class EveryTicket implements AccessPolicy {
    @Override
    public AccessScope visibleTo(TenantId tenant, Actor actor) {
        return AccessScope.all();
    }

    @Override
    public boolean allows(TenantId tenant, Actor actor, Action action, @Nullable Ticket ticket) {
        return true;
    }
}
