package dev.ticketkit.jdbc;

import static dev.ticketkit.spi.query.InstantRange.ALWAYS;

import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.Delivery;
import dev.ticketkit.spi.storage.DeliveryFailure;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TallyQuery;
import dev.ticketkit.spi.storage.TallyReading;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.RandomLife;
import dev.ticketkit.testkit.contract.TicketFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Makes a store do everything a port asks of it at least once, with something there to do it to. */
final class WorkoutOfPorts {
    private static final AccessScope SOME =
            AccessScope.owners(Set.of("p-1")).or(AccessScope.unassigned()).or(AccessScope.contacts(Set.of("c")));

    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final TenantId tenant = make.tenant();
    private final TicketStorage store;

    WorkoutOfPorts(TicketStorage store) {
        this.store = store;
    }

    void run() {
        new WorkoutOfSteps().run(store);
        live();
        Ticket ticket = opened();
        find(ticket);
        read(ticket);
        list(ticket);
        arrange();
        deliver(ticket);
        useRuns(ticket);
        count();
        clear();
        count();
    }

    private void live() {
        RandomLife life = new RandomLife(make, new Random(1));
        for (int i = 0; i < 40; i++) {
            Ticket opened = stored(life.opening().after());
            store.tickets().commit(life.change(opened));
        }
        store.tickets().commitAll(List.of(life.opening(), life.opening()));
        store.upkeep().run(20);
    }

    private Ticket opened() {
        return stored(
                make.ticket().externalId("x-1").attributes(Map.of("a", "b")).build());
    }

    private Ticket stored(Ticket ticket) {
        store.tickets().commit(make.opening(ticket, TicketFixtures.stamp("open:" + ticket.id(), "body")));
        return store.tickets().find(tenant, ticket.id()).orElseThrow();
    }

    private void find(Ticket ticket) {
        store.tickets().findAll(tenant, List.of(ticket.id()));
        store.tickets().findByReference(tenant, ticket.reference());
        store.tickets().findByExternalId(tenant, "x-1");
        store.tickets().replay(tenant, TicketFixtures.stamp("open:" + ticket.id(), "body"));
        store.tickets().passNumber(tenant, "S", 30);
        store.referenceBlocks().next(tenant, new ReferenceRequest("S", "S-", 3), 10);
        store.categories().find(tenant, make.category("Any").id());
    }

    private void read(Ticket ticket) {
        UUID event = store.events().history(tenant, ticket.id(), 0, 9).get(0).id();
        store.events().event(tenant, event);
        store.events().events(tenant, List.of(event));
        store.events()
                .between(tenant, ALWAYS, store.events().event(tenant, event).orElseThrow(), 9);
        store.events().between(tenant, InstantRange.of(Instant.EPOCH, null), null, 9);
        store.events().changesSince(tenant, 0, 9);
    }

    private void list(Ticket ticket) {
        for (TicketSort sort : TicketSort.values()) {
            for (SortDirection direction : SortDirection.values()) {
                TicketQueryBuilder query = TicketQuery.builder().sort(sort, direction);
                store.tickets().list(tenant, query.build(), AccessScope.all(), sort.positionOf(ticket), 9);
                store.tickets().list(tenant, query.owners("p-1", "p-2").build(), SOME, null, 9);
            }
        }
        for (TicketQuery query : queries()) {
            store.tickets().list(tenant, query, AccessScope.categories(Set.of("Assistance")), null, 9);
            store.tickets().contacts(tenant, query, AccessScope.all(), null, 9);
            store.tallies().count(tenant, query, AccessScope.all());
        }
        store.tickets().ticketsOf(tenant, ticket.contact().id(), null, 9);
    }

    private static List<TicketQuery> queries() {
        TicketQueryBuilder text = TicketQuery.builder().text("word beg*").excludedText("other");
        return List.of(
                TicketQuery.all(),
                text.build(),
                TicketQuery.builder()
                        .statuses("open", "closed")
                        .categories("Logistics")
                        .uncategorised(true)
                        .build(),
                TicketQuery.builder()
                        .macroStatus(MacroStatus.IN_PROGRESS)
                        .attributes(Map.of("a", "b"))
                        .build(),
                TicketQuery.builder()
                        .priorities(Priority.LOW, Priority.HIGH)
                        .unassigned(true)
                        .build());
    }

