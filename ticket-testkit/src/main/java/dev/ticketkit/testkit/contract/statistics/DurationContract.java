package dev.ticketkit.testkit.contract.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketBuilder;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.statistics.AnswerCount;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.DerivedStatistics;
import dev.ticketkit.spi.storage.statistics.DurationBuckets;
import dev.ticketkit.spi.storage.statistics.DurationHistogram;
import dev.ticketkit.testkit.contract.fixture.RandomLife;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.RandomQueries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Histograms of closing times and first answers have, in every store, exactly the counts of counting ticket by ticket. */
public abstract class DurationContract extends StorageContract {
    private static final long SEED = 20_261_125L;
    /** As many as give most months and scopes a few tickets: a count that takes wrong rollups or forgets a condition differs in some query. */
    private static final int TICKETS = Rounds.of(100, 120);

    private static final int CHANGES = Rounds.of(300, 400);
    private static final int QUERIES = Rounds.of(24, 40);

    /** All bounds come from one rule or one list: a store that takes it wrong does so at many of them. */
    private static final int EDGES_APART = Rounds.of(9, 3);

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final List<Actor> ACTORS = List.of(
            Actor.operator("op-1", "Olga Operator"), Actor.contact("contact-1", "Carla Contact"), Actor.host("shop"));

    private final Random random = new Random(SEED);

    /** For subclasses. */
    protected DurationContract() {}

    @Test
    void countsNothingInTheBeginning() {
        for (CountBasis reading : CountBasis.values()) {
            assertThat(closingTimes(reading)).isEqualTo(DurationHistogram.EMPTY);
            assertThat(firstAnswers(reading)).isEqualTo(new AnswerCount(DurationHistogram.EMPTY, 0));
        }
    }

    @Test
    @Tag("B5")
    @Tag("R34")
    void countsWhatCountingOneByOneCounts() {
        RandomLife life = new RandomLife(make, random);
        live(life);
        storage()
                .categories()
                .merge(
                        make.tenant(),
                        make.category("Assistance").id(),
                        make.category("Logistics").id());
        Map<TicketId, List<TicketEvent>> histories = new HashMap<>();
        list(TicketQuery.all()).forEach(ticket -> histories.put(ticket.id(), history(ticket.id())));
        RandomQueries queries = new RandomQueries(random);
        for (int i = 0; i < QUERIES; i++) {
            AccessScope scope = i % 2 == 0 ? AccessScope.all() : queries.scope();
            Set<String> categories = queries.categories();
            InstantRange range = i == 0 ? InstantRange.ALWAYS : life.range();
            for (CountBasis reading : CountBasis.values()) {
                compare(new CountQuery(make.tenant(), scope, reading, range, categories), histories, i);
            }
            compareOpenNow(scope, range, i);
        }
    }

    @Test
    @Tag("R34")
    void countsTimesInTheirBucketsFromNothingToMillennia() {
        List<Long> edges = DurationBuckets.bounds();
        List<Duration> times = IntStream.range(0, edges.size())
                .filter(n -> n % EDGES_APART == 0)
                .mapToObj(edges::get)
                .filter(bound -> bound < 200_000_000_000_000_000L)
                .flatMapToLong(bound -> LongStream.of(bound - 1, bound))
                .mapToObj(micros -> Duration.ofSeconds(micros / 1_000_000, micros % 1_000_000 * 1_000))
                .toList();
        times.forEach(this::closedAfter);
        closedAfter(Duration.between(FIRST, LAST));
        List<Duration> all = new ArrayList<>(times);
        all.add(Duration.between(FIRST, LAST));

        assertThat(closingTimes(CountBasis.CLOSED)).isEqualTo(DurationHistogram.of(all.stream()));
        assertThat(firstAnswers(CountBasis.OPENED)).isEqualTo(new AnswerCount(DurationHistogram.of(all.stream()), 0));
    }

    @Test
    @Tag("R34")
    void negativeTimesOfImportedTicketsAreInTheFirstBucket() {
        closedAfter(Duration.ofMillis(-1));
        closedAfter(Duration.ZERO);

        assertThat(closingTimes(CountBasis.CLOSED).counts()).isEqualTo(Map.of(0, 2L));
        assertThat(firstAnswers(CountBasis.OPENED).answered().counts()).isEqualTo(Map.of(0, 2L));
    }

    @Test
    @Tag("R19")
    void onlyThePublicNoteOfAnOperatorIsAnAnswer() {
        Ticket ticket = opened(make.ticket());
        ticket = noted(ticket, NoteVisibility.INTERNAL, ACTORS.get(0), Duration.ofSeconds(10));
        ticket = noted(ticket, NoteVisibility.PUBLIC, ACTORS.get(1), Duration.ofSeconds(20));
        ticket = noted(ticket, NoteVisibility.PUBLIC, ACTORS.get(2), Duration.ofSeconds(30));
        assertThat(firstAnswers(CountBasis.OPENED)).isEqualTo(new AnswerCount(DurationHistogram.EMPTY, 1));

        ticket = noted(ticket, NoteVisibility.PUBLIC, ACTORS.get(0), Duration.ofSeconds(60));
        noted(ticket, NoteVisibility.PUBLIC, ACTORS.get(0), Duration.ofSeconds(50));
        assertThat(firstAnswers(CountBasis.OPENED)).isEqualTo(answered(Duration.ofSeconds(50)));
    }

