package dev.ticketkit.jdbc.internal.groupcommit;

import dev.ticketkit.jdbc.internal.commit.RowKey;
import dev.ticketkit.jdbc.internal.sql.Database;
import dev.ticketkit.jdbc.internal.transaction.AttemptResult;
import dev.ticketkit.jdbc.internal.transaction.FailedAttempt;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A caller and the change it wants to be stored. It waits here until another has tried it, or until it is its turn to do so. */
public final class WaitingCommit {
    final TicketChange change;

    /** What nobody else in the same batch may be about: then one would lose without need, or cost all the others their commit. */
    final List<RowKey> claims;

    /** The numbers of which it wants one, or null. */
    final @Nullable RowKey series;

    private final Thread caller = Thread.currentThread();
    private final @Nullable Database database;
    private volatile boolean leads;
    private volatile @Nullable Answer answer;

    /** A caller for whom any connection is as good as its own. */
    WaitingCommit(TicketChange change) {
        this(change, null);
    }

    /** @param database where the caller's own connection leads */
    WaitingCommit(TicketChange change, @Nullable Database database) {
        this.change = change;
        this.database = database;
        this.claims = new ArrayList<>(3);
        claims.add(RowKey.ticket(change));
        this.series = RowKey.series(change);
        if (change.idempotency() != null) {
            claims.add(RowKey.key(change, change.idempotency()));
        }
        RowKey external = RowKey.externalId(change);
        if (external != null) {
            claims.add(external);
        }
    }

    /**
     * What came of one try.
     *
     * @param failed why there was none that counts, if the caller shall treat that as its own failure
     */
    record Answer(
            @Nullable AttemptResult attempted, @Nullable FailedAttempt failed) {
        /** The caller has to try by itself. */
        static final Answer NONE = new Answer(null, null);

        static Answer of(AttemptResult attempted) {
            return new Answer(attempted, null);
        }
    }

    /** Returns when there is an answer, or when the caller has to lead. Interrupts wait as well: says whether there was one. */
    boolean await() {
        boolean interrupted = false;
        while (!leads && answer == null) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        return interrupted;
    }

    @Nullable Database database() {
        return database;
    }

    void lead() {
        leads = true;
        LockSupport.unpark(caller);
    }

    boolean leads() {
        return leads;
    }

    void answer(Answer given) {
        answer = given;
        if (caller != Thread.currentThread()) {
            LockSupport.unpark(caller);
        }
    }

    @Nullable Answer answer() {
        return answer;
    }
}
