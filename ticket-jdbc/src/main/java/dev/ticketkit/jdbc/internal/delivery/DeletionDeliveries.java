package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.sql.SQLException;

/** The deliveries of a ticket that is deleted or comes back. */
public final class DeletionDeliveries {
    private static final String REVIVED = """
            UPDATE {ticket_delivery} d SET state = 'PENDING', ended_at = NULL, cause = NULL, attempts = 0, waits = FALSE%s
            WHERE d.tenant_id = :tenant_id AND %s AND d.state = 'CANCELLED' AND d.cause = 'cancelled by deletion'
              AND d.left_to IS %sNULL""";

    /** Where an index holds some rows only, only what is not done is found by its ticket. */
    private static final String BY_EVENT = """
            d.event_id IN (SELECT e.id FROM {ticket_event} e
              WHERE e.tenant_id = :tenant_id AND e.tenant_id = d.tenant_id AND e.ticket_id = :ticket_id)""";

    private static final String BY_TICKET = "d.ticket_id = :ticket_id";

    private final SqlText cancel;
    private final SqlText reviveDue;
    private final SqlText reviveLeft;

    public DeletionDeliveries(TableNames names) {
        cancel = names.sql("""
                UPDATE {ticket_delivery} SET state = 'CANCELLED', ended_at = CURRENT_TIMESTAMP, lease_owner = NULL,
                  cause = 'cancelled by deletion'
                WHERE tenant_id = :tenant_id AND ticket_id = :ticket_id AND version < :version
                  AND state IN ('PENDING', 'PARKED')""");
        // What is left to a consumer still is. Two statements: Citus takes the database's time only without a
        // condition.
        reviveDue = names.sql(dialect -> REVIVED.formatted(", due_at = CURRENT_TIMESTAMP", which(dialect), ""));
        reviveLeft = names.sql(dialect -> REVIVED.formatted("", which(dialect), "NOT "));
    }

    private static String which(Dialect dialect) {
        return dialect.hasPartialIndexes() ? BY_EVENT : BY_TICKET;
    }

    /** Cancels what is undone or parked. */
    public void cancel(Sql sql, Bindings bindings) throws SQLException {
        sql.update(cancel, bindings);
    }

    /** Makes due what the deletion has cancelled, with fresh attempts. */
    public void revive(Sql sql, Bindings bindings) throws SQLException {
        sql.update(reviveDue, bindings);
        sql.update(reviveLeft, bindings);
    }
}
