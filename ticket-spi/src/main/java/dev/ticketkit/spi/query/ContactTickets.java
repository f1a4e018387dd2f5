package dev.ticketkit.spi.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A contact and the contact's tickets that a query finds.
 *
 * @param contact as on the one of these tickets that changed last
 * @param priority the highest among them
 * @param openedAt when the latest of them was opened
 * @param tickets how many; 1 or more
 */
@JsonPropertyOrder({"contact", "priority", "openedAt", "tickets"})
public record ContactTickets(Contact contact, Priority priority, Instant openedAt, long tickets) {
    private static final Comparator<Ticket> LAST_CHANGED =
            Comparator.comparing(Ticket::updatedAt).thenComparing(Ticket::id);

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

    /** Groups tickets by contact, in the {@linkplain ContactPosition#ORDER order} of a list of contacts: for a store that looks at each ticket. */
    public static List<ContactTickets> of(Stream<Ticket> tickets) {
        return tickets.collect(Collectors.groupingBy(ticket -> ticket.contact().id())).values().stream()
                .map(ContactTickets::ofOne)
                .sorted(Comparator.comparing(ContactTickets::position, ContactPosition.ORDER))
                .toList();
    }

    private static ContactTickets ofOne(List<Ticket> tickets) {
        Priority priority =
                Collections.max(tickets.stream().map(Ticket::priority).toList());
        Instant openedAt =
                Collections.max(tickets.stream().map(Ticket::openedAt).toList());
        return new ContactTickets(Collections.max(tickets, LAST_CHANGED).contact(), priority, openedAt, tickets.size());
    }

    @JsonProperty("openedAt")
    private String openedAtText() {
        return openedAt.toString();
    }

    @JsonCreator
    private static ContactTickets fromJson(
            @JsonProperty("contact") Contact contact,
            @JsonProperty("priority") Priority priority,
            @JsonProperty("openedAt") String openedAt,
            @JsonProperty("tickets") long tickets) {
        return new ContactTickets(contact, priority, Instant.parse(openedAt), tickets);
    }
}
