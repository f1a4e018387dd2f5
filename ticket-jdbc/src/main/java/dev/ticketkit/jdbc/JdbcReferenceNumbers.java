package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.commit.SeriesTable;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.ReferenceNumbers;
import dev.ticketkit.spi.storage.ReferenceRequest;

/** Numbers in blocks, each reserved in a commit of its own; in the host's transaction, some that nobody has reserved. */
final class JdbcReferenceNumbers implements ReferenceNumbers {
    private final Transactions transactions;
    private final SeriesTable series;

    JdbcReferenceNumbers(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        this.series = new SeriesTable(names);
    }

    @Override
    public long next(TenantId tenant, ReferenceRequest request, int count) {
        if (transactions.joined()) {
            return transactions.call().read(sql -> series.beyond(sql, tenant, request, count));
        }
        return transactions.call().write(sql -> {
            series.passTaken(sql, tenant, request);
            return series.take(sql, tenant, request.series(), count) - count + 1;
        });
    }

    @Override
    public void passNumber(TenantId tenant, String name, long number) {
        transactions.call().write(sql -> {
            series.pass(sql, tenant, name, number);
            return number;
        });
    }
}
