package dev.ticketkit.testkit.contract.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.CountReport;
import dev.ticketkit.spi.storage.statistics.CountSummary;
import dev.ticketkit.spi.storage.statistics.DerivedStatistics;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import dev.ticketkit.testkit.contract.fixture.RandomLife;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.internal.RandomQueries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Statistics stay exact whatever becomes of the tickets, and whatever the store's maintenance has done of it. */
public abstract class CountedLifeContract extends StorageContract {
    private static final long SEED = 20_261_123L;

    /**
     * Six see every kind of change more than ten times, and a rename and a merge with rollups before and live changes after them. A rolling up
     * that adds up wrongly, or a merge that leaves a rollup behind, is wrong at the end.
     */
    private static final int ROUNDS = Rounds.of(6, 25);

    private static final int CHANGES_A_ROUND = 20;
    private static final int QUERIES_A_ROUND = Rounds.of(4, 6);
    private static final String FIRST = "Assistance";
    private static final String SECOND = "Logistics";

    private final Random random = new Random(SEED);
    private final List<TicketId> ids = new ArrayList<>();

    /** For subclasses. */
    protected CountedLifeContract() {}

    @Test
    @Tag("B5")
    @Tag("R35")
    void everyAnswerStaysExact() {
        RandomLife life = new RandomLife(make, random);
        for (int round = 0; round < ROUNDS; round++) {
            live(life);
            if (round == ROUNDS / 3) {
                finishMaintenance();
                storage()
                        .categories()
                        .rename(make.tenant(), make.category(SECOND).id(), "Dispatch " + round);
            }
            if (round == ROUNDS / 2) {
                storage()
                        .categories()
                        .merge(
                                make.tenant(),
                                make.category(FIRST).id(),
                                make.category(SECOND).id());
            }
            if (random.nextBoolean()) {
                storage().maintenance().run(1 + random.nextInt(30));
            }
            compare(life, round);
        }
        finishMaintenance();
        compare(life, ROUNDS);
    }

    @Test
    @Tag("B5")
    @Tag("B7")
    void entriesFollowTheirTicketThroughCategoryDeletionAndErasure() {
        Ticket ticket = opened(make.ticket().category(make.category(FIRST)));
        ticket = changed(ticket, edit -> edit.status(Status.WAITING));
        ticket = changed(ticket, edit -> edit.category(make.category(SECOND)));
        assertThat(entries(FIRST)).isEmpty();
        assertThat(entries(SECOND)).isEqualTo(Map.of("waiting", 1L));

        finishMaintenance();
        ticket = stored(
                committed(make.erasure(ticket, new Reference("erased-1"))).ticketId());
        assertThat(entries(SECOND)).isEqualTo(Map.of("waiting", 1L));

        ticket = deleted(ticket);
        assertThat(entries()).isEmpty();
        finishMaintenance();
        ticket = changed(ticket, edit -> edit.category(null));
        changed(ticket, edit -> edit.deletedAt(null));
        assertThat(entries()).isEqualTo(Map.of("waiting", 1L));
        assertThat(entries(SECOND)).isEmpty();
        assertThat(differences()).isEmpty();
    }

    @Test
    @Tag("B5")
    @Tag("R5")
    void aChangeDecidedBeforeAMergeIsCountedInTheMergedCategory() {
        Ticket ticket = opened(make.ticket().category(make.category(FIRST)));
        opened(make.ticket().category(make.category(SECOND)));
        finishMaintenance();
        storage()
                .categories()
                .merge(
                        make.tenant(),
                        make.category(FIRST).id(),
                        make.category(SECOND).id());
        committed(make.change(ticket, edit -> edit.status(Status.WAITING)));

        assertThat(counts(CountBasis.OPENED, AccessScope.all(), InstantRange.ALWAYS))
                .allSatisfy(row -> assertThat(row.category()).isEqualTo(make.category(SECOND)))
                .extracting(TicketCount::tickets)
                .containsExactly(1L, 1L);
        assertThat(entries(FIRST)).isEqualTo(Map.of("waiting", 1L));
        finishMaintenance();
        assertThat(differences()).isEmpty();
    }

