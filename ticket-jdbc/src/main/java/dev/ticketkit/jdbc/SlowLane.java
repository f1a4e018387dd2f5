package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Where changes wait for rows that somebody holds, such as a host with an open transaction, so that no batch has to. One at a time is
 * tried, for a while, in turn: however many wait here, they take one connection, and one that waits long is not in the way of the others.
 */
final class SlowLane {
    private static final String SHORT_WAIT = "50ms";
    private static final String LONG_WAIT = "250ms";
    private static final long REMEMBERED_NANOS = 1_000_000_000L;

    private final Tries tries;
    private final HeldRows heldRows;
    private final Semaphore turn = new Semaphore(1, true);
    private final Map<RowKey, Long> heldUntil = new ConcurrentHashMap<>();

    SlowLane(TableNames names, Tries tries) {
        this.tries = tries;
        this.heldRows = new HeldRows(names);
    }

    /**
     * How long a batch waits for each lock. Whoever wants the next number has to wait for whoever has the one before, and most are another
     * node's batch that is about to be on the disk.
     */
    static String waitOf(List<TicketChange> batch) {
        return batch.stream().anyMatch(change -> change.referenceRequest() != null) ? LONG_WAIT : SHORT_WAIT;
    }

    /** As {@link #waitOf(List)}, for a change by itself. */
    static String waitOf(TicketChange change) {
        return change.referenceRequest() == null ? SHORT_WAIT : LONG_WAIT;
    }

    /** Whether a change needs a row that was held a moment ago. */
    boolean isFor(TicketChange change) {
        if (heldUntil.isEmpty()) {
            return false;
        }
        return RowKey.lockedBy(change).stream().anyMatch(this::isHeld);
    }

    /** Looks which rows are held. For a moment, changes that need them come here at once. */
    int lookFor(Sql sql, List<TicketChange> changes) throws SQLException {
        Set<RowKey> held = heldRows.of(sql, changes);
        long until = System.nanoTime() + REMEMBERED_NANOS;
        held.forEach(row -> heldUntil.put(row, until));
        return held.size();
    }

    /** Commits a change, however long it takes. */
    CommitOutcome run(Transactions.Call call, TicketChange change) {
        Optional<CommitOutcome> outcome = Optional.empty();
        while (outcome.isEmpty()) {
            turn.acquireUninterruptibly();
            try {
                call.read(sql -> lookFor(sql, List.of(change)));
                outcome = tries.run(call, change, LONG_WAIT);
            } finally {
                turn.release();
            }
        }
        heldUntil.keySet().removeAll(RowKey.lockedBy(change));
        return outcome.get();
    }

    private boolean isHeld(RowKey row) {
        Long until = heldUntil.get(row);
        if (until != null && until - System.nanoTime() <= 0) {
            heldUntil.remove(row, until);
            until = null;
        }
        return until != null;
    }
}
