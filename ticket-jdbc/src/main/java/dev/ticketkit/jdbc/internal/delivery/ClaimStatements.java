package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.DueLook;

/**
 * How what is due is found and leased. A claim looks at the first few of a tenant in the order of time; those that wait for an earlier
 * one are {@link WaitingStatements blocked}, so that they are not looked at again and again.
 */
public final class ClaimStatements {
    /** What is due of a tenant, as {@code d}. */
    static final String DUE = """
            FROM {ticket_delivery} d
            WHERE d.tenant_id = :tenant_id AND d.state = 'PENDING' AND d.due_at <= CURRENT_TIMESTAMP
            """;

    /** A tenant with something due. */
    public final DueLook due;

    /** In one statement: leases what is due and first of its ticket. */
    final ClaimForms atOnce;

    /** One by one: finds what is due and first of its ticket, without a lock; each wants {@link #lease}. */
    final SqlText find;

    /** One by one: how many were looked at, and how many of them were abandoned. */
    final SqlText lookedAt;

    /** Leases one that was found, unless another was quicker. */
    final SqlText lease;

    /** Takes one that nobody finished. */
    public final PickStatements abandoned;

    /** Takes some that were left to one consumer. */
    public final PickStatements left;

    ClaimStatements(TableNames names) {
        due = DueLook.of(names, dialect -> """
                SELECT d.tenant_id FROM {ticket_delivery} d
                WHERE d.tenant_id %s AND d.state = 'PENDING' AND d.due_at <= CURRENT_TIMESTAMP
                ORDER BY\s""" + dialect.order("d.state", "d.tenant_id") + " LIMIT 1");
        atOnce = new ClaimForms(names);
        find = names.sql(ClaimStatements::candidates);
        lookedAt = names.sql(dialect -> "SELECT COUNT(*) AS looked_at, COUNT(d.lease_owner) AS abandoned FROM ("
                + near(dialect, "d.event_id, d.due_at, d.version, d.lease_owner") + ") d");
        lease = names.sql(dialect -> """
                UPDATE {ticket_delivery} SET attempts = attempts + 1, waits = FALSE, alone = FALSE, lease_owner = :owner, due_at = %s
                WHERE tenant_id = :tenant_id AND event_id = :event_id AND consumer = :consumer
                  AND state = 'PENDING' AND due_at <= CURRENT_TIMESTAMP AND lease_owner IS NULL AND attempts = :attempt - 1""".formatted(DeliveryStatements.later(dialect)));
        abandoned = new PickStatements(names, PickStatements.ABANDONED);
        left = new PickStatements(names, PickStatements.LEFT);
    }

    /** The first so many that are due, in the order of time; the columns are to be filled in. */
    static String near(Dialect dialect, String columns) {
        return "SELECT " + columns + "\n" + DUE + "ORDER BY "
                + dialect.order("d.state, d.tenant_id", "d.due_at, d.version") + " LIMIT :near";
    }

    /**
     * What of one column is earlier, or the delivery itself, and undone, for the consumer or for everyone: the first such. Looked up row by
     * row: never by a join over all that waits, and by an index that also a database without statistics prefers.
     */
    static String firstOfTicket(Dialect dialect, String column, String delivery) {
        return """
                SELECT e.%1$s FROM {ticket_delivery} e
                WHERE e.tenant_id = :tenant_id AND e.ticket_id = %2$s.ticket_id AND %3$s
                  AND e.consumer IN ('*', %2$s.consumer)
                ORDER BY %4$s LIMIT 1""".formatted(
                        column,
                        delivery,
                        undone(dialect, "e"),
                        dialect.order("e.tenant_id, e.ticket_id, e.state", "e.version"));
    }

    /** Each dialect's way of saying that it is neither done nor parked so that only the index in order of versions will do. */
    static String undone(Dialect dialect, String alias) {
        return alias + (dialect.hasPartialIndexes() ? ".ended_at IS NULL" : ".state = 'PENDING'");
    }

    /** Other consumers' earlier ones of the ticket of {@code d}, which is to everyone. */
    static String waiting(Dialect dialect) {
        return """
                ARRAY(SELECT w.consumer FROM {ticket_delivery} w
                  WHERE d.consumer = '*' AND w.tenant_id = :tenant_id AND w.ticket_id = d.ticket_id AND %s
                    AND w.version < d.version)""".formatted(undone(dialect, "w"));
    }

    /** No locks: with them H2 reads, and locks, all that is due before it counts to the limit. */
    private static String candidates(Dialect dialect) {
        return """
                SELECT d.event_id, d.ticket_id, d.version, d.consumer, d.attempts + 1 AS attempts, %s AS waiting
                FROM (%s) d
                WHERE d.lease_owner IS NULL AND d.version = (%s)
                ORDER BY d.due_at, d.version LIMIT :most""".formatted(
                waiting(dialect),
                near(dialect, "d.event_id, d.ticket_id, d.version, d.consumer, d.attempts, d.due_at, d.lease_owner"),
                firstOfTicket(dialect, "version", "d"));
    }
}
