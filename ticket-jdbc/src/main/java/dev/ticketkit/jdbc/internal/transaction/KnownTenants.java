package dev.ticketkit.jdbc.internal.transaction;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Tenants that had something due. While they cannot be looked for all at once, since one node of several does not answer, each is asked by
 * itself, once and without patience: those of the node that is away must not keep the others waiting. Thread-safe.
 */
final class KnownTenants {
    private static final int MOST_KNOWN = 10_000;
    private static final long LONGEST_NANOS = 1_000_000_000L;

    private final NavigableSet<String> known = new ConcurrentSkipListSet<>();
    private volatile String last = "";

    /**
     * What was learned.
     *
     * @param due some that have something due
     * @param answered whether anybody answered at all
     */
    record Answer(List<String> due, boolean answered) {}

    void add(List<String> tenants) {
        known.addAll(tenants);
        while (known.size() > MOST_KNOWN) {
            known.pollFirst();
        }
    }

    /** At most so many with something due, beginning after the last one that was asked. */
    Answer look(Transactions transactions, SqlText ofTenant, int most) {
        List<String> due = new ArrayList<>();
        boolean answered = false;
        long begun = System.nanoTime();
        for (String tenant : inTurn()) {
            if (due.size() == most || System.nanoTime() - begun > LONGEST_NANOS) {
                break;
            }
            last = tenant;
            Optional<Boolean> isDue = isDue(transactions, ofTenant, tenant);
            answered |= isDue.isPresent();
            if (isDue.orElse(false)) {
                due.add(tenant);
            }
        }
        return new Answer(due, answered);
    }

    private Set<String> inTurn() {
        Set<String> all = new LinkedHashSet<>(known.tailSet(last, false));
        all.addAll(known);
        return all;
    }

    /** Empty when nobody answers for it. */
    private static Optional<Boolean> isDue(Transactions transactions, SqlText ofTenant, String tenant) {
        Bindings bindings = new Bindings().text("tenant_id", tenant);
        try {
            return Optional.of(transactions.once(sql ->
                    sql.first(ofTenant, bindings, row -> row.text("tenant_id")).isPresent()));
        } catch (FailedAttempt e) {
            return Optional.empty();
        }
    }
}
