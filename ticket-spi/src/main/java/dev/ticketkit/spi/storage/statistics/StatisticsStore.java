package dev.ticketkit.spi.storage.statistics;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Counts tickets. Answers are exact at the moment of the call, and equal to counting every ticket one by one. */
public interface StatisticsStore {
    /** The counted groups, in no order; groups without tickets are left out. A category stands under its present name. */
    List<TicketCount> counts(CountQuery query);

    /** How many tickets {@link #counts} counts. */
    default long tickets(CountQuery query) {
        return counts(query).stream().mapToLong(TicketCount::tickets).sum();
    }

    /**
     * What {@link #counts} says, summed in three ways: what a report is made of. A store that keeps these sums has far
     * fewer rows to read.
     */
    default CountSummary summary(CountQuery query) {
        return CountSummary.of(counts(query));
    }

    /**
     * How often tickets entered each status by a change, the changes lying in the query's range; opening in a status does not count.
     * The reading does not matter. By status key; statuses never entered are left out.
     */
    Map<String, Long> statusEntries(CountQuery query);

    /**
     * All that a report needs, so that a store may read it at once; each part is of one moment.
     *
     * @param query the tickets that shares and counts are about
     * @param closing which tickets of the same range, scope and categories closing times are about
     */
    default CountReport report(CountQuery query, CountBasis closing) {
        CountQuery closed = new CountQuery(query.tenant(), query.scope(), closing, query.range(), query.categories());
        CountSummary counted = summary(query);
        return new CountReport(
                counted,
                closing == query.reading()
                        ? counted.categories()
                        : summary(closed).categories(),
                statusEntries(query));
    }

    /** How many tickets in progress now were opened in a range. */
    default long openNow(TenantId tenant, AccessScope scope, InstantRange opened) {
        return counts(new CountQuery(tenant, scope, CountBasis.OPENED, opened, Set.of())).stream()
                .filter(row -> row.status().macro() == MacroStatus.IN_PROGRESS)
                .mapToLong(TicketCount::tickets)
                .sum();
    }

    /** The tickets in progress now, by owner and priority, in no order; groups without tickets are left out. */
    List<OwnerCount> openByOwner(TenantId tenant, AccessScope scope);

    /**
     * The times from opening to closing of the tickets that the query's reading counts and that are closed now. {@link CountBasis#OPEN_NOW}
     * has none.
     */
    DurationHistogram closingTimes(CountQuery query);

    /**
     * The times from opening to the first answer, {@link dev.ticketkit.spi.model.Ticket#answeringTime}, of the tickets that the query's
     * reading counts.
     */
    AnswerCount firstAnswers(CountQuery query);

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
