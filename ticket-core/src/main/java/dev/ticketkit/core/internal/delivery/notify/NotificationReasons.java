package dev.ticketkit.core.internal.delivery.notify;

import dev.ticketkit.core.internal.text.CauseText;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.NotificationOutcome;
import dev.ticketkit.spi.storage.delivery.NotificationRecord;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps who was notified of what, and why not. Thread-safe. */
final class NotificationReasons {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationReasons.class);

    private final TicketStorage storage;
    private final Clock clock;

    NotificationReasons(TicketStorage storage, Clock clock) {
        this.storage = storage;
        this.clock = clock;
    }

    /** Keeps it, or logs that it cannot: the notifications are sent by now, and to fail here would send them again. */
    void keep(TicketEvent event, @Nullable String receiver, SortedMap<String, NotificationOutcome> outcomes) {
        try {
            storage.notifications()
                    .record(new NotificationRecord(
                            event.tenant(),
                            event.id(),
                            Objects.requireNonNullElse(receiver, NotificationRecord.ALL),
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            outcomes));
        } catch (Throwable problem) {
            LOG.warn("cannot keep who was notified of event {}: {}", event.id(), CauseText.of(problem));
        }
    }

    /** Whether an earlier event's notification has this one in it. */
    boolean wasCoalesced(TicketEvent event, @Nullable String receiver) {
        return storage.notifications().records(event.tenant(), event.id()).stream()
                .filter(record -> record.receiver().equals(NotificationRecord.ALL)
                        || record.receiver().equals(receiver))
                .anyMatch(record -> record.outcomes().containsValue(NotificationOutcome.COALESCED));
    }
}
