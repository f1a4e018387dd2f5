package dev.ticketkit.testkit.contract.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Events of all tickets by time, and how long keys are kept. */
public abstract class EventTimeContract extends StorageContract {
    /** For subclasses. */
    protected EventTimeContract() {}

    @Test
    @Tag("B11")
    void readsEventsOfAllTicketsInOrderOfTimeAndId() {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Instant at = TicketFixtures.START.plusSeconds(i % 3);
            tickets.add(opened(make.ticket().openedAt(at).updatedAt(at)));
        }
        tickets.replaceAll(ticket -> changed(ticket, edit -> edit.title("Other")));
        deleted(tickets.get(0));
        committed(make.nothingChanged(tickets.get(1), TicketFixtures.stamp("key", "body")));
        List<TicketEvent> all = new ArrayList<>();
        tickets.forEach(ticket -> all.addAll(history(ticket.id())));
        all.sort(Comparator.comparing(TicketEvent::at).thenComparing(event -> new TicketId(event.id())));

        assertThat(all).hasSize(41);
        assertThat(between(InstantRange.ALWAYS, null, MOST)).isEqualTo(all);
        assertThat(walk(InstantRange.ALWAYS, 1)).isEqualTo(all);
        assertThat(walk(InstantRange.ALWAYS, 7)).isEqualTo(all);
        InstantRange second = InstantRange.of(TicketFixtures.START.plusSeconds(1), TicketFixtures.START.plusSeconds(2));
        assertThat(walk(second, 3))
                .isNotEmpty()
                .isEqualTo(all.stream()
                        .filter(event -> second.contains(event.at()))
                        .toList());
    }

    @Test
    @Tag("B3")
    @Tag("B16")
    void forgetsOldKeysButNoEvents() {
        IdempotencyStamp opening = TicketFixtures.stamp("open:1", "body");
        IdempotencyStamp nothing = TicketFixtures.stamp("change:1", "body");
        IdempotencyStamp young = TicketFixtures.stamp("change:2", "body");
        Ticket ticket =
                stored(committed(make.opening(make.ticket().build(), opening)).ticketId());
        TicketChange hidden = make.nothingChanged(ticket, nothing);
        committed(hidden);
        Ticket second = stored(committed(make.change(ticket, edit -> edit.title("Second"), young))
                .ticketId());
        List<TicketEvent> before = history(ticket.id());

        assertThat(purge(ticket.updatedAt())).isZero();
        assertThat(purge(second.updatedAt())).isEqualTo(2);

        assertThat(history(ticket.id())).isEqualTo(before);
        assertThat(storage().tickets().replay(make.tenant(), opening)).isEmpty();
        assertThat(storage().tickets().replay(make.tenant(), nothing)).isEmpty();
        assertThat(storage().tickets().replay(make.tenant(), young)).isNotEmpty();
        assertThat(purge(second.updatedAt())).isZero();
        assertThat(commit(make.nothingChanged(second, opening))).isInstanceOf(CommitOutcome.Committed.class);
        assertHolds(second);
    }

    @Test
    @Tag("B1")
    void purgesOneTenantOnly() {
        IdempotencyStamp stamp = TicketFixtures.stamp("open:1", "body");
        committed(make.opening(make.ticket().build(), stamp));
        TicketFixtures other = TicketFixtures.ofNewTenant();
        commit(other.opening(other.ticket().build(), stamp));

        assertThat(storage().events().purgeKeys(other.tenant(), Instant.parse("2100-01-01T00:00:00Z")))
                .isEqualTo(1);
        assertThat(storage().tickets().replay(make.tenant(), stamp)).isNotEmpty();
        assertThat(storage().events().between(other.tenant(), InstantRange.ALWAYS, null, MOST))
                .hasSize(1);
    }

    private long purge(Instant before) {
        return storage().events().purgeKeys(make.tenant(), before);
    }

    private List<TicketEvent> walk(InstantRange range, int limit) {
        List<TicketEvent> all = new ArrayList<>();
        List<TicketEvent> page;
        do {
            page = between(range, all.isEmpty() ? null : all.get(all.size() - 1), limit);
            all.addAll(page);
        } while (!page.isEmpty());
        return all;
    }

    private List<TicketEvent> between(InstantRange range, @Nullable TicketEvent after, int limit) {
        return storage().events().between(make.tenant(), range, after, limit);
    }
}
