package dev.ticketkit.testkit.internal.table;

import dev.ticketkit.spi.event.ContactTraces;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.EventFeed;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One tenant's tickets and histories, and everything that may be stored only once. */
public final class TicketTable {
    private final CategoryCatalogue categories;
    private final StatusCatalogue statuses;
    private final DeliveryTable deliveries;
    private final ExecutionTable runs;
    private final PresentTickets tickets;
    private final Map<TicketId, List<TicketEvent>> histories = new HashMap<>();
    /** In the order in which they came. */
    private final List<UUID> feed = new ArrayList<>();

    private final Map<UUID, TicketEvent> events = new HashMap<>();
    private final ReservedTexts references = new ReservedTexts();
    private final ReservedTexts externalIds = new ReservedTexts();
    private final ReceiptTable receipts = new ReceiptTable();
    private final FormerContacts formerContacts = new FormerContacts();
    private final Map<String, Long> lastNumbers = new HashMap<>();

    public TicketTable(
            CategoryCatalogue categories, StatusCatalogue statuses, DeliveryTable deliveries, ExecutionTable runs) {
        this.statuses = statuses;
        this.runs = runs;
        this.deliveries = deliveries;
        this.categories = categories;
        this.tickets = new PresentTickets(categories);
    }

    /** The tickets themselves, as they show now. */
    public PresentTickets present() {
        return tickets;
    }

    public Optional<Ticket> find(@Nullable TicketId id) {
        return tickets.find(id);
    }

    public Optional<Ticket> findByReference(Reference reference) {
        String folded = reference.folded().value();
        return find(references.owner(folded))
                .filter(ticket -> ticket.reference().folded().value().equals(folded));
    }

    public Optional<Ticket> findByExternalId(String externalId) {
        return find(externalIds.owner(externalId)).filter(ticket -> externalId.equals(ticket.externalId()));
    }

    /** Those a contact has, and those on which the contact left something; in order of id. */
    public Stream<TicketId> ticketsOf(String contactId) {
        Stream<TicketId> own = tickets.all().stream()
                .filter(ticket -> ticket.contact().id().equals(contactId))
                .map(Ticket::id);
        return Stream.concat(own, formerContacts.ticketsOf(contactId))
                .distinct()
                .sorted();
    }

    public Optional<TicketEvent> event(UUID id) {
        return Optional.ofNullable(events.get(id));
    }

    public List<TicketEvent> history(TicketId id) {
        return histories.getOrDefault(id, List.of());
    }

    /** Everything that happened, in no order. */
    public Stream<TicketEvent> events() {
        return events.values().stream();
    }

    public EventFeed feed(long after, int limit) {
        int from = (int) Math.min(after, feed.size());
        int to = Math.min(from + limit, feed.size());
        List<TicketEvent> read = feed.subList(from, to).stream()
                .flatMap(id -> event(id).stream())
                .toList();
        return new EventFeed(read, read.isEmpty() ? after : to, read.size() == limit);
    }

    public ReceiptTable receipts() {
        return receipts;
    }

    public CommitOutcome commit(TicketChange change) {
        Receipt known = receipts.ofEvent(change.event().id());
        if (known != null) {
            return new CommitOutcome.Committed(known);
        }
        CommitOutcome lost = lossOf(change);
        return lost == null ? new CommitOutcome.Committed(store(change)) : lost;
    }

    private @Nullable CommitOutcome lossOf(TicketChange change) {
        CommitOutcome answered = change.idempotency() == null
                ? null
                : receipts.ofKey(change.idempotency()).orElse(null);
        if (answered != null) {
            return answered;
        }
        CommitOutcome taken = change.isOpening() || change.isErasure() ? takenBy(change) : null;
        return taken == null && isStale(change) ? new CommitOutcome.Stale() : taken;
    }

    private @Nullable CommitOutcome takenBy(TicketChange change) {
        Ticket ticket = change.after();
        if (change.setsReference()
                && references.isTaken(ticket.reference().folded().value())) {
            return new CommitOutcome.ReferenceTaken();
        }
        return change.isOpening() && ticket.externalId() != null && externalIds.isTaken(ticket.externalId())
                ? new CommitOutcome.ExternalIdTaken()
                : null;
    }