    @Test
    @Tag("B7")
    @Tag("R20")
    void erasureKeepsTheTimesAndDeletionTakesThemAway() {
        Ticket ticket =
                noted(closedAfter(Duration.ofHours(1)), NoteVisibility.PUBLIC, ACTORS.get(0), Duration.ofSeconds(9));
        Ticket erased =
                stored(committed(make.erasure(ticket, new Reference("erased"))).ticketId());
        assertThat(firstAnswers(CountBasis.OPENED)).isEqualTo(answered(Duration.ofSeconds(9)));
        assertThat(closingTimes(CountBasis.CLOSED).count()).isEqualTo(1);

        deleted(erased);
        assertThat(firstAnswers(CountBasis.OPENED)).isEqualTo(new AnswerCount(DurationHistogram.EMPTY, 0));
        assertThat(closingTimes(CountBasis.CLOSED)).isEqualTo(DurationHistogram.EMPTY);
    }

    @Test
    @Tag("R34")
    void aReopenedTicketHasNoClosingTime() {
        changed(
                closedAfter(Duration.ofHours(1)),
                edit -> edit.status(Status.OPEN).closedAt(null).reopenings(1));

        assertThat(closingTimes(CountBasis.CLOSED)).isEqualTo(DurationHistogram.EMPTY);
        assertThat(closingTimes(CountBasis.OPENED)).isEqualTo(DurationHistogram.EMPTY);
    }

    private void live(RandomLife life) {
        List<TicketId> ids = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            ids.add(committed(life.opening()).ticketId());
        }
        for (int i = 0; i < CHANGES; i++) {
            Ticket before = stored(ids.get(random.nextInt(ids.size())));
            if (before.erasedAt() == null && random.nextInt(3) == 0) {
                NoteVisibility visibility = random.nextBoolean() ? NoteVisibility.PUBLIC : NoteVisibility.INTERNAL;
                Duration time = Duration.ofSeconds(random.nextInt(2_000_000) - 100);
                noted(
                        before,
                        visibility,
                        ACTORS.get(random.nextInt(ACTORS.size())),
                        time.plusNanos(random.nextInt(1_000_000) * 1_000L));
            } else {
                committed(life.change(before));
            }
            if (i == CHANGES * 3 / 4) {
                // So that there is something kept counted to go wrong, and something after it, however few there are.
                finishMaintenance();
            } else if (random.nextInt(20) == 0) {
                storage().maintenance().run(1 + random.nextInt(60));
            }
        }
    }

    /** Closed and answered after the same time. */
    private Ticket closedAfter(Duration time) {
        TicketBuilder ticket = make.ticket().openedAt(FIRST);
        Ticket closed = opened(ticket.status(Status.CLOSED).closedAt(FIRST.plus(time)));
        return noted(closed, NoteVisibility.PUBLIC, ACTORS.get(0), time);
    }

    private Ticket noted(Ticket before, NoteVisibility visibility, Actor actor, Duration time) {
        Ticket after = before.toBuilder().version(before.version() + 1).build();
        TicketEvent event = make.event(after, EventKind.NOTED)
                .id(UUID.randomUUID())
                .actor(actor)
                .at(before.openedAt().plus(time))
                .note(new Note(visibility, "note"))
                .build();
        return stored(committed(TicketFixtures.noted(before, after, event)).ticketId());
    }

    private void compare(CountQuery query, Map<TicketId, List<TicketEvent>> histories, int number) {
        List<Ticket> listed =
                list(TicketQuery.builder().categories(query.categories()).build(), query.scope());
        Map<Ticket, List<TicketEvent>> visible = new HashMap<>();
        listed.forEach(ticket -> visible.put(ticket, histories.get(ticket.id())));
        assertThat(storage().statistics().closingTimes(query))
                .as("seed %d, query %d: %s", SEED, number, query)
                .isEqualTo(PlainDurations.closingTimes(listed, query));
        assertThat(storage().statistics().firstAnswers(query))
                .as("seed %d, query %d: %s", SEED, number, query)
                .isEqualTo(PlainDurations.firstAnswers(visible, query));
    }

    private void compareOpenNow(AccessScope scope, InstantRange range, int number) {
        assertThat(DerivedStatistics.of(storage().statistics()).openNow(make.tenant(), scope, range))
                .as("seed %d, query %d: %s in %s", SEED, number, range, scope)
                .isEqualTo(list(TicketQuery.all(), scope).stream()
                        .filter(ticket -> ticket.status().macro() == MacroStatus.IN_PROGRESS)
                        .filter(ticket -> range.contains(ticket.openedAt()))
                        .count());
    }

    private static AnswerCount answered(Duration time) {
        return new AnswerCount(DurationHistogram.of(Stream.of(time)), 0);
    }

    private DurationHistogram closingTimes(CountBasis reading) {
        return storage().statistics().closingTimes(query(reading));
    }

    private AnswerCount firstAnswers(CountBasis reading) {
        return storage().statistics().firstAnswers(query(reading));
    }

    private CountQuery query(CountBasis reading) {
        return new CountQuery(make.tenant(), AccessScope.all(), reading, InstantRange.ALWAYS, Set.of());
    }
}
