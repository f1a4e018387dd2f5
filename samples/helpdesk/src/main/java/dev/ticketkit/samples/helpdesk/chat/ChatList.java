package dev.ticketkit.samples.helpdesk.chat;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.ContactTickets;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The contacts that have a ticket which a filter finds, most urgent first. */
@Component
class ChatList {
    private static final int CONTACTS = 50;
    private static final int TICKETS = 10;

    private final ActorDesk desk;

    ChatList(ActorDesk desk) {
        this.desk = desk;
    }

    Page<ContactTickets> of(ChatFilter filter) {
        List<Priority> priorities = Arrays.stream(Priority.values())
                .filter(priority -> filter.priorities().contains(priority.name()))
                .toList();
        return desk.contacts(TicketQuery.builder()
                .statuses(filter.statuses())
                .priorities(priorities)
                .limit(CONTACTS)
                .cursor(filter.cursor() == null || filter.cursor().isEmpty() ? null : filter.cursor())
                .build());
    }

    /** The most urgent tickets of a contact. */
    List<Ticket> ticketsOf(String contactId) {
        return desk.list(
                        TicketQuery.builder().contacts(contactId).limit(TICKETS).build())
                .items();
    }
}
