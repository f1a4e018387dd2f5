package dev.ticketkit.testkit.contract;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketBuilder;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes tickets and decided changes of one tenant, as the desk would, for tests of a store. Thread-safe. */
public final class TicketFixtures {
    /** When the first ticket is opened; each further one and each change comes a second later. */
    public static final Instant START = Instant.parse("2026-03-01T10:15:30.123456Z");

    private static final Actor ACTOR = Actor.operator("op-1", "Olga Operator");

    private final TenantId tenant;
    private final AtomicLong made = new AtomicLong();

    /** Fixtures of a tenant. */
    public TicketFixtures(TenantId tenant) {
        this.tenant = tenant;
    }

    /** Fixtures of a tenant nobody has used. */
    public static TicketFixtures ofNewTenant() {
        return new TicketFixtures(new TenantId("tenant-" + UUID.randomUUID()));
    }

    /** Whose tickets these are. */
    public TenantId tenant() {
        return tenant;
    }

    /** A valid new ticket with an id and a reference of its own and nothing optional. */
    public TicketBuilder ticket() {
        long number = made.incrementAndGet();
        Instant openedAt = START.plusSeconds(number);
        return Ticket.builder()
                .tenant(tenant)
                .id(new TicketId(UUID.randomUUID()))
                .reference(new Reference("REF-" + number))
                .title("Ticket " + number)
                .contact(Contact.of("contact-1", "Carla Contact"))
                .origin(Origin.OPERATOR)
                .openedAt(openedAt)
                .updatedAt(openedAt);
    }

    /** The category a name means to this tenant as long as nobody renames it. */
    public Category category(String name) {
        return Category.named(tenant, name);
    }

    /** An opening with the reference the ticket has. */
    public TicketChange opening(Ticket ticket) {
        return opening(ticket, null);
    }

    /** An opening under a key. */
    public TicketChange opening(Ticket ticket, @Nullable IdempotencyStamp stamp) {
        return TicketChange.opening(ticket, event(ticket, EventKind.OPENED).build(), null, stamp);
    }

    /** An opening that asks for the next number of a series. */
    public TicketChange numbered(Ticket ticket, ReferenceRequest request, @Nullable IdempotencyStamp stamp) {
        Ticket pending = ticket.toBuilder().reference(Reference.PENDING).build();
        return TicketChange.opening(pending, event(pending, EventKind.OPENED).build(), request, stamp);
    }

    /** A change of fields: the next version, a second later. */
    public TicketChange change(Ticket before, UnaryOperator<TicketBuilder> edit) {
        return change(before, edit, null);
    }

    /** A change of fields under a key. */
    public TicketChange change(Ticket before, UnaryOperator<TicketBuilder> edit, @Nullable IdempotencyStamp stamp) {
        Ticket after = edit.apply(next(before)).build();
        TicketEvent event = event(after, kindOf(before, after))
                .changes(FieldChanges.between(before, after))
                .build();
        return TicketChange.of(before, after, event, stamp);
    }

    /** A note: the next version, a second later, no field changed. */
    public TicketChange note(Ticket before, NoteVisibility visibility, String text) {
        Ticket after = next(before).build();
        return noted(
                before,
                after,
                event(after, EventKind.NOTED).note(new Note(visibility, text)).build());
    }

    /** An event with a note: when it is the earliest answer, the ticket says so. */
    static TicketChange noted(Ticket before, Ticket after, TicketEvent event) {
        Instant answered = before.answeredAt();
        boolean first = event.isAnswer() && (answered == null || event.at().isBefore(answered));
        return TicketChange.of(
                before,
                after.toBuilder().answeredAt(first ? event.at() : answered).build(),
                event,
                null);
    }

    /** A keyed command that found nothing to change. */
    public TicketChange nothingChanged(Ticket before, IdempotencyStamp stamp) {
        return TicketChange.of(before, before, event(before, EventKind.CHANGED).build(), stamp);
    }

    /** An erasure: the next version, a second later, nothing left but what statistics count. */
    public TicketChange erasure(Ticket before, Reference reference) {
        Ticket next = next(before).build();
        Ticket after = next.toBuilder()
                .reference(reference)
                .title("Erased")
                .description(null)
                .contact(new Contact("erased-" + UUID.randomUUID(), null, null, null, null))
                .externalId(null)
                .attributes(Map.of())
                .erasedAt(next.updatedAt())
                .build();
        return TicketChange.of(before, after, event(after, EventKind.ERASED).build(), null);
    }

    /** A change of the contact: the next version, a second later. */
    public TicketChange moved(Ticket before, Contact to) {
        Ticket after = next(before).contact(to).build();
        TicketEvent event = event(after, EventKind.CHANGED)
                .changes(List.of(
                        FieldChange.of(TicketField.CONTACT_ID, before.contact().id(), to.id()),
                        FieldChange.of(
                                TicketField.CONTACT_NAME, before.contact().name(), to.name())))
                .build();
        return TicketChange.of(before, after, event, null);
    }

    /** An erasure of what a contact left on a ticket that is another's and has no text the contact wrote: it stays as it is. */
    public TicketChange erasureOfTraces(Ticket before, String contactId) {
        return TicketChange.of(before, before, event(before, EventKind.ERASED).build(), null)
                .erasingTracesOf(contactId);
    }

    /** An event of a ticket as it is at its version, with nothing in it. */
    public TicketEvent.Builder event(Ticket after, EventKind kind) {
        return TicketEvent.builder()
                .id(UUID.randomUUID())
                .tenant(after.tenant())
                .ticketId(after.id())
                .version(after.version())
                .kind(kind)
                .actor(ACTOR)
                .at(after.updatedAt());
    }

    /** A key with the hash of a command's body. */
    public static IdempotencyStamp stamp(String key, String body) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return new IdempotencyStamp(key, sha256.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static TicketBuilder next(Ticket before) {
        return before.toBuilder()
                .version(before.version() + 1)
                .updatedAt(before.updatedAt().plus(Duration.ofSeconds(1)));
    }

    private static EventKind kindOf(Ticket before, Ticket after) {
        if ((before.deletedAt() == null) == (after.deletedAt() == null)) {
            return EventKind.CHANGED;
        }
        return after.deletedAt() == null ? EventKind.RESTORED : EventKind.DELETED;
    }
}
