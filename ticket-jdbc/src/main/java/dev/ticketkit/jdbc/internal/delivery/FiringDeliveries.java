package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.jdbc.internal.automation.FiringTable;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.sql.SQLException;

/** The deliveries of firings, as far as they are not the queue's. */
public final class FiringDeliveries {
    private final SqlText forget;
    private final SqlText add;
    private final SqlText hurry;
    private final SqlText cancel;

    public FiringDeliveries(TableNames names) {
        forget = names.sql("DELETE FROM {ticket_delivery} WHERE tenant_id = :tenant_id AND event_id = :event_id");
        add = names.sql(dialect -> """
                INSERT INTO {ticket_delivery} (tenant_id, event_id, consumer, ticket_id, version, due_at)
                VALUES (:tenant_id, :event_id, :consumer, :event_id, 1, %s)""".formatted(DeliveryStatements.later(dialect)));
        hurry = names.sql("""
                UPDATE {ticket_delivery} SET due_at = CURRENT_TIMESTAMP
                WHERE tenant_id = :tenant_id AND event_id = :event_id AND ticket_id = :event_id
                  AND state = 'PENDING' AND attempts = 0 AND lease_owner IS NULL""");
        cancel = names.sql("""
                UPDATE {ticket_delivery} d SET state = 'CANCELLED', ended_at = CURRENT_TIMESTAMP, lease_owner = NULL,
                  cause = NULL
                WHERE d.tenant_id = :tenant_id AND d.state IN ('PENDING', 'PARKED') AND d.event_id IN
                """ + FiringTable.ERASED.formatted("d"));
    }

    /** Puts a firing into the queue. An earlier one under its id, purged since, may have left rows that are done. */
    public void add(Sql sql, Bindings delivery) throws SQLException {
        sql.update(forget, delivery);
        sql.update(add, delivery);
    }

    /** Makes what nobody has claimed due at once. */
    public void hurry(Sql sql, Bindings firing) throws SQLException {
        sql.update(hurry, firing);
    }

    /** Cancels what is undone or parked of a contact's erased firings; what is done keeps no cause. */
    public void cancel(Sql sql, Bindings contact) throws SQLException {
        sql.update(cancel, contact);
    }
}
