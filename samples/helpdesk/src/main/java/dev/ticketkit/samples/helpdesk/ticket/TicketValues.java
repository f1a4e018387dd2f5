package dev.ticketkit.samples.helpdesk.ticket;

import dev.ticketkit.spi.model.Ticket;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a ticket that are edited, as a form holds them; empty for none.
 *
 * @param title its title
 * @param description more about it
 * @param status key
 * @param priority name
 * @param category name
 * @param owner id
 */
record TicketValues(String title, String description, String status, String priority, String category, String owner) {
    static final TicketValues NOTHING = new TicketValues(null, null, null, null, null, null);

    /** What a form leaves out is empty; a browser sends other ends of lines than it got. */
    TicketValues(
            @Nullable String title,
            @Nullable String description,
            @Nullable String status,
            @Nullable String priority,
            @Nullable String category,
            @Nullable String owner) {
        this.title = Objects.requireNonNullElse(title, "");
        this.description = Objects.requireNonNullElse(description, "").replace("\r\n", "\n");
        this.status = Objects.requireNonNullElse(status, "");
        this.priority = Objects.requireNonNullElse(priority, "");
        this.category = Objects.requireNonNullElse(category, "");
        this.owner = Objects.requireNonNullElse(owner, "");
    }

    /** Those of a ticket. */
    static TicketValues of(Ticket ticket) {
        return new TicketValues(
                ticket.title(),
                ticket.description(),
                ticket.status().key(),
                ticket.priority().name(),
                ticket.category() == null ? "" : ticket.category().name(),
                ticket.owner() == null ? "" : ticket.owner().id());
    }

    /** The value of a field, by the name that conflicts have. */
    public String get(String field) {
        return switch (field) {
            case "title" -> title;
            case "description" -> description;
            case "status" -> status;
            case "priority" -> priority;
            case "category" -> category;
            default -> owner;
        };
    }
}
