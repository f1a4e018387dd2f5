package dev.ticketkit.jdbc;

import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.AutomationRun;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Whether text about tickets may still be added. Whoever asks holds the tickets' rows, so an erasure waits and then sees his text. */
final class ErasedTickets {
    private final SqlText postgresHold;
    private final SqlText h2Hold;

    ErasedTickets(TableNames names) {
        String hold = """
                SELECT t.erased_at IS NOT NULL AS erased FROM {ticket} t
                WHERE t.tenant_id = :tenant_id AND (t.id = ANY(:tickets) OR t.id = (
                  SELECT e.ticket_id FROM {ticket_event} e WHERE e.tenant_id = :tenant_id AND e.id = :event_id))
                ORDER BY t.id FOR %s""";
        postgresHold = names.sql(hold.formatted("SHARE OF t"));
        h2Hold = names.sql(hold.formatted("UPDATE"));
    }

    /** Whether one of the tickets that runs of an event are about was erased. */
    boolean concern(Sql sql, List<AutomationRun> runs) throws SQLException {
        AutomationRun first = runs.get(0);
        List<UUID> tickets = runs.stream()
                .map(AutomationRun::ticketId)
                .filter(Objects::nonNull)
                .map(TicketId::value)
                .toList();
        Bindings bindings = new Bindings()
                .text("tenant_id", first.tenant().value())
                .id("event_id", first.eventId())
                .ids("tickets", tickets);
        return sql.list(sql.isPostgres() ? postgresHold : h2Hold, bindings, row -> row.flag("erased"))
                .contains(true);
    }
}
