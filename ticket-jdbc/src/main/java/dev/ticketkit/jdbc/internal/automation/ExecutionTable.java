package dev.ticketkit.jdbc.internal.automation;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.SortKeys;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Executions of automations.
 *
 * <p>See docs/decisions/0007-automations.md.
 */
public final class ExecutionTable {
    private static final Comparator<AutomationExecution> ORDER =
            Comparator.comparing(AutomationExecution::automation, SortKeys.BY_CODE_POINT);

    private final SqlText insert;
    private final SqlText save;
    private final SqlText list;
    private final SqlText erase;
    private final SqlText purge;

    public ExecutionTable(TableNames names) {
        insert = names.insert("""
                INSERT INTO {ticket_execution}
                  (tenant_id, event_id, automation, state, steps_done, ticket_id, detail, updated_at)
                VALUES (:tenant_id, :event_id, :automation, :state, :steps_done, :ticket_id, :detail, :updated_at)""");
        // Whoever has done fewer steps is late: another went on meanwhile.
        save = names.sql("""
                UPDATE {ticket_execution} SET state = :state, steps_done = :steps_done, ticket_id = :ticket_id,
                  detail = :detail, updated_at = :updated_at
                WHERE tenant_id = :tenant_id AND event_id = :event_id AND automation = :automation
                  AND state <> 'DONE' AND steps_done <= :steps_done""");
        list = names.sql("""
                SELECT r.automation, r.state, r.steps_done, r.ticket_id, r.detail, r.updated_at FROM {ticket_execution} r
                WHERE r.tenant_id = :tenant_id AND r.event_id = :event_id""");
        erase = names.sql("""
                UPDATE {ticket_execution} r SET detail = NULL
                WHERE r.tenant_id = :tenant_id AND r.detail IS NOT NULL AND r.event_id IN
                """ + FiringTable.ERASED.formatted("r"));
        purge = names.sql("""
                DELETE FROM {ticket_execution} r
                WHERE r.tenant_id = :tenant_id AND r.updated_at < :before
                  AND\s""" + FiringTable.NONE_UNFINISHED.formatted("r", "r.event_id"));
    }

    /** Stores what is not there yet, in one order for everybody, so that no two wait for each other. */
    public void insert(Sql sql, List<AutomationExecution> executions, boolean erased) throws SQLException {
        sql.insertAll(
                insert,
                executions.stream()
                        .sorted(ORDER)
                        .map(execution -> row(execution, erased))
                        .toList());
    }

    public void save(Sql sql, AutomationExecution execution, boolean erased) throws SQLException {
        sql.update(save, row(execution, erased));
    }

    public List<AutomationExecution> list(Sql sql, TenantId tenant, UUID eventId) throws SQLException {
        return sql.list(list, key(tenant, eventId), row -> execution(tenant, eventId, row)).stream()
                .sorted(ORDER)
                .toList();
    }

    /** Empties the details of a contact's erased firings. */
    public void erase(Sql sql, Bindings contact) throws SQLException {
        sql.update(erase, contact);
    }

    public int purge(Sql sql, Bindings before) throws SQLException {
        return sql.update(purge, before);
    }

    private static AutomationExecution execution(TenantId tenant, UUID eventId, Row row) throws SQLException {
        UUID ticketId = row.idOrNull("ticket_id");
        return new AutomationExecution(
                tenant,
                eventId,
                row.text("automation"),
                row.constant("state", ExecutionState.class),
                row.integer("steps_done"),
                ticketId == null ? null : new TicketId(ticketId),
                row.textOrNull("detail"),
                row.time("updated_at"));
    }

    private static Bindings row(AutomationExecution execution, boolean erased) {
        @Nullable TicketId ticket = execution.ticketId();
        return key(execution.tenant(), execution.eventId())
                .text("automation", execution.automation())
                .text("state", execution.state().name())
                .number("steps_done", execution.stepsDone())
                .id("ticket_id", ticket == null ? null : ticket.value())
                .text("detail", erased ? null : execution.detail())
                .time("updated_at", execution.at());
    }

    private static Bindings key(TenantId tenant, UUID eventId) {
        return new Bindings().text("tenant_id", tenant.value()).id("event_id", eventId);
    }
}
