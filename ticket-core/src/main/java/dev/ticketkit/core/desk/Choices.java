package dev.ticketkit.core.desk;

import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * What a change of one ticket may name from the catalogue. What the ticket has already it may keep, even when nobody may choose it any
 * more: forms send back every field.
 */
final class Choices {
    private final Session session;
    private final Ticket ticket;

    Choices(Session session, Ticket ticket) {
        this.session = session;
        this.ticket = ticket;
    }

    @Nullable Status status(@Nullable String key) {
        if (key == null) {
            return null;
        }
        StatusBook book = session.catalogue().statuses();
        boolean kept = book.find(key)
                .filter(entry -> entry.status().equals(ticket.status()))
                .isPresent();
        return kept ? ticket.status() : book.choose(key);
    }

    @Nullable Category category(@Nullable String name) {
        if (name == null) {
            return null;
        }
        Category now = ticket.category();
        return now != null && means(name, now) ? now : session.catalogue().choose(name);
    }

    void require(@Nullable Priority priority) {
        if (priority != null && priority != ticket.priority()) {
            session.catalogue().choose(priority);
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
