package dev.ticketkit.spi.query;

import static dev.ticketkit.spi.fixture.Tickets.NINE;
import static dev.ticketkit.spi.fixture.Tickets.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SortPositionTest {
    private final Ticket first = open(1).title("apple").build();
    private final Ticket second = open(2).title("Banana").build();

    @Test
    void textsAreOrderedWithoutRegardToCase() {
        assertThat(inOrder(TicketSort.TITLE, SortDirection.ASCENDING, second, first))
                .containsExactly(first, second);
        assertThat(inOrder(TicketSort.TITLE, SortDirection.DESCENDING, first, second))
                .containsExactly(second, first);
    }

    @ParameterizedTest
    @EnumSource(SortDirection.class)
    void whatIsEmptyComesLastInEitherDirection(SortDirection direction) {
        Ticket owned = open(3).owner(new Party("olga", "Olga")).build();
        assertThat(inOrder(TicketSort.OWNER, direction, first, owned)).containsExactly(owned, first);
    }

    /** A queue: the most urgent first, and of these the one that waits longest. */
    @Test
    void ofOnePriorityTheOldestComesFirstInAQueue() {
        Ticket old = open(4).openedAt(NINE.minusSeconds(60)).build();
        Ticket urgent = open(5).priority(Priority.URGENT).build();
        assertThat(inOrder(TicketSort.PRIORITY, SortDirection.ASCENDING, urgent, first, old))
                .containsExactly(old, first, urgent);
    }

    @ParameterizedTest
    @EnumSource(TicketSort.class)
    void noTwoTicketsHaveOnePosition(TicketSort sort) {
        Comparator<SortPosition> order = SortPosition.order(sort, SortDirection.ASCENDING);
        Ticket twin = first.toBuilder().id(second.id()).build();
        assertThat(order.compare(sort.positionOf(first), sort.positionOf(twin))).isNotZero();
        assertThat(order.compare(sort.positionOf(first), sort.positionOf(first)))
                .isZero();
    }

    private static List<Ticket> inOrder(TicketSort sort, SortDirection direction, Ticket... tickets) {
        return Arrays.stream(tickets)
                .sorted(Comparator.comparing(sort::positionOf, SortPosition.order(sort, direction)))
                .toList();
    }
}
