package dev.ticketkit.core.internal.ticket;

import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.internal.decision.CommandContext;
import dev.ticketkit.core.internal.decision.Opening;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.reference.ReferenceContext;
import dev.ticketkit.core.reference.ReferencePlan;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.TicketChange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides rows of an import; what they name from the catalogue is looked up once for a batch. Of one thread. */
final class ImportRows {
    private final ActorContext session;
    private final Instant now;
    private final StatusBook statuses;

    /** New ones too, which the session looks for again each time until one is stored. */
    private final Map<String, Category> categories = new HashMap<>();

    ImportRows(ActorContext session) {
        this.session = session;
        this.now = session.parts.clock().instant();
        this.statuses = session.catalogue().statuses();
    }

    /**
     * What is to be stored of a row.
     *
     * @throws jakarta.validation.ConstraintViolationException for values beyond their limits
     * @throws RefusedException for what else is wrong
     */
    TicketChange decide(ImportTicket row) {
        session.parts.validator().check(row);
        OpenTicket command = Objects.requireNonNull(row.ticket(), "ticket");
        Instant openedAt = past("openedAt", Objects.requireNonNull(row.openedAt(), "openedAt"));
        Contact contact = command.contact();
        if (contact == null) {
            throw new RefusedException("ticket.contact", "is required");
        }
        requireRecognisable(command);
        CommandContext moment = new CommandContext(session.tenant, session.actor, openedAt, true, session.cause());
        Status status = command.status() == null ? Status.OPEN : statuses.choose(command.status());
        TicketId id = new TicketId(session.newId(moment));
        Ticket opened = Opening.ticket(moment, command, contact, status, category(command), id);
        Instant closedAt = closedAt(row, openedAt, status);
        Ticket ticket = opened.toBuilder()
                .origin(Origin.IMPORT)
                .closedAt(closedAt)
                .updatedAt(closedAt == null ? openedAt : closedAt)
                .build();
        return Opening.change(moment, ticket, plan(command, moment), session.newId(moment), null)
                .silently();
    }

    private static void requireRecognisable(OpenTicket command) {
        if (command.reference() == null && command.externalId() == null) {
            throw new RefusedException(
                    "ticket.reference",
                    "is required unless there is an externalId: by one of them it is known when it comes again");
        }
        if (command.idempotencyKey() != null) {
            throw new RefusedException("ticket.idempotencyKey", "has no place in an import; leave it out");
        }
    }

    private @Nullable Instant closedAt(ImportTicket row, Instant openedAt, Status status) {
        Instant closedAt = row.closedAt();
        if (status.macro() != MacroStatus.TERMINATED) {
            if (closedAt != null) {
                throw new RefusedException("closedAt", "must be empty: the status is not a terminated one");
            }
            return null;
        }
        Instant closed = closedAt == null ? openedAt : past("closedAt", closedAt);
        if (closed.isBefore(openedAt)) {
            throw new RefusedException("closedAt", "must not be before openedAt");
        }
        return closed;
    }

    private Instant past(String field, Instant instant) {
        if (instant.isAfter(now)) {
            throw new RefusedException(field, "must not be in the future");
        }
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private @Nullable Category category(OpenTicket command) {
        String name = command.category();
        return name == null ? null : categories.computeIfAbsent(name, session::category);
    }

    private ReferencePlan plan(OpenTicket command, CommandContext moment) {
        String own = command.reference();
        return own != null
                ? ReferencePlan.ready(new Reference(own))
                : session.settings()
                        .references()
                        .next(new ReferenceContext(
                                session.tenant, moment.at(), session.settings().zone()));
    }
}
