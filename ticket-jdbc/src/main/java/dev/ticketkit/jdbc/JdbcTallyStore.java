package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.TallyQuery;
import dev.ticketkit.spi.storage.TallyRow;
import dev.ticketkit.spi.storage.TallyStore;
import java.util.List;
import java.util.Map;

/** Statistics: from cells and deltas where they tell the tickets of the scope apart, else counted from the rows. */
final class JdbcTallyStore implements TallyStore {
    private final Transactions transactions;
    private final CellTally cells;
    private final RowTally rows;

    JdbcTallyStore(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        this.cells = new CellTally(names);
        this.rows = new RowTally(names);
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
    public Map<String, Long> statusEntries(TallyQuery query) {
        if (query.scope().isNone()) {
            return Map.of();
        }
        boolean known = CellTally.knows(query.scope());
        return transactions
                .call()
                .read(sql -> known ? cells.statusEntries(sql, query) : rows.statusEntries(sql, query));
    }
}
