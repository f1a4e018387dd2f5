package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Times;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.TicketChange;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything of a ticket that statistics count. Two tickets with equal sides are counted alike. */
public record TicketFacts(
        @Nullable UUID category,
        @Nullable String owner,
        String status,
        int statusPosition,
        String macro,
        int priority,
        UtcDay opened,
        @Nullable UtcDay closed,
        @Nullable Long closingMicros,
        @Nullable Long closingBucket,
        @Nullable Long answerBucket,
        int reopenings) {
    private static final List<String> TEXTS_BEFORE =
            List.of("before_owner_id", "before_status_key", "before_macro_status");
    private static final List<String> NUMBERS_BEFORE = List.of(
            "before_status_position",
            "before_priority",
            "before_opened_day",
            "before_opened_month",
            "before_closed_day",
            "before_closed_month",
            "before_closing_micros",
            "before_closing_bucket",
            "before_answer_bucket",
            "before_reopenings");

    /** Null for what is never counted: no ticket, and a deleted one. */
    static @Nullable TicketFacts of(@Nullable Ticket ticket) {
        return ticket == null || ticket.deletedAt() != null ? null : evenDeleted(ticket);
    }

    /** Whether a change moves the past entries into statuses: to another category, or out of the statistics or back. */
    public static boolean movesEntries(TicketChange change) {
        return movesEntries(change, of(change.before()), of(change.after()));
    }

    /**
     * As {@link #movesEntries(TicketChange)}, of sides that are known.
     *
     * @param before null for what was not counted
     * @param after null for what is not counted
     */
    static boolean movesEntries(TicketChange change, @Nullable TicketFacts before, @Nullable TicketFacts after) {
        if (change.before() == null || before == null || after == null) {
            return change.before() != null && (before == null) != (after == null);
        }
        return !Objects.equals(before.category, after.category);
    }

    /** Whether anything that is counted changes. */
    public static boolean isCounted(TicketChange change) {
        return isCounted(change, of(change.before()), of(change.after()));
    }

    /**
     * As {@link #isCounted(TicketChange)}, of sides that are known.
     *
     * @param before null for what was not counted
     * @param after null for what is not counted
     */
    static boolean isCounted(TicketChange change, @Nullable TicketFacts before, @Nullable TicketFacts after) {
        return !change.isReceiptOnly() && !(change.before() != null && Objects.equals(before, after));
    }

    /** Adds the parameters of what is counted from now on, besides those of the ticket itself. */
    Bindings bindAfter(Bindings bindings) {
        return bindings.number("opened_day", opened.day())
                .number("opened_month", opened.month())
                .number("closed_day", closed == null ? null : (Long) closed.day())
                .number("closed_month", closed == null ? null : (Long) closed.month());
    }

    /** Adds the parameters of what is counted no more. */
    TicketFacts bindBefore(Bindings bindings) {
        bindings.id("before_category_id", category)
                .text("before_owner_id", owner)
                .text("before_status_key", status)
                .number("before_status_position", statusPosition)
                .text("before_macro_status", macro)
                .number("before_priority", priority)
                .number("before_opened_day", opened.day())
                .number("before_opened_month", opened.month())
                .number("before_closed_day", closed == null ? null : (Long) closed.day())
                .number("before_closed_month", closed == null ? null : (Long) closed.month())
                .number("before_closing_micros", closingMicros)
                .number("before_closing_bucket", closingBucket)
                .number("before_answer_bucket", answerBucket)
                .number("before_reopenings", reopenings);
        return this;
    }

    /** Adds the same parameters when there was nothing before. */
    static Bindings bindNothingBefore(Bindings bindings) {
        TEXTS_BEFORE.forEach(name -> bindings.text(name, null));
        NUMBERS_BEFORE.forEach(name -> bindings.number(name, null));
        return bindings.id("before_category_id", null);
    }

    static TicketFacts evenDeleted(Ticket ticket) {
        Category category = ticket.category();
        Party owner = ticket.owner();
        Duration closing = ticket.closingTime();
        return new TicketFacts(
                category == null ? null : category.id(),
                owner == null ? null : owner.id(),
                ticket.status().key(),
                ticket.status().position(),
                ticket.status().macro().name(),
                ticket.priority().rank(),
                UtcDay.of(ticket.openedAt()),
                ticket.closedAt() == null ? null : UtcDay.of(ticket.closedAt()),
                closing == null ? null : Times.micros(closing),
                Times.bucket(closing),
                Times.bucket(ticket.answeringTime()),
                ticket.reopenings());
    }
}