    @Test
    @Tag("R16")
    void countsWhatItKnowsOfAList() {
        assumeTrue(storage().statistics() instanceof DerivedStatistics, "a store that keeps no sums knows none");
        RandomLife life = new RandomLife(make, random);
        for (int i = 0; i < 5; i++) {
            live(life);
        }
        finishMaintenance();
        live(life);
        TicketQuery all = TicketQuery.all();
        List<TicketQuery> queries = List.of(
                all,
                all.toBuilder().statuses(Set.of("open", "closed")).build(),
                all.toBuilder().categories(Set.of(FIRST)).uncategorised(true).build(),
                all.toBuilder().owners(Set.of("p-1")).unassigned(true).build(),
                all.toBuilder().categories(Set.of("nobody used this")).build());
        for (TicketQuery query : queries) {
            for (AccessScope scope : List.of(AccessScope.all(), AccessScope.none())) {
                assertThat(DerivedStatistics.of(storage().statistics()).count(make.tenant(), query, scope))
                        .hasValue(list(query, scope).size());
            }
        }
        assertThat(DerivedStatistics.of(storage().statistics())
                        .count(make.tenant(), all, AccessScope.owners(Set.of("p-2"))))
                .hasValue(list(all, AccessScope.owners(Set.of("p-2"))).size());
    }

    private void live(RandomLife life) {
        for (int i = 0; i < CHANGES_A_ROUND; i++) {
            ids.add(committed(life.opening()).ticketId());
            Ticket before = stored(ids.get(random.nextInt(ids.size())));
            if (before.deletedAt() != null && random.nextBoolean()) {
                committed(life.deletion(before));
            } else {
                committed(life.change(before));
            }
        }
    }

    private void compare(RandomLife life, int round) {
        RandomQueries queries = new RandomQueries(random);
        assertThat(differences()).as("seed %d, round %d", SEED, round).isEmpty();
        Map<TicketId, List<TicketEvent>> histories = new HashMap<>();
        list(TicketQuery.all()).forEach(ticket -> histories.put(ticket.id(), history(ticket.id())));
        for (int i = 0; i < QUERIES_A_ROUND; i++) {
            AccessScope scope = i % 2 == 0 ? AccessScope.all() : queries.scope();
            InstantRange range = i == 0 ? InstantRange.ALWAYS : life.range();
            // By the store's own word: it knows which spellings mean one category now.
            Map<Ticket, List<TicketEvent>> visible = new HashMap<>();
            list(TicketQuery.all(), scope).forEach(ticket -> visible.put(ticket, histories.get(ticket.id())));
            for (CountBasis reading : CountBasis.values()) {
                Collection<TicketCount> expected =
                        PlainCounts.counts(visible.keySet(), query(reading, AccessScope.all(), range));
                assertThat(counts(reading, scope, range))
                        .as("seed %d, round %d: %s in %s", SEED, round, reading, range)
                        .containsExactlyInAnyOrderElementsOf(expected);
                requireSummary(
                        DerivedStatistics.of(storage().statistics()).summary(query(reading, scope, range)),
                        CountSummary.of(expected),
                        "seed %s, round %s: summary, %s in %s".formatted(SEED, round, reading, range));
            }
            CountQuery opened = query(CountBasis.OPENED, AccessScope.all(), range);
            CountReport report = DerivedStatistics.of(storage().statistics())
                    .report(query(CountBasis.OPENED, scope, range), CountBasis.OPENED);
            assertThat(report.statusEntries())
                    .as("seed %d, round %d: entries in %s", SEED, round, range)
                    .isEqualTo(PlainCounts.statusEntries(visible, opened));
            assertThat(report.counted().categories())
                    .as("seed %d, round %d: report in %s", SEED, round, range)
                    .containsExactlyInAnyOrderElementsOf(CountSummary.of(PlainCounts.counts(visible.keySet(), opened))
                            .categories());
            TicketQuery list = queries.next();
            OptionalLong count = DerivedStatistics.of(storage().statistics()).count(make.tenant(), list, scope);
            if (count.isPresent()) {
                assertThat(count).hasValue(list(list, scope).size());
            }
        }
    }

    private static void requireSummary(CountSummary summary, CountSummary expected, String what) {
        assertThat(summary.categories()).as(what).containsExactlyInAnyOrderElementsOf(expected.categories());
        assertThat(summary.statuses()).as(what).isEqualTo(expected.statuses());
        assertThat(summary.priorities()).as(what).isEqualTo(expected.priorities());
    }

    private List<TicketCount> counts(CountBasis reading, AccessScope scope, InstantRange range) {
        return storage().statistics().counts(query(reading, scope, range));
    }

    private Map<String, Long> entries(String... categories) {
        return storage()
                .statistics()
                .statusEntries(new CountQuery(
                        make.tenant(), AccessScope.all(), CountBasis.OPENED, InstantRange.ALWAYS, Set.of(categories)));
    }

    private CountQuery query(CountBasis reading, AccessScope scope, InstantRange range) {
        return new CountQuery(make.tenant(), scope, reading, range, Set.of());
    }

    private List<String> differences() {
        return DerivedStatistics.of(storage().statistics()).differences(make.tenant());
    }
}
