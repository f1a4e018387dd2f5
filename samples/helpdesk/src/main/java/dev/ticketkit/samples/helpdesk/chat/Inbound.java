package dev.ticketkit.samples.helpdesk.chat;

import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.samples.helpdesk.HelpDeskProperties;
import dev.ticketkit.samples.helpdesk.chat.Message.Direction;
import dev.ticketkit.samples.helpdesk.team.Customers;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers write: it is kept, and starts the automations that wait for it, in one transaction. */
@Component
public class Inbound {
    /** What automations wait for. */
    public static final String STARTER = "chat-message";

    private static final int SUBJECT = 80;

    private final Chats chats;
    private final Customers customers;
    private final TicketDesk desk;
    private final HelpDeskProperties properties;
    private final Clock clock;

    Inbound(Chats chats, Customers customers, TicketDesk desk, HelpDeskProperties properties, Clock clock) {
        this.chats = chats;
        this.customers = customers;
        this.desk = desk;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Takes a message.
     *
     * @param messageId the sender's id of it; one that comes again does nothing
     */
    @Transactional
    public void receive(Contact contact, String messageId, String text) {
        if (customers.find(contact.id()).isEmpty()) {
            customers.add(contact);
        }
        String name = Objects.requireNonNullElse(contact.name(), contact.id());
        String key = "customer/" + contact.id() + "/" + messageId;
        if (chats.add(contact.id(), new Message(Direction.CUSTOMER, name, text, clock.instant()), key)) {
            fire(contact, name, key, text);
        }
    }

    private void fire(Contact contact, String name, String key, String text) {
        desk.as(properties.tenant(), Actor.host("chat"))
                .fire(Fire.starter(STARTER)
                        .contact(contact)
                        .field("CONTACT_NAME", name)
                        .field("SUBJECT", subject(text))
                        .field("MESSAGE", text)
                        .idempotencyKey(key)
                        .build());
    }

    /** The first line, not longer than a title looks good. */
    private static String subject(String text) {
        String line = text.strip().lines().findFirst().orElse("").strip();
        if (line.codePointCount(0, line.length()) <= SUBJECT) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, SUBJECT - 1)).strip() + "…";
    }
}
