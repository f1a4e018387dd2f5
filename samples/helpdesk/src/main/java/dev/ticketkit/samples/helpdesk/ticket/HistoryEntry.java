package dev.ticketkit.samples.helpdesk.ticket;

import dev.ticketkit.spi.event.TicketEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, in the reader's words.
 *
 * @param event what happened
 * @param changes of fields
 * @param cause the name of the automation behind it, or null
 */
record HistoryEntry(
        TicketEvent event, List<Change> changes, @Nullable String cause) {
    /**
     * One field.
     *
     * @param field its name
     * @param from what it was; empty for nothing
     * @param to what it is; empty for nothing
     */
    record Change(String field, String from, String to) {}
}
