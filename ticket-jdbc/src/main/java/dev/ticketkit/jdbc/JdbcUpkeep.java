package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.Upkeep;
import java.util.List;

/** Does the chores one after the other, each with its share of the rows; after much was written PostgreSQL counts its tables anew. */
final class JdbcUpkeep implements Upkeep {
    private final Transactions transactions;
    private final List<Upkeep> chores;
    private final SqlText analyze;

    JdbcUpkeep(TableNames names, Transactions transactions, List<Upkeep> chores) {
        this.transactions = transactions;
        this.analyze = names.sql(
                "ANALYZE {ticket}, {ticket_event}, {ticket_category}, {ticket_delta}, {ticket_unindexed}, {ticket_feed_tail}, {ticket_feed}");
        this.chores = List.copyOf(chores);
    }

    /** Whoever does not own the tables gets a warning from the server, and autovacuum does it a minute later. */
    @Override
    public void afterMuchWasWritten() {
        if (!transactions.joined()) {
            transactions.call().single(sql -> sql.isPostgres() ? sql.update(analyze, new Bindings()) : 0);
        }
    }

    @Override
    public int run(int most) {
        if (transactions.joined()) {
            return 0;
        }
        // A share each: one that never comes to an end must not keep the others back.
        int share = Math.max(1, most / chores.size());
        return chores.stream().mapToInt(chore -> chore.run(share)).sum();
    }
}
