package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One decided write: everything a store must keep, or nothing. Immutable.
 *
 * <p>An opening has no {@link #before()}. A change has the ticket it was decided on; it may only be stored while that is still the
 * current version. A keyed command that found nothing to change has {@code before} equal to {@code after}: then the event is kept
 * only as the receipt of the key, hidden from the history, and the ticket stays as it is, but only if it still has that version.
 */
public final class TicketChange {
    private final @Nullable Ticket before;
    private final Ticket after;
    private final TicketEvent event;
    private final @Nullable ReferenceRequest referenceRequest;
    private final @Nullable IdempotencyStamp idempotency;

    private TicketChange(
            @Nullable Ticket before,
            Ticket after,
            TicketEvent event,
            @Nullable ReferenceRequest referenceRequest,
            @Nullable IdempotencyStamp idempotency) {
        this.before = before;
        this.after = Objects.requireNonNull(after, "after");
        this.event = Objects.requireNonNull(event, "event");
        this.referenceRequest = referenceRequest;
        this.idempotency = idempotency;
    }

    /**
     * An opening.
     *
     * @param request how the store makes the reference; when given, {@code after} carries
     *     {@link dev.ticketkit.spi.model.Reference#PENDING}
     */
    public static TicketChange opening(
            Ticket after,
            TicketEvent event,
            @Nullable ReferenceRequest request,
            @Nullable IdempotencyStamp idempotency) {
        return new TicketChange(null, after, event, request, idempotency);
    }

    /** A change of a ticket that exists. */
    public static TicketChange of(
            Ticket before, Ticket after, TicketEvent event, @Nullable IdempotencyStamp idempotency) {
        return new TicketChange(Objects.requireNonNull(before, "before"), after, event, null, idempotency);
    }

    /** Whose ticket it is. */
    public TenantId tenant() {
        return after.tenant();
    }

    /** The ticket the change was decided on, or null for an opening. */
    public @Nullable Ticket before() {
        return before;
    }

    /** The ticket as it shall be. Its category, if new to the tenant, is to be made in the same commit. */
    public Ticket after() {
        return after;
    }

    /** What the history keeps. */
    public TicketEvent event() {
        return event;
    }

    /** How to make the reference inside the commit, or null when {@link #after()} has it. */
    public @Nullable ReferenceRequest referenceRequest() {
        return referenceRequest;
    }

    /** The caller's key, or null. */
    public @Nullable IdempotencyStamp idempotency() {
        return idempotency;
    }

    /** Whether this opens a ticket. */
    public boolean isOpening() {
        return before == null;
    }

    /** Whether there is nothing to keep but the receipt of the key. */
    public boolean isReceiptOnly() {
        return before != null && before.version() == after.version();
    }
}
