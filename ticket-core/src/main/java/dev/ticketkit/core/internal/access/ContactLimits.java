package dev.ticketkit.core.internal.access;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a contact may not say and does not see, whatever the access policy allows it. Others have no limits here. */
public final class ContactLimits {
    private static final Set<TicketField> HIDDEN =
            Set.of(TicketField.OWNER, TicketField.OWNER_LABEL, TicketField.ATTRIBUTE, TicketField.UNKNOWN);

    private final boolean contact;

    public ContactLimits(Actor actor) {
        this.contact = actor.kind() == ActorKind.CONTACT;
    }

    /** A contact says what is wrong; how it is worked on is for operators to say. */
    public void require(OpenTicket command) {
        if (contact) {
            requireNone("owner", command.owner());
            requireNone("reference", command.reference());
            requireNone("externalId", command.externalId());
            requireNone("priority", command.priority());
            requireNone("status", command.status());
        }
    }

    /** What it cannot see it cannot find out by asking. */
    public void require(TicketQuery query) {
        boolean asksOwners = !query.owners().isEmpty() || !query.ownerNames().isEmpty() || query.unassigned();
        if (contact && (asksOwners || query.sort() == TicketSort.OWNER)) {
            throw new RefusedException("owners", "a contact sees no owners, and cannot filter or sort by them");
        }
        if (contact && !query.attributes().isEmpty()) {
            throw new RefusedException("attributes", "a contact sees no attributes, and cannot filter by them");
        }
        query.excluded().forEach(this::require);
    }

    /** Nor by the host's own id of a ticket. */
    public void requireFindingByExternalId() {
        if (contact) {
            throw new RefusedException(
                    "externalId",
                    "a contact sees no external ids; find the ticket by its reference, or in the host's name");
        }
    }

    /** Why something was done names what a contact does not see: conditions on owners, values of attributes. */
    public void requireReasons() {
        if (contact) {
            throw new ForbiddenException(Action.READ_REASONS.name());
        }
    }

    /** Categories are the tenant's order of things; a contact chooses among them, unless the policy lets it add to them. */
    public void requireNewCategory(Access access) {
        if (contact && !access.mayAddCategory()) {
            throw new RefusedException(
                    "category",
                    "does not exist, and a contact makes no new ones; name one that exists, open in the host's name, or let the access"
                            + " policy's mayAddCategory say yes");
        }
    }

    /** The ticket as a contact sees it: the owner, the attributes and the external id are the desk's and the host's. */
    public Ticket shown(Ticket ticket) {
        boolean hides = ticket.owner() != null
                || ticket.externalId() != null
                || !ticket.attributes().isEmpty();
        return contact && hides
                ? ticket.toBuilder()
                        .owner(null)
                        .externalId(null)
                        .attributes(Map.of())
                        .build()
                : ticket;
    }

    /** The events as a contact sees them: no internal note, and nothing that changed what it does not see. */
    public List<TicketEvent> shown(List<TicketEvent> events) {
        return contact ? events.stream().flatMap(event -> seen(event).stream()).toList() : events;
    }

    /** Why a run went as it did, for who may know. */
    @Nullable public String shownDetail(@Nullable String detail) {
        return contact ? null : detail;
    }

    private static Optional<TicketEvent> seen(TicketEvent event) {
        Note note = event.note();
        List<FieldChange> changes = event.changes().stream()
                .filter(change -> !HIDDEN.contains(change.field()))
                .toList();
        boolean hidden = event.kind() == EventKind.UNKNOWN
                || (note != null && note.visibility() != NoteVisibility.PUBLIC)
                || (changes.isEmpty() && !event.changes().isEmpty());
        return hidden
                ? Optional.empty()
                : Optional.of(event.toBuilder().changes(changes).build());
    }

    private static void requireNone(String field, @Nullable Object value) {
        if (value != null) {
            throw new RefusedException(field, "a contact cannot set it; leave it out, or open in the host's name");
        }
    }
}
