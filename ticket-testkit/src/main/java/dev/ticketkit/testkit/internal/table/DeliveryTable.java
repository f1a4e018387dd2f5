package dev.ticketkit.testkit.internal.table;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.automation.Firing;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.spi.storage.delivery.KeptDeliveries;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import dev.ticketkit.testkit.internal.table.DeliveryRow.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One tenant's deliveries. Not thread-safe. */
public final class DeliveryTable {
    public static final String BY_DELETION = "cancelled by deletion";

    private final Clock clock;
    private final Map<DeliveryRow.Key, DeliveryRow> rows = new HashMap<>();
    private final Map<TicketId, TicketDeliveries> undone = new HashMap<>();
    private final NavigableSet<DeliveryRow> heads = new TreeSet<>(DeliveryRow.WAITING_TIME);

    public DeliveryTable(Clock clock) {
        this.clock = clock;
    }

    public void add(TicketEvent event) {
        Instant now = clock.instant();
        edit(event.ticketId(), ticket -> keep(ticket, DeliveryRow.toEveryone(event, now)));
    }

    /** Gives up what is undelivered or parked of a ticket. */
    public void cancel(TicketId id, String cause) {
        Instant now = clock.instant();
        edit(id, ticket -> rowsOf(id).filter(DeliveryRow::isUnfinished).forEach(row -> {
            end(ticket, row, State.CANCELLED, now);
            row.because(cause);
        }));
    }

    /** Makes due what a deletion has cancelled. */
    public void revive(TicketId id) {
        Instant now = clock.instant();
        edit(
                id,
                ticket -> rowsOf(id).filter(row -> row.isCancelled(BY_DELETION)).forEach(row -> {
                    row.revive(now);
                    ticket.add(row);
                }));
    }

    /** Why something of an event was cancelled. */
    public Optional<String> cancelled(UUID eventId) {
        return rows.values().stream()
                .filter(row -> row.eventId().equals(eventId) && row.isCancelled())
                .min(Comparator.comparing(DeliveryRow::consumer))
                .map(DeliveryRow::cause);
    }

    /** Gives up what is undelivered or parked of a ticket, and forgets what went wrong with any of it. */
    public void erase(TicketId id) {
        rowsOf(id).filter(row -> !row.isUnfinished()).forEach(row -> row.because(""));
        cancel(id, "the ticket was erased");
    }

    /** Forgets what went wrong with some events. */
    public void forgetCauses(Collection<UUID> events) {
        rows.values().stream().filter(row -> events.contains(row.eventId())).forEach(row -> row.because(""));
    }

    public void add(Firing firing, String consumer, Duration delay) {
        DeliveryRow row = DeliveryRow.ofFiring(firing, consumer, clock.instant().plus(delay));
        edit(row.ticketId(), ticket -> keep(ticket, row));
    }

    /** Makes a firing's deliveries that nobody has claimed due at once. */
    public void hurry(UUID firingId) {
        Instant now = clock.instant();
        edit(new TicketId(firingId), firing -> firing.all().forEach(row -> row.hurry(now)));
    }

    /** Cancels what is undone or parked of some events. */
    public void cancel(Set<UUID> events) {
        Instant now = clock.instant();
        List<DeliveryRow> unfinished = rows.values().stream()
                .filter(DeliveryRow::isUnfinished)
                .filter(row -> events.contains(row.eventId()))
                .toList();
        unfinished.forEach(row -> edit(row.ticketId(), ticket -> end(ticket, row, State.CANCELLED, now)));
    }

    /** The events with something undone or parked. */
    public Set<UUID> unfinished() {
        return rows.values().stream()
                .filter(DeliveryRow::isUnfinished)
                .map(DeliveryRow::eventId)
                .collect(Collectors.toSet());
    }

    /** How many are due, counted up to a limit. */
    public int due(int limit) {
        return (int) freshRows().limit(limit).count();
    }

    public List<Delivery> claim(String owner, int limit, Duration lease) {
        Instant leaseEnd = clock.instant().plus(lease);
        List<DeliveryRow> due = freshRows().limit(limit).toList();
        return due.stream().map(row -> claim(row, owner, leaseEnd)).toList();
    }

    public Optional<Delivery> claimAbandoned(String owner, Duration lease) {
        Optional<DeliveryRow> first = dueRows().filter(DeliveryRow::isAbandoned).findFirst();
        return first.map(row -> claim(row, owner, clock.instant().plus(lease)));
    }

    public List<Delivery> claimLeft(String owner, Set<String> consumers, int limit, Duration lease) {
        Instant leaseEnd = clock.instant().plus(lease);
        List<DeliveryRow> left = heads.stream()
                .filter(row -> row.isLeft() && consumers.contains(row.base()))
                .limit(limit)
                .toList();
        return left.stream().map(row -> claim(row, owner, leaseEnd)).toList();
    }

    public boolean isWaitingFor(String consumer) {
        return heads.stream().anyMatch(row -> row.isLeft() && row.base().equals(consumer));
    }

