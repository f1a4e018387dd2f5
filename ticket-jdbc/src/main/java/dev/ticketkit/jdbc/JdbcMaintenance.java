package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.storage.Maintenance;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the parts of maintenance one after the other, each with its share of the rows; after much was written PostgreSQL counts its tables anew. */
final class JdbcMaintenance implements Maintenance {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcMaintenance.class);

    /** Where words are kept with the commit, none waits. */
    private static final String UNINDEXED = "\nUNION ALL\nSELECT COUNT(*) FROM {ticket_unindexed} u";

    private final Transactions transactions;
    private final List<Maintenance> parts;
    private final SqlText analyze;
    private final SqlText waiting;

    JdbcMaintenance(TableNames names, Transactions transactions, List<Maintenance> parts) {
        this.transactions = transactions;
        this.analyze = names.sql(
                "ANALYZE {ticket}, {ticket_event}, {ticket_category}, {ticket_delta}, {ticket_unindexed}, {ticket_unsequenced}, {ticket_feed}");
        // Of all tenants; each table holds only what waits.
        this.waiting = names.sql(dialect -> """
                SELECT COUNT(*) AS waiting FROM {ticket_delta} d
                UNION ALL
                SELECT COUNT(*) FROM {ticket_unsequenced} n""" + (dialect.indexesWords() ? UNINDEXED : ""));
        this.parts = List.copyOf(parts);
    }

    /** Whoever does not own the tables gets a warning from the server, and autovacuum does it a minute later. */
    @Override
    public void afterMuchWasWritten() {
        if (!transactions.joined()) {
            transactions
                    .call()
                    .single(sql -> sql.dialect().plansByStatistics() ? sql.update(analyze, new Bindings()) : 0);
        }
    }

    @Override
    public OptionalLong waiting() {
        return OptionalLong.of(
                transactions.call().read(sql -> sql.list(waiting, new Bindings(), row -> row.number("waiting")).stream()
                        .mapToLong(Long::longValue)
                        .sum()));
    }

    @Override
    public int run(int most) {
        if (transactions.joined()) {
            return 0;
        }
        // A share each: one that never comes to an end must not keep the others back.
        int share = Math.max(1, most / parts.size());
        int done = 0;
        StorageException failure = null;
        for (Maintenance part : parts) {
            try {
                done += part.run(share);
            } catch (StorageException e) {
                // The others may ask servers that answer.
                LOG.warn("a part of the maintenance failed, the others go on: {}", e.getMessage());
                failure = e;
            }
        }
        if (failure != null && done == 0) {
            throw failure;
        }
        return done;
    }
}
