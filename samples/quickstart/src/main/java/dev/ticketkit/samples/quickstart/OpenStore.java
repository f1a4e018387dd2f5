package dev.ticketkit.samples.quickstart;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import org.jspecify.annotations.Nullable;

/**
 * A store that is ready, and a tenant in it that has no tickets yet.
 *
 * @param name what to call it in the report
 * @param pool its connections, or null if it has none
 */
record OpenStore(
        String name,
        TenantId tenant,
        TicketStorage storage,
        @Nullable HikariDataSource pool) implements AutoCloseable {
    @Override
    public void close() {
        if (pool != null) {
            pool.close();
        }
    }
}
