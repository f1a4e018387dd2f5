package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
    private final boolean silent;
    private final @Nullable String erasedContactId;

    private TicketChange(
            @Nullable Ticket before,
            Ticket after,
            TicketEvent event,
            @Nullable ReferenceRequest referenceRequest,
            @Nullable IdempotencyStamp idempotency,
            boolean silent,
            @Nullable String erasedContactId) {
        this.before = before;
        this.after = Objects.requireNonNull(after, "after");
        this.event = Objects.requireNonNull(event, "event");
        this.referenceRequest = referenceRequest;
        this.idempotency = idempotency;
        this.silent = silent;
        this.erasedContactId = erasedContactId;
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
        return new TicketChange(null, after, event, request, idempotency, false, null);
    }

    /** A change of a ticket that exists. */
    public static TicketChange of(
            Ticket before, Ticket after, TicketEvent event, @Nullable IdempotencyStamp idempotency) {
        return new TicketChange(Objects.requireNonNull(before, "before"), after, event, null, idempotency, false, null);
    }

    /** The same change, of which nobody is notified: its event is put into no queue. For imports. */
    public TicketChange silently() {
        return new TicketChange(before, after, event, referenceRequest, idempotency, true, erasedContactId);
    }

    /**
     * The same change, which also erases what a contact left on a ticket that is another's; see {@link #erasedContactId}.
     *
     * @param contactId the former contact; the change's event is of kind {@code ERASED}
     */
    public TicketChange erasingTracesOf(String contactId) {
        return new TicketChange(before, after, event, referenceRequest, idempotency, silent, contactId);
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

    /** Whether nobody is notified. Erasures are always silent. */
    public boolean isSilent() {
        return silent || event.kind() == EventKind.ERASED;
    }

    /**
     * Whether this erases what the ticket says of a person. Then the store, in the same commit, also
     *
     * <ul>
     *   <li>stores {@link #after()} with everything that changes never touch otherwise: reference, contact, external id, so that the old
     *       ones are found no more, and leaves the ticket out of text search for good;
     *   <li>goes on refusing the reference and the external id the ticket had, keeping keyed hashes of them only; a new reference is
     *       found and refused from now on like any other;
     *   <li>keeps all earlier events of the ticket, hidden ones too, only {@linkplain TicketEvent#erased as erased}, without the keys of
     *       commands, which may come again;
     *   <li>cancels the ticket's undelivered and parked deliveries, and empties the causes of all of them, and the details of its runs.
     * </ul>
     */
    public boolean isErasure() {
        return event.kind() == EventKind.ERASED && erasedContactId == null;
    }

    /**
     * The contact whose traces this erases on a ticket that is another's, or null. Then the store, in the same commit, also
     *
     * <ul>
     *   <li>keeps the earlier events of the ticket, hidden ones too, as {@link dev.ticketkit.spi.event.ContactTraces} has them;
     *   <li>forgets the keys of those that are {@linkplain dev.ticketkit.spi.event.ContactTraces#ownEvents the contact's own}, the causes of their
     *       deliveries and the details of their executions; what is undelivered of them stays so;
     *   <li>keeps the event itself hidden when nothing of the ticket changes, as the receipt of a key is;
     *   <li>does not count the ticket among the {@linkplain ContactStore#ticketsOf contact's} any more.
     * </ul>
     */
    public @Nullable String erasedContactId() {
        return erasedContactId;
    }

    /**
     * The contacts who leave something on the ticket though it is not theirs afterwards: the one whose ticket it was until now, and one who
     * acts on another's ticket. A store keeps who they are, so that {@link ContactStore#ticketsOf} finds the ticket when they are erased.
     * Few changes have any.
     */
    public Set<String> formerContacts() {
        String now = after.contact().id();
        String owner = before == null ? now : before.contact().id();
        String actor = event.actor().kind() == ActorKind.CONTACT ? event.actor().id() : now;
        if (event.kind() == EventKind.ERASED || (owner.equals(now) && actor.equals(now))) {
            return Set.of();
        }
        Set<String> former = new TreeSet<>(List.of(owner));
        former.add(actor);
        former.remove(now);
        return former;
    }

    /** Whether {@link #after()} has a reference that must not be in use: an opening's own, or another one that an erasure gives. */
    public boolean setsReference() {
        return before == null ? referenceRequest == null : !before.reference().sameAs(after.reference());
    }

    /** Whether it gives the ticket a status, by key, that it did not have: by opening it in it or by changing it. */
    public boolean entersStatus() {
        return before == null || !before.status().key().equals(after.status().key());
    }

    /** Whether the ticket stays as it is, and there is nothing to keep but a hidden event: the receipt of a key, or of an erasure. */
    public boolean isReceiptOnly() {
        return before != null && before.version() == after.version();
    }
}
