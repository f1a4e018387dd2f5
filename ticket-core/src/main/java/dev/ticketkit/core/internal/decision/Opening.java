package dev.ticketkit.core.internal.decision;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.reference.ReferencePlan;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides an opening. The command has been validated. */
public final class Opening {
    private Opening() {}

    /** The ticket as it would be opened. */
    public static Ticket ticket(
            CommandContext moment,
            OpenTicket command,
            Contact contact,
            Status status,
            @Nullable Category category,
            TicketId id) {
        return Ticket.builder()
                .tenant(moment.tenant())
                .id(id)
                .version(1)
                .reference(dev.ticketkit.spi.model.Reference.PENDING)
                .title(Objects.requireNonNull(command.title(), "title").strip())
                .description(TicketEdit.emptyToNull(command.description()))
                .status(status)
                .priority(command.priority() == null ? Priority.MEDIUM : command.priority())
                .category(category)
                .contact(contact)
                .owner(command.owner())
                .origin(origin(moment.actor().kind()))
                .externalId(command.externalId())
                .attributes(command.attributes())
                .openedAt(moment.at())
                .updatedAt(moment.at())
                .closedAt(status.macro() == MacroStatus.TERMINATED ? moment.at() : null)
                .build();
    }

    /** The write that opens it. */
    public static TicketChange change(
            CommandContext moment, Ticket ticket, ReferencePlan plan, UUID eventId, @Nullable IdempotencyStamp stamp) {
        TicketEvent event = TicketEvent.builder()
                .id(eventId)
                .tenant(moment.tenant())
                .ticketId(ticket.id())
                .version(1)
                .kind(EventKind.OPENED)
                .actor(moment.actor())
                .at(moment.at())
                .cause(moment.cause())
                .build();
        Ticket referenced = ticket.toBuilder().reference(plan.reference()).build();
        return TicketChange.opening(referenced, event, plan.request(), stamp);
    }

    private static Origin origin(ActorKind kind) {
        return switch (kind) {
            case OPERATOR -> Origin.OPERATOR;
            case CONTACT -> Origin.CONTACT;
            case AUTOMATION -> Origin.AUTOMATION;
            case HOST -> Origin.HOST;
            case UNKNOWN -> Origin.UNKNOWN;
        };
    }
}
