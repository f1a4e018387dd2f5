package dev.ticketkit.testkit;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.text.FoldedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One tenant's tickets and histories, and everything that may be stored only once. */
final class TicketShelf {
    private record Answer(IdempotencyStamp stamp, Receipt receipt) {}

    private final CategoryCatalogue categories;
    private final DeliveryShelf deliveries;
    private final Map<TicketId, Ticket> tickets = new HashMap<>();
    private final Map<TicketId, List<TicketEvent>> histories = new HashMap<>();
    private final Map<UUID, TicketEvent> events = new HashMap<>();
    private final Map<FoldedText, TicketId> references = new HashMap<>();
    private final Map<String, TicketId> externalIds = new HashMap<>();
    private final Map<UUID, Receipt> receipts = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Long> lastNumbers = new HashMap<>();

    TicketShelf(CategoryCatalogue categories, DeliveryShelf deliveries) {
        this.deliveries = deliveries;
        this.categories = categories;
    }

    Optional<Ticket> find(@Nullable TicketId id) {
        return Optional.ofNullable(tickets.get(id)).map(this::present);
    }

    Optional<Ticket> findByReference(Reference reference) {
        return find(references.get(reference.folded()));
    }

    Optional<Ticket> findByExternalId(String externalId) {
        return find(externalIds.get(externalId));
    }

    /** All tickets, deleted ones too, as they show now. */
    Stream<Ticket> all() {
        return tickets.values().stream().map(this::present);
    }

    Optional<TicketEvent> event(UUID id) {
        return Optional.ofNullable(events.get(id));
    }

    List<TicketEvent> history(TicketId id) {
        return histories.getOrDefault(id, List.of());
    }

    CommitOutcome commit(TicketChange change) {
        Receipt known = receipts.get(change.event().id());
        if (known != null) {
            return new CommitOutcome.Committed(known);
        }
        CommitOutcome lost = lossOf(change);
        return lost == null ? new CommitOutcome.Committed(store(change)) : lost;
    }

    Optional<CommitOutcome> replay(IdempotencyStamp stamp) {
        return Optional.ofNullable(answers.get(stamp.key()))
                .map(answer -> answer.stamp().equals(stamp)
                        ? new CommitOutcome.Replayed(answer.receipt())
                        : new CommitOutcome.KeyReused());
    }

    private @Nullable CommitOutcome lossOf(TicketChange change) {
        CommitOutcome answered = change.idempotency() == null
                ? null
                : replay(change.idempotency()).orElse(null);
        if (answered != null) {
            return answered;
        }
        CommitOutcome taken = change.isOpening() ? takenBy(change) : null;
        return taken == null && isStale(change) ? new CommitOutcome.Stale() : taken;
    }

    private @Nullable CommitOutcome takenBy(TicketChange opening) {
        Ticket ticket = opening.after();
        if (opening.referenceRequest() == null
                && references.containsKey(ticket.reference().folded())) {
            return new CommitOutcome.ReferenceTaken();
        }
        return ticket.externalId() != null && externalIds.containsKey(ticket.externalId())
                ? new CommitOutcome.ExternalIdTaken()
                : null;
    }

    private boolean isStale(TicketChange change) {
        Ticket current = tickets.get(change.after().id());
        return change.before() == null
                ? current != null
                : current == null || current.version() != change.before().version();
    }

    private Receipt store(TicketChange change) {
        Ticket ticket = withReference(change);
        boolean recorded = !change.isReceiptOnly();
        UUID event = recorded ? change.event().id() : null;
        Receipt receipt = new Receipt(ticket.id(), ticket.reference(), ticket.version(), event);
        receipts.put(change.event().id(), receipt);
        if (change.idempotency() != null) {
            answers.put(change.idempotency().key(), new Answer(change.idempotency(), receipt));
        }
        if (recorded) {
            record(ticket, change.event());
        }
        return receipt;
    }

    private void record(Ticket ticket, TicketEvent event) {
        if (ticket.category() != null) {
            categories.use(ticket.category());
        }
        tickets.put(ticket.id(), ticket);
        references.put(ticket.reference().folded(), ticket.id());
        if (ticket.externalId() != null) {
            externalIds.put(ticket.externalId(), ticket.id());
        }
        histories.computeIfAbsent(ticket.id(), id -> new ArrayList<>()).add(event);
        events.put(event.id(), event);
        deliveries.add(event);
    }

    private Ticket withReference(TicketChange change) {
        return change.referenceRequest() == null
                ? change.after()
                : change.after().toBuilder()
                        .reference(nextReference(change.referenceRequest()))
                        .build();
    }

    private Reference nextReference(ReferenceRequest request) {
        Reference next;
        do {
            next = request.format(lastNumbers.merge(request.series(), 1L, Long::sum));
        } while (references.containsKey(next.folded()));
        return next;
    }

    private Ticket present(Ticket stored) {
        Category category = categories.present(stored.category());
        return category == null || category.equals(stored.category())
                ? stored
                : stored.toBuilder().category(category).build();
    }
}
