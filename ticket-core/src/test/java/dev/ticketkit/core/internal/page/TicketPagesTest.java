package dev.ticketkit.core.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.TicketStore;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketPagesTest {
    private static final TicketQuery OLDEST_FIRST = TicketQuery.builder()
            .sort(TicketSort.OPENED, SortDirection.ASCENDING)
            .limit(7)
            .build();
    private static final AccessScope SCOPE = AccessScope.owners(Set.of("olga"));

    private final TicketStore store = mock(TicketStore.class);
    private int mostReads;

    /** Reads as many pages as it needs: whoever reads one again fails instead of going on for ever. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 200, 201, 400, 401})
    void aListIsReadToItsEnd(int tickets) {
        List<Ticket> stored =
                IntStream.range(0, tickets).mapToObj(TicketPagesTest::ticket).toList();
        mostReads = tickets / 200 + 1;
        when(store.list(eq(Tickets.ACME), eq(OLDEST_FIRST), eq(SCOPE), any(), anyInt()))
                .thenAnswer(call -> page(stored, call.getArgument(3), call.getArgument(4)));

        assertThat(TicketPages.of(store, Tickets.ACME, OLDEST_FIRST, SCOPE)).containsExactlyElementsOf(stored);
    }

    private List<Ticket> page(List<Ticket> stored, SortPosition after, int limit) {
        assertThat(mostReads--).as("reads left").isPositive();
        return stored.stream()
                .dropWhile(ticket -> after != null && before(ticket, after))
                .limit(limit)
                .toList();
    }

    private static boolean before(Ticket ticket, SortPosition after) {
        return OLDEST_FIRST.sort().positionOf(ticket).number() <= after.number();
    }

    private static Ticket ticket(int number) {
        return Tickets.open()
                .id(new TicketId(new UUID(1, number)))
                .openedAt(Tickets.NINE.plusSeconds(number))
                .updatedAt(Tickets.NINE.plusSeconds(number))
                .build();
    }
}
