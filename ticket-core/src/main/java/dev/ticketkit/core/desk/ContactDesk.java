package dev.ticketkit.core.desk;

import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.core.result.FireReport;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.spi.query.TicketQuery;

/** The desk seen from one contact's chat: the contact is implied. */
public class ContactDesk {
    private final ActorDesk desk;
    private final Contact contact;

    ContactDesk(ActorDesk desk, Contact contact) {
        this.desk = desk;
        this.contact = contact;
    }

    /** Opens a ticket of this contact, whatever contact the command names; see {@link ActorDesk#open}. */
    public CommandResult open(OpenTicket command) {
        return desk.open(Required.argument(command, "command").withContact(contact));
    }

    /** Starts automations about this contact, whatever contact the command names; see {@link ActorDesk#fire}. */
    public FireReport fire(Fire command) {
        return desk.fire(Required.argument(command, "command").withContact(contact));
    }

    /** Lists this contact's tickets; see {@link ActorDesk#list}. */
    public Page<Ticket> list(TicketQuery query) {
        return desk.list(Required.argument(query, "query").toBuilder()
                .contacts(contact.id())
                .build());
    }
}
