package dev.ticketkit.core.delivery;

import dev.ticketkit.core.text.CauseText;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.storage.NoticeOutcome;
import dev.ticketkit.spi.storage.NoticeRecord;
import dev.ticketkit.spi.storage.TicketStorage;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps who was told of what, and why not. Thread-safe. */
final class NoticeReasons {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeReasons.class);

    private final TicketStorage storage;
    private final Clock clock;

    NoticeReasons(TicketStorage storage, Clock clock) {
        this.storage = storage;
        this.clock = clock;
    }

    /** Keeps it, or logs that it cannot: the notices are sent by now, and to fail here would send them again. */
    void keep(TicketEvent event, @Nullable String receiver, SortedMap<String, NoticeOutcome> outcomes) {
        try {
            storage.notices()
                    .record(new NoticeRecord(
                            event.tenant(),
                            event.id(),
                            Objects.requireNonNullElse(receiver, NoticeRecord.ALL),
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            outcomes));
        } catch (Throwable problem) {
            LOG.warn("cannot keep who was told of event {}: {}", event.id(), CauseText.of(problem));
        }
    }

    /** Whether an earlier event's notice has told of this one. */
    boolean wasCoalesced(TicketEvent event, @Nullable String receiver) {
        return storage.notices().records(event.tenant(), event.id()).stream()
                .filter(record -> record.receiver().equals(NoticeRecord.ALL)
                        || record.receiver().equals(receiver))
                .anyMatch(record -> record.outcomes().containsValue(NoticeOutcome.COALESCED));
    }
}