    private boolean isStale(TicketChange change) {
        Ticket current = find(change.after().id()).orElse(null);
        if (change.entersStatus() && statuses.isShut(change.after().status())) {
            return true;
        }
        return change.before() == null
                ? current != null
                : current == null || current.version() != change.before().version();
    }

    private Receipt store(TicketChange change) {
        Ticket ticket = withReference(change);
        boolean recorded = !change.isReceiptOnly();
        UUID event = recorded ? change.event().id() : null;
        Receipt receipt = new Receipt(ticket.id(), ticket.reference(), ticket.version(), event);
        receipts.keep(change, receipt);
        formerContacts.keep(change);
        if (change.isErasure()) {
            erase(ticket);
            formerContacts.forget(
                    Objects.requireNonNull(change.before()).contact().id(), ticket.id());
        }
        if (change.erasedContactId() != null) {
            eraseTraces(Objects.requireNonNull(change.before()), change.erasedContactId());
        }
        if (recorded) {
            record(ticket, change);
        }
        return receipt;
    }

    private void erase(Ticket after) {
        receipts.erase(after);
        deliveries.erase(after.id());
        List<TicketEvent> history = histories.getOrDefault(after.id(), List.of());
        history.replaceAll(event -> event.erased(after.contact()));
        history.forEach(event -> events.put(event.id(), event));
        runs.eraseTicket(after.id(), history.stream().map(TicketEvent::id).toList());
    }

    private void eraseTraces(Ticket before, String contactId) {
        List<TicketEvent> history = histories.getOrDefault(before.id(), new ArrayList<>());
        List<TicketEvent> all = Stream.concat(history.stream(), receipts.hidden(before.id()))
                .sorted(Comparator.comparingLong(TicketEvent::version))
                .toList();
        ContactTraces traces = ContactTraces.of(contactId, before, all, "erased-" + UUID.randomUUID());
        Map<UUID, TicketEvent> left = new HashMap<>();
        traces.traces().forEach(trace -> left.put(trace.event().id(), trace.event()));
        history.replaceAll(event -> left.getOrDefault(event.id(), event));
        history.forEach(event -> events.put(event.id(), event));
        receipts.forget(traces.ownEvents());
        deliveries.forgetCauses(traces.ownEvents());
        runs.forgetDetails(traces.ownEvents());
        formerContacts.forget(contactId, before.id());
    }

    private void record(Ticket ticket, TicketChange change) {
        TicketEvent event = change.event();
        if (ticket.category() != null) {
            categories.use(ticket.category());
        }
        tickets.put(ticket);
        references.reserve(ticket.reference().folded().value(), ticket.id());
        if (ticket.externalId() != null) {
            externalIds.reserve(ticket.externalId(), ticket.id());
        }
        histories.computeIfAbsent(ticket.id(), id -> new ArrayList<>()).add(event);
        events.put(event.id(), event);
        feed.add(event.id());
        if (event.kind() == EventKind.DELETED) {
            deliveries.cancel(ticket.id(), DeliveryTable.BY_DELETION);
        } else if (event.kind() == EventKind.RESTORED) {
            deliveries.revive(ticket.id());
        }
        if (!change.isSilent()) {
            deliveries.add(event);
        }
    }

    private Ticket withReference(TicketChange change) {
        return change.referenceRequest() == null
                ? change.after().toBuilder().asStored().build()
                : change.after().toBuilder()
                        .reference(nextReference(change.referenceRequest()))
                        .asStored()
                        .build();
    }

    public void passNumber(String series, long number) {
        lastNumbers.merge(series, number, Math::max);
    }

    private Reference nextReference(ReferenceRequest request) {
        Reference next;
        do {
            next = request.format(lastNumbers.merge(request.series(), 1L, Long::sum));
        } while (references.isTaken(next.folded().value()));
        return next;
    }

    /** The first of numbers nobody else gets. */
    public long reserve(ReferenceRequest request, int count) {
        long last = lastNumbers.getOrDefault(request.series(), 0L);
        while (references.isTaken(request.format(last + 1).folded().value())) {
            last++;
        }
        lastNumbers.put(request.series(), last + count);
        return last + 1;
    }
}
