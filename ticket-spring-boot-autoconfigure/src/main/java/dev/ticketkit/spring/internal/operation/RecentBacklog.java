package dev.ticketkit.spring.internal.operation;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.storage.delivery.KeptDeliveries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The backlog as it was a few seconds ago: however many figures and probes ask, the database is asked once. Thread-safe. */
public final class RecentBacklog {
    private static final Duration RECENT = Duration.ofSeconds(10);

    private final TicketDesk desk;
    private final Clock clock;
    private @Nullable Reading last;

    private record Reading(Instant at, KeptDeliveries.Backlog backlog, long maintenance) {}

    /** Of one desk. */
    public RecentBacklog(TicketDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** What waits and what is parked; nothing where the store cannot say. What the store throws reaches the caller. */
    public KeptDeliveries.Backlog get() {
        return recent().backlog;
    }

    /** How many rows maintenance has still to deal with. */
    public long maintenance() {
        return recent().maintenance;
    }

    private synchronized Reading recent() {
        Instant now = clock.instant();
        Reading known = last;
        if (known == null || Duration.between(known.at, now).abs().compareTo(RECENT) > 0) {
            known = new Reading(
                    now,
                    desk.deliveries().backlog().orElse(KeptDeliveries.Backlog.NONE),
                    desk.deliveries().waitingMaintenance().orElse(0));
            last = known;
        }
        return known;
    }

    /** How long the delivery that is due longest has been waiting. */
    public Duration oldest() {
        Instant since = get().dueSince();
        Duration waited = since == null ? Duration.ZERO : Duration.between(since, clock.instant());
        return waited.isNegative() ? Duration.ZERO : waited;
    }
}
