package dev.ticketkit.core.internal.statistics;

import dev.ticketkit.core.statistics.BacklogAge;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.statistics.DerivedStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the age of what is in progress: an age is a range of openings. */
public final class BacklogReader {
    private static final List<Duration> AGES =
            List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90));

    private final TenantId tenant;
    private final TicketStorage storage;
    private final AccessScope scope;
    private final Instant now;

    public BacklogReader(TenantId tenant, TicketStorage storage, AccessScope scope, Instant now) {
        this.tenant = tenant;
        this.storage = storage;
        this.scope = scope;
        this.now = now;
    }

    public BacklogAge read() {
        List<BacklogAge.Band> bands = new ArrayList<>();
        Duration from = Duration.ZERO;
        for (Duration until : AGES) {
            bands.add(band(from, until));
            from = until;
        }
        bands.add(band(from, null));
        return new BacklogAge(bands, oldest());
    }

    /** An age of exactly a day is no longer in the band up to a day. */
    private BacklogAge.Band band(Duration from, @Nullable Duration until) {
        Instant first = until == null ? null : now.minus(until).plusNanos(1);
        Instant end = from.isZero() ? null : now.minus(from).plusNanos(1);
        return new BacklogAge.Band(from, until, open(InstantRange.of(first, end)));
    }

    private long open(InstantRange opened) {
        return scope.isNone() ? 0 : DerivedStatistics.of(storage.statistics()).openNow(tenant, scope, opened);
    }

    private @Nullable Duration oldest() {
        TicketQuery query = TicketQuery.builder()
                .macroStatus(MacroStatus.IN_PROGRESS)
                .sort(TicketSort.OPENED, SortDirection.ASCENDING)
                .build();
        return storage.tickets().list(tenant, query, scope, null, 1).stream()
                .findFirst()
                .map(ticket -> Duration.between(ticket.openedAt(), now))
                .orElse(null);
    }
}
