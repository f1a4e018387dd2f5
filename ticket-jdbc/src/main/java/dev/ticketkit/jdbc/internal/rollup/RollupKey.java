package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import java.util.UUID;

/** What a row of a rollup is kept by, and the position of its status. What a rollup does not tell apart is empty. */
record RollupKey(
        Place place, String owner, UUID category, String status, int priority, int bucket, String macro, int position) {
    /** What is counted together, of which period. */
    record Place(Rollup rollup, int period) {}

    Bindings bind(String tenant) {
        return new Bindings()
                .text("tenant_id", tenant)
                .text("rollup", place.rollup().name())
                .number("period", place.period())
                .text("owner_id", owner)
                .id("category_id", category)
                .text("status_key", status)
                .number("priority", priority)
                .number("bucket", bucket)
                .text("macro_status", macro)
                .number("status_position", position);
    }
}
