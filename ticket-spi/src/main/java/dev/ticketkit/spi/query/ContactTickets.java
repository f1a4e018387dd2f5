package dev.ticketkit.spi.query;

import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Priority;
import java.time.Instant;
import java.util.Objects;

/**
 * A contact and his tickets that a query finds.
 *
 * @param contact as on the ticket of his that changed last
 * @param priority the highest among them
 * @param openedAt when the latest of them was opened
 * @param tickets how many; 1 or more
 */
public record ContactTickets(Contact contact, Priority priority, Instant openedAt, long tickets) {
    /** Requires all. */
    public ContactTickets {
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(openedAt, "openedAt");
    }

    /** Where it stands among others. */
    public ContactPosition position() {
        return new ContactPosition(priority, openedAt, contact.id());
    }
}
