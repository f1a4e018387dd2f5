package dev.ticketkit.jdbc.internal.groupcommit;

import dev.ticketkit.jdbc.internal.commit.CommitConflicts;
import dev.ticketkit.jdbc.internal.commit.CommitForms;
import dev.ticketkit.jdbc.internal.commit.SeriesTable;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlFailure;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.AttemptResult;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commits one change by itself, until it is stored or there is a reason why not. */
final class SingleCommit {
    private static final int MOST_VAIN_TRIES = 20;

    private final CommitForms forms;
    private final SeriesTable series;
    private final CommitConflicts reasons;

    SingleCommit(TableNames names, CommitForms forms) {
        this.forms = forms;
        this.series = new SeriesTable(names);
        this.reasons = new CommitConflicts(names);
    }

    /**
     * Commits a change.
     *
     * @param lockWait how long a try may wait for each lock; null for as long as the connection says
     * @return empty when it waited longer than that: then nothing was stored
     */
    Optional<CommitOutcome> run(Transactions.Call call, TicketChange change, @Nullable String lockWait) {
        int vain = 0;
        while (vain < MOST_VAIN_TRIES) {
            AttemptResult attempted = call.single(sql -> once(sql, change, lockWait));
            if (attempted.kind() != AttemptResult.Kind.LOST) {
                return attempted.kind() == AttemptResult.Kind.WON ? attempted.outcome() : Optional.empty();
            }
            Optional<CommitOutcome> reason = reason(call, change);
            if (reason.isPresent()) {
                return reason;
            }
            // A number that was given by hand meanwhile is passed: as many as there are, each is one less.
            vain += passesTaken(call, change) ? 0 : 1;
        }
        throw call.exhausted();
    }

    /** As {@link #run}, for a change that has lost a first time. */
    Optional<CommitOutcome> afterLoss(Transactions.Call call, TicketChange change, @Nullable String lockWait) {
        Optional<CommitOutcome> reason = reason(call, change);
        if (reason.isPresent()) {
            return reason;
        }
        passesTaken(call, change);
        return run(call, change, lockWait);
    }

    /** One try. */
    AttemptResult once(Sql sql, TicketChange change, @Nullable String lockWait) throws SQLException {
        try {
            Optional<Receipt> receipt = forms.one(sql, change, lockWait);
            return receipt.map(AttemptResult::won).orElse(AttemptResult.LOST);
        } catch (SQLException e) {
            if (SqlFailure.of(e) == SqlFailure.CHECK) {
                return AttemptResult.LOST;
            }
            if (lockWait != null && SqlFailure.isLockWait(e)) {
                return AttemptResult.HELD;
            }
            throw e;
        }
    }

    /** Why it lost; empty when it lost against a number that was given by hand, or against nothing that is left. */
    private Optional<CommitOutcome> reason(Transactions.Call call, TicketChange change) {
        return call.single(sql -> reasons.of(sql, change));
    }

    /** Moves the series past numbers that were given by hand; whether there were any. */
    private boolean passesTaken(Transactions.Call call, TicketChange change) {
        ReferenceRequest request = change.referenceRequest();
        return request != null && call.write(sql -> series.passTaken(sql, change.tenant(), request));
    }
}
