package dev.ticketkit.spi.storage.statistics;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Statistics that follow from those of a {@link StatisticsStore}: sums of its counts. A store that keeps sums implements this as well, and
 * overrides what it can answer with fewer rows to read; every answer stays equal to the computed one.
 */
public interface DerivedStatistics extends StatisticsStore {
    /** The store itself when it has these, else the same computed from what it counts. */
    static DerivedStatistics of(StatisticsStore store) {
        return store instanceof DerivedStatistics derived ? derived : new ComputedStatistics(store);
    }

    /** How many tickets {@link #counts} counts. */
    default long tickets(CountQuery query) {
        return counts(query).stream().mapToLong(TicketCount::tickets).sum();
    }

    /** {@link #tickets(CountQuery)} of each, in order: of months or days in turn, which a store may read at once. */
    default List<Long> tickets(List<CountQuery> queries) {
        return queries.stream().map(this::tickets).toList();
    }

    /** What {@link #counts} says, summed in three ways: what a report is made of. */
    default CountSummary summary(CountQuery query) {
        return CountSummary.of(counts(query));
    }

    /**
     * All that a report needs, so that a store may read it at once; each part is of one moment.
     *
     * @param query the tickets that shares and counts are about
     * @param closing which tickets of the same range, scope and categories closing times are about
     */
    default CountReport report(CountQuery query, CountBasis closing) {
        CountSummary counted = summary(query);
        CountSummary closed = closing == query.basis() ? counted : summary(query.on(closing));
        return new CountReport(counted, closed.categories(), statusEntries(query));
    }

    /** How many tickets in progress now were opened in a range. */
    default long openNow(TenantId tenant, AccessScope scope, InstantRange opened) {
        return counts(new CountQuery(tenant, scope, CountBasis.OPENED, opened, Set.of())).stream()
                .filter(row -> row.status().macro() == MacroStatus.IN_PROGRESS)
                .mapToLong(TicketCount::tickets)
                .sum();
    }

    /**
     * How many tickets a query finds, for totals of lists: exact, or empty when finding out would mean counting tickets. Ignores sort,
     * cursor and limit. What is known of a query says nothing about another one.
     *
     * @param scope only tickets inside it
     */
    default OptionalLong count(TenantId tenant, TicketQuery query, AccessScope scope) {
        return OptionalLong.empty();
    }

    /**
     * Compares what the store keeps counted with a count of everything, group by group, at one moment, whoever writes meanwhile. Takes as
     * long as reading all tickets.
     *
     * @return one line of ids and numbers for each group that differs, at most 100; none for a store that keeps nothing counted
     */
    default List<String> differences(TenantId tenant) {
        return List.of();
    }
}
