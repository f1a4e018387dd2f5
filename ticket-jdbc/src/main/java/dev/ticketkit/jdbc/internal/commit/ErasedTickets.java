package dev.ticketkit.jdbc.internal.commit;

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

/** Whether text about tickets may still be added. Whoever asks holds the tickets' rows, so an erasure waits and then sees his text. */
public final class ErasedTickets {
    private final SqlText postgresHold;
    private final SqlText h2Hold;
    private final SqlText h2Event;

    public ErasedTickets(TableNames names) {
        String hold = """
                SELECT t.erased_at IS NOT NULL AS erased FROM {ticket} t
                WHERE t.tenant_id = :tenant_id AND (t.id = ANY(:tickets) OR t.id = (
                  SELECT e.ticket_id FROM {ticket_event} e WHERE e.tenant_id = :tenant_id AND e.id = :event_id))
                ORDER BY t.id FOR %s""";
        postgresHold = names.sql(hold.formatted("SHARE OF t"));
        h2Hold = names.sql("""
                SELECT t.erased_at IS NOT NULL AS erased FROM {ticket} t
                WHERE t.tenant_id = :tenant_id AND t.id = :ticket_id FOR UPDATE""");
        h2Event = names.sql(
                "SELECT e.ticket_id FROM {ticket_event} e WHERE e.tenant_id = :tenant_id AND e.id = :event_id");
    }

    /** Whether one of the tickets that runs of an event are about was erased. */
    public boolean concern(Sql sql, List<AutomationExecution> runs) throws SQLException {
        AutomationExecution first = runs.get(0);
        List<UUID> tickets = runs.stream()
                .map(AutomationExecution::ticketId)
                .filter(Objects::nonNull)
                .map(TicketId::value)
                .toList();
        Bindings bindings = new Bindings()
                .text("tenant_id", first.tenant().value())
                .id("event_id", first.eventId())
                .ids("tickets", tickets);
        return sql.isPostgres()
                ? sql.list(postgresHold, bindings, row -> row.flag("erased")).contains(true)
                : concernOnH2(sql, tickets, bindings);
    }

    /** One after the other, in the order of their ids: H2 finds none of several in an index. */
    private boolean concernOnH2(Sql sql, List<UUID> tickets, Bindings bindings) throws SQLException {
        Set<UUID> held = new TreeSet<>(tickets);
        held.addAll(sql.list(h2Event, bindings, row -> row.id("ticket_id")));
        boolean erased = false;
        for (UUID each : held) {
            erased |= sql.list(h2Hold, bindings.id("ticket_id", each), row -> row.flag("erased"))
                    .contains(true);
        }
        return erased;
    }
}
