package dev.ticketkit.core.internal.listing;

import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks over the pages of a query, one in memory at a time. Of one thread. */
public final class TicketStream implements Iterator<Ticket> {
    private static final int PAGE = 200;

    private final Function<TicketQuery, Page<Ticket>> pages;
    private @Nullable TicketQuery next;
    private Iterator<Ticket> page = Collections.emptyIterator();

    public TicketStream(TicketQuery query, Function<TicketQuery, Page<Ticket>> pages) {
        this.pages = pages;
        this.next = query.toBuilder().limit(PAGE).build();
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && next != null) {
            Page<Ticket> read = pages.apply(next);
            page = read.items().iterator();
            next = read.cursor() == null
                    ? null
                    : next.toBuilder().cursor(read.cursor()).build();
        }
        return page.hasNext();
    }

    @Override
    public Ticket next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }
}
