package dev.ticketkit.samples.embedding.smallstore;

import dev.ticketkit.spi.event.ContactTraces;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tenant's tickets: who wins, and what a change that wins leaves. */
final class SmallTickets {
    private final SmallStatuses statuses;
    private final SmallCategories categories;
    private final SmallHistory history = new SmallHistory();
    private final SmallReceipts receipts = new SmallReceipts();
    private final Map<TicketId, Ticket> tickets = new HashMap<>();
    private final TakenTexts references = new TakenTexts();
    private final TakenTexts externalIds = new TakenTexts();
    private final Map<String, Set<TicketId>> formerContacts = new HashMap<>();
    private final Map<String, Long> lastNumbers = new HashMap<>();

    SmallTickets(SmallStatuses statuses, SmallCategories categories) {
        this.statuses = statuses;
        this.categories = categories;
    }

    SmallHistory history() {
        return history;
    }

    SmallReceipts receipts() {
        return receipts;
    }

    /** All of them, deleted ones too, under the present names of their categories. */
    Stream<Ticket> all() {
        return tickets.values().stream().map(this::present);
    }

    Optional<Ticket> find(@Nullable TicketId id) {
        return Optional.ofNullable(tickets.get(id)).map(this::present);
    }

    Optional<Ticket> findByReference(Reference reference) {
        return find(references.owner(reference.folded().value()))
                .filter(ticket -> ticket.reference().folded().equals(reference.folded()));
    }

    Optional<Ticket> findByExternalId(String externalId) {
        return find(externalIds.owner(externalId)).filter(ticket -> externalId.equals(ticket.externalId()));
    }

    Stream<TicketId> ofContact(String contactId) {
        Stream<TicketId> own = tickets.values().stream()
                .filter(ticket -> ticket.contact().id().equals(contactId))
                .map(Ticket::id);
        return Stream.concat(own, formerContacts.getOrDefault(contactId, Set.of()).stream())
                .distinct()
                .sorted();
    }

    CommitOutcome commit(TicketChange change) {
        Receipt known = receipts.ofEvent(change.event().id());
        CommitOutcome refusal = known == null ? refusal(change) : null;
        return refusal != null ? refusal : new CommitOutcome.Committed(known != null ? known : store(change));
    }

    /** In the order that the port names. */
    private @Nullable CommitOutcome refusal(TicketChange change) {
        Optional<CommitOutcome> answered =
                change.idempotency() == null ? Optional.empty() : receipts.replay(change.idempotency());
        if (answered.isPresent()) {
            return answered.get();
        }
        Ticket after = change.after();
        if (change.setsReference()
                && references.isTaken(after.reference().folded().value())) {
            return new CommitOutcome.ReferenceTaken();
        }
        if (change.isOpening() && after.externalId() != null && externalIds.isTaken(after.externalId())) {
            return new CommitOutcome.ExternalIdTaken();
        }
        boolean shut = change.entersStatus() && statuses.isShut(after.status());
        return shut || !isCurrent(change) ? new CommitOutcome.Stale() : null;
    }

    private boolean isCurrent(TicketChange change) {
        Ticket before = change.before();
        Ticket now = tickets.get(change.after().id());
        return before == null ? now == null : now != null && now.version() == before.version();
    }

    private Receipt store(TicketChange change) {
        Ticket ticket = change.referenceRequest() == null
                ? change.after()
                : change.after().toBuilder()
                        .reference(nextReference(change.referenceRequest()))
                        .asStored()
                        .build();
        UUID event = change.isReceiptOnly() ? null : change.event().id();
        Receipt receipt = new Receipt(ticket.id(), ticket.reference(), ticket.version(), event);
        receipts.keep(change, receipt);
        change.formerContacts().forEach(contact -> formerContacts
                .computeIfAbsent(contact, first -> new HashSet<>())
                .add(ticket.id()));
        erase(change);
        if (event != null) {
            keep(ticket);
            history.add(change.event());
        }
        return receipt;
    }

    private void keep(Ticket ticket) {
        tickets.put(ticket.id(), ticket);
        references.take(ticket.reference().folded().value(), ticket.id());
        if (ticket.externalId() != null) {
            externalIds.take(ticket.externalId(), ticket.id());
        }
        if (ticket.category() != null) {
            categories.use(ticket.category());
        }
    }

    /** What an erasure takes from what was stored before; a change that is none takes nothing. */
    private void erase(TicketChange change) {
        if (change.isErasure()) {
            Ticket after = change.after();
            history.replace(after.id(), event -> event.erased(after.contact()));
            receipts.erase(after);
            forget(Objects.requireNonNull(change.before()).contact().id(), after.id());
        }
        if (change.erasedContactId() != null) {
            eraseTraces(Objects.requireNonNull(change.before()), change.erasedContactId());
        }
    }

    private void eraseTraces(Ticket before, String contactId) {
        List<TicketEvent> all = Stream.concat(history.of(before.id()).stream(), receipts.hidden(before.id()))
                .sorted(Comparator.comparingLong(TicketEvent::version))
                .toList();
        ContactTraces traces = ContactTraces.of(contactId, before, all, "erased-" + UUID.randomUUID());
        Map<UUID, TicketEvent> left = new HashMap<>();
        traces.traces().forEach(trace -> left.put(trace.event().id(), trace.event()));
        history.replace(before.id(), event -> left.getOrDefault(event.id(), event));
        receipts.forget(traces.ownEvents());
        forget(contactId, before.id());
    }

    private void forget(String contactId, TicketId ticket) {
        formerContacts.getOrDefault(contactId, new HashSet<>()).remove(ticket);
    }

    private Ticket present(Ticket stored) {
        Category category = categories.present(stored.category());
        return Objects.equals(category, stored.category())
                ? stored
                : stored.toBuilder().category(category).asStored().build();
    }

    /** The next number that may be given: above all that were, and one whose reference nobody has set by hand. */
    long nextNumber(ReferenceRequest request) {
        long next = lastNumbers.getOrDefault(request.series(), 0L) + 1;
        while (references.isTaken(request.format(next).folded().value())) {
            next++;
        }
        return next;
    }

    void passNumber(String series, long number) {
        lastNumbers.merge(series, number, Math::max);
    }

    private Reference nextReference(ReferenceRequest request) {
        long number = nextNumber(request);
        passNumber(request.series(), number);
        return request.format(number);
    }
}
