package dev.ticketkit.testkit.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many tickets pages and totals look at, however many there are. */
class PageWorkTest {
    private static final int LIMIT = 50;

    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final PresentTickets tickets = new PresentTickets(new CategoryCatalogue());
    private final AtomicInteger looks = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {100, 10_000})
    void aPageLooksAtItsOwnTickets(int size) {
        open(size);

        List<Ticket> first = page(TicketQuery.all(), null);
        assertThat(first).hasSize(LIMIT);
        assertThat(looks).hasValue(LIMIT);
        assertThat(page(TicketQuery.all(), TicketQuery.all().sort().positionOf(first.get(LIMIT - 1))))
                .hasSize(LIMIT)
                .doesNotContainAnyElementsOf(first);
        assertThat(looks).hasValue(2 * LIMIT);
    }

    @ParameterizedTest
    @EnumSource
    void aPageDeepDownLooksAtNoTicketBeforeIt(TicketSort sort) {
        open(1_000);
        TicketQuery query =
                TicketQuery.builder().sort(sort, SortDirection.ASCENDING).build();
        List<Ticket> all = tickets.visible().page(query, null, ticket -> true, 1_000);

        assertThat(page(query, sort.positionOf(all.get(899)))).isEqualTo(all.subList(900, 900 + LIMIT));
        assertThat(looks).hasValue(LIMIT);
    }

    @Test
    void aTotalLooksAtOneTicketOfEachGroup() {
        open(1_000);

        assertThat(tickets.counted().count(counting(ticket -> ticket.status().macro() == MacroStatus.IN_PROGRESS)))
                .isEqualTo(500);
        assertThat(looks).hasValue(2 * Priority.values().length);
    }

    private void open(int size) {
        Priority[] priorities = Priority.values();
        for (int i = 0; i < size; i++) {
            tickets.put(make.ticket()
                    .priority(priorities[i / 2 % priorities.length])
                    .status(i % 2 == 0 ? Status.OPEN : Status.CLOSED)
                    .build());
        }
    }

    private List<Ticket> page(TicketQuery query, @Nullable SortPosition after) {
        return tickets.visible().page(query, after, counting(ticket -> true), LIMIT);
    }

    private Predicate<Ticket> counting(Predicate<Ticket> filter) {
        return ticket -> {
            looks.incrementAndGet();
            return filter.test(ticket);
        };
    }
}
