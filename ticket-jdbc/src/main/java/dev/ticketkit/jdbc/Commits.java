package dev.ticketkit.jdbc;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores decided changes: by one statement where that is a transaction, else by steps in one. */
final class Commits {
    private static final int MOST_TRIES = 20;

    private final Transactions transactions;
    private final SeriesTable series;
    private final Reasons reasons;
    private final OneStatementCommit oneStatement;
    private final OneStatementCommit gatedStatement;
    private final StepsCommit steps;
    private volatile @Nullable SqlDialect dialect;

    Commits(TableNames names, Transactions transactions, Reasons reasons) {
        this.transactions = transactions;
        this.reasons = reasons;
        this.series = new SeriesTable(names);
        this.oneStatement = new OneStatementCommit(names, false);
        this.gatedStatement = new OneStatementCommit(names, true);
        this.steps = new StepsCommit(names, series, reasons);
    }

    CommitOutcome run(TicketChange change) {
        Transactions.Call call = transactions.call();
        // One statement sees queue and history as they were at its start; a deletion or erasure must see what was
        // put into them until the ticket was locked.
        boolean clears = change.event().kind() == EventKind.DELETED || change.isErasure();
        if (clears || transactions.joined() || dialect(call) != SqlDialect.POSTGRESQL) {
            return call.write(sql -> steps.run(sql, change));
        }
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            Optional<Receipt> won = call.single(sql -> runOnce(sql, change));
            Optional<CommitOutcome> outcome =
                    won.isPresent() ? won.map(CommitOutcome.Committed::new) : call.read(sql -> reasons.of(sql, change));
            if (outcome.isPresent()) {
                return outcome.get();
            }
            passTaken(call, change);
        }
        throw call.exhausted();
    }

    private SqlDialect dialect(Transactions.Call call) {
        SqlDialect known = dialect;
        if (known == null) {
            known = call.read(Sql::dialect);
            dialect = known;
        }
        return known;
    }

    private void passTaken(Transactions.Call call, TicketChange change) {
        ReferenceRequest request = change.referenceRequest();
        if (request != null) {
            call.write(sql -> series.passTaken(sql, change.tenant(), request));
        }
    }

    private Optional<Receipt> runOnce(Sql sql, TicketChange change) throws SQLException {
        try {
            return (StatusGate.isOnTheWay(change) ? gatedStatement : oneStatement).run(sql, change);
        } catch (SQLException e) {
            if (SqlFailure.of(e) == SqlFailure.CHECK) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
