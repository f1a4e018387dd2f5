package dev.ticketkit.core.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.EventStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPagesTest {
    private static final TicketId LAMP = Tickets.open().build().id();
    private static final InstantRange MORNING = InstantRange.of(Tickets.NINE, Tickets.NINE.plusSeconds(3_600));

    private final EventStore store = mock(EventStore.class);
    private final List<TicketEvent> stored = new ArrayList<>();
    private int mostReads;

    @BeforeEach
    void aStoreOfOneTicket() {
        when(store.history(eq(Tickets.ACME), eq(LAMP), anyLong(), anyInt())).thenAnswer(call -> {
            long after = call.getArgument(2);
            return page(event -> event.version() > after, call.getArgument(3));
        });
        when(store.between(eq(Tickets.ACME), eq(MORNING), any(), anyInt())).thenAnswer(call -> {
            TicketEvent after = call.getArgument(2);
            return page(event -> after == null || event.version() > after.version(), call.getArgument(3));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, 1_000, 1_001})
    void aHistoryIsReadToItsEnd(int events) {
        store(events);
        assertThat(EventPages.after(store, Tickets.ACME, LAMP, 0)).containsExactlyElementsOf(stored);
        store(events);
        assertThat(EventPages.all(store, Tickets.ACME, LAMP, 0)).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 499, 500, 501, 1_001, 1_002})
    void aHistoryBeginsBehindTheVersionThatIsKnown(int known) {
        store(1_002);
        assertThat(EventPages.after(store, Tickets.ACME, LAMP, known))
                .containsExactlyElementsOf(stored.subList(known, stored.size()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, 1_000, 1_001})
    void aTimeIsReadToItsEnd(int events) {
        store(events);
        List<TicketEvent> read = new ArrayList<>();
        EventPages.pagesBetween(store, Tickets.ACME, MORNING).forEach(read::addAll);
        assertThat(read).isEqualTo(stored);
    }

    @Test
    void whatIsWalkedAgainIsReadAnew() {
        store(1);
        Iterable<TicketEvent> history = EventPages.after(store, Tickets.ACME, LAMP, 0);
        assertThat(history).hasSize(1);
        store(2);
        assertThat(history).hasSize(2);
    }

    /** As many reads as these need, so that whoever reads the same page again fails instead of going on for ever. */
    private void store(int events) {
        mostReads = events / 500 + 1;
        stored.clear();
        LongStream.rangeClosed(1, events).mapToObj(EventPagesTest::event).forEach(stored::add);
    }

    private List<TicketEvent> page(Predicate<TicketEvent> later, int limit) {
        assertThat(mostReads--).as("reads left").isPositive();
        return stored.stream().filter(later).limit(limit).toList();
    }

    private static TicketEvent event(long version) {
        return TicketEvent.builder()
                .id(new UUID(1, version))
                .tenant(Tickets.ACME)
                .ticketId(LAMP)
                .version(version)
                .kind(EventKind.CHANGED)
                .actor(Actor.operator("olga"))
                .at(Tickets.NINE)
                .build();
    }
}
