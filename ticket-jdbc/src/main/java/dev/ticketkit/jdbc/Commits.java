package dev.ticketkit.jdbc;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;
import org.jspecify.annotations.Nullable;

/** Stores decided changes: by one statement where that is a transaction, else by steps in one. */
final class Commits {
    private final Transactions transactions;
    private final StepsCommit steps;
    private final @Nullable OwnCommits own;
    private volatile @Nullable SqlDialect dialect;

    private Commits(TableNames names, Transactions transactions, @Nullable OwnCommits own) {
        this.transactions = transactions;
        this.steps = new StepsCommit(names, new SeriesTable(names), new Reasons(names));
        this.own = own;
    }

    /** Commits in the host's transactions. */
    static Commits joining(TableNames names, Transactions transactions) {
        return new Commits(names, transactions, null);
    }

    /** Commits that are transactions of their own. */
    static Commits owning(TableNames names, OwningTransactions transactions, CommitForms forms, boolean coalesce) {
        OwnCommits own = coalesce
                ? new CoalescedCommits(names, transactions, forms)
                : new SingleCommits(transactions, new Tries(names, forms));
        return new Commits(names, transactions, own);
    }

    CommitOutcome run(TicketChange change) {
        // One statement sees queue and history as they were at its start; a deletion or erasure must see what was
        // put into them until the ticket was locked.
        boolean clears = change.event().kind() == EventKind.DELETED || change.isErasure();
        if (clears || own == null || dialect() != SqlDialect.POSTGRESQL) {
            return transactions.call().write(sql -> steps.run(sql, change));
        }
        return own.run(change);
    }

    private SqlDialect dialect() {
        SqlDialect known = dialect;
        if (known == null) {
            known = transactions.call().read(Sql::dialect);
            dialect = known;
        }
        return known;
    }
}
