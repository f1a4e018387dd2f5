package dev.ticketkit.jdbc.internal.catalogue;

import dev.ticketkit.jdbc.internal.dialect.RowLock;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Lets tickets into statuses that are not hidden. A commit holds the row of the status it enters, and whoever hides the status waits for
 * it: once it is hidden, nobody who read of it before comes in. A predefined status nobody has touched has no row to hold: then one that is on its way in while it
 * is hidden for the first time may still arrive.
 *
 * <p>See docs/decisions/0008-statuses-that-go.md.
 */
public final class StatusGate {
    /** Named {@code gate}: whether the status may no longer be entered; no row for one that is not kept. */
    public static final String HOLD = """
            gate AS (
              SELECT s.hidden OR s.removed AS shut FROM waits CROSS JOIN {ticket_status} s
              WHERE s.tenant_id = :tenant_id AND s.status_key = :status_key FOR SHARE OF s),
            """;

    public static final String IS_OPEN = "NOT EXISTS (SELECT 1 FROM gate WHERE gate.shut)";

    private final SqlText seen;
    private final SqlText hold;

    public StatusGate(TableNames names) {
        String gate = """
                SELECT s.hidden OR s.removed AS shut FROM {ticket_status} s
                WHERE s.tenant_id = :tenant_id AND s.status_key = :status_key""";
        seen = names.sql(gate);
        hold = names.sql(dialect -> gate + "\n" + dialect.lock(RowLock.SHARE));
    }

    /** Whether a change has to pass here. Open is never hidden, and most openings are about that. */
    public static boolean isOnTheWay(TicketChange change) {
        return change.entersStatus() && !change.after().status().key().equals(Status.OPEN.key());
    }

    /** Whether the status may no longer be entered; holds it until the transaction ends. */
    public boolean holdIsShut(Sql sql, TicketChange change) throws SQLException {
        return isShut(sql, change, hold);
    }

    /** As {@link #holdIsShut}, holding nothing. */
    public boolean isShut(Sql sql, TicketChange change) throws SQLException {
        return isShut(sql, change, seen);
    }

    private static boolean isShut(Sql sql, TicketChange change, SqlText gate) throws SQLException {
        if (!isOnTheWay(change)) {
            return false;
        }
        Bindings status = new Bindings()
                .text("tenant_id", change.tenant().value())
                .text("status_key", change.after().status().key());
        Optional<Boolean> shut = sql.first(gate, status, row -> row.flag("shut"));
        return shut.orElse(false);
    }
}
