package dev.ticketkit.testkit.contract;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import dev.ticketkit.spi.query.TicketSort;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random queries and scopes over what {@link RandomTickets} makes. Not thread-safe. */
final class RandomQueries {
    private static final List<String> NAMES =
            List.of("ASSISTANCE", "logistics", "\u00C4RGER", "a\u0308rger", "\uD83D\uDE00  fun", "never used");
    private static final List<String> PEOPLE = List.of("p-1", "p-2", "P-1", "p-3", "P-3", "nobody");
    private static final List<String> STATUS_KEYS =
            List.of("open", "waiting", "resolved", "closed", "later", "bug-invalid", "x");
    private static final List<String> SEARCHES = List.of(
            "printer",
            "PRINT*",
            "st* -",
            "strasse",
            "\u00DF",
            "CAFE\u0301",
            "caf*",
            "A B",
            "\uD83D\uDE00",
            "fi*",
            "printer zebra",
            "  ",
            "nothing has this");

    private final Random random;

    RandomQueries(Random random) {
        this.random = random;
    }

    TicketQuery next() {
        TicketQueryBuilder query =
                TicketQuery.builder().sort(oneOf(List.of(TicketSort.values())), oneOf(List.of(SortDirection.values())));
        addChoices(query);
        addPeople(query);
        addTimes(query);
        return query.build();
    }

    AccessScope scope() {
        AccessScope scope = random.nextInt(3) == 0 ? AccessScope.all() : AccessScope.none();
        if (random.nextBoolean()) {
            scope = scope.or(AccessScope.owners(some(PEOPLE)));
        }
        if (random.nextInt(3) == 0) {
            scope = scope.or(AccessScope.unassigned());
        }
        if (random.nextInt(3) == 0) {
            scope = scope.or(AccessScope.categories(some(NAMES)));
        }
        return random.nextInt(3) == 0 ? scope.or(AccessScope.contacts(some(PEOPLE))) : scope;
    }

    Set<String> categories() {
        return seldom() ? some(NAMES) : Set.of();
    }

    InstantRange range() {
        return InstantRange.of(
                random.nextInt(3) == 0 ? null : oneOf(RandomTickets.TIMES),
                random.nextInt(3) == 0 ? null : oneOf(RandomTickets.TIMES));
    }

    private void addChoices(TicketQueryBuilder query) {
        if (seldom()) {
            query.text(oneOf(SEARCHES));
        }
        if (seldom()) {
            query.excludedText(oneOf(SEARCHES));
        }
        if (seldom()) {
            query.statuses(some(STATUS_KEYS));
        }
        if (seldom()) {
            query.macroStatus(oneOf(List.of(MacroStatus.values())));
        }
        if (seldom()) {
            query.priorities(some(List.of(Priority.values())));
        }
        if (seldom()) {
            query.origins(some(List.of(Origin.values())));
        }
    }

    private void addPeople(TicketQueryBuilder query) {
        query.unassigned(seldom()).uncategorised(seldom()).categories(categories());
        if (seldom()) {
            query.owners(some(PEOPLE));
        }
        if (seldom()) {
            query.contacts(some(PEOPLE));
        }
        if (seldom()) {
            query.attributes(Map.of("colour", oneOf(RandomTickets.WORDS)));
        }
        if (seldom()) {
            query.attributes(Map.of("size", oneOf(PEOPLE)));
        }
    }

    private void addTimes(TicketQueryBuilder query) {
        if (seldom()) {
            query.opened(range());
        }
        if (seldom()) {
            query.updated(range());
        }
        if (seldom()) {
            query.closed(range());
        }
    }

    private boolean seldom() {
        return random.nextInt(5) == 0;
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> Set<T> some(List<T> values) {
        Set<T> some = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            some.add(oneOf(values));
        }
        return some;
    }
}
