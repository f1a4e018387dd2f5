package dev.ticketkit.jdbc;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes turns: goes through the tenants with something due in the order of their names, from where the last call stopped. Finding
 * the next is one look into an index, however much the others have waiting.
 */
final class DueTenants {
    private static final int MOST = 20;

    private volatile String last = "";
    private volatile @Nullable String lastAlone;
    private volatile @Nullable String alone;

    /**
     * Who alone has had something due twice in a row, and so probably has it now; null when nobody is known to, and on all but one
     * PostgreSQL server.
     */
    @Nullable String alone() {
        return alone;
    }

    /** What there is to do for one tenant, about so many rows at most; it says how many. */
    @FunctionalInterface
    interface Chore {
        int run(String tenant, int most);
    }

    /**
     * Does a chore for one tenant after the other, until so many rows are dealt with, or all tenants with something due have had their turn,
     * or a round of them had nothing that nobody else deals with.
     */
    int inTurn(Transactions transactions, SqlText dueTenant, int most, Chore chore) {
        int done = 0;
        boolean more = true;
        while (more && done < most) {
            int left = most - done;
            List<String> tenants = transactions.call().read(sql -> next(sql, dueTenant, left));
            int dealtWith = 0;
            for (String tenant : tenants) {
                dealtWith += dealtWith < left ? chore.run(tenant, left - dealtWith) : 0;
            }
            done += dealtWith;
            more = tenants.size() == MOST && dealtWith > 0;
        }
        return done;
    }

    /** H2 begins at the rows of the tenant itself, however many; no name holds this character, so none of another's is passed over. */
    private static String past(Sql sql, String tenant) {
        return sql.isPostgres() || tenant.isEmpty() ? tenant : tenant + '\0';
    }

    List<String> next(Sql sql, SqlText dueTenant, int limit) throws SQLException {
        Set<String> found = new LinkedHashSet<>();
        String start = last;
        String after = start;
        boolean around = start.isEmpty();
        while (found.size() < Math.min(MOST, limit)) {
            Optional<String> tenant =
                    sql.first(dueTenant, new Bindings().text("after", past(sql, after)), row -> row.text("tenant_id"));
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
            String single = tenants.size() == 1 && sql.isPostgres() && !sql.isDistributed() ? tenants.get(0) : null;
            alone = Objects.equals(single, lastAlone) ? single : null;
            lastAlone = single;
        }
        return tenants;
    }
}