    /** Gives up what waits or is parked for a consumer and its receivers. */
    public void retire(String consumer) {
        Instant now = clock.instant();
        List<DeliveryRow> all = rows.values().stream()
                .filter(row -> row.isUnfinished() && row.base().equals(consumer))
                .toList();
        all.forEach(row -> edit(row.ticketId(), ticket -> {
            end(ticket, row, State.CANCELLED, now);
            row.because("the consumer was retired");
        }));
    }

    public Map<String, Long> pendingByConsumer() {
        return undone.values().stream()
                .flatMap(ticket -> ticket.all().stream())
                .collect(Collectors.groupingBy(DeliveryRow::base, Collectors.counting()));
    }

    public void giveBack(Delivery delivery, Duration delay) {
        @Nullable DeliveryRow row = held(delivery);
        if (row != null) {
            edit(row.ticketId(), ticket -> row.giveBack(clock.instant().plus(delay)));
        }
    }

    public boolean complete(Delivery delivery, List<DeliveryFailure> failures) {
        @Nullable DeliveryRow row = held(delivery);
        if (row == null) {
            return false;
        }
        Instant now = clock.instant();
        edit(row.ticketId(), ticket -> {
            end(ticket, row, State.DONE, now);
            failures.forEach(failure -> keep(ticket, row.part(failure, now)));
        });
        return true;
    }

    public boolean extend(Delivery delivery, Duration lease) {
        @Nullable DeliveryRow row = held(delivery);
        if (row == null) {
            return false;
        }
        Instant leaseEnd = clock.instant().plus(lease);
        edit(row.ticketId(), ticket -> row.extend(leaseEnd));
        return true;
    }

    public List<ParkedDelivery> parked(int limit) {
        return rows.values().stream()
                .filter(row -> row.state() == State.PARKED)
                .sorted(Comparator.comparing(DeliveryRow::endedAt).thenComparing(DeliveryRow.HISTORY))
                .limit(limit)
                .map(DeliveryRow::asParked)
                .toList();
    }

    public boolean release(UUID eventId, String consumer) {
        @Nullable DeliveryRow row = rows.get(new DeliveryRow.Key(eventId, consumer));
        if (row == null || row.state() != State.PARKED) {
            return false;
        }
        edit(row.ticketId(), ticket -> {
            row.release(clock.instant());
            ticket.add(row);
        });
        return true;
    }

    public long pending() {
        return undone.values().stream().mapToLong(ticket -> ticket.all().size()).sum();
    }

    /** What waits and what is parked, in figures. */
    public KeptDeliveries.Backlog backlog() {
        @Nullable Instant since = undone.values().stream()
                .flatMap(ticket -> ticket.all().stream())
                .map(DeliveryRow::dueAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
        long parked = rows.values().stream()
                .filter(row -> row.state() == State.PARKED)
                .count();
        return new KeptDeliveries.Backlog(pending(), parked, since);
    }

    public long purge(Instant before) {
        int all = rows.size();
        rows.values().removeIf(row -> row.endedBefore(before));
        return (long) all - rows.size();
    }

    private Stream<DeliveryRow> rowsOf(TicketId id) {
        return rows.values().stream().filter(row -> row.ticketId().equals(id));
    }

    private Stream<DeliveryRow> dueRows() {
        Instant now = clock.instant();
        return heads.stream().takeWhile(row -> !row.dueAt().isAfter(now));
    }

    private Stream<DeliveryRow> freshRows() {
        return dueRows().filter(row -> !row.isAbandoned());
    }

    private Delivery claim(DeliveryRow row, String owner, Instant leaseEnd) {
        @Nullable TicketDeliveries ticket = undone.get(row.ticketId());
        Set<String> waiting = ticket != null && row.isToEveryone() ? ticket.waitingBefore(row) : Set.of();
        heads.remove(row);
        Delivery claimed = row.claim(owner, leaseEnd, waiting);
        heads.add(row);
        return claimed;
    }

    private @Nullable DeliveryRow held(Delivery delivery) {
        @Nullable DeliveryRow row = rows.get(new DeliveryRow.Key(delivery.eventId(), delivery.consumer()));
        return row != null && row.isHeldBy(delivery) ? row : null;
    }

    private void keep(TicketDeliveries ticket, DeliveryRow row) {
        rows.put(row.key(), row);
        if (row.state() == State.UNDONE) {
            ticket.add(row);
        }
    }

    private static void end(TicketDeliveries ticket, DeliveryRow row, State how, Instant now) {
        row.end(how, now);
        ticket.remove(row);
    }

    /** Rows are sorted by what edits change, so they leave the order before and come back after. */
    private void edit(TicketId id, java.util.function.Consumer<TicketDeliveries> work) {
        TicketDeliveries ticket = undone.computeIfAbsent(id, unknown -> new TicketDeliveries());
        ticket.heads().forEach(heads::remove);
        work.accept(ticket);
        heads.addAll(ticket.heads());
        if (ticket.isEmpty()) {
            undone.remove(id);
        }
    }
}
