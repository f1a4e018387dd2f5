package dev.ticketkit.testkit.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import dev.ticketkit.testkit.MemoryStorage;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A help desk's life of some years fits. */
class MemoryVolumeTest {
    private static final int TICKETS = 4_500;

    private final MemoryStorage storage = new MemoryStorage();
    private final TicketFixtures make = TicketFixtures.ofNewTenant();

    @Test
    void holdsTwentyTwoThousandEvents() {
        for (int i = 0; i < TICKETS; i++) {
            live(make.ticket().category(make.category("Category " + i % 20)).build());
        }
        CountQuery all =
                new CountQuery(make.tenant(), AccessScope.all(), CountBasis.OPEN_NOW, InstantRange.ALWAYS, Set.of());

        assertThat(storage.statistics().counts(all).stream()
                        .mapToLong(TicketCount::tickets)
                        .sum())
                .isEqualTo(TICKETS);
        assertThat(storage.statistics().statusEntries(all))
                .isEqualTo(Map.of("open", 2L * TICKETS, "waiting", 2L * TICKETS));
        assertThat(storage.tickets().list(make.tenant(), TicketQuery.all(), AccessScope.all(), null, 1_000))
                .hasSize(1_000);
    }

    private void live(Ticket ticket) {
        commit(make.opening(ticket));
        Ticket current = ticket;
        for (int i = 0; i < 4; i++) {
            Status next = i % 2 == 0 ? Status.WAITING : Status.OPEN;
            TicketChange change = make.change(current, edit -> edit.status(next));
            commit(change);
            current = change.after();
        }
    }

    private void commit(TicketChange change) {
        assertThat(storage.tickets().commit(change)).isInstanceOf(CommitOutcome.Committed.class);
    }
}
