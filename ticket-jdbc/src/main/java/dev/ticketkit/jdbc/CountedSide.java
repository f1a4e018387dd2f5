package dev.ticketkit.jdbc;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.TicketChange;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything of a ticket that statistics count. Two tickets with equal sides are counted alike. */
record CountedSide(
        @Nullable UUID category,
        @Nullable String owner,
        String status,
        int statusPosition,
        String macro,
        int priority,
        UtcDay opened,
        @Nullable UtcDay closed,
        @Nullable Long closingMicros,
        int reopenings) {

    /** Null for what is never counted: no ticket, and a deleted one. */
    static @Nullable CountedSide of(@Nullable Ticket ticket) {
        return ticket == null || ticket.deletedAt() != null ? null : evenDeleted(ticket);
    }

    /** Whether a change moves the past entries into statuses: to another category, or out of the statistics or back. */
    static boolean movesEntries(TicketChange change) {
        CountedSide before = of(change.before());
        CountedSide after = of(change.after());
        if (change.before() == null || before == null || after == null) {
            return change.before() != null && (before == null) != (after == null);
        }
        return !Objects.equals(before.category, after.category);
    }

    /** Whether anything that is counted changes. */
    static boolean isCounted(TicketChange change) {
        return !change.isReceiptOnly()
                && !(change.before() != null && Objects.equals(of(change.before()), of(change.after())));
    }

    /** The parameters of a delta, each name with a prefix. */
    Bindings bind(String prefix) {
        return new Bindings()
                .id(prefix + "category_id", category)
                .text(prefix + "owner_id", owner)
                .text(prefix + "status_key", status)
                .number(prefix + "status_position", statusPosition)
                .text(prefix + "macro_status", macro)
                .number(prefix + "priority", priority)
                .number(prefix + "opened_day", opened.day())
                .number(prefix + "opened_month", opened.month())
                .number(prefix + "closed_day", closed == null ? null : (Long) closed.day())
                .number(prefix + "closed_month", closed == null ? null : (Long) closed.month())
                .number(prefix + "closing_micros", closingMicros)
                .number(prefix + "reopenings", reopenings);
    }

    static CountedSide evenDeleted(Ticket ticket) {
        Category category = ticket.category();
        Party owner = ticket.owner();
        Duration closing = ticket.closingTime();
        return new CountedSide(
                category == null ? null : category.id(),
                owner == null ? null : owner.id(),
                ticket.status().key(),
                ticket.status().position(),
                ticket.status().macro().name(),
                ticket.priority().rank(),
                UtcDay.of(ticket.openedAt()),
                ticket.closedAt() == null ? null : UtcDay.of(ticket.closedAt()),
                closing == null ? null : Times.micros(closing),
                ticket.reopenings());
    }
}
