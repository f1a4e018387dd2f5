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
    private static final int MOST_TRIES = 20;

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
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            AttemptResult attempted = call.single(sql -> once(sql, change, lockWait));
            Optional<CommitOutcome> outcome =
                    switch (attempted.kind()) {
                        case WON -> attempted.outcome();
                        case LOST -> reason(call, change);
                        case HELD -> Optional.empty();
                    };
            if (outcome.isPresent() || attempted.kind() == AttemptResult.Kind.HELD) {
                return outcome;
            }
        }
        throw call.exhausted();
    }

    /** As {@link #run}, for a change that has lost a first time. */
    Optional<CommitOutcome> afterLoss(Transactions.Call call, TicketChange change, @Nullable String lockWait) {
        Optional<CommitOutcome> reason = reason(call, change);
        return reason.isPresent() ? reason : run(call, change, lockWait);
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
        Optional<CommitOutcome> reason = call.single(sql -> reasons.of(sql, change));
        ReferenceRequest request = change.referenceRequest();
        if (reason.isEmpty() && request != null) {
            call.write(sql -> series.passTaken(sql, change.tenant(), request));
        }
        return reason;
    }
}
