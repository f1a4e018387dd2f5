package dev.ticketkit.jdbc.internal.transaction;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.TenantId;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Waits until the standby has what the tables of a tenant show. PostgreSQL shows a commit that was interrupted while it waited for its
 * standby, and only a transaction that writes waits: so this writes a row that nobody sees, and takes it away.
 *
 * <p>See docs/decisions/0020-standby.md.
 */
public final class Settlement {
    private final SqlText write;
    private final SqlText writeIfReplicated;
    private final SqlText remove;

    public Settlement(TableNames names) {
        String into = "INSERT INTO {ticket_mail_switch} (tenant_id, operator_id) ";
        write = names.sql(into + "VALUES (:tenant_id, :operator_id)");
        writeIfReplicated = names.sql(into + """
                SELECT :tenant_id, :operator_id WHERE current_setting('synchronous_standby_names') <> ''""");
        remove = names.sql(
                "DELETE FROM {ticket_mail_switch} WHERE tenant_id = :tenant_id AND operator_id = :operator_id");
    }

    /** Makes the end of this transaction wait, where commits of this server wait; false when no server of this kind has a standby. */
    public boolean begin(Sql sql, TenantId tenant) throws SQLException {
        if (!sql.dialect().waitsForStandby()) {
            return false;
        }
        Bindings row = new Bindings()
                .text("tenant_id", tenant.value())
                .text("operator_id", UUID.randomUUID().toString());
        // On Citus the tenant is on a node, and that has settings of its own.
        if (sql.update(sql.isDistributed() ? write : writeIfReplicated, row) > 0) {
            sql.update(remove, row);
        }
        // Where nothing waits, this may be another server than the one that was read: the one after a failover.
        return true;
    }
}
