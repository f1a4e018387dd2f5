package dev.ticketkit.samples.embedding.smallstore;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.TicketChange;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What commands came to, by event and by key. */
final class SmallReceipts {
    private final Map<UUID, Receipt> byEvent = new HashMap<>();
    private final Map<String, Keyed> byKey = new HashMap<>();

    private record Keyed(IdempotencyStamp stamp, Receipt receipt, TicketEvent event) {
        /** Whether the event is nothing but the receipt of a key, and so no part of any history. */
        boolean isHidden() {
            return receipt.eventId() == null;
        }
    }

    @Nullable Receipt ofEvent(UUID event) {
        return byEvent.get(event);
    }

    Optional<CommitOutcome> replay(IdempotencyStamp stamp) {
        return Optional.ofNullable(byKey.get(stamp.key()))
                .map(known -> known.stamp().equals(stamp)
                        ? new CommitOutcome.Replayed(known.receipt())
                        : new CommitOutcome.KeyReused());
    }

    void keep(TicketChange change, Receipt receipt) {
        byEvent.put(change.event().id(), receipt);
        if (change.idempotency() != null) {
            byKey.put(change.idempotency().key(), new Keyed(change.idempotency(), receipt, change.event()));
        }
    }

    /** Forgets the keys of a ticket, and the reference it had. */
    void erase(Ticket after) {
        byKey.values().removeIf(known -> known.receipt().ticketId().equals(after.id()));
        byEvent.replaceAll((event, receipt) -> receipt.ticketId().equals(after.id())
                ? new Receipt(after.id(), after.reference(), receipt.version(), receipt.eventId())
                : receipt);
    }

    void forget(Collection<UUID> events) {
        byKey.values().removeIf(known -> events.contains(known.event().id()));
    }

    Stream<TicketEvent> hidden(TicketId ticket) {
        return byKey.values().stream().filter(Keyed::isHidden).map(Keyed::event).filter(event -> event.ticketId()
                .equals(ticket));
    }

    long countBefore(Instant instant) {
        return before(instant).size();
    }

    void purge(Instant instant) {
        for (Keyed old : before(instant)) {
            byKey.remove(old.stamp().key());
            if (old.isHidden()) {
                byEvent.remove(old.event().id());
            }
        }
    }

    private List<Keyed> before(Instant instant) {
        return byKey.values().stream()
                .filter(known -> known.event().at().isBefore(instant))
                .toList();
    }
}
