package dev.ticketkit.acceptance.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.query.Total;
import dev.ticketkit.spi.text.FoldedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@OnEveryStore
@Tag("R16")
class SortTest extends DeskFixture {
    private static final Comparator<String> BY_CODE_POINT = (one, other) -> java.util.Arrays.compare(
            one.codePoints().toArray(), other.codePoints().toArray());

    SortTest(Store store) {
        super(store);
    }

    private static Comparator<Ticket> byText(SortDirection direction, Function<Ticket, String> text) {
        return by(
                direction,
                text.andThen(
                        value -> value == null ? null : FoldedText.of(value).value()),
                BY_CODE_POINT);
    }

    private static <T extends Comparable<T>> Comparator<Ticket> by(SortDirection direction, Function<Ticket, T> value) {
        return by(direction, value, Comparator.naturalOrder());
    }

    private static <T> Comparator<Ticket> by(SortDirection direction, Function<Ticket, T> value, Comparator<T> order) {
        Comparator<T> directed = direction == SortDirection.ASCENDING ? order : order.reversed();
        return Comparator.comparing(value, Comparator.nullsLast(directed));
    }

    /** The rule in other words than the library's. */
    private static Comparator<Ticket> order(TicketSort sort, SortDirection direction) {
        Comparator<Ticket> byColumn =
                switch (sort) {
                    case REFERENCE -> byText(direction, t -> t.reference().value());
                    case TITLE -> byText(direction, Ticket::title);
                    case PRIORITY -> by(direction, Ticket::priority).thenComparing(by(direction, Ticket::openedAt));
                    case STATUS -> by(direction, t -> t.status().position());
                    case CATEGORY ->
                        byText(
                                direction,
                                t -> t.category() == null ? null : t.category().name());
                    case OWNER ->
                        byText(
                                direction,
                                t -> t.owner() == null ? null : t.owner().label());
                    case CONTACT_NAME -> byText(direction, t -> t.contact().name());
                    case OPENED -> by(direction, Ticket::openedAt);
                    case UPDATED -> by(direction, Ticket::updatedAt);
                    case CLOSED -> by(direction, Ticket::closedAt);
                };
        // Ties go with the direction, but by urgency: most urgent and latest first, then the lower id.
        boolean down = (direction == SortDirection.DESCENDING) != (sort == TicketSort.PRIORITY);
        Comparator<Ticket> byId = Comparator.comparing(ticket -> ticket.id().toString());
        return byColumn.thenComparing(down ? byId.reversed() : byId);
    }

    @ParameterizedTest
    @EnumSource(TicketSort.class)
    void isByAnyColumnInBothDirectionsOverAllPages(TicketSort sort) {
        List<Ticket> tickets = new Population(
                        desk(), tenant, clock, Population.SEED + sort.name().hashCode())
                .open(60);
        for (SortDirection direction : SortDirection.values()) {
            TicketQuery query =
                    TicketQuery.builder().sort(sort, direction).limit(7).build();

            assertThat(walk(olga(), query))
                    .as("seed %d, %s %s", Population.SEED + sort.name().hashCode(), sort, direction)
                    .containsExactlyElementsOf(
                            tickets.stream().sorted(order(sort, direction)).toList());
        }
    }

    @Test
    void ofLongTextsIsTotalAllTheSame() {
        List<Ticket> tickets = new ArrayList<>();
        for (String end : List.of("", "a", "b", "c", "d")) {
            tickets.add(opened("😀".repeat(255) + end));
        }
        for (SortDirection direction : SortDirection.values()) {
            assertThat(walk(
                            olga(),
                            TicketQuery.builder()
                                    .sort(TicketSort.TITLE, direction)
                                    .limit(1)
                                    .build()))
                    .containsExactlyInAnyOrderElementsOf(tickets);
        }
    }

    @Test
    void pageEndsWithACursorUntilTheLast() {
        new Population(desk(), tenant, clock, Population.SEED).open(6);
        Page<Ticket> first = olga().list(TicketQuery.builder().limit(3).build());
        Page<Ticket> second = olga().list(
                        TicketQuery.builder().limit(3).cursor(first.cursor()).build());

        assertThat(first.items()).hasSize(3);
        assertThat(first.cursor()).isNotNull();
        assertThat(second.items()).hasSize(3);
        assertThat(second.cursor()).isNull();
        assertThat(olga().list(TicketQuery.builder().limit(6).build()).cursor()).isNull();
        assertThat(first.total()).isEqualTo(new Total(6, true)).isEqualTo(second.total());
    }
}
