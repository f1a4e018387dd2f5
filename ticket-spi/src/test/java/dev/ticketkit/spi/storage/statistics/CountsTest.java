package dev.ticketkit.spi.storage.statistics;

import static dev.ticketkit.spi.fixture.Tickets.ACME;
import static dev.ticketkit.spi.fixture.Tickets.NINE;
import static dev.ticketkit.spi.fixture.Tickets.OLGA;
import static dev.ticketkit.spi.fixture.Tickets.event;
import static dev.ticketkit.spi.fixture.Tickets.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketFilter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Counts of a store that has nothing but lists and histories. */
class CountsTest {
    private final Ticket lamp =
            open(1).category(Category.named(ACME, "Hardware")).build();
    private final Ticket stove =
            open(2).priority(Priority.URGENT).owner(new Party("olga", "Olga")).build();
    private final Ticket closed = open(3).status(Status.CLOSED)
            .closedAt(NINE.plusSeconds(60))
            .answeredAt(NINE.plusSeconds(30))
            .reopenings(2)
            .build();
    private final List<Ticket> tickets = new ArrayList<>(List.of(lamp, stove, closed));

    private final DerivedStatistics statistics = DerivedStatistics.of(StatisticsStore.listed(
            (tenant, query, scope, after, limit) -> after != null
                    ? List.of()
                    : tickets.stream()
                            .filter(new TicketFilter(query, scope, CountsTest::ids))
                            .toList(),
            (tenant, id, version, limit) -> version > 0
                    ? List.of()
                    : List.of(event(
                                    EventKind.CHANGED,
                                    2,
                                    OLGA,
                                    FieldChange.of(TicketField.STATUS, "open", "waiting"),
                                    FieldChange.of(TicketField.TITLE, "a", "b"))
                            .build())));

    @Test
    void ticketsAreCountedByWhatTheReportIsAbout() {
        assertThat(statistics.tickets(query(CountBasis.OPENED))).isEqualTo(3);
        assertThat(statistics.tickets(query(CountBasis.CLOSED))).isEqualTo(1);
        assertThat(statistics.tickets(query(CountBasis.OPEN_NOW))).isEqualTo(2);
        assertThat(statistics.openNow(ACME, AccessScope.all(), InstantRange.ALWAYS))
                .isEqualTo(2);
        assertThat(statistics.openNow(ACME, AccessScope.all(), InstantRange.of(NINE.plusSeconds(1), null)))
                .isZero();
    }

    @Test
    void aSummaryCountsEachTicketOnceInEachTable() {
        CountSummary summary = statistics.summary(query(CountBasis.OPENED));
        assertThat(summary.statuses()).isEqualTo(Map.of(Status.OPEN, 2L, Status.CLOSED, 1L));
        assertThat(summary.priorities()).isEqualTo(Map.of(Priority.MEDIUM, 2L, Priority.URGENT, 1L));
        assertThat(summary.categories())
                .containsExactlyInAnyOrder(
                        new CategoryCount(lamp.category(), MacroStatus.IN_PROGRESS, 1, BigInteger.ZERO, 0),
                        new CategoryCount(null, MacroStatus.IN_PROGRESS, 1, BigInteger.ZERO, 0),
                        new CategoryCount(null, MacroStatus.TERMINATED, 1, BigInteger.valueOf(60_000_000), 2));
    }

    @Test
    void aReportSaysOfClosedTicketsOnlyWhatIsTerminated() {
        CountReport report = statistics.report(query(CountBasis.OPENED), CountBasis.OPENED);
        assertThat(report.closed()).extracting(CategoryCount::macro).containsExactly(MacroStatus.TERMINATED);
        assertThat(report.statusEntries()).isEqualTo(Map.of("waiting", 3L));
    }

    @Test
    void ownersAreCountedWithWhatTheyHaveOpen() {
        assertThat(statistics.openByOwner(ACME, AccessScope.all()))
                .containsExactlyInAnyOrder(
                        new OwnerCount(null, Priority.MEDIUM, 1), new OwnerCount("olga", Priority.URGENT, 1));
    }

    @Test
    void whatWasNotAnsweredIsCountedToo() {
        AnswerCount answers = statistics.firstAnswers(query(CountBasis.OPENED));
        assertThat(answers.answered().count()).isEqualTo(1);
        assertThat(answers.unanswered()).isEqualTo(2);
        assertThat(statistics.closingTimes(query(CountBasis.CLOSED)).count()).isEqualTo(1);
    }

    private static Set<java.util.UUID> ids(Set<String> names) {
        return names.stream().map(name -> Category.idOf(ACME, name)).collect(Collectors.toSet());
    }

    private static CountQuery query(CountBasis basis) {
        return new CountQuery(ACME, AccessScope.all(), basis, InstantRange.ALWAYS, Set.of());
    }
}
