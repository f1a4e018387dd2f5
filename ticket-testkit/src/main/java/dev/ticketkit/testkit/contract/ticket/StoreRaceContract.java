package dev.ticketkit.testkit.contract.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.CommitOutcome.Kind;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import dev.ticketkit.testkit.contract.internal.Race;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sixty-four threads at once, each time with an invariant that holds exactly. */
public abstract class StoreRaceContract extends StorageContract {
    /** More than one, so that a thread comes back while others are on their way: 64 threads make the crowd, not these. */
    private static final int EACH = Rounds.of(3, 8);

    private static final ReferenceRequest SERIES = new ReferenceRequest("T-", "T-", 4);

    /** For subclasses. */
    protected StoreRaceContract() {}

    @Test
    @Tag("B2")
    @Tag("F19")
    void oneVersionTakesOneChange() {
        Ticket ticket = opened(make.ticket());
        List<TicketChange> changes = IntStream.range(0, Race.THREADS)
                .mapToObj(n -> make.change(ticket, edit -> edit.title("By " + n)))
                .toList();
        List<CommitOutcome> outcomes = Race.run(n -> commit(changes.get(n)));

        assertThat(kinds(outcomes)).isEqualTo(Map.of(Kind.COMMITTED, 1L, Kind.STALE, Race.THREADS - 1L));
        TicketChange winner = changes.get(kindsOf(outcomes).indexOf(Kind.COMMITTED));
        assertThat(stored(ticket.id())).isEqualTo(winner.after());
        assertThat(history(ticket.id())).hasSize(2).endsWith(winner.event());
    }

