package dev.ticketkit.jdbc;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores decided changes: by one statement where that is a transaction, else by steps in one. */
final class Commits {
    private static final int STEPS_TOGETHER = 100;

    private final Transactions transactions;
    private final StepsCommit steps;
    private final @Nullable OwnCommits own;
    private final @Nullable CoalescedCommits together;
    private volatile @Nullable SqlDialect dialect;

    private Commits(
            TableNames names,
            Transactions transactions,
            @Nullable OwnCommits own,
            @Nullable CoalescedCommits together) {
        this.transactions = transactions;
        this.steps = new StepsCommit(names, new SeriesTable(names), new Reasons(names));
        this.own = own;
        this.together = together;
    }

    /** Commits in the host's transactions. */
    static Commits joining(TableNames names, Transactions transactions) {
        return new Commits(names, transactions, null, null);
    }

    /** Commits that are transactions of their own. */
    static Commits owning(TableNames names, OwningTransactions transactions, CommitForms forms, boolean coalesce) {
        CoalescedCommits together = new CoalescedCommits(names, transactions, forms);
        OwnCommits own = coalesce ? together : new SingleCommits(transactions, new Tries(names, forms));
        return new Commits(names, transactions, own, together);
    }

    CommitOutcome run(TicketChange change) {
        if (clears(change) || own == null || dialect() != SqlDialect.POSTGRESQL) {
            return transactions.call().write(sql -> steps.run(sql, change));
        }
        return own.run(change);
    }

    /** Many changes, of each ticket at most one; what became of each, in their order. */
    List<CommitOutcome> runAll(List<TicketChange> changes) {
        if (together == null || dialect() != SqlDialect.POSTGRESQL) {
            return bySteps(changes);
        }
        return changes.stream().anyMatch(Commits::clears)
                ? changes.stream().map(this::run).toList()
                : together.runAll(changes);
    }

    private List<CommitOutcome> bySteps(List<TicketChange> changes) {
        List<CommitOutcome> outcomes = new ArrayList<>(changes.size());
        for (int from = 0; from < changes.size(); from += STEPS_TOGETHER) {
            List<TicketChange> some = changes.subList(from, Math.min(changes.size(), from + STEPS_TOGETHER));
            outcomes.addAll(transactions.call().write(sql -> {
                List<CommitOutcome> these = new ArrayList<>(some.size());
                for (TicketChange change : some) {
                    these.add(steps.run(sql, change));
                }
                return these;
            }));
        }
        return outcomes;
    }

    /**
     * One statement sees queue and history as they were at its start; a deletion or erasure must see what was put into them until the ticket
     * was locked.
     */
    private static boolean clears(TicketChange change) {
        return change.event().kind() == EventKind.DELETED || change.isErasure();
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
