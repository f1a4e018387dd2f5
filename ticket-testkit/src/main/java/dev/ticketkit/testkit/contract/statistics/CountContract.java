package dev.ticketkit.testkit.contract.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketBuilder;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.CountReport;
import dev.ticketkit.spi.storage.statistics.CountSummary;
import dev.ticketkit.spi.storage.statistics.DerivedStatistics;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import dev.ticketkit.testkit.contract.fixture.RandomTickets;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.RandomQueries;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counting in the store equals counting ticket by ticket. */
public abstract class CountContract extends StorageContract {
    private static final long SEED = 20_261_104L;
    private static final int TICKETS = Rounds.of(60, 100);
    /** Every mixture of scope, range and categories three times in each reading: a count that forgets one differs where it is set. */
    private static final int QUERIES = Rounds.of(24, 60);

    /** For subclasses. */
    protected CountContract() {}

    @Test
    void countsNothingInTheBeginning() {
        for (CountBasis reading : CountBasis.values()) {
            assertThat(counts(reading, InstantRange.ALWAYS)).isEmpty();
        }
        assertThat(storage().statistics().statusEntries(query(CountBasis.OPENED, InstantRange.ALWAYS)))
                .isEmpty();
    }

    @Test
    @Tag("R31")
    @Tag("R35")
    @Tag("B5")
    void countsWhatCountingOneByOneCounts() {
        Random random = new Random(SEED);
        List<Ticket> tickets = openMany(random);
        RandomQueries queries = new RandomQueries(random);
        for (CountBasis reading : CountBasis.values()) {
            for (int i = 0; i < QUERIES; i++) {
                AccessScope scope = i % 2 == 0 ? AccessScope.all() : queries.scope();
                InstantRange range = i % 4 == 0 ? InstantRange.ALWAYS : queries.range();
                Set<String> categories = i % 8 == 0 ? Set.of() : queries.categories();
                compare(tickets, new CountQuery(make.tenant(), scope, reading, range, categories));
            }
        }
    }

    private void compare(List<Ticket> tickets, CountQuery query) {
        Collection<TicketCount> expected = PlainCounts.counts(tickets, query);
        CountSummary sums = CountSummary.of(expected);
        CountSummary summary = DerivedStatistics.of(storage().statistics()).summary(query);
        assertThat(storage().statistics().counts(query))
                .as("seed %d: %s", SEED, query)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(DerivedStatistics.of(storage().statistics()).tickets(query))
                .as("seed %d: tickets of %s", SEED, query)
                .isEqualTo(expected.stream().mapToLong(TicketCount::tickets).sum());
        assertThat(summary.categories())
                .as("seed %d: summary of %s", SEED, query)
                .containsExactlyInAnyOrderElementsOf(sums.categories());
        assertThat(summary.statuses()).as("seed %d: summary of %s", SEED, query).isEqualTo(sums.statuses());
        assertThat(summary.priorities())
                .as("seed %d: summary of %s", SEED, query)
                .isEqualTo(sums.priorities());
        for (CountBasis closing : List.of(CountBasis.OPENED, CountBasis.CLOSED)) {
            CountReport report = DerivedStatistics.of(storage().statistics()).report(query, closing);
            CountQuery closed =
                    new CountQuery(query.tenant(), query.scope(), closing, query.range(), query.categories());
            assertThat(report.counted().categories())
                    .as("seed %d: report of %s", SEED, query)
                    .containsExactlyInAnyOrderElementsOf(sums.categories());
            assertThat(report.counted().statuses())
                    .as("seed %d: report of %s", SEED, query)
                    .isEqualTo(sums.statuses());
            assertThat(report.counted().priorities())
                    .as("seed %d: report of %s", SEED, query)
                    .isEqualTo(sums.priorities());
            assertThat(report.closed())
                    .as("seed %d: closed in a report of %s", SEED, closed)
                    .containsExactlyInAnyOrderElementsOf(
                            CountSummary.of(PlainCounts.counts(tickets, closed)).categories().stream()
                                    .filter(row -> row.macro() == MacroStatus.TERMINATED)
                                    .toList());
        }
    }

