package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.row.TicketColumns;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.error.UnreadableException;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.StatusStore;
import dev.ticketkit.spi.text.FoldedText;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Statuses and priorities. A row whose macro status or rank is not known here is a newer node's, and left out: all that is done with tickets
 * reads the catalogue, and would stand still.
 */
final class JdbcStatusStore implements StatusStore {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcStatusStore.class);

    /** As far as can be seen; who takes it meanwhile makes the statement fail. */
    private static final String LABEL_IS_FREE = """
            NOT EXISTS (SELECT 1 FROM {ticket_status} o
              WHERE o.tenant_id = :tenant_id AND o.label_fold = :label_fold AND o.status_key <> :status_key)""";

    private final Transactions transactions;
    private final SqlText statuses;
    private final SqlText removedStatuses;
    private final SqlText updateStatus;
    private final SqlText removeStatus;
    private final SqlText bringBack;
    private final SqlText insertStatus;
    private final SqlText priorities;
    private final SqlText savePriority;

    JdbcStatusStore(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        statuses = names.sql("""
                SELECT status_key, macro_status, status_position, label, hidden FROM {ticket_status}
                WHERE tenant_id = :tenant_id AND NOT removed ORDER BY status_position, status_key""");
        removedStatuses = names.sql("""
                SELECT status_key, macro_status, status_position FROM {ticket_status}
                WHERE tenant_id = :tenant_id AND removed ORDER BY status_position, status_key""");
        updateStatus = names.sql("""
                UPDATE {ticket_status} SET label = :label, label_fold = :label_fold, hidden = :hidden
                WHERE tenant_id = :tenant_id AND status_key = :status_key AND NOT removed
                  AND label IS NOT DISTINCT FROM :label_before AND hidden = :hidden_before
                  AND\s""" + LABEL_IS_FREE);
        removeStatus = names.sql("""
                UPDATE {ticket_status} SET label = NULL, label_fold = NULL, removed = TRUE
                WHERE tenant_id = :tenant_id AND status_key = :status_key AND NOT removed
                  AND label IS NOT DISTINCT FROM :label_before AND hidden = :hidden_before""");
        bringBack = names.sql("""
                UPDATE {ticket_status} SET label = :label, label_fold = :label_fold, hidden = :hidden, removed = FALSE
                WHERE tenant_id = :tenant_id AND status_key = :status_key AND removed
                  AND macro_status = :macro_status AND status_position = :status_position
                  AND\s""" + LABEL_IS_FREE);
        insertStatus = names.insert("""
                INSERT INTO {ticket_status}
                  (tenant_id, status_key, macro_status, status_position, label, label_fold, hidden, removed)
                VALUES (:tenant_id, :status_key, :macro_status, :status_position, :label, :label_fold, :hidden, FALSE)""");
        priorities = names.sql("""
                SELECT priority, label, offered FROM {ticket_priority}
                WHERE tenant_id = :tenant_id ORDER BY priority""");
        savePriority = names.sql(dialect ->
                dialect.addOrChange("{ticket_priority}", "tenant_id, priority, label, offered", "tenant_id, priority"));
    }

    @Override
    public List<StatusEntry> statuses(TenantId tenant) {
        return transactions
                .call()
                .read(sql -> known(sql.list(
                        statuses,
                        tenant(tenant),
                        orNone(row -> new StatusEntry(
                                TicketColumns.status(row), row.textOrNull("label"), row.flag("hidden"))))));
    }

    @Override
    public boolean saveStatus(TenantId tenant, @Nullable StatusEntry before, StatusEntry entry) {
        String label = entry.label();
        Bindings row = tenant(tenant)
                .text("status_key", entry.status().key())
                .text("macro_status", entry.status().macro().name())
                .number("status_position", entry.status().position())
                .text("label", label)
                .text(
                        "label_fold",
                        label == null ? null : FoldedText.ofLabel(label).value())
                .flag("hidden", entry.hidden());
        if (before == null) {
            return transactions.call().write(sql -> add(sql, row));
        }
        seen(row, before);
        return transactions.call().write(sql -> save(sql, row, before));
    }

    @Override
    public boolean removeStatus(TenantId tenant, StatusEntry before) {
        if (before.status().isPredefined()) {
            return false;
        }
        Bindings row = seen(tenant(tenant).text("status_key", before.status().key()), before);
        return transactions.call().write(sql -> sql.update(removeStatus, row) > 0);
    }

    @Override
    public List<Status> removedStatuses(TenantId tenant) {
        return transactions
                .call()
                .read(sql -> known(sql.list(removedStatuses, tenant(tenant), orNone(TicketColumns::status))));
    }

    @Override
    public List<PriorityEntry> priorities(TenantId tenant) {
        return transactions
                .call()
                .read(sql -> known(sql.list(
                        priorities,
                        tenant(tenant),
                        orNone(row -> new PriorityEntry(
                                row.priority("priority"), row.textOrNull("label"), row.flag("offered"))))));
    }

    @Override
    public void savePriority(TenantId tenant, PriorityEntry entry) {
        Bindings row = tenant(tenant)
                .number("priority", entry.priority().rank())
                .text("label", entry.label())
                .flag("offered", entry.offered());
        transactions.call().write(sql -> sql.update(savePriority, row));
    }

    private static <T> Row.Mapper<Optional<T>> orNone(Row.Mapper<T> mapper) {
        return row -> {
            try {
                return Optional.of(row.map(mapper));
            } catch (UnreadableException e) {
                LOG.warn("left out of the catalogue: {}", e.getMessage());
                return Optional.empty();
            }
        };
    }

    private static <T> List<T> known(List<Optional<T>> rows) {
        return rows.stream().flatMap(Optional::stream).toList();
    }

    private boolean save(Sql sql, Bindings row, StatusEntry before) throws SQLException {
        if (sql.updateInSavepoint(updateStatus, row) > 0) {
            return true;
        }
        boolean mayBeUnkept = before.status().isPredefined() && before.label() == null && !before.hidden();
        // A lost insert is another's same label or position, or the same key: then it was touched meanwhile.
        return mayBeUnkept && sql.insert(insertStatus, row);
    }

    private boolean add(Sql sql, Bindings row) throws SQLException {
        return sql.insert(insertStatus, row) || sql.updateInSavepoint(bringBack, row) > 0;
    }

    private static Bindings seen(Bindings row, StatusEntry before) {
        return row.text("label_before", before.label()).flag("hidden_before", before.hidden());
    }

    private static Bindings tenant(TenantId tenant) {
        return new Bindings().text("tenant_id", tenant.value());
    }
}
