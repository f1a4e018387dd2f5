package dev.ticketkit.jdbc;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.util.List;

/**
 * What an erasure does besides a change, in its transaction and after the ticket's row is written: then the row is locked, and nobody can
 * add what would be overlooked here.
 */
final class ErasureSteps {
    private final SqlText identify;
    private final SqlText earlierEvents;
    private final SqlText eraseEvent;
    private final SqlText cancelDeliveries;
    private final SqlText emptyRuns;

    ErasureSteps(TableNames names) {
        identify = names.sql("""
                UPDATE {ticket} SET external_id = :external_id, reference = :reference, reference_fold = :reference_fold,
                  reference_sort = :reference_sort
                WHERE tenant_id = :tenant_id AND id = :ticket_id""");
        earlierEvents = names.sql("SELECT " + EventColumns.READ_HIDDEN
                + " FROM {ticket_event} e WHERE e.tenant_id = :tenant_id AND e.ticket_id = :ticket_id AND e.id <> :id");
        eraseEvent = names.sql("UPDATE {ticket_event} SET idem_key = NULL, idem_hash = NULL, "
                + SqlText.assignments(EventColumns.ERASED) + " WHERE tenant_id = :tenant_id AND id = :id");
        cancelDeliveries = names.sql("""
                UPDATE {ticket_delivery} SET lease_owner = NULL,
                  ended_at = CASE WHEN state IN ('PENDING', 'PARKED') THEN CURRENT_TIMESTAMP ELSE ended_at END,
                  cause = CASE WHEN state IN ('PENDING', 'PARKED') THEN 'the ticket was erased' END,
                  state = CASE WHEN state IN ('PENDING', 'PARKED') THEN 'CANCELLED' ELSE state END
                WHERE tenant_id = :tenant_id AND ticket_id = :ticket_id""");
        emptyRuns = names.sql("""
                UPDATE {ticket_run} r SET detail = NULL
                WHERE r.tenant_id = :tenant_id AND r.detail IS NOT NULL AND (r.ticket_id = :ticket_id
                  OR r.event_id IN (SELECT e.id FROM {ticket_event} e
                    WHERE e.tenant_id = :tenant_id AND e.tenant_id = r.tenant_id AND e.ticket_id = :ticket_id))""");
    }

    /** @param bindings those of the change */
    void run(Sql sql, TicketChange change, Bindings bindings) throws SQLException {
        sql.update(identify, bindings);
        sql.update(cancelDeliveries, bindings);
        sql.update(emptyRuns, bindings);
        List<TicketEvent> events = sql.list(earlierEvents, bindings, row -> EventColumns.read(change.tenant(), row));
        for (TicketEvent event : events) {
            sql.update(eraseEvent, EventColumns.bind(event.erased(change.after().contact())));
        }
    }
}