    /** Charts ask so: a store may read them at once, and a month of a tenant's zone is none of UTC. */
    @Test
    @Tag("R31")
    @Tag("R35")
    void countsMonthsAndDaysInTurn() {
        Random random = new Random(SEED);
        List<Ticket> tickets = openMany(random);
        RandomQueries queries = new RandomQueries(random);
        for (String zone : List.of("UTC", "Europe/Rome", "Asia/Kolkata", "America/St_Johns", "Pacific/Kiritimati")) {
            List<InstantRange> months = ranges(ZoneId.of(zone), Period.ofMonths(1), 8);
            List<InstantRange> days = ranges(ZoneId.of(zone), Period.ofDays(1), 40);
            for (CountBasis reading : CountBasis.values()) {
                compareEach(tickets, each(AccessScope.all(), reading, months, Set.of()));
                compareEach(tickets, each(AccessScope.all(), reading, days, queries.categories()));
                compareEach(tickets, each(queries.scope(), reading, months, queries.categories()));
            }
            List<InstantRange> mixed =
                    List.of(days.get(3), months.get(1), InstantRange.ALWAYS, queries.range(), days.get(3));
            compareEach(tickets, each(AccessScope.all(), CountBasis.CLOSED, mixed, Set.of()));
        }
        assertThat(DerivedStatistics.of(storage().statistics()).tickets(List.of()))
                .isEmpty();
    }

    /** Each is nearly what a chart asks for. */
    @Test
    @Tag("R31")
    void countsRangesInTurnOfWhichOneIsLongerTwiceThereOrOfOtherTickets() {
        Random random = new Random(SEED);
        List<Ticket> tickets = openMany(random);
        RandomQueries queries = new RandomQueries(random);
        for (Period step : List.of(Period.ofMonths(1), Period.ofDays(1))) {
            List<InstantRange> ranges = ranges(ZoneId.of("Europe/Rome"), step, 40);
            InstantRange longer =
                    InstantRange.of(ranges.get(19).from(), ranges.get(21).until());
            for (CountBasis reading : List.of(CountBasis.OPENED, CountBasis.CLOSED)) {
                compareEach(tickets, each(AccessScope.all(), reading, List.of(ranges.get(18), longer), Set.of()));
                compareEach(
                        tickets, each(AccessScope.all(), reading, List.of(ranges.get(20), ranges.get(20)), Set.of()));
                List<CountQuery> unlike =
                        new ArrayList<>(each(AccessScope.all(), reading, ranges.subList(17, 20), Set.of()));
                unlike.addAll(each(AccessScope.all(), reading, ranges.subList(20, 23), queries.categories()));
                unlike.addAll(each(AccessScope.none(), reading, ranges.subList(23, 24), Set.of()));
                compareEach(tickets, unlike);
            }
        }
    }

    private static List<InstantRange> ranges(ZoneId zone, Period step, int count) {
        LocalDate first = LocalDate.ofInstant(TicketFixtures.START, zone).withDayOfMonth(1);
        return Stream.iterate(first.minus(step.multipliedBy(count / 2)), from -> from.plus(step))
                .limit(count)
                .map(from -> InstantRange.of(
                        from.atStartOfDay(zone).toInstant(),
                        from.plus(step).atStartOfDay(zone).toInstant()))
                .toList();
    }

    private List<CountQuery> each(
            AccessScope scope, CountBasis reading, List<InstantRange> ranges, Set<String> categories) {
        return ranges.stream()
                .map(range -> new CountQuery(make.tenant(), scope, reading, range, categories))
                .toList();
    }

    private void compareEach(List<Ticket> tickets, List<CountQuery> queries) {
        assertThat(DerivedStatistics.of(storage().statistics()).tickets(queries))
                .as("seed %d: %s", SEED, queries)
                .isEqualTo(queries.stream()
                        .map(query -> PlainCounts.counts(tickets, query).stream()
                                .mapToLong(TicketCount::tickets)
                                .sum())
                        .toList());
    }

