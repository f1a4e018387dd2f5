package dev.ticketkit.samples.helpdesk.chat;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.samples.helpdesk.account.SignedIn;
import dev.ticketkit.samples.helpdesk.team.Customers;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.query.TicketQuery;
import org.springframework.stereotype.Component;

/** Whose chats an operator reads: all of them, or those of the contacts whose tickets it may read. */
@Component
class ChatAccess {
    private final ActorDesk desk;
    private final Customers customers;

    ChatAccess(ActorDesk desk, Customers customers) {
        this.desk = desk;
        this.customers = customers;
    }

    /** The contact of a chat that the operator may read; any other is not found. */
    Contact contact(String id) {
        return customers
                .find(id)
                .filter(contact -> SignedIn.account().role().readsAll() || hasReadableTicket(id))
                .orElseThrow(() -> new NotFoundException("chat"));
    }

    private boolean hasReadableTicket(String contactId) {
        TicketQuery one = TicketQuery.builder().contacts(contactId).limit(1).build();
        return !desk.list(one).items().isEmpty();
    }
}
