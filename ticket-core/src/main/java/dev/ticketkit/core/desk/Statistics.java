package dev.ticketkit.core.desk;

import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.statistics.BacklogReader;
import dev.ticketkit.core.internal.statistics.ReportCalculator;
import dev.ticketkit.core.internal.statistics.Verifier;
import dev.ticketkit.core.internal.statistics.WorkloadCalculator;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.core.statistics.BacklogAge;
import dev.ticketkit.core.statistics.DailyFlow;
import dev.ticketkit.core.statistics.DurationPercentiles;
import dev.ticketkit.core.statistics.FirstAnswers;
import dev.ticketkit.core.statistics.MonthlyFlow;
import dev.ticketkit.core.statistics.OwnerWorkload;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.core.statistics.StatisticsReport;
import dev.ticketkit.core.statistics.Verification;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.statistics.AnswerCount;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.CountReport;
import dev.ticketkit.spi.storage.statistics.DerivedStatistics;
import dev.ticketkit.spi.storage.statistics.DurationHistogram;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Statistics over the tickets of one tenant that one actor may read. Always exact: equal to counting every ticket one by one, which
 * {@link #verify} does; only percentiles are rounded, by at most 2.5%. Each method throws {@link dev.ticketkit.spi.error.StorageException} when the store fails.
 */
public class Statistics {
    private static final int MAX_MONTHS = 1200;
    private static final int MAX_DAYS = 400;

    private final ActorContext session;
    private final TenantId tenant;
    private final TicketStorage storage;

    Statistics(ActorContext session) {
        this.session = session;
        this.tenant = session.tenant;
        this.storage = session.storage();
    }

    /** The report of a query. Labels are those of a moment ago: another node's new one is seen within a second. */
    public StatisticsReport report(StatisticsQuery query) {
        session.parts.validator().check(query);
        AccessScope scope = session.countedScope();
        CountQuery counted = countQuery(scope, query, query.basis(), range(query));
        CountReport counts = scope.isNone() ? CountReport.EMPTY : counts().report(counted, query.closing());
        return new ReportCalculator(counts).report(session.statuses(), session.priorities());
    }

    /** The report of the current month. */
    public StatisticsReport report() {
        return report(StatisticsQuery.builder().build());
    }

    /**
     * Tickets opened and closed in each month, in order.
     *
     * @param first the first month
     * @param last the last month, included; at most 1,200 months
     */
    public List<MonthlyFlow> monthlyFlow(YearMonth first, YearMonth last) {
        Required.argument(first, "first");
        if (Required.argument(last, "last").isBefore(first) || ChronoUnit.MONTHS.between(first, last) >= MAX_MONTHS) {
            throw new RefusedException("months", "must be 1 to " + MAX_MONTHS + ", the first before the last");
        }
        List<YearMonth> months = Stream.iterate(first, month -> month.plusMonths(1))
                .limit(ChronoUnit.MONTHS.between(first, last) + 1)
                .toList();
        return flow(months, month -> StatisticsQuery.builder().month(month).build(), MonthlyFlow::new);
    }

    /**
     * Tickets opened and closed on each day, in order; days of the tenant's zone.
     *
     * @param first the first day
     * @param last the last day, included; at most 400 days
     */
    public List<DailyFlow> dailyFlow(LocalDate first, LocalDate last) {
        Required.argument(first, "first");
        if (Required.argument(last, "last").isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MAX_DAYS) {
            throw new RefusedException("days", "must be 1 to " + MAX_DAYS + ", the first before the last");
        }
        List<LocalDate> days = Stream.iterate(first, day -> day.plusDays(1))
                .limit(ChronoUnit.DAYS.between(first, last) + 1)
                .toList();
        return flow(days, day -> StatisticsQuery.builder().days(day, day).build(), DailyFlow::new);
    }

    /** The tickets in progress now by owner: the one with the most first, then by id; without an owner last. */
    public List<OwnerWorkload> workload() {
        AccessScope scope = session.countedScope();
        return scope.isNone()
                ? List.of()
                : WorkloadCalculator.workload(storage.statistics().openByOwner(tenant, scope));
    }

    /** How long the tickets in progress have been open: up to a day, a week, 30 and 90 days, and longer. */
    public BacklogAge backlogAge() {
        return new BacklogReader(
                        tenant,
                        storage,
                        session.countedScope(),
                        session.parts.clock().instant())
                .read();
    }

    /**
     * Percentiles of the time from opening to closing, of the tickets that the query's {@link StatisticsQuery#closing} is about. The mean is in
     * the report. Whole months of all tickets are kept counted; parts of a month at the ends, and all of the range when categories are
     * named or the actor sees only some tickets, take a time that grows with their tickets.
     */
    public DurationPercentiles closingPercentiles(StatisticsQuery query) {
        return DurationPercentiles.of(durations(
                query,
                Required.argument(query, "query").closing(),
                DurationHistogram.EMPTY,
                storage.statistics()::closingTimes));
    }

    /**
     * How soon the tickets that the query's {@link StatisticsQuery#basis} is about were answered by an operator. Takes as long as
     * {@link #closingPercentiles}.
     */
    public FirstAnswers firstAnswers(StatisticsQuery query) {
        AnswerCount none = new AnswerCount(DurationHistogram.EMPTY, 0);
        return FirstAnswers.of(
                durations(query, Required.argument(query, "query").basis(), none, storage.statistics()::firstAnswers));
    }

    /**
     * Counts every ticket one by one and compares with the statistics. Reads all tickets, a thousand at a time; exact only while
     * nobody writes. For an actor who may read all tickets the store also compares everything it keeps counted with a count of its own,
     * month by month and day by day.
     */
    public Verification verify() {
        return new Verifier(tenant, storage, session.countedScope()).verify();
    }

    /** What was opened and closed in a period. */
    private interface Flow<P, F> {
        F of(P period, long opened, long closed);
    }

    private <P, F> List<F> flow(List<P> periods, Function<P, StatisticsQuery> asked, Flow<P, F> flow) {
        AccessScope scope = session.countedScope();
        List<StatisticsQuery> queries = periods.stream().map(asked).toList();
        List<Long> opened = tickets(scope, queries, CountBasis.OPENED);
        List<Long> closed = tickets(scope, queries, CountBasis.CLOSED);
        return IntStream.range(0, periods.size())
                .mapToObj(at -> flow.of(periods.get(at), opened.get(at), closed.get(at)))
                .toList();
    }

    private List<Long> tickets(AccessScope scope, List<StatisticsQuery> queries, CountBasis basis) {
        return scope.isNone()
                ? Collections.nCopies(queries.size(), 0L)
                : counts().tickets(queries.stream()
                        .map(query -> countQuery(scope, query, basis, range(query)))
                        .toList());
    }

    private DerivedStatistics counts() {
        return DerivedStatistics.of(storage.statistics());
    }

    private <T> T durations(StatisticsQuery query, CountBasis basis, T none, Function<CountQuery, T> counting) {
        session.parts.validator().check(query);
        AccessScope scope = session.countedScope();
        return scope.isNone() ? none : counting.apply(countQuery(scope, query, basis, range(query)));
    }

    private CountQuery countQuery(AccessScope scope, StatisticsQuery query, CountBasis basis, InstantRange range) {
        return new CountQuery(tenant, scope, basis, range, query.categories());
    }

    private InstantRange range(StatisticsQuery query) {
        ZoneId zone = query.zone() == null ? session.settings().zone() : query.zone();
        return query.range(zone, LocalDate.ofInstant(session.parts.clock().instant(), zone));
    }
}
