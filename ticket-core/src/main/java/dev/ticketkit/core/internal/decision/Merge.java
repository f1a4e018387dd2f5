package dev.ticketkit.core.internal.decision;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a change made on an older version may land on the ticket as it is. */
public final class Merge {
    private Merge() {}

    /**
     * The fields that stand in the way: those the change would give another value than they have now, and that others have changed
     * since the version it was made on; all of them after an erasure. Notes never stand in the way, nor does the same value set twice.
     *
     * @param current the ticket as it is
     * @param edited the current ticket with the change applied
     * @param since what was recorded after the version the change was made on
     */
    public static List<String> conflicts(Ticket current, Ticket edited, List<TicketEvent> since) {
        Set<String> touched = since.stream()
                .flatMap(event -> event.changes().stream())
                .map(FieldChange::key)
                .collect(Collectors.toSet());
        // Whoever wrote on a ticket that has been erased since wrote of what must not come back.
        boolean erased = since.stream().anyMatch(event -> event.kind() == EventKind.ERASED);
        return TicketDiff.between(current, edited).stream()
                .map(FieldChange::key)
                .filter(key -> erased || touched.contains(key))
                .toList();
    }
}
