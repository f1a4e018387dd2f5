package dev.ticketkit.samples.helpdesk.seed;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.samples.helpdesk.HelpDeskProperties;
import dev.ticketkit.samples.helpdesk.chat.Chats;
import dev.ticketkit.samples.helpdesk.chat.Message;
import dev.ticketkit.samples.helpdesk.chat.Message.Direction;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What customers wrote when they asked for the latest tickets. */
@Component
class SeedChats {
    private static final int LATEST = 60;

    private final ActorDesk desk;
    private final Chats chats;

    SeedChats(TicketDesk desk, HelpDeskProperties properties, Chats chats) {
        this.desk = desk.as(properties.tenant(), Actor.host("seed"));
        this.chats = chats;
    }

    void seed() {
        TicketQuery latest = TicketQuery.builder()
                .sort(TicketSort.OPENED, SortDirection.DESCENDING)
                .limit(LATEST)
                .build();
        List<Ticket> tickets = desk.list(latest).items();
        tickets.forEach(this::wrote);
    }

    private static String answer(Ticket ticket) {
        String language = Objects.requireNonNullElse(ticket.contact().language(), "en");
        return ticket.reference()
                + switch (language) {
                    case "it" -> ": ce ne occupiamo noi, grazie per averci scritto.";
                    case "es" -> ": nos ocupamos, gracias por escribirnos.";
                    default -> ": we are on it, thank you for writing.";
                };
    }

    private void wrote(Ticket ticket) {
        String contact = ticket.contact().id();
        String name = Objects.requireNonNullElse(ticket.contact().name(), contact);
        String text = ticket.title() + "\n" + Objects.requireNonNullElse(ticket.description(), "");
        chats.add(
                contact,
                new Message(Direction.CUSTOMER, name, text, ticket.openedAt().minus(Duration.ofMinutes(3))),
                "seed/" + ticket.id());
        if (ticket.owner() != null) {
            Message answer = new Message(
                    Direction.OPERATOR,
                    ticket.owner().label(),
                    answer(ticket),
                    ticket.openedAt().plus(Duration.ofMinutes(9)));
            chats.add(contact, answer, "seed/answer/" + ticket.id());
        }
    }
}
