package dev.ticketkit.jdbc;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.ReferenceBlocks;
import dev.ticketkit.spi.storage.ReferenceRequest;

/** Numbers in blocks, each in a commit of its own. */
final class JdbcReferenceBlocks implements ReferenceBlocks {
    private final Transactions transactions;
    private final SeriesTable series;

    JdbcReferenceBlocks(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        this.series = new SeriesTable(names);
    }

    @Override
    public long next(TenantId tenant, ReferenceRequest request, int count) {
        return transactions.call().write(sql -> {
            series.passTaken(sql, tenant, request);
            return series.take(sql, tenant, request.series(), count) - count + 1;
        });
    }
}
