package dev.ticketkit.testkit.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.statistics.DerivedStatistics;
import dev.ticketkit.testkit.MemoryStorage;
import dev.ticketkit.testkit.contract.fixture.RandomLife;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever becomes of the tickets and their categories, lists and totals are what sorting and counting all of them gives. */
class SortedListsTest {
    private static final long SEED = 20_261_128L;
    private static final int ROUNDS = 60;
    private static final int CHANGES_A_ROUND = 15;

    private final MemoryStorage storage = new MemoryStorage();
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final Random random = new Random(SEED);
    private final RandomLife life = new RandomLife(make, random);
    private final Map<TicketId, Ticket> tickets = new LinkedHashMap<>();

    @Test
    void everyOrderStaysWhatSortingAllTicketsGives() {
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < CHANGES_A_ROUND; i++) {
                live();
            }
            changeCatalogue(round);
            compareLists("seed %d, round %d".formatted(SEED, round));
        }
        assertThat(tickets.values()).anyMatch(ticket -> ticket.erasedAt() != null);
        assertThat(tickets.values()).anyMatch(ticket -> ticket.deletedAt() != null);
    }

    private void live() {
        boolean opens = tickets.isEmpty() || random.nextInt(3) == 0;
        TicketChange change = opens ? life.opening() : life.change(oneOf(List.copyOf(tickets.values())));
        assertThat(storage.tickets().commit(change)).isInstanceOf(CommitOutcome.Committed.class);
        tickets.put(change.after().id(), change.after());
    }

    private void changeCatalogue(int round) {
        List<CategoryEntry> known = storage.categories().categories(make.tenant());
        switch (round % 6) {
            case 0 ->
                assertThat(storage.categories().rename(make.tenant(), idOf(known), newName(round)))
                        .isTrue();
            case 2 ->
                assertThat(storage.categories().merge(make.tenant(), idOf(known), idOf(known)))
                        .isTrue();
            case 3 ->
                assertThat(storage.categories().hide(make.tenant(), idOf(known), random.nextBoolean()))
                        .isTrue();
            case 4 -> relabel("Label " + round);
            default -> {}
        }
    }

    private UUID idOf(List<CategoryEntry> known) {
        return oneOf(known).category().id();
    }

    /** In front of all others, between them or behind. */
    private String newName(int round) {
        return oneOf(List.of("A", "M", "z")) + " " + round;
    }

    private void relabel(String label) {
        StatusEntry before = storage.statuses().statuses(make.tenant()).stream()
                .filter(entry -> entry.status().equals(Status.WAITING))
                .findFirst()
                .orElse(null);
        assertThat(storage.statuses().saveStatus(make.tenant(), before, new StatusEntry(Status.WAITING, label, false)))
                .isTrue();
        storage.statuses().savePriority(make.tenant(), new PriorityEntry(Priority.LOW, label, true));
    }

    private void compareLists(String when) {
        List<Ticket> visible = tickets.values().stream()
                .filter(ticket -> ticket.deletedAt() == null)
                .map(this::asItShows)
                .toList();
        for (TicketSort sort : TicketSort.values()) {
            for (SortDirection direction : SortDirection.values()) {
                TicketQuery all = TicketQuery.builder().sort(sort, direction).build();
                compare(all, visible, when);
                compare(all.toBuilder().macroStatus(MacroStatus.TERMINATED).build(), visible, when);
                compare(all.toBuilder().uncategorised(true).build(), visible, when);
                compareCategory(all, visible, when);
            }
        }
    }

    private void compareCategory(TicketQuery all, List<Ticket> visible, String when) {
        String name =
                oneOf(storage.categories().categories(make.tenant())).category().name();
        compare(all.toBuilder().categories(Set.of(name)).build(), visible, when);
    }

    private void compare(TicketQuery query, List<Ticket> visible, String when) {
        Comparator<SortPosition> order = SortPosition.order(query.sort(), query.direction());
        List<Ticket> expected = visible.stream()
                .filter(ticket -> isFound(ticket, query))
                .sorted(Comparator.comparing(query.sort()::positionOf, order))
                .toList();
        assertThat(pages(query, 1 + random.nextInt(40)))
                .as("%s: %s %s, %s", when, query.sort(), query.direction(), query)
                .isEqualTo(expected);
        assertThat(DerivedStatistics.of(storage.statistics()).count(make.tenant(), query, AccessScope.all()))
                .as(when)
                .isEqualTo(OptionalLong.of(expected.size()));
    }

    private static boolean isFound(Ticket ticket, TicketQuery query) {
        boolean categorised = ticket.category() != null;
        return (query.macroStatus() == null || ticket.status().macro() == query.macroStatus())
                && (!query.uncategorised() || !categorised)
                && (query.categories().isEmpty()
                        || (categorised
                                && query.categories().contains(ticket.category().name())));
    }

    private List<Ticket> pages(TicketQuery query, int limit) {
        List<Ticket> read = new ArrayList<>();
        @Nullable SortPosition after = null;
        List<Ticket> page;
        do {
            page = storage.tickets().list(make.tenant(), query, AccessScope.all(), after, limit);
            read.addAll(page);
            after = page.isEmpty() ? after : query.sort().positionOf(page.get(page.size() - 1));
        } while (page.size() == limit && read.size() <= tickets.size());
        return read;
    }

    private Ticket asItShows(Ticket ticket) {
        return ticket.category() == null
                ? ticket
                : ticket.toBuilder()
                        .category(storage.categories()
                                .find(make.tenant(), ticket.category().id())
                                .orElseThrow()
                                .category())
                        .build();
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
