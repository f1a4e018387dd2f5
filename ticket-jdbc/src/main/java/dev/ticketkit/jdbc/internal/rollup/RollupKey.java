package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import java.util.UUID;

/**
 * The key of a cell, and what belongs to its status. What a set does not tell apart is empty.
 *
 * @param bucket the rank of the priority, or the bucket of a duration
 */
record RollupKey(Place place, String owner, UUID category, String status, int bucket, String macro, int position) {
    /** What is counted together, of which period. */
    record Place(Rollup set, int period) {
        RollupKey key(String owner, UUID category, String status, int bucket, String macro, int position) {
            return new RollupKey(this, owner, category, status, bucket, macro, position);
        }
    }

    Bindings bind(String tenant) {
        return new Bindings()
                .text("tenant_id", tenant)
                .text("cell_set", place.set().name())
                .number("period", place.period())
                .text("owner_id", owner)
                .id("category_id", category)
                .text("status_key", status)
                .number("priority", bucket)
                .text("macro_status", macro)
                .number("status_position", position);
    }
}
