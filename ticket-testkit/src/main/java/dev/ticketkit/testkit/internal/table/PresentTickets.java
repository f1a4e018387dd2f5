package dev.ticketkit.testkit.internal.table;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One tenant's tickets as they show now: under the present names of their categories. Not thread-safe. */
public final class PresentTickets {
    private final CategoryCatalogue categories;
    private final Map<TicketId, Ticket> all = new HashMap<>();
    private final SortedTickets visible = new SortedTickets();
    private final CountedTickets counted = new CountedTickets();

    public PresentTickets(CategoryCatalogue categories) {
        this.categories = categories;
    }

    public Optional<Ticket> find(@Nullable TicketId id) {
        return Optional.ofNullable(all.get(id));
    }

    /** All of them, deleted ones too, in no order. */
    public Collection<Ticket> all() {
        return Collections.unmodifiableCollection(all.values());
    }

    /** Those that are not deleted, for lists. */
    public SortedTickets visible() {
        return visible;
    }

    /** Those that are not deleted, for totals. */
    public CountedTickets counted() {
        return counted;
    }

    /** Keeps a ticket instead of what it was before. */
    public void put(Ticket stored) {
        Ticket ticket = present(stored);
        Ticket before = all.put(ticket.id(), ticket);
        if (before != null && before.deletedAt() == null) {
            visible.remove(before);
            counted.remove(before);
        }
        if (ticket.deletedAt() == null) {
            visible.add(ticket);
            counted.add(ticket);
        }
    }

    /** To be called when categories were renamed or merged: any number of tickets show another one now. */
    public void categoriesChanged() {
        List.copyOf(all.values()).forEach(this::put);
    }

    private Ticket present(Ticket stored) {
        Category category = categories.present(stored.category());
        return category == null || category.equals(stored.category())
                ? stored
                : stored.toBuilder().category(category).asStored().build();
    }
}
