package dev.ticketkit.samples.helpdesk.ticketlist;

import dev.ticketkit.spi.model.TicketId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tickets of all pages of a list at one moment.
 *
 * @param tickets in the list's order, no more than can be changed at once
 * @param more whether the list has more than these
 */
record WholeList(List<TicketId> tickets, boolean more) {
    /** How many tickets are changed at once: what the desk takes in one call. */
    static final int MOST = 1_000;

    /** Keeps as many as can be changed. */
    static WholeList of(List<TicketId> found) {
        return new WholeList(found.subList(0, Math.min(found.size(), MOST)), found.size() > MOST);
    }

    /** Their ids as one value of a form. */
    public String ids() {
        return tickets.stream().map(TicketId::toString).collect(Collectors.joining(" "));
    }
}
