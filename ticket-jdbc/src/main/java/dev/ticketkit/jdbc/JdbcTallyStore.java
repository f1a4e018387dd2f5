package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.rollup.CellCheck;
import dev.ticketkit.jdbc.internal.rollup.CellCount;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.statistics.CellSummary;
import dev.ticketkit.jdbc.internal.statistics.CellTally;
import dev.ticketkit.jdbc.internal.statistics.DurationTally;
import dev.ticketkit.jdbc.internal.statistics.RowTally;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.AnswerTally;
import dev.ticketkit.spi.storage.DurationHistogram;
import dev.ticketkit.spi.storage.OwnerTally;
import dev.ticketkit.spi.storage.TallyQuery;
import dev.ticketkit.spi.storage.TallyReading;
import dev.ticketkit.spi.storage.TallyReport;
import dev.ticketkit.spi.storage.TallyRow;
import dev.ticketkit.spi.storage.TallyStore;
import dev.ticketkit.spi.storage.TallySummary;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Statistics: from cells and deltas where they tell the tickets of the scope apart, else counted from the rows. */
final class JdbcTallyStore implements TallyStore {
    private final Transactions transactions;
    private final CellTally cells;
    private final CellSummary summaries;
    private final RowTally rows;
    private final DurationTally durations;
    private final CellCheck check;
    private final TableNames names;

    JdbcTallyStore(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        this.cells = new CellTally(names);
        this.summaries = new CellSummary(names, cells);
        this.rows = new RowTally(names);
        this.durations = new DurationTally(names);
        this.check = new CellCheck(names);
        this.names = names;
    }

    @Override
    public List<TallyRow> tally(TallyQuery query) {
        if (query.scope().isNone()) {
            return List.of();
        }
        boolean known = CellTally.knows(query.scope());
        return transactions.call().read(sql -> known ? cells.tally(sql, query) : rows.tally(sql, query));
    }

    @Override
    public long tickets(TallyQuery query) {
        return CellTally.knows(query.scope()) && !query.scope().isNone()
                ? transactions.call().read(sql -> cells.tickets(sql, query))
                : TallyStore.super.tickets(query);
    }

    @Override
    public TallySummary summary(TallyQuery query) {
        return CellTally.knows(query.scope()) && !query.scope().isNone()
                ? transactions.call().read(sql -> summaries.summary(sql, query))
                : TallySummary.of(tally(query));
    }

    @Override
    public TallyReport report(TallyQuery query, TallyReading closing) {
        return CellSummary.knowsReport(query)
                ? transactions.call().read(sql -> summaries.report(sql, query))
                : TallyStore.super.report(query, closing);
    }

    @Override
    public Map<String, Long> statusEntries(TallyQuery query) {
        if (query.scope().isNone()) {
            return Map.of();
        }
        boolean known = CellTally.knows(query.scope());
        return transactions
                .call()
                .read(sql -> known ? cells.statusEntries(sql, query) : rows.statusEntries(sql, query));
    }

    @Override
    public long openNow(TenantId tenant, AccessScope scope, InstantRange opened) {
        return CellTally.knows(scope) && !scope.isNone()
                ? transactions.call().read(sql -> cells.openNow(sql, tenant, scope, opened))
                : TallyStore.super.openNow(tenant, scope, opened);
    }

    @Override
    public List<OwnerTally> openByOwner(TenantId tenant, AccessScope scope) {
        if (scope.isNone()) {
            return List.of();
        }
        boolean known = scope.isAll()
                || (scope.categories().isEmpty() && scope.contacts().isEmpty());
        return transactions
                .call()
                .read(sql -> known ? cells.openByOwner(sql, tenant, scope) : rows.openByOwner(sql, tenant, scope));
    }

    @Override
    public DurationHistogram closingTimes(TallyQuery query) {
        return query.scope().isNone() || query.reading() == TallyReading.OPEN_NOW
                ? DurationHistogram.EMPTY
                : transactions.call().read(sql -> durations.closingTimes(sql, query));
    }

    @Override
    public AnswerTally firstAnswers(TallyQuery query) {
        return query.scope().isNone()
                ? new AnswerTally(DurationHistogram.EMPTY, 0)
                : transactions.call().read(sql -> durations.firstAnswers(sql, query));
    }

    @Override
    public OptionalLong count(TenantId tenant, TicketQuery query, AccessScope scope) {
        CellCount count = new CellCount(tenant, query, scope);
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
