package dev.ticketkit.spi.host;

import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The policy of a host that gives none: operators, automations and the host do everything within their tenant; contacts see their own tickets,
 * open them and add public notes.
 */
final class DefaultAccess implements AccessPolicy {
    @Override
    public AccessScope visibleTo(TenantId tenant, Actor actor) {
        return actor.kind() == ActorKind.CONTACT ? AccessScope.contacts(Set.of(actor.id())) : AccessScope.all();
    }

    @Override
    public boolean allows(TenantId tenant, Actor actor, Action action, @Nullable Ticket ticket) {
        if (actor.kind() != ActorKind.CONTACT) {
            return true;
        }
        boolean own = ticket != null && ticket.contact().id().equals(actor.id());
        return own && (action == Action.OPEN || action == Action.NOTE_PUBLICLY);
    }
}
