package dev.ticketkit.jdbc.internal.commit;

import dev.ticketkit.jdbc.internal.row.EventColumns;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.util.List;

/**
 * What an erasure does besides a change, in its transaction and after the ticket's row is written: then the row is locked, and nobody can
 * add what would be overlooked here.
 *
 * <p>See docs/decisions/0009-erasure.md.
 */
final class ErasureSteps {
    private final SqlText identify;
    private final SqlText earlierEvents;
    private final SqlText eraseEvent;
    private final SqlText forgetCauses;
    private final SqlText cancelDeliveries;
    private final SqlText emptyExecutions;
    private final SqlText emptyExecutionsOfTicket;
    private final SqlText emptyExecutionsOfEvents;

    ErasureSteps(TableNames names) {
        identify = names.sql("""
                UPDATE {ticket} SET external_id = :external_id, reference = :reference, reference_fold = :reference_fold,
                  reference_sort = :reference_sort
                WHERE tenant_id = :tenant_id AND id = :ticket_id""");
        earlierEvents = names.sql("SELECT " + EventColumns.READ_HIDDEN
                + " FROM {ticket_event} e WHERE e.tenant_id = :tenant_id AND e.ticket_id = :ticket_id AND e.id <> :id");
        eraseEvent = names.sql("UPDATE {ticket_event} SET idem_key = NULL, idem_hash = NULL, "
                + SqlText.assignments(EventColumns.ERASED) + " WHERE tenant_id = :tenant_id AND id = :id");
        forgetCauses = names.sql("""
                UPDATE {ticket_delivery} SET cause = NULL
                WHERE tenant_id = :tenant_id AND ticket_id = :ticket_id AND cause IS NOT NULL""");
        cancelDeliveries = names.sql("""
                UPDATE {ticket_delivery} SET state = 'CANCELLED', ended_at = CURRENT_TIMESTAMP, lease_owner = NULL,
                  cause = 'the ticket was erased'
                WHERE tenant_id = :tenant_id AND ticket_id = :ticket_id AND state IN ('PENDING', 'PARKED')""");
        emptyExecutions = names.sql("""
                UPDATE {ticket_execution} r SET detail = NULL
                WHERE r.tenant_id = :tenant_id AND r.detail IS NOT NULL AND (r.ticket_id = :ticket_id
                  OR r.event_id IN (SELECT e.id FROM {ticket_event} e
                    WHERE e.tenant_id = :tenant_id AND e.tenant_id = r.tenant_id AND e.ticket_id = :ticket_id))""");
        emptyExecutionsOfTicket = names.sql("""
                UPDATE {ticket_execution} r SET detail = NULL
                WHERE r.tenant_id = :tenant_id AND r.ticket_id = :ticket_id AND r.detail IS NOT NULL""");
        emptyExecutionsOfEvents = names.sql(dialect -> dialect.changeMatching(
                "{ticket_execution}",
                "r",
                "SELECT e.id FROM {ticket_event} e WHERE e.tenant_id = :tenant_id AND e.ticket_id = :ticket_id",
                "r.tenant_id = :tenant_id AND r.event_id = u.id",
                "r.detail IS NOT NULL",
                "detail = NULL"));
    }

    /** @param bindings those of the change */
    void run(Sql sql, TicketChange change, Bindings bindings) throws SQLException {
        sql.update(identify, bindings);
        sql.update(forgetCauses, bindings);
        sql.update(cancelDeliveries, bindings);
        if (sql.dialect().looksUpSeveral()) {
            sql.update(emptyExecutions, bindings);
        } else {
            sql.update(emptyExecutionsOfTicket, bindings);
            sql.update(emptyExecutionsOfEvents, bindings);
        }
        List<TicketEvent> events = sql.list(earlierEvents, bindings, row -> EventColumns.read(change.tenant(), row));
        for (TicketEvent event : events) {
            sql.update(eraseEvent, EventColumns.bind(event.erased(change.after().contact())));
        }
    }
}
