package dev.ticketkit.jdbc.internal.commit;

import dev.ticketkit.jdbc.internal.rollup.RollupDeltas;
import dev.ticketkit.jdbc.internal.row.EventColumns;
import dev.ticketkit.jdbc.internal.row.TicketColumns;
import dev.ticketkit.jdbc.internal.search.SearchText;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.KeyedHashes;
import dev.ticketkit.jdbc.internal.sql.SortKeys;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parameters of a commit: those of the event, and of the ticket. Both say {@code tenant_id} and {@code ticket_id}. */
final class CommitBindings {
    private CommitBindings() {}

    /** All of them. */
    static Bindings of(TicketChange change, KeyedHashes hashes) {
        Bindings bindings = withoutTexts(change, hashes).text("search_text", searchText(change));
        return TicketColumns.bindReference(
                TicketColumns.bindTexts(bindings, change.after()),
                change.after().reference());
    }

    /** Those of a change that leaves the ticket's texts and its reference as they are. */
    static Bindings withoutTexts(TicketChange change, KeyedHashes hashes) {
        Category category = change.after().category();
        return withoutTexts(change, TicketColumns.bindState(EventColumns.bind(change, hashes), change.after()))
                .flag("delivers", !change.isSilent())
                .flag("reworded", SearchText.isChangedBy(change))
                .text("category_name", category == null ? null : category.name())
                .bytes("category_sort", SortKeys.of(category == null ? null : category.name()));
    }

    /** Those of a change of progress by a plain event. */
    static Bindings ofProgress(TicketChange change) {
        return withoutTexts(change, TicketColumns.bindProgress(EventColumns.bindPlain(change), change.after()));
    }

    private static Bindings withoutTexts(TicketChange change, Bindings bindings) {
        Ticket before = change.before();
        return RollupDeltas.bind(bindings, change)
                .number("expected_version", before == null ? 0 : before.version())
                .id("category_id", id(change.after().category()));
    }

    /** Whether the change gives the ticket another category or takes it away; if not, the ticket's row keeps what it has. */
    static boolean setsCategory(TicketChange change) {
        Ticket before = change.before();
        return before == null
                || !Objects.equals(id(before.category()), id(change.after().category()));
    }

    /** Whether a change touches nothing of a ticket but its progress. */
    static boolean changesProgressOnly(TicketChange change) {
        Ticket before = change.before();
        return before != null
                && changesStateOnly(change)
                && TicketColumns.leavesStateButProgress(before, change.after());
    }

    /** Whether a change leaves the ticket's texts and its category as they are; an opening does not. */
    static boolean changesStateOnly(TicketChange change) {
        return !TicketColumns.setsTexts(change) && !setsCategory(change);
    }

    private static String searchText(TicketChange change) {
        ReferenceRequest request = change.referenceRequest();
        return request == null
                ? SearchText.of(change.after(), change.after().reference())
                : SearchText.beforeNumber(change.after(), request);
    }

    private static @Nullable UUID id(@Nullable Category category) {
        return category == null ? null : category.id();
    }
}
