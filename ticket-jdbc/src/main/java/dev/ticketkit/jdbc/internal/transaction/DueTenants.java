package dev.ticketkit.jdbc.internal.transaction;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes turns: goes through the tenants with something due in the order of their names, from where the last call stopped. Finding
 * the next is one look into an index, however much the others have waiting. On several nodes that look fails when one of them is away: then
 * those that had something due before are served, and the look is tried again after a while.
 */
public final class DueTenants {
    private static final Logger LOG = LoggerFactory.getLogger(DueTenants.class);
    private static final int MOST = 20;
    private static final int MOST_FAILURES = 2;
    private static final long BLIND_NANOS = 5_000_000_000L;

    private final KnownTenants known = new KnownTenants();
    private volatile @Nullable Long blindSince;
    private volatile String last = "";
    private volatile @Nullable String lastAlone;
    private volatile @Nullable String alone;

    /**
     * Who alone has had something due twice in a row, and so probably has it now; null when nobody is known to, and on all but one
     * PostgreSQL server.
     */
    public @Nullable String alone() {
        return alone;
    }

    /** What there is to do for one tenant, about so many rows at most; it says how many. */
    @FunctionalInterface
    public interface TenantWork {
        int run(String tenant, int most);
    }

    /**
     * Does work for one tenant after the other, until so many rows are dealt with, or all tenants with something due have had their turn,
     * or a round of them had nothing that nobody else deals with. One tenant's failure does not end it; it is thrown when nothing was done.
     */
    public int inTurn(Transactions transactions, DueLook due, int most, TenantWork work) {
        int done = 0;
        boolean more = true;
        List<StorageException> failures = new ArrayList<>();
        while (more && done < most && failures.size() < MOST_FAILURES) {
            List<String> tenants = next(transactions, due, most - done);
            int dealtWith = 0;
            for (String tenant : tenants) {
                dealtWith += run(work, tenant, most - done - dealtWith, failures);
            }
            done += dealtWith;
            more = tenants.size() == MOST && dealtWith > 0;
        }
        if (done == 0 && !failures.isEmpty()) {
            throw failures.get(0);
        }
        return done;
    }

    /** Patience is for one or two: when a server is away, each takes seconds to fail. */
    private static int run(TenantWork work, String tenant, int most, List<StorageException> failures) {
        if (most <= 0 || failures.size() == MOST_FAILURES) {
            return 0;
        }
        try {
            return work.run(tenant, most);
        } catch (StorageException e) {
            LOG.warn("a tenant is left out of this round, which goes on: {}", e.getMessage());
            failures.add(e);
            return 0;
        }
    }

    /** Some tenants with something due, at most so many. Throws {@link StorageException} when nobody answers. */
    public List<String> next(Transactions transactions, DueLook due, int limit) {
        if (isBlind()) {
            return nextOfKnown(transactions, due, limit);
        }
        try {
            return seen(transactions.call().read(sql -> look(sql, due.next(), limit)));
        } catch (StorageException e) {
            if (e.code() == TicketErrorCode.SCHEMA || e.code() == TicketErrorCode.STORAGE_FAILED) {
                throw e;
            }
            KnownTenants.Answer answer = known.look(transactions, due.ofTenant(), Math.min(MOST, limit));
            if (!answer.answered()) {
                throw e;
            }
            LOG.warn("tenants with something due cannot be looked for, those known are served on: {}", e.getMessage());
            blindSince = System.nanoTime();
            return answer.due();
        }
    }

    /** While they have nothing to do, there is time to look for all. */
    private List<String> nextOfKnown(Transactions transactions, DueLook due, int limit) {
        KnownTenants.Answer answer = known.look(transactions, due.ofTenant(), Math.min(MOST, limit));
        if (!answer.due().isEmpty()) {
            return answer.due();
        }
        try {
            List<String> found = transactions.once(sql -> look(sql, due.next(), limit));
            blindSince = null;
            return seen(found);
        } catch (FailedAttempt e) {
            blindSince = System.nanoTime();
            if (!answer.answered()) {
                throw StorageErrors.ofOwn(e.failure());
            }
            return List.of();
        }
    }

    private boolean isBlind() {
        Long since = blindSince;
        return since != null && System.nanoTime() - since < BLIND_NANOS;
    }

    private List<String> seen(List<String> tenants) {
        known.add(tenants);
        return tenants;
    }

    private List<String> look(Sql sql, SqlText dueTenant, int limit) throws SQLException {
        Set<String> found = new LinkedHashSet<>();
        String start = last;
        String after = start;
        boolean around = start.isEmpty();
        while (found.size() < Math.min(MOST, limit)) {
            Optional<String> tenant = sql.first(
                    dueTenant, new Bindings().text("after", sql.dialect().behind(after)), row -> row.text("tenant_id"));
            if (tenant.isEmpty() && !around) {
                around = true;
                after = "";
            } else if (tenant.isPresent() && found.add(tenant.get())) {
                after = tenant.get();
                if (around && after.compareTo(start) >= 0 && !start.isEmpty()) {
                    break;
                }
            } else {
                break;
            }
        }
        last = after;
        List<String> tenants = List.copyOf(found);
        if (!tenants.isEmpty()) {
            String single = tenants.size() == 1 && sql.writesInOneStatement() ? tenants.get(0) : null;
            alone = Objects.equals(single, lastAlone) ? single : null;
            lastAlone = single;
        }
        return tenants;
    }
}
