package dev.ticketkit.acceptance.kill;

import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TicketId;
import java.util.List;
import java.util.UUID;

/**
 * A command made from its key alone, so that anybody can give it again as it was.
 *
 * @param ticket the ticket to change, or null to open one
 */
record KeyedCommand(Kind kind, String key, TicketId ticket) {
    enum Kind {
        OPEN,
        TITLE,
        STATUS,
        NOTE
    }

    private static final List<String> STATUSES = List.of("open", "in-progress", "waiting", "resolved", "closed");

    CommandResult run(ActorDesk desk) {
        return switch (kind) {
            case OPEN ->
                desk.open(OpenTicket.builder()
                        .title("Opened by " + key)
                        .contact(Contact.of("c-ada", "Ada"))
                        .idempotencyKey(key)
                        .build());
            case TITLE -> change(desk, ChangeTicket.builder().title("Titled by " + key));
            case STATUS -> change(desk, ChangeTicket.builder().status(status()));
            case NOTE -> desk.ticket(ticket).addInternalNote(new AddNote("Noted by " + key, key));
        };
    }

    private CommandResult change(ActorDesk desk, ChangeTicket.Builder command) {
        return desk.ticket(ticket).change(command.idempotencyKey(key).build());
    }

    /** Sometimes the one the ticket has: then there is nothing to record. */
    private String status() {
        return STATUSES.get(Math.floorMod(key.hashCode(), STATUSES.size()));
    }

    String text() {
        return kind + " " + key + " " + (ticket == null ? "-" : ticket.value());
    }

    static KeyedCommand parse(String kind, String key, String ticket) {
        TicketId id = ticket.equals("-") ? null : new TicketId(UUID.fromString(ticket));
        return new KeyedCommand(Kind.valueOf(kind), key, id);
    }
}
