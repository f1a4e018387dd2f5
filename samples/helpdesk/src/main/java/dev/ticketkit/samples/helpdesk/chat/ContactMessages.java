package dev.ticketkit.samples.helpdesk.chat;

import dev.ticketkit.samples.helpdesk.chat.Message.Direction;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Notifier;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Automations' messages to contacts appear in their chat. The same message at a second attempt is there already. */
@Component("contactNotifier")
class ContactMessages implements Notifier {
    private final Chats chats;
    private final Clock clock;

    ContactMessages(Chats chats, Clock clock) {
        this.chats = chats;
        this.clock = clock;
    }

    @Override
    public DeliveryResult notify(Notification notification) {
        String author = Objects.requireNonNullElse(notification.automation(), "desk");
        Message message = new Message(Direction.AUTOMATION, author, notification.text(), clock.instant());
        boolean added = chats.add(notification.recipient().id(), message, "automation/" + notification.id());
        return added ? DeliveryResult.DELIVERED : DeliveryResult.SKIPPED;
    }
}
