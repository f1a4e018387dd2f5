package dev.ticketkit.core.desk;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import org.jspecify.annotations.Nullable;

/** What a contact may not say and does not see, whatever the access policy allows him. Others have no limits here. */
final class ContactLimits {
    private final boolean contact;

    ContactLimits(Actor actor) {
        this.contact = actor.kind() == ActorKind.CONTACT;
    }

    /** He says what is wrong; how it is worked on is not his to say. */
    void require(OpenTicket command) {
        if (contact) {
            requireNone("owner", command.owner());
            requireNone("reference", command.reference());
            requireNone("externalId", command.externalId());
            requireNone("priority", command.priority());
            requireNone("status", command.status());
        }
    }

    /** What he cannot see he cannot find out by asking. */
    void require(TicketQuery query) {
        if (contact && (!query.owners().isEmpty() || query.unassigned() || query.sort() == TicketSort.OWNER)) {
            throw new RefusedException("owners", "a contact sees no owners, and cannot filter or sort by them");
        }
    }

    /** The ticket as he sees it. */
    Ticket shown(Ticket ticket) {
        return contact && ticket.owner() != null
                ? ticket.toBuilder().owner(null).build()
                : ticket;
    }

    private static void requireNone(String field, @Nullable Object value) {
        if (value != null) {
            throw new RefusedException(field, "a contact cannot set it; leave it out, or open in the host's name");
        }
    }
}
