package dev.ticketkit.benchmarks.desk;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.TicketStorage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A desk on a store inside this process, filled through the desk itself with a number of tickets of the last three years. */
public final class SizedDesk {
    /** What a change sets in turn: both columns are in indexes and in the statistics. */
    private static final List<Status> STATUSES = List.of(Status.IN_PROGRESS, Status.WAITING);

    private static final Duration AGE = Duration.ofDays(3 * 365);
    private static final int CHORES = 1_000;

    /** More chores than a ticket leaves: after the filling all are done in one go. */
    private static final int A_TICKET = 10;

    private static final int HOURS = 300;
    private static final int SPARE = 64;

    private final TicketStorage storage;
    private final long tickets;
    private final ActorDesk actor;
    private final Instant end = Clock.systemUTC().instant();
    private final List<Ticket> spare = new ArrayList<>();
    private long turn = SPARE;

    private SizedDesk(TicketStorage storage, long tickets) {
        this.storage = storage;
        this.tickets = tickets;
        TenantSettings settings = TenantSettings.defaults().withReferences(ReferenceFormat.code("", 10));
        actor = TicketDesk.builder()
                .storage(storage)
                .tenants(tenant -> settings)
                .build()
                .as(OurDesk.TENANT, OurDesk.ACTOR);
    }

    /** Fills an empty store: half of the tickets have changed once, and nothing waits for maintenance. */
    public static SizedDesk fill(TicketStorage storage, long tickets) {
        SizedDesk desk = new SizedDesk(storage, tickets);
        long imported = desk.actor
                .importTickets(LongStream.range(0, tickets).mapToObj(desk::past).iterator())
                .imported();
        if (imported != tickets) {
            throw new IllegalStateException("only " + imported + " of " + tickets + " tickets were imported");
        }
        try (Stream<Ticket> all = desk.actor.stream(inOrder())) {
            all.filter(ticket -> number(ticket) % 2 == 1).forEach(desk::changeOnce);
        }
        desk.spare.addAll(desk.hand(0, SPARE));
        desk.tend(Math.toIntExact(tickets) * A_TICKET);
        return desk;
    }

    /** The desk as its one operator uses it. */
    public ActorDesk actor() {
        return actor;
    }

    /** With how many tickets it was filled. */
    public long tickets() {
        return tickets;
    }

    /** Does all maintenance there is. */
    public void tend() {
        tend(CHORES);
    }

    private void tend(int atOnce) {
        while (storage.maintenance().run(atOnce) > 0) {}
    }

    /** Changes a ticket, so that no database can answer from what it remembers. */
    public void disturb() {
        int at = (int) (turn % SPARE);
        spare.set(at, change(spare.get(at), turn++ / SPARE));
    }

    /** Tickets that were never changed, to be changed now: they have gone through the first of the changes of {@link #change}. */
    public List<Ticket> hand(int from, int count) {
        List<Ticket> handed = new ArrayList<>(count);
        try (Stream<Ticket> all = actor.stream(inOrder())) {
            all.filter(ticket -> number(ticket) % 2 == 0)
                    .skip(from)
                    .limit(count)
                    .forEach(handed::add);
        }
        handed.replaceAll(ticket -> change(ticket, 0));
        return handed;
    }

    /** Gives a ticket in hand another status and priority than in the turn before. */
    public Ticket change(Ticket ticket, long number) {
        return actor.ticket(ticket)
                .change(ChangeTicket.builder()
                        .status(statusOf(number).key())
                        .priority(priorityOf(number))
                        .build())
                .ticket();
    }

    /** The status that {@link #change} gives in a turn. */
    public static Status statusOf(long number) {
        return STATUSES.get((int) (number % STATUSES.size()));
    }

    /** The priority that {@link #change} gives in a turn. */
    public static Priority priorityOf(long number) {
        return Priority.ofRank((int) (2 + number % 2));
    }

    private ImportTicket past(long number) {
        return new ImportTicket(
                SizedTickets.of(number, tickets)
                        .builder()
                        .reference("OLD-" + (10_000_000 + number))
                        .build(),
                openedAt(number),
                null);
    }

    private Instant openedAt(long number) {
        return end.minus(AGE).plus(AGE.multipliedBy(number).dividedBy(tickets));
    }

    private void changeOnce(Ticket ticket) {
        long number = number(ticket);
        List<Status> to = Status.predefined();
        Instant later = ticket.openedAt().plus(Duration.ofHours(1 + number % HOURS));
        actor.at(later.isBefore(end) ? later : end)
                .ticket(ticket)
                .change(ChangeTicket.builder()
                        .status(to.get((int) (1 + number / 2 % (to.size() - 1))).key())
                        .build());
    }

    private static long number(Ticket ticket) {
        String reference = ticket.reference().value();
        return reference.startsWith("OLD-") ? Long.parseLong(reference.substring(4)) - 10_000_000 : -1;
    }

    /** Changes do not move tickets in this order. */
    private static TicketQuery inOrder() {
        return TicketQuery.builder()
                .sort(TicketSort.REFERENCE, SortDirection.ASCENDING)
                .build();
    }
}
