package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One claim, tenant by tenant, each a transaction of its own: what some leave of their share is shared by the others.
 *
 * <p>See docs/decisions/0006-delivery.md.
 */
public final class DeliveryClaims {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryClaims.class);

    private final Transactions transactions;
    private final String owner;
    private final int limit;
    private final Duration lease;
    private final AbandonedTenants abandoned;
    private final KnownConsumers known;
    private final List<Delivery> claimed = new ArrayList<>();
    private final List<String> cutShort = new ArrayList<>();

    /**
     * @param abandoned learns of what is not taken here
     * @param known learns whether there are other consumers now
     */
    public DeliveryClaims(
            Transactions transactions,
            String owner,
            int limit,
            Duration lease,
            AbandonedTenants abandoned,
            KnownConsumers known) {
        this.transactions = transactions;
        this.owner = owner;
        this.limit = limit;
        this.lease = lease;
        this.abandoned = abandoned;
        this.known = known;
    }

    public List<Delivery> all() {
        return List.copyOf(claimed);
    }

    /** Claims of a tenant that is thought to be the only one with something due; false when others have, or when there is more. */
    public boolean areAllOf(DeliveryStatements statements, String tenant) {
        TenantClaim claim = new TenantClaim(
                transactions, statements, new DeliveryPick(new TenantId(tenant), owner, lease, false), known);
        boolean all = claim.isAllThereIs(limit);
        take(claim, tenant);
        return all;
    }

    public void addOf(DeliveryStatements statements, List<String> tenants) {
        try {
            List<String> more = tenants;
            while (!more.isEmpty() && claimed.size() < limit) {
                more = shares(statements, more, Math.max(1, (limit - claimed.size()) / more.size()));
            }
        } catch (StorageException e) {
            if (claimed.isEmpty()) {
                throw e;
            }
            // Their leases run and their attempts are counted, so they are handed out all the same.
            LOG.warn("a claim ended early, with {} deliveries", claimed.size(), e);
        }
    }

    /** Those that took all of their share and may have more; while nobody has anything, those who have not seen all of theirs. */
    private List<String> shares(DeliveryStatements statements, List<String> tenants, int share) {
        cutShort.clear();
        List<String> more = tenants.stream()
                .filter(tenant -> claim(statements, tenant, share) == share)
                .toList();
        return claimed.isEmpty() ? List.copyOf(cutShort) : more;
    }

    private int claim(DeliveryStatements statements, String tenant, int share) {
        int most = Math.min(share, limit - claimed.size());
        if (most == 0) {
            return 0;
        }
        TenantClaim claim = new TenantClaim(
                transactions, statements, new DeliveryPick(new TenantId(tenant), owner, lease, false), known);
        try {
            if (claim.isCutShort(most)) {
                cutShort.add(tenant);
            }
        } finally {
            take(claim, tenant);
        }
        return claim.claimed().size();
    }

    private void take(TenantClaim claim, String tenant) {
        claimed.addAll(claim.claimed());
        if (claim.sawAbandoned()) {
            abandoned.add(tenant);
        }
    }
}
