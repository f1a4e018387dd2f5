package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.rollup.RollupCheck;
import dev.ticketkit.jdbc.internal.rollup.RollupTicketCount;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.statistics.DurationCounts;
import dev.ticketkit.jdbc.internal.statistics.LiveCounts;
import dev.ticketkit.jdbc.internal.statistics.RollupCounts;
import dev.ticketkit.jdbc.internal.statistics.RollupFlow;
import dev.ticketkit.jdbc.internal.statistics.RollupReport;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.statistics.AnswerCount;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.CountReport;
import dev.ticketkit.spi.storage.statistics.CountSummary;
import dev.ticketkit.spi.storage.statistics.DerivedStatistics;
import dev.ticketkit.spi.storage.statistics.DurationHistogram;
import dev.ticketkit.spi.storage.statistics.OwnerCount;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Statistics: from rollups and deltas where they tell the tickets of the scope apart, else counted from the rows. */
final class JdbcStatisticsStore implements DerivedStatistics {
    private final Transactions transactions;
    private final RollupCounts rollups;
    private final RollupReport summaries;
    private final LiveCounts rows;
    private final DurationCounts durations;
    private final RollupCheck check;
    private final TableNames names;

    JdbcStatisticsStore(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        this.rollups = new RollupCounts(names);
        this.summaries = new RollupReport(names, rollups);
        this.rows = new LiveCounts(names);
        this.durations = new DurationCounts(names);
        this.check = new RollupCheck(names);
        this.names = names;
    }

    @Override
    public List<TicketCount> counts(CountQuery query) {
        if (query.scope().isNone()) {
            return List.of();
        }
        boolean known = RollupCounts.knows(query.scope());
        return transactions.call().read(sql -> known ? rollups.counts(sql, query) : rows.counts(sql, query));
    }

    @Override
    public long tickets(CountQuery query) {
        return RollupCounts.knows(query.scope()) && !query.scope().isNone()
                ? transactions.call().read(sql -> rollups.tickets(sql, query))
                : counts(query).stream().mapToLong(TicketCount::tickets).sum();
    }

    @Override
    public List<Long> tickets(List<CountQuery> queries) {
        List<Long> tickets = new ArrayList<>();
        for (List<CountQuery> some : RollupFlow.split(queries)) {
            tickets.addAll(RollupFlow.of(some)
                    .map(flow -> transactions.call().read(sql -> flow.tickets(sql, names)))
                    .orElseGet(() -> DerivedStatistics.super.tickets(some)));
        }
        return tickets;
    }

    @Override
    public CountSummary summary(CountQuery query) {
        return RollupCounts.knows(query.scope()) && !query.scope().isNone()
                ? transactions.call().read(sql -> summaries.summary(sql, query))
                : CountSummary.of(counts(query));
    }

    @Override
    public CountReport report(CountQuery query, CountBasis closing) {
        if (RollupReport.knowsReport(query)) {
            return transactions.call().read(sql -> summaries.report(sql, query));
        }
        CountSummary counted = summary(query);
        CountSummary closed = closing == query.basis() ? counted : summary(query.on(closing));
        return new CountReport(counted, closed.categories(), statusEntries(query));
    }

    @Override
    public Map<String, Long> statusEntries(CountQuery query) {
        if (query.scope().isNone()) {
            return Map.of();
        }
        boolean known = RollupCounts.knows(query.scope());
        return transactions
                .call()
                .read(sql -> known ? rollups.statusEntries(sql, query) : rows.statusEntries(sql, query));
    }

    @Override
    public long openNow(TenantId tenant, AccessScope scope, InstantRange opened) {
        if (RollupCounts.knows(scope) && !scope.isNone()) {
            return transactions.call().read(sql -> rollups.openNow(sql, tenant, scope, opened));
        }
        CountQuery all = new CountQuery(tenant, scope, CountBasis.OPENED, opened, Set.of());
        return counts(all).stream()
                .filter(row -> row.status().macro() == MacroStatus.IN_PROGRESS)
                .mapToLong(TicketCount::tickets)
                .sum();
    }

    @Override
    public List<OwnerCount> openByOwner(TenantId tenant, AccessScope scope) {
        if (scope.isNone()) {
            return List.of();
        }
        boolean known = scope.isAll()
                || (scope.categories().isEmpty() && scope.contacts().isEmpty());
        return transactions
                .call()
                .read(sql -> known ? rollups.openByOwner(sql, tenant, scope) : rows.openByOwner(sql, tenant, scope));
    }

    @Override
    public DurationHistogram closingTimes(CountQuery query) {
        return query.scope().isNone() || query.basis() == CountBasis.OPEN_NOW
                ? DurationHistogram.EMPTY
                : transactions.call().read(sql -> durations.closingTimes(sql, query));
    }

    @Override
    public AnswerCount firstAnswers(CountQuery query) {
        return query.scope().isNone()
                ? new AnswerCount(DurationHistogram.EMPTY, 0)
                : transactions.call().read(sql -> durations.firstAnswers(sql, query));
    }

    @Override
    public OptionalLong count(TenantId tenant, TicketQuery query, AccessScope scope) {
        RollupTicketCount count = new RollupTicketCount(tenant, query, scope);
        if (scope.isNone()) {
            return OptionalLong.of(0);
        }
        return count.isKnown()
                ? OptionalLong.of(transactions.call().read(sql -> count.run(sql, names)))
                : OptionalLong.empty();
    }

    @Override
    public List<String> differences(TenantId tenant) {
        return transactions.call().read(sql -> check.run(sql, tenant));
    }
}
