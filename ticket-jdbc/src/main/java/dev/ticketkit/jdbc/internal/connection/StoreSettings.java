package dev.ticketkit.jdbc.internal.connection;

import dev.ticketkit.jdbc.internal.sql.KeyedHashes;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the host chose, for those who work on connections.
 *
 * @param tablePrefix what stands before every table's name; may be empty
 * @param schema the schema of the tables, or null for the connection's own
 * @param verifySchema whether the first use looks for the tables
 * @param hashes by the key of references that was given, or null to use the one kept with the tables
 * @param poolWithoutAutocommit whether connections that arrive with autocommit off are nobody else's
 * @param lockWait how long a call waits for rows that others hold
 */
public record StoreSettings(
        String tablePrefix,
        @Nullable String schema,
        boolean verifySchema,
        @Nullable KeyedHashes hashes,
        boolean poolWithoutAutocommit,
        Duration lockWait) {

    /** Writes the host's names into SQL; each has texts of its own, so make one and keep it. */
    public TableNames names() {
        return new TableNames(schema, tablePrefix);
    }
}