    @Test
    @Tag("R32")
    void countsStatusEntriesAsHistoriesShowThem() {
        Random random = new Random(SEED);
        List<Ticket> tickets = openMany(random);
        Map<Ticket, List<TicketEvent>> histories = new HashMap<>();
        tickets.forEach(ticket -> histories.put(ticket, history(ticket.id())));
        RandomQueries queries = new RandomQueries(random);
        for (int i = 0; i < QUERIES; i++) {
            AccessScope scope = i % 2 == 0 ? AccessScope.all() : queries.scope();
            CountBasis reading = i % 3 == 0 ? CountBasis.OPEN_NOW : CountBasis.OPENED;
            CountQuery query = new CountQuery(make.tenant(), scope, reading, queries.range(), queries.categories());
            assertThat(storage().statistics().statusEntries(query))
                    .as("seed %d, query %d: %s", SEED, i, query)
                    .isEqualTo(PlainCounts.statusEntries(histories, query));
            assertThat(DerivedStatistics.of(storage().statistics())
                            .report(query, CountBasis.CLOSED)
                            .statusEntries())
                    .as("seed %d, query %d: in a report of %s", SEED, i, query)
                    .isEqualTo(PlainCounts.statusEntries(histories, query));
        }
    }

    @Test
    @Tag("R32")
    void countsEachEntryButNotTheOpeningNorOtherChanges() {
        Ticket ticket = opened(make.ticket().status(Status.WAITING));
        ticket = changed(ticket, edit -> edit.title("Other"));
        ticket = changed(ticket, edit -> edit.status(Status.RESOLVED).closedAt(TicketFixtures.START.plusSeconds(60)));
        ticket = changed(
                ticket, edit -> edit.status(Status.WAITING).closedAt(null).reopenings(1));
        ticket = changed(ticket, edit -> edit.status(Status.RESOLVED).closedAt(TicketFixtures.START.plusSeconds(90)));
        committed(make.nothingChanged(ticket, TicketFixtures.stamp("change:1", "body")));
        CountQuery query = query(CountBasis.OPENED, InstantRange.ALWAYS);

        assertThat(storage().statistics().statusEntries(query)).isEqualTo(Map.of("resolved", 2L, "waiting", 1L));
        Instant second = ticket.updatedAt().minusSeconds(1);
        assertThat(storage().statistics().statusEntries(query(CountBasis.CLOSED, InstantRange.of(second, null))))
                .isEqualTo(Map.of("resolved", 1L, "waiting", 1L));
        assertThat(storage()
                        .statistics()
                        .statusEntries(query(CountBasis.OPEN_NOW, InstantRange.of(null, ticket.updatedAt()))))
                .isEqualTo(Map.of("resolved", 1L, "waiting", 1L));
    }

    @Test
    @Tag("R20")
    @Tag("R35")
    void neverCountsDeletedTickets() {
        Ticket ticket = opened(make.ticket());
        Ticket waiting = changed(ticket, edit -> edit.status(Status.WAITING));
        Ticket gone = deleted(waiting);
        for (CountBasis reading : CountBasis.values()) {
            assertThat(counts(reading, InstantRange.ALWAYS)).isEmpty();
        }
        CountQuery query = query(CountBasis.OPENED, InstantRange.ALWAYS);
        assertThat(storage().statistics().statusEntries(query)).isEmpty();

        changed(gone, edit -> edit.deletedAt(null));
        assertThat(storage().statistics().counts(query))
                .extracting(TicketCount::tickets)
                .containsExactly(1L);
        assertThat(storage().statistics().statusEntries(query)).isEqualTo(Map.of("waiting", 1L));
    }

