package dev.ticketkit.core.internal.ticket;

import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.result.PurgeReport;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.storage.TicketStorage;
import java.time.Duration;
import java.time.Instant;

/** Removes what was kept for a time only. Each kind is a transaction of its own, so a crash loses nothing that counts. */
public final class Purging {
    static final Duration KEPT = Duration.ofDays(7);

    private final ActorContext session;

    public Purging(ActorContext session) {
        this.session = session;
    }

    public PurgeReport run() {
        return run(session.parts.clock().instant().minus(KEPT));
    }

    public PurgeReport run(Instant before) {
        if (before.isAfter(session.parts.clock().instant())) {
            throw new RefusedException("before", "must not be in the future");
        }
        TicketStorage storage = session.storage();
        // Runs stay as long as their deliveries wait, so these go first.
        return new PurgeReport(
                storage.deliveries().kept().purge(session.tenant, before),
                storage.executions().purge(session.tenant, before),
                storage.notifications().purge(session.tenant, before),
                storage.events().purgeKeys(session.tenant, before));
    }
}
