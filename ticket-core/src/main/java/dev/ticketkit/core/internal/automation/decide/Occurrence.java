package dev.ticketkit.core.internal.automation.decide;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Starter.Fired;
import dev.ticketkit.core.automation.Starter.StatusChanged;
import dev.ticketkit.core.automation.Starter.TicketCreated;
import dev.ticketkit.core.template.FieldValues;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that can start automations: an event of a ticket, or what the host fired. Immutable. */
public final class Occurrence {
    /** How many causes may stand before an event that still starts automations. */
    public static final int MAX_DEPTH = 10;

    private final TenantId tenant;
    private final UUID id;
    private final Contact contact;
    private final int depth;
    private final @Nullable TicketEvent event;
    private final @Nullable Ticket ticket;
    private final @Nullable Status oldStatus;
    private final @Nullable String fired;
    private final FieldValues given;

    private Occurrence(
            TenantId tenant,
            UUID id,
            Contact contact,
            @Nullable Cause cause,
            @Nullable TicketEvent event,
            @Nullable Ticket ticket,
            @Nullable Status oldStatus,
            @Nullable String fired,
            FieldValues given) {
        this.tenant = tenant;
        this.id = id;
        this.contact = contact;
        this.depth = cause == null ? 0 : cause.depth();
        this.event = event;
        this.ticket = ticket;
        this.oldStatus = oldStatus;
        this.fired = fired;
        this.given = given;
    }

    /**
     * An event.
     *
     * @param ticket as the event left it
     * @param oldStatus the status before the event, or null when it did not change
     */
    public static Occurrence of(TicketEvent event, Ticket ticket, @Nullable Status oldStatus) {
        return new Occurrence(
                event.tenant(),
                event.id(),
                ticket.contact(),
                event.cause(),
                event,
                ticket,
                oldStatus,
                null,
                FieldValues.none());
    }

    /** What the host fired. */
    public static Occurrence fired(
            TenantId tenant, UUID id, String name, Contact contact, FieldValues given, @Nullable Cause cause) {
        return new Occurrence(tenant, id, contact, cause, null, null, null, name, given);
    }

    /** Whose. */
    public TenantId tenant() {
        return tenant;
    }

    /** The event's or the firing's. */
    public UUID id() {
        return id;
    }

    /** About whom. */
    public Contact contact() {
        return contact;
    }

    /** Whether it is too deep in a chain of causes to start anything. */
    public boolean isTooDeep() {
        return depth >= MAX_DEPTH;
    }

    /** The event, or null for a firing. */
    public @Nullable TicketEvent event() {
        return event;
    }

    /** The event's ticket as the event left it, or null for a firing. */
    public @Nullable Ticket ticket() {
        return ticket;
    }

    /** The dynamic fields given with it. */
    public FieldValues given() {
        return given;
    }

    @Nullable public Status oldStatus() {
        return oldStatus;
    }

    /** Whether this is what an automation waits for, its condition aside. */
    public boolean starts(Starter starter) {
        if (starter instanceof Fired named) {
            return fired != null && fired.equals(named.name());
        }
        if (event == null || ticket == null) {
            return false;
        }
        if (starter instanceof TicketCreated) {
            return event.kind() == EventKind.OPENED;
        }
        return oldStatus != null && ((StatusChanged) starter).matches(oldStatus, ticket.status());
    }

    /** Why an automation does what it does now. */
    public Cause causeOf(Automation automation) {
        return new Cause(id, automation.id(), depth + 1);
    }
}
