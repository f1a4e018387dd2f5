package dev.ticketkit.jdbc.internal.feed;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.sql.SQLException;

/**
 * The events that have no position in the feed yet. A commit only adds a row, of which nothing is ever in anybody's way: a position given in a
 * commit would be visible before a lower one whose transaction is still open. See {@link FeedSequencer}.
 */
public final class UnsequencedEvents {
    /** For the one statement of a commit; {@code won} has the tenant of a winner. */
    public static final String COMMIT = """
            ,
            fed AS (
              INSERT INTO {ticket_unsequenced} (tenant_id, ticket_id, version, event_id)
              SELECT won.tenant_id, :ticket_id, :version, :id FROM won)""";

    /** The same over the winners of a batch. */
    public static final String BATCH = """
            fed AS (
              INSERT INTO {ticket_unsequenced} (tenant_id, ticket_id, version, event_id)
              SELECT w.tenant_id, w.ticket_id, w.version, w.id FROM winner w WHERE NOT w.receipt_only),
            """;

    private final SqlText add;

    public UnsequencedEvents(TableNames names) {
        add = names.sql("""
                INSERT INTO {ticket_unsequenced} (tenant_id, ticket_id, version, event_id)
                VALUES (:tenant_id, :ticket_id, :version, :id)""");
    }

    /**
     * Adds the event of a change.
     *
     * @param bindings those of the change
     */
    public void add(Sql sql, Bindings bindings) throws SQLException {
        sql.update(add, bindings);
    }
}
