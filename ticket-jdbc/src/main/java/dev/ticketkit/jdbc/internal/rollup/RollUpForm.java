package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import java.sql.SQLException;

/** How deltas of a tenant are added to the rollups, by the one whose turn it is. */
interface RollUpForm {
    /**
     * Takes deltas away and adds them, and says how many.
     *
     * @param bindings the {@code tenant_id} and the {@code most} deltas to take
     */
    int run(Sql sql, String tenant, Bindings bindings) throws SQLException;
}