    @Test
    @Tag("R34")
    void addsClosingTimesBeyondWhatLongHolds() {
        Instant opened = Instant.parse("1900-01-01T00:00:00Z");
        Instant closed = Instant.parse("9999-12-31T23:59:59.999999Z");
        for (int i = 0; i < 40; i++) {
            opened(closed(make.ticket().openedAt(opened).updatedAt(closed), closed));
        }
        BigInteger sum = PlainCounts.micros(opened, closed).multiply(BigInteger.valueOf(40));

        assertThat(sum.bitLength()).isGreaterThan(63);
        assertThat(counts(CountBasis.CLOSED, InstantRange.ALWAYS))
                .containsExactly(new TicketCount(null, Status.CLOSED, Priority.MEDIUM, 40, sum, 0));
    }

    @Test
    @Tag("R34")
    void addsNegativeClosingTimesOfImportedTickets() {
        Instant opened = TicketFixtures.START;
        opened(closed(make.ticket().openedAt(opened), opened.minusNanos(1_500_000)));
        opened(closed(make.ticket().openedAt(opened), opened.plusNanos(500_000)));

        assertThat(counts(CountBasis.CLOSED, InstantRange.ALWAYS))
                .extracting(TicketCount::closedMicros)
                .containsExactly(BigInteger.valueOf(-1_000));
    }

    @Test
    @Tag("R35")
    void takesRangesAsHalfOpenToTheMicrosecond() {
        Instant at = Instant.parse("2026-03-29T01:00:00.000001Z");
        Instant next = at.plusNanos(1_000);
        opened(closed(make.ticket().openedAt(at).updatedAt(at), at));

        for (CountBasis reading : List.of(CountBasis.OPENED, CountBasis.CLOSED)) {
            assertThat(counts(reading, InstantRange.of(at, next)))
                    .as("%s", reading)
                    .hasSize(1);
            assertThat(counts(reading, InstantRange.of(null, at)))
                    .as("%s", reading)
                    .isEmpty();
            assertThat(counts(reading, InstantRange.of(next, null)))
                    .as("%s", reading)
                    .isEmpty();
        }
    }

    @Test
    @Tag("R34")
    void ticketReopenedAfterItWasClosedIsNotRead() {
        Ticket ticket = opened(closed(make.ticket(), TicketFixtures.START.plusSeconds(60)));
        changed(ticket, edit -> edit.status(Status.OPEN).closedAt(null).reopenings(1));

        assertThat(counts(CountBasis.CLOSED, InstantRange.ALWAYS)).isEmpty();
        assertThat(counts(CountBasis.OPEN_NOW, InstantRange.ALWAYS))
                .containsExactly(new TicketCount(null, Status.OPEN, Priority.MEDIUM, 1, BigInteger.ZERO, 1));
    }

    @Test
    @Tag("R35")
    void openNowIgnoresTheRange() {
        opened(make.ticket());

        assertThat(counts(CountBasis.OPEN_NOW, InstantRange.of(null, Instant.EPOCH)))
                .hasSize(1);
    }

    private List<Ticket> openMany(Random random) {
        RandomTickets tickets = new RandomTickets(make, random);
        List<Ticket> latest = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            Ticket ticket = opened(tickets.next());
            for (int j = random.nextInt(3); j > 0; j--) {
                ticket = moved(ticket, tickets.oneOf(RandomTickets.STATUSES));
            }
            latest.add(random.nextInt(8) == 0 ? deleted(ticket) : ticket);
        }
        return latest;
    }

    private Ticket moved(Ticket before, Status status) {
        Instant at = before.updatedAt().plusSeconds(1_800);
        boolean closes = status.macro() == MacroStatus.TERMINATED;
        return changed(before, edit -> edit.status(status).updatedAt(at).closedAt(closes ? at : null));
    }

    private static TicketBuilder closed(TicketBuilder ticket, Instant at) {
        return ticket.status(Status.CLOSED).closedAt(at);
    }

    private List<TicketCount> counts(CountBasis reading, InstantRange range) {
        return storage().statistics().counts(query(reading, range));
    }

    private CountQuery query(CountBasis reading, InstantRange range) {
        return new CountQuery(make.tenant(), AccessScope.all(), reading, range, Set.of());
    }
}
