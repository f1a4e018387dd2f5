package dev.ticketkit.testkit.internal.table;

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

/** What one tenant's commands came to, by event and by key. Not thread-safe. */
public final class ReceiptTable {
    private record Answer(IdempotencyStamp stamp, Receipt receipt, TicketEvent event) {}

    private final Map<UUID, Receipt> receipts = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();

    public @Nullable Receipt ofEvent(UUID event) {
        return receipts.get(event);
    }

    public Optional<CommitOutcome> ofKey(IdempotencyStamp stamp) {
        return Optional.ofNullable(answers.get(stamp.key()))
                .map(answer -> answer.stamp().equals(stamp)
                        ? new CommitOutcome.Replayed(answer.receipt())
                        : new CommitOutcome.KeyReused());
    }

    public void keep(TicketChange change, Receipt receipt) {
        receipts.put(change.event().id(), receipt);
        IdempotencyStamp stamp = change.idempotency();
        if (stamp != null) {
            answers.put(stamp.key(), new Answer(stamp, receipt, change.event()));
        }
    }

    /** Forgets the keys of a ticket and the reference it had. */
    public void erase(Ticket after) {
        answers.values().removeIf(answer -> answer.receipt().ticketId().equals(after.id()));
        receipts.replaceAll((event, receipt) -> receipt.ticketId().equals(after.id())
                ? new Receipt(after.id(), after.reference(), receipt.version(), receipt.eventId())
                : receipt);
    }

    /** The hidden events of a ticket, which are nothing but receipts of keys. */
    public Stream<TicketEvent> hidden(TicketId ticket) {
        return answers.values().stream()
                .filter(answer -> answer.receipt().eventId() == null)
                .map(Answer::event)
                .filter(event -> event.ticketId().equals(ticket));
    }

    /** Forgets the keys of some events. */
    public void forget(Collection<UUID> events) {
        answers.values().removeIf(answer -> events.contains(answer.event().id()));
    }

    public long purge(Instant before) {
        List<Answer> old = answers.values().stream()
                .filter(answer -> answer.event().at().isBefore(before))
                .toList();
        for (Answer answer : old) {
            answers.remove(answer.stamp().key());
            if (answer.receipt().eventId() == null) {
                receipts.remove(answer.event().id());
            }
        }
        return old.size();
    }
}
