package dev.ticketkit.jdbc.internal.commit;

import dev.ticketkit.jdbc.internal.dialect.RowLock;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Whether text about tickets may still be added. Whoever asks holds the tickets' rows, so an erasure waits and then sees that text. */
public final class ErasedTickets {
    private final SqlText holdAll;
    private final SqlText hold;
    private final SqlText ofEvent;

    public ErasedTickets(TableNames names) {
        holdAll = names.sql("""
                SELECT t.erased_at IS NOT NULL AS erased FROM {ticket} t
                WHERE t.tenant_id = :tenant_id AND (t.id = ANY(:tickets) OR t.id = (
                  SELECT e.ticket_id FROM {ticket_event} e WHERE e.tenant_id = :tenant_id AND e.id = :event_id))
                ORDER BY t.id FOR SHARE OF t""");
        hold = names.sql(dialect -> """
                SELECT t.erased_at IS NOT NULL AS erased FROM {ticket} t
                WHERE t.tenant_id = :tenant_id AND t.id = :ticket_id\s""" + dialect.lock(RowLock.SHARE));
        ofEvent = names.sql(
                "SELECT e.ticket_id FROM {ticket_event} e WHERE e.tenant_id = :tenant_id AND e.id = :event_id");
    }

    /** Whether one of the tickets that executions of an event are about was erased. */
    public boolean concern(Sql sql, List<AutomationExecution> executions) throws SQLException {
        AutomationExecution first = executions.get(0);
        List<UUID> tickets = executions.stream()
                .map(AutomationExecution::ticketId)
                .filter(Objects::nonNull)
                .map(TicketId::value)
                .toList();
        Bindings bindings = new Bindings()
                .text("tenant_id", first.tenant().value())
                .id("event_id", first.eventId())
                .ids("tickets", tickets);
        return sql.dialect().looksUpSeveral()
                ? sql.list(holdAll, bindings, row -> row.flag("erased")).contains(true)
                : concernsEach(sql, tickets, bindings);
    }

    /** One after the other, in the order of their ids. */
    private boolean concernsEach(Sql sql, List<UUID> tickets, Bindings bindings) throws SQLException {
        Set<UUID> held = new TreeSet<>(tickets);
        held.addAll(sql.list(ofEvent, bindings, row -> row.id("ticket_id")));
        boolean erased = false;
        for (UUID each : held) {
            erased |= sql.list(hold, bindings.id("ticket_id", each), row -> row.flag("erased"))
                    .contains(true);
        }
        return erased;
    }
}