    @Test
    @Tag("B2")
    void everyChangeLandsWhenLosersDecideAgain() {
        Ticket ticket = opened(make.ticket());
        Race.run(n -> {
            CommitOutcome outcome;
            do {
                outcome = commit(make.change(stored(ticket.id()), edit -> edit.title("By " + n)));
            } while (outcome.kind() == Kind.STALE);
            return outcome;
        });

        List<TicketEvent> changes = history(ticket.id()).subList(1, 1 + Race.THREADS);
        assertThat(changes)
                .extracting(TicketEvent::version)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(2, 1 + Race.THREADS).boxed().toList());
        assertThat(changes)
                .flatExtracting(TicketEvent::changes)
                .extracting(FieldChange::to)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, Race.THREADS)
                        .mapToObj(n -> "By " + n)
                        .toList());
        assertThat(stored(ticket.id()).version()).isEqualTo(1 + Race.THREADS);
    }

    @Test
    @Tag("B3")
    @Tag("F21")
    void oneKeyOpensOneTicket() {
        IdempotencyStamp stamp = TicketFixtures.stamp("open:key", "body");
        List<CommitOutcome> outcomes =
                Race.run(n -> commit(make.opening(make.ticket().build(), stamp)));

        assertThat(kinds(outcomes)).isEqualTo(Map.of(Kind.COMMITTED, 1L, Kind.REPLAYED, Race.THREADS - 1L));
        assertThat(receipts(outcomes).distinct()).hasSize(1);
        assertThat(list(TicketQuery.all())).hasSize(1);
    }

    @Test
    @Tag("B3")
    @Tag("F21")
    void oneKeyWithTwoBodiesOpensOneTicket() {
        List<CommitOutcome> outcomes = Race.run(
                n -> commit(make.opening(make.ticket().build(), TicketFixtures.stamp("open:key", "body " + n % 2))));

        long half = Race.THREADS / 2;
        assertThat(kinds(outcomes))
                .isEqualTo(Map.of(Kind.COMMITTED, 1L, Kind.REPLAYED, half - 1, Kind.KEY_REUSED, half));
        assertThat(receipts(outcomes).distinct()).hasSize(1);
        assertThat(list(TicketQuery.all())).hasSize(1);
    }

    @Test
    @Tag("F8")
    void theSameChangeIsStoredOnce() {
        TicketChange opening = make.numbered(make.ticket().build(), SERIES, null);
        List<CommitOutcome> openings = Race.run(n -> commit(opening));
        assertThat(openings.stream().distinct()).hasSize(1);

        Ticket ticket = stored(opening.after().id());
        TicketChange change = make.change(ticket, edit -> edit.title("Other"));
        List<CommitOutcome> changes = Race.run(n -> commit(change));
        assertThat(changes.stream().distinct()).hasSize(1);
        assertThat(kinds(changes)).isEqualTo(Map.of(Kind.COMMITTED, (long) Race.THREADS));
        assertThat(history(ticket.id())).hasSize(2);
        assertThat(committed(make.numbered(make.ticket().build(), SERIES, null)).reference())
                .isEqualTo(new Reference("T-0002"));
    }

    @Test
    @Tag("R7")
    @Tag("F20")
    void oneReferenceByHandGoesToOneTicketWhateverItsCase() {
        List<String> spellings = List.of("stra\u00DFe-1", "STRASSE-1", "Strasse-1", "\uFF33TRASSE-1");
        List<CommitOutcome> outcomes = Race.run(n -> commit(make.opening(make.ticket()
                .reference(new Reference(spellings.get(n % spellings.size())))
                .build())));

        assertThat(kinds(outcomes)).isEqualTo(Map.of(Kind.COMMITTED, 1L, Kind.REFERENCE_TAKEN, Race.THREADS - 1L));
        assertThat(list(TicketQuery.all())).hasSize(1);
    }

    @Test
    @Tag("R8")
    void oneExternalIdGoesToOneTicket() {
        List<CommitOutcome> outcomes = Race.run(
                n -> commit(make.opening(make.ticket().externalId("order-1").build())));

        assertThat(kinds(outcomes)).isEqualTo(Map.of(Kind.COMMITTED, 1L, Kind.EXTERNAL_ID_TAKEN, Race.THREADS - 1L));
        assertThat(list(TicketQuery.all())).hasSize(1);
    }

    @Test
    @Tag("R7")
    @Tag("F20")
    void generatedReferencesHaveNeitherGapNorRepeat() {
        List<List<Receipt>> receipts = Race.run(n -> IntStream.range(0, EACH)
                .mapToObj(i -> committed(make.numbered(make.ticket().build(), SERIES, null)))
                .toList());

        assertThat(receipts.stream().flatMap(Collection::stream).map(Receipt::reference))
                .containsExactlyInAnyOrderElementsOf(references(Race.THREADS * EACH));
        assertThat(list(TicketQuery.all())).hasSize(Race.THREADS * EACH);
    }

    @Test
    @Tag("R7")
    @Tag("F20")
    void losersLeaveNoGapInTheSeries() {
        List<CommitOutcome> outcomes = Race.run(n -> {
            IdempotencyStamp stamp = TicketFixtures.stamp("open:" + n / 4, "body");
            return commit(make.numbered(make.ticket().build(), SERIES, stamp));
        });

        int winners = Race.THREADS / 4;
        assertThat(kinds(outcomes))
                .isEqualTo(Map.of(Kind.COMMITTED, (long) winners, Kind.REPLAYED, (long) Race.THREADS - winners));
        assertThat(receipts(outcomes).map(Receipt::reference).distinct())
                .containsExactlyInAnyOrderElementsOf(references(winners));
    }

    @Test
    @Tag("R7")
    void numbersGivenAndNumbersTakenByHandNeverMeet() {
        int half = Race.THREADS / 2;
        List<CommitOutcome> outcomes = Race.run(n -> {
            Ticket ticket = make.ticket().reference(SERIES.format(1 + n / 2)).build();
            return commit(n % 2 == 0 ? make.opening(ticket) : make.numbered(ticket, SERIES, null));
        });

        List<Reference> given = receipts(outcomes).map(Receipt::reference).toList();
        assertThat(given)
                .hasSizeGreaterThanOrEqualTo(half)
                .containsExactlyInAnyOrderElementsOf(references(given.size()));
        assertThat(kinds(outcomes).getOrDefault(Kind.REFERENCE_TAKEN, 0L)).isEqualTo(Race.THREADS - given.size());
        assertThat(IntStream.range(0, half).mapToObj(n -> kindsOf(outcomes).get(2 * n + 1)))
                .containsOnly(Kind.COMMITTED);
        assertThat(list(TicketQuery.all())).hasSize(given.size());
    }

    @Test
    @Tag("R5")
    @Tag("F45")
    void newCategoryIsMadeOnce() {
        List<String> spellings = List.of("Stra\u00DFe", "STRASSE", "strasse", " Strasse ");
        List<Ticket> tickets =
                Race.run(n -> opened(make.ticket().category(make.category(spellings.get(n % spellings.size())))));

        assertThat(storage().categories().categories(make.tenant())).hasSize(1);
        assertThat(tickets.stream().map(Ticket::category).distinct()).hasSize(1);
        assertThat(list(TicketQuery.builder().categories("strasse").build())).hasSize(Race.THREADS);
    }

    @Test
    void differentTicketsNeverStandInEachOthersWay() {
        List<Ticket> tickets = Race.run(n -> {
            Ticket ticket = opened(make.ticket().category(make.category("Category " + n % 3)));
            for (int i = 0; i < EACH; i++) {
                ticket = changed(ticket, edit -> edit.title("By " + n));
            }
            return ticket;
        });

        assertThat(tickets).extracting(Ticket::version).containsOnly(1L + EACH);
        assertHolds(tickets.toArray(Ticket[]::new));
    }

    @Test
    @Tag("B1")
    void tenantsNeverStandInEachOthersWay() {
        List<Receipt> receipts = Race.run(n -> {
            TicketFixtures own = TicketFixtures.ofNewTenant();
            committed(own.numbered(own.ticket().build(), SERIES, null));
            return committed(own.numbered(own.ticket().build(), SERIES, null));
        });

        assertThat(receipts).extracting(Receipt::reference).containsOnly(new Reference("T-0002"));
    }

    private static List<Reference> references(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(SERIES::format).toList();
    }

    private static List<Kind> kindsOf(List<CommitOutcome> outcomes) {
        return outcomes.stream().map(CommitOutcome::kind).toList();
    }

    private static Map<Kind, Long> kinds(List<CommitOutcome> outcomes) {
        return kindsOf(outcomes).stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static Stream<Receipt> receipts(List<CommitOutcome> outcomes) {
        return outcomes.stream().map(StoreRaceContract::receiptOf).flatMap(Optional::stream);
    }

    private static Optional<Receipt> receiptOf(CommitOutcome outcome) {
        if (outcome instanceof CommitOutcome.Committed committed) {
            return Optional.of(committed.receipt());
        }
        return outcome instanceof CommitOutcome.Replayed replayed ? Optional.of(replayed.receipt()) : Optional.empty();
    }
}
