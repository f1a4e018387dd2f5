package dev.ticketkit.samples.helpdesk.ticketlist;

import dev.ticketkit.spi.model.Ticket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows.
 *
 * @param tickets of this page
 * @param columns their heads
 * @param total how many there are
 * @param exact whether the total is; else there are at least so many
 * @param next address of the next page, or null
 * @param previous address of the page before, or null on the first
 * @param hints about what was typed
 * @param problem with what was typed, or null
 */
record ListPage(
        List<Ticket> tickets,
        List<Column> columns,
        long total,
        boolean exact,
        @Nullable String next,
        @Nullable String previous,
        List<String> hints,
        @Nullable String problem) {
    /** Whether this page is not all. */
    public boolean isPart() {
        return next != null || previous != null;
    }

    /** How many tickets of the list can be changed at once. */
    public int most() {
        return WholeList.MOST;
    }
}