    private void arrange() {
        Status lab = new Status("lab", MacroStatus.IN_PROGRESS, 8);
        StatusEntry shown = new StatusEntry(lab, "Lab", false);
        StatusEntry hidden = new StatusEntry(lab, "Lab", true);
        store.statuses().saveStatus(tenant, null, shown);
        store.statuses().saveStatus(tenant, shown, hidden);
        store.statuses().statuses(tenant);
        store.statuses().removeStatus(tenant, hidden);
        store.statuses().removedStatuses(tenant);
        store.statuses().savePriority(tenant, new PriorityEntry(Priority.LOW, "Little", true));
        store.statuses().priorities(tenant);
        store.categories().hide(tenant, make.category("Assistance").id(), true);
        store.categories().categories(tenant);
    }

    private void deliver(Ticket ticket) {
        List<Delivery> claimed = store.deliveries().claim("worker", 1_000, Duration.ofHours(1));
        Delivery first = claimed.get(0);
        store.deliveries().extend(first, Duration.ofHours(2));
        store.deliveries().complete(first, List.of(new DeliveryFailure("mail", true, null, "gone")));
        store.deliveries().completeAll(claimed.subList(1, claimed.size()));
        store.deliveries().parked(first.tenant(), 9);
        store.deliveries().release(first.tenant(), first.eventId(), "mail");
        store.deliveries().pending(tenant);
        store.deliveries().giveBack(store.deliveries().claim("worker", 9, Duration.ofHours(1)), Duration.ZERO);
        store.deliveries().claim("worker", 9, Duration.ZERO);
        store.deliveries().claim("worker", 9, Duration.ofHours(1));
        store.deliveries().claimAbandoned("worker", Duration.ofHours(1));
        store.deliveries().consumers().announce(Set.of("mail", "host"));
        store.tickets().commit(make.change(ticket, edit -> edit.title("Other")));
        for (Delivery each : store.deliveries().claim("worker", 9, Duration.ofHours(1))) {
            store.deliveries().complete(each, List.of(DeliveryFailure.left("host")));
        }
        store.deliveries().claimLeft("worker", Set.of("host"), 9, Duration.ofHours(1));
        store.deliveries().consumers().known();
        store.deliveries().consumers().unattended(Duration.ZERO);
        store.deliveries().consumers().pending(tenant);
        store.deliveries().consumers().retire("host");
        store.notices().cancelled(tenant, UUID.randomUUID());
        store.tickets().settle(tenant);
    }

    private void useRuns(Ticket ticket) {
        AutomationSamples samples = new AutomationSamples(tenant);
        UUID event = UUID.randomUUID();
        store.runs().fire(samples.firing(event), List.of(samples.run(event)), "automations", Duration.ofHours(1));
        store.runs().firing(tenant, event);
        store.runs().runs(tenant, event);
        store.notices().optedOut(tenant);
        store.notices().records(tenant, event);
        Ticket latest = store.tickets().find(tenant, ticket.id()).orElseThrow();
        store.tickets().commit(make.erasure(latest, new Reference("erased-2")));
    }

    private void count() {
        for (TallyReading reading : TallyReading.values()) {
            for (AccessScope scope : List.of(AccessScope.all(), SOME)) {
                for (InstantRange range : List.of(ALWAYS, InstantRange.of(TicketFixtures.START, null))) {
                    count(new TallyQuery(tenant, scope, reading, range, Set.of()));
                }
            }
        }
        store.tallies().openByOwner(tenant, AccessScope.all());
        store.tallies().differences(tenant);
    }

    private void count(TallyQuery query) {
        store.tallies().tally(query);
        store.tallies().tickets(query);
        store.tallies().summary(query);
        if (query.reading() != TallyReading.CLOSED) {
            store.tallies().statusEntries(query);
            store.tallies().report(query, TallyReading.CLOSED);
        }
        store.tallies().openNow(tenant, query.scope(), query.range());
        store.tallies().closingTimes(query);
        store.tallies().firstAnswers(query);
    }

    private void clear() {
        store.upkeep().afterMuchWasWritten();
        int done;
        do {
            done = store.upkeep().run(1_000);
        } while (done > 0);
        store.events().changesSince(tenant, 0, 9);
        store.deliveries().purge(tenant, Instant.MAX);
        store.events().purgeKeys(tenant, Instant.MAX);
    }
}
