package dev.ticketkit.spi.storage;

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
public interface TallyStore {
    /** The counted groups, in no order; groups without tickets are left out. A category stands under its present name. */
    List<TallyRow> tally(TallyQuery query);

    /** How many tickets {@link #tally} counts. */
    default long tickets(TallyQuery query) {
        return tally(query).stream().mapToLong(TallyRow::tickets).sum();
    }

    /**
     * What {@link #tally} says, summed in three ways: what a report is made of. A store that keeps these sums has far
     * fewer rows to read.
     */
    default TallySummary summary(TallyQuery query) {
        return TallySummary.of(tally(query));
    }

    /**
     * How often tickets entered each status by a change, the changes lying in the query's range; opening in a status does not count.
     * The reading does not matter. By status key; statuses never entered are left out.
     */
    Map<String, Long> statusEntries(TallyQuery query);

    /**
     * All that a report needs, so that a store may read it at once; each part is of one moment.
     *
     * @param query the tickets that shares and counts are about
     * @param closing which tickets of the same range, scope and categories closing times are about
     */
    default TallyReport report(TallyQuery query, TallyReading closing) {
        TallyQuery closed = new TallyQuery(query.tenant(), query.scope(), closing, query.range(), query.categories());
        TallySummary counted = summary(query);
        return new TallyReport(
                counted,
                closing == query.reading()
                        ? counted.categories()
                        : summary(closed).categories(),
                statusEntries(query));
    }

    /** How many tickets in progress now were opened in a range. */
    default long openNow(TenantId tenant, AccessScope scope, InstantRange opened) {
        return tally(new TallyQuery(tenant, scope, TallyReading.OPENED, opened, Set.of())).stream()
                .filter(row -> row.status().macro() == MacroStatus.IN_PROGRESS)
                .mapToLong(TallyRow::tickets)
                .sum();
    }

    /** The tickets in progress now, by owner and priority, in no order; groups without tickets are left out. */
    List<OwnerTally> openByOwner(TenantId tenant, AccessScope scope);

    /**
     * The times from opening to closing of the tickets that the query's reading counts and that are closed now. {@link TallyReading#OPEN_NOW}
     * has none.
     */
    DurationHistogram closingTimes(TallyQuery query);

    /**
     * The times from opening to the first answer, {@link dev.ticketkit.spi.model.Ticket#answeringTime}, of the tickets that the query's
     * reading counts.
     */
    AnswerTally firstAnswers(TallyQuery query);

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
