package dev.ticketkit.spi.storage.statistics;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts tickets. Answers are exact at the moment of the call, and equal to counting every ticket one by one. What can be computed from these
 * is in {@link DerivedStatistics}, for a store that answers it more cheaply.
 */
public interface StatisticsStore {
    /** The counted groups, in no order; groups without tickets are left out. A category stands under its present name. */
    List<TicketCount> counts(CountQuery query);

    /**
     * How often tickets entered each status by a change, the changes lying in the query's range; opening in a status does not count.
     * The basis does not matter. By status key; statuses never entered are left out.
     */
    Map<String, Long> statusEntries(CountQuery query);

    /** The tickets in progress now, by owner and priority, in no order; groups without tickets are left out. */
    List<OwnerCount> openByOwner(TenantId tenant, AccessScope scope);

    /**
     * The times from opening to closing of the tickets that the query's basis counts and that are closed now. {@link CountBasis#OPEN_NOW}
     * has none.
     */
    DurationHistogram closingTimes(CountQuery query);

    /**
     * The times from opening to the first answer, {@link dev.ticketkit.spi.model.Ticket#answeringTime}, of the tickets that the query's
     * basis counts.
     */
    AnswerCount firstAnswers(CountQuery query);

    /**
     * Statistics of a store that counts nothing itself: read from its lists and histories, a thousand tickets at a time, in order of opening. A call takes
     * as long as reading the tickets it is about; it is of one moment only while nobody writes. Thread-safe if lists and histories are.
     */
    static StatisticsStore listed(Lists lists, Histories histories) {
        return new ListedStatistics(lists, histories);
    }

    /** The tickets a query finds, as {@code TicketStore.list}. */
    @FunctionalInterface
    interface Lists {
        /** At most {@code limit} tickets that come after a position. */
        List<Ticket> list(
                TenantId tenant, TicketQuery query, AccessScope scope, @Nullable SortPosition after, int limit);
    }

    /** What happened to a ticket, as {@code EventStore.history}. */
    @FunctionalInterface
    interface Histories {
        /** At most {@code limit} events after a version. */
        List<TicketEvent> history(TenantId tenant, TicketId id, long afterVersion, int limit);
    }
}
