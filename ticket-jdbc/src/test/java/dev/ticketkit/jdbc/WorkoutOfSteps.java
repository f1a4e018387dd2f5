package dev.ticketkit.jdbc;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketFixtures;

/** Makes a store use every kind of commit once. */
final class WorkoutOfSteps {
    private static final ReferenceRequest SERIES = new ReferenceRequest("S", "S-", 3);

    private final TicketFixtures make = TicketFixtures.ofNewTenant();

    void run(TicketStorage store) {
        Category category = make.category("A");
        Ticket first = make.ticket()
                .reference(new Reference("s-001"))
                .category(category)
                .build();
        store.tickets().commit(make.opening(first));
        store.tickets().commit(make.opening(first));
        store.tickets().commit(make.numbered(make.ticket().build(), SERIES, null));
        store.tickets().commit(make.change(first, ticket -> ticket.category(make.category("B"))));
        Ticket second = store.tickets().find(make.tenant(), first.id()).orElseThrow();
        store.tickets().commit(make.change(second, ticket -> ticket.title("Other")));
        Ticket third = store.tickets().find(make.tenant(), first.id()).orElseThrow();
        store.tickets().commit(make.change(third, ticket -> ticket.category(null)));
        Ticket last = store.tickets().find(make.tenant(), first.id()).orElseThrow();
        store.tickets().commit(make.nothingChanged(last, TicketFixtures.stamp("change:1", "body")));
        store.categories().rename(make.tenant(), category.id(), "C");
        store.categories()
                .merge(make.tenant(), category.id(), make.category("B").id());
    }
}
