package dev.ticketkit.jdbc.internal.groupcommit;

import dev.ticketkit.jdbc.internal.commit.RowKey;
import dev.ticketkit.jdbc.internal.connection.LockPatience;
import dev.ticketkit.jdbc.internal.connection.ServerLimits;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Where changes wait for rows that are held, such as a host with an open transaction, so that no batch has to. One at a time is
 * tried, for a while, in turn: however many wait here, they take one connection, and one that waits long is not in the way of the others.
 */
final class ContendedLane {
    private static final String SHORT_WAIT = "50ms";
    private static final String LONG_WAIT = "250ms";
    private static final long REMEMBERED_NANOS = 1_000_000_000L;

    private final SingleCommit tries;
    private final LockedRows lockedRows;
    private final Semaphore turn = new Semaphore(1, true);
    private final Map<RowKey, Long> heldUntil = new ConcurrentHashMap<>();

    private final Duration lockWait;

    /** @param lockWait how long a change waits here */
    ContendedLane(TableNames names, SingleCommit tries, Duration lockWait) {
        this.lockWait = lockWait;
        this.tries = tries;
        this.lockedRows = new LockedRows(names);
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
        Set<RowKey> held = lockedRows.of(sql, changes);
        long until = System.nanoTime() + REMEMBERED_NANOS;
        held.forEach(row -> heldUntil.put(row, until));
        return held.size();
    }

    /**
     * Commits a change, or says after a while that what it needs is held.
     *
     * @throws dev.ticketkit.spi.error.StorageException with {@code STORAGE_LOCKED} then, and when the caller is interrupted meanwhile
     */
    CommitOutcome run(Transactions.Call call, TicketChange change) {
        LockPatience patience = new LockPatience(lockWait);
        call.read(sql -> ServerLimits.applyTo(patience, sql));
        Optional<CommitOutcome> outcome = Optional.empty();
        while (outcome.isEmpty()) {
            if (takeTurn(patience)) {
                outcome = inTurn(call, change);
            }
            if (outcome.isEmpty() && patience.isOver()) {
                throw call.locked();
            }
        }
        heldUntil.keySet().removeAll(RowKey.lockedBy(change));
        return outcome.get();
    }

    private Optional<CommitOutcome> inTurn(Transactions.Call call, TicketChange change) {
        try {
            call.read(sql -> lookFor(sql, List.of(change)));
            return tries.run(call, change, LONG_WAIT);
        } finally {
            turn.release();
        }
    }

    private boolean takeTurn(LockPatience patience) {
        try {
            return turn.tryAcquire() || turn.tryAcquire(patience.sliceMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
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
