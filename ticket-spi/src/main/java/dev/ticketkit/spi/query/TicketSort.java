package dev.ticketkit.spi.query;

import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.text.FoldedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The column a list is sorted by. Text is sorted by its folded key in code point order; tickets without a value come last in both
 * directions; ties are broken by id, in the direction of the list, so that one index serves both. Only by priority it is the other way round: the
 * most urgent and youngest first, then the lowest id.
 */
public enum TicketSort {
    REFERENCE,
    TITLE,
    /** By urgency, then by opening time in the same direction. Descending, it is the default of every list. */
    PRIORITY,
    /** In the order of the catalogue. */
    STATUS,
    CATEGORY,
    /** By the owner's label. */
    OWNER,
    CONTACT_NAME,
    OPENED,
    UPDATED,
    CLOSED;

    /** Whether the column holds text; else it holds a number. */
    public boolean isText() {
        return this == REFERENCE || this == TITLE || this == CATEGORY || this == OWNER || this == CONTACT_NAME;
    }

    /** Whether a ticket may have no value here. */
    public boolean isNullable() {
        return this == CATEGORY || this == OWNER || this == CONTACT_NAME || this == CLOSED;
    }

    /** Where a ticket stands in a list sorted by this column. */
    public SortPosition positionOf(Ticket ticket) {
        return switch (this) {
            case REFERENCE -> text(ticket.reference().value(), ticket.id());
            case TITLE -> text(ticket.title(), ticket.id());
            case PRIORITY -> SortPosition.ofNumbers(ticket.priority().rank(), micros(ticket.openedAt()), ticket.id());
            case STATUS -> SortPosition.ofNumbers(ticket.status().position(), 0, ticket.id());
            case CATEGORY ->
                text(ticket.category() == null ? null : ticket.category().name(), ticket.id());
            case OWNER -> text(ticket.owner() == null ? null : ticket.owner().label(), ticket.id());
            case CONTACT_NAME -> text(ticket.contact().name(), ticket.id());
            case OPENED -> time(ticket.openedAt(), ticket.id());
            case UPDATED -> time(ticket.updatedAt(), ticket.id());
            case CLOSED -> time(ticket.closedAt(), ticket.id());
        };
    }

    /** Whether of two tickets with the same value the one with the higher id comes first. */
    public boolean breaksTiesDescending(SortDirection direction) {
        return (direction == SortDirection.DESCENDING) != (this == PRIORITY);
    }

    private static SortPosition text(@Nullable String text, TicketId id) {
        return text == null
                ? SortPosition.empty(id)
                : SortPosition.ofText(FoldedText.of(text).sortKey(), id);
    }

    private static SortPosition time(@Nullable Instant instant, TicketId id) {
        return instant == null ? SortPosition.empty(id) : SortPosition.ofNumbers(micros(instant), 0, id);
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }
}
