package dev.ticketkit.spi.storage.statistics;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.InstantRange;
import java.util.Set;

/**
 * What to count. Deleted tickets never count.
 *
 * @param tenant whose tickets
 * @param scope only tickets inside it
 * @param basis which tickets
 * @param range the range of the basis
 * @param categories only these categories, named in any spelling; empty for all
 */
public record CountQuery(
        TenantId tenant, AccessScope scope, CountBasis basis, InstantRange range, Set<String> categories) {
    /** Copies the set. */
    public CountQuery {
        categories = Set.copyOf(categories);
    }

    /** The same tickets on another basis. */
    public CountQuery on(CountBasis other) {
        return new CountQuery(tenant, scope, other, range, categories);
    }
}
