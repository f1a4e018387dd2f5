package dev.ticketkit.jdbc.internal.search;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.sql.SQLException;

/**
 * The tickets whose words are not indexed yet, where there is an index of words; elsewhere {@link TermTable} has them. A commit that changes words adds a row, of which
 * nothing but the ticket's version is ever in anybody's way: the index is made later, see {@link WordIndexing}.
 */
public final class SearchQueue {
    /** For the one statement of a commit; {@code won} has the tenant of a winner. */
    public static final String COMMIT = """
            unindexed AS (
              INSERT INTO {ticket_unindexed} (tenant_id, ticket_id, version)
              SELECT won.tenant_id, :ticket_id, :receipt_version FROM won WHERE :reworded)""";

    /** The same over the winners of a batch. */
    public static final String BATCH = """
            unindexed AS (
              INSERT INTO {ticket_unindexed} (tenant_id, ticket_id, version)
              SELECT w.tenant_id, w.ticket_id, w.receipt_version FROM winner w WHERE w.reworded AND NOT w.receipt_only),
            """;

    private final SqlText add;
    private final SqlText forgetQueued;
    private final SqlText forgetWords;

    public SearchQueue(TableNames names) {
        add = names.sql("""
                INSERT INTO {ticket_unindexed} (tenant_id, ticket_id, version)
                VALUES (:tenant_id, :ticket_id, :receipt_version)""");
        forgetQueued =
                names.sql("DELETE FROM {ticket_unindexed} WHERE tenant_id = :tenant_id AND ticket_id = :ticket_id");
        forgetWords = names.sql("DELETE FROM {ticket_words} WHERE tenant_id = :tenant_id AND ticket_id = :ticket_id");
    }

    /**
     * Puts a ticket into the queue.
     *
     * @param bindings those of the change
     */
    public void add(Sql sql, Bindings bindings) throws SQLException {
        if (sql.dialect().indexesWords()) {
            sql.update(add, bindings);
        }
    }

    /** The words of before are found no more, at once; those of now are to be indexed, and found in the ticket until then. */
    public void again(Sql sql, Bindings bindings) throws SQLException {
        erase(sql, bindings);
        add(sql, bindings);
    }

    /** After the ticket's row is written without words: whoever indexes holds that row, so nothing comes afterwards. */
    public void erase(Sql sql, Bindings bindings) throws SQLException {
        if (sql.dialect().indexesWords()) {
            sql.update(forgetQueued, bindings);
            sql.update(forgetWords, bindings);
        }
    }
}
