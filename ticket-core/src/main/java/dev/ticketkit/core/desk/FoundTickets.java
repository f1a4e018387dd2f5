package dev.ticketkit.core.desk;

import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.ticket.TicketCommands;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.text.TextRule;
import java.util.Optional;
import java.util.function.Supplier;

/** The tickets of an actor, by each of their names: to read, and to work on. A deleted one is found to work on alone. */
final class FoundTickets {
    private final ActorContext session;

    FoundTickets(ActorContext session) {
        this.session = session;
    }

    TicketHandle handle(TicketId id) {
        Required.argument(id, "id");
        return handle(() -> id, () -> session.tickets().find(session.tenant, id));
    }

    TicketHandle handle(Reference reference) {
        Required.argument(reference, "reference");
        return named(() -> session.tickets().findByReference(session.tenant, reference));
    }

    TicketHandle handleByExternalId(String externalId) {
        requireExternalId(externalId);
        return named(() -> session.tickets().findByExternalId(session.tenant, externalId));
    }

    TicketHandle handle(Ticket loaded) {
        if (!Required.argument(loaded, "ticket").tenant().equals(session.tenant)) {
            return handle(loaded::id, Optional::empty);
        }
        return new TicketHandle(
                session,
                new TicketCommands(
                        session,
                        loaded::id,
                        () -> session.tickets().find(session.tenant, loaded.id()),
                        loaded.isAsStored() ? loaded : null));
    }

    Optional<Ticket> find(TicketId id) {
        return readable(session.tickets().find(session.tenant, Required.argument(id, "id")));
    }

    Optional<Ticket> find(Reference reference) {
        return readable(session.tickets().findByReference(session.tenant, Required.argument(reference, "reference")));
    }

    Optional<Ticket> findByExternalId(String externalId) {
        requireExternalId(externalId);
        return readable(session.tickets().findByExternalId(session.tenant, externalId));
    }

    private void requireExternalId(String externalId) {
        session.limits.requireFindingByExternalId();
        TextRule.LINE.require("externalId", externalId, 1, 256);
    }

    /** The same ticket is the same target of a key, however it is named. */
    private TicketHandle named(Supplier<Optional<Ticket>> read) {
        return handle(() -> read.get().map(Ticket::id).orElseThrow(() -> new NotFoundException("ticket")), read);
    }

    private TicketHandle handle(Supplier<TicketId> target, Supplier<Optional<Ticket>> read) {
        return new TicketHandle(session, new TicketCommands(session, target, read));
    }

    private Optional<Ticket> readable(Optional<Ticket> found) {
        return found.filter(ticket -> ticket.deletedAt() == null && session.access.isVisible(ticket))
                .map(session::shown);
    }
}
