package dev.ticketkit.core.internal.session;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a change of one ticket may name from the catalogue. What the ticket has already it may keep, even when nobody may choose it any
 * more: forms send back every field.
 */
public final class Choices {
    private final ActorContext session;
    private final Ticket ticket;

    public Choices(ActorContext session, Ticket ticket) {
        this.session = session;
        this.ticket = ticket;
    }

    @Nullable public Status status(@Nullable String key) {
        if (key == null) {
            return null;
        }
        boolean kept =
                key.strip().toLowerCase(Locale.ROOT).equals(ticket.status().key());
        return kept ? ticket.status() : session.status(key);
    }

    @Nullable public Category category(@Nullable String name) {
        if (name == null) {
            return null;
        }
        Category now = ticket.category();
        return now != null && means(name, now) ? now : session.category(name);
    }

    public void require(@Nullable Priority priority) {
        if (priority != null && priority != ticket.priority()) {
            session.priority(priority);
        }
    }

    private boolean means(String name, Category category) {
        return session.storage()
                .categories()
                .find(session.tenant, Category.named(session.tenant, name).id())
                .filter(entry -> entry.category().id().equals(category.id()))
                .isPresent();
    }
}
