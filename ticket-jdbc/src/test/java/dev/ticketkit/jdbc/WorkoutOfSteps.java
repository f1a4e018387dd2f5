package dev.ticketkit.jdbc;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.AutomationDocument;
import dev.ticketkit.spi.storage.AutomationRun;
import dev.ticketkit.spi.storage.Firing;
import dev.ticketkit.spi.storage.NoticeRecord;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.RunState;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.MovedTicket;
import dev.ticketkit.testkit.contract.TicketFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

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
        store.tickets().commit(make.erasure(last, new Reference("erased-1")));
        MovedTicket moved = MovedTicket.in(store, make);
        store.tickets().ticketsOf(make.tenant(), moved.former().id(), first.id(), 9);
        store.tickets().commit(moved.erasure());
        store.categories().rename(make.tenant(), category.id(), "C");
        store.categories()
                .merge(make.tenant(), category.id(), make.category("B").id());
        useAutomations(store);
    }

    private void useAutomations(TicketStorage store) {
        UUID event = UUID.randomUUID();
        Instant at = TicketFixtures.START;
        var run = new AutomationRun(make.tenant(), event, "a", RunState.RUNNING, 0, null, "detail", at);
        store.automations().change(make.tenant(), 0, List.of(new AutomationDocument("a", "{}")), Set.of());
        store.automations().change(make.tenant(), 1, List.of(), Set.of("a"));
        store.automations().automations(make.tenant());
        store.runs()
                .fire(new Firing(make.tenant(), event, "c", at, new byte[32], "{}"), List.of(run), "x", Duration.ZERO);
        store.runs().deliverNow(make.tenant(), event);
        store.runs().begin(make.tenant(), event, List.of(run));
        store.runs().save(run);
        store.runs().eraseContact(make.tenant(), "c");
        store.runs().purge(make.tenant(), at);
        store.notices().setOptedOut(make.tenant(), "op-1", true);
        store.notices().setOptedOut(make.tenant(), "op-1", false);
        store.notices().record(new NoticeRecord(make.tenant(), event, NoticeRecord.ALL, at, new TreeMap<>()));
        store.notices().purge(make.tenant(), at);
    }
}
