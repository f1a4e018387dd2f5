package dev.ticketkit.jdbc.internal.groupcommit;

import dev.ticketkit.jdbc.internal.commit.CommitConflicts;
import dev.ticketkit.jdbc.internal.commit.CommitForms;
import dev.ticketkit.jdbc.internal.commit.MultiStatementCommit;
import dev.ticketkit.jdbc.internal.commit.SeriesTable;
import dev.ticketkit.jdbc.internal.rollup.RollUpAfterCommits;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.OwnCommits;
import dev.ticketkit.jdbc.internal.transaction.OwningTransactions;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores decided changes: by one statement where that is a transaction, else by steps in one. */
public final class Commits {
    private static final int STEPS_TOGETHER = 100;

    private final Transactions transactions;
    private final MultiStatementCommit steps;
    private final @Nullable OwnCommits own;
    private final @Nullable GroupCommits together;
    private final @Nullable RollUpAfterCommits rollUp;
    private volatile @Nullable Way way;

    /** How the database is written to, known from the first connection. */
    private record Way(boolean inOneStatement, boolean rollsUp) {
        static Way of(Sql sql) {
            return new Way(sql.writesInOneStatement(), sql.dialect().rollsUpAfterCommits());
        }
    }

    private Commits(
            TableNames names,
            Transactions transactions,
            @Nullable OwnCommits own,
            @Nullable GroupCommits together,
            @Nullable RollUpAfterCommits rollUp) {
        this.rollUp = rollUp;
        this.transactions = transactions;
        this.steps = new MultiStatementCommit(names, new SeriesTable(names), new CommitConflicts(names));
        this.own = own;
        this.together = together;
    }

    /** Commits in the host's transactions. */
    public static Commits joining(TableNames names, Transactions transactions) {
        return new Commits(names, transactions, null, null, null);
    }

    /**
     * Commits that are transactions of their own.
     *
     * @param transactions the same, or those that join some calls; what joins is committed by steps
     * @param sizes hears how many shared a commit; null where none is to be shared
     */
    public static Commits owning(
            TableNames names,
            OwningTransactions owning,
            Transactions transactions,
            CommitForms forms,
            @Nullable GroupSizes sizes,
            RollUpAfterCommits rollUp) {
        GroupCommits together = new GroupCommits(names, owning, forms, sizes == null ? GroupSizes.UNHEARD : sizes);
        OwnCommits own = sizes != null ? together : new UngroupedCommits(owning, new SingleCommit(names, forms));
        return new Commits(names, transactions, own, together, rollUp);
    }

    public CommitOutcome run(TicketChange change) {
        CommitOutcome outcome = store(change);
        reportStored(change, outcome);
        return outcome;
    }

    private void reportStored(TicketChange change, CommitOutcome outcome) {
        if (outcome instanceof CommitOutcome.Committed) {
            transactions.stored(change);
        }
    }

    private CommitOutcome store(TicketChange change) {
        if (transactions.joined() || clears(change) || own == null || !way().inOneStatement()) {
            CommitOutcome outcome = transactions.call().write(sql -> steps.run(sql, change));
            committed(change.tenant(), 1);
            return outcome;
        }
        return own.run(change);
    }

    private void committed(TenantId tenant, int changes) {
        Way known = way;
        if (known != null && known.rollsUp() && rollUp != null && !transactions.joined()) {
            rollUp.committed(tenant, changes);
        }
    }

    /** Many changes, of each ticket at most one; what became of each, in their order. */
    public List<CommitOutcome> runAll(List<TicketChange> changes) {
        List<CommitOutcome> outcomes = storeAll(changes);
        for (int i = 0; i < outcomes.size(); i++) {
            reportStored(changes.get(i), outcomes.get(i));
        }
        return outcomes;
    }

    private List<CommitOutcome> storeAll(List<TicketChange> changes) {
        if (transactions.joined() || together == null || !way().inOneStatement()) {
            return bySteps(changes);
        }
        return changes.stream().anyMatch(Commits::clears)
                ? changes.stream().map(this::store).toList()
                : together.runAll(changes);
    }

    private List<CommitOutcome> bySteps(List<TicketChange> changes) {
        List<CommitOutcome> outcomes = new ArrayList<>(changes.size());
        while (outcomes.size() < changes.size()) {
            List<TicketChange> some = nextTogether(changes.subList(outcomes.size(), changes.size()));
            outcomes.addAll(transactions.call().write(sql -> {
                List<CommitOutcome> these = new ArrayList<>(some.size());
                for (TicketChange change : some) {
                    these.add(steps.run(sql, change));
                }
                return these;
            }));
            committed(some.get(0).tenant(), some.size());
        }
        return outcomes;
    }

    /** Of one tenant: a transaction on several nodes costs a commit on each, and a second one to agree. */
    private static List<TicketChange> nextTogether(List<TicketChange> changes) {
        TenantId tenant = changes.get(0).tenant();
        int until = 1;
        while (until < Math.min(changes.size(), STEPS_TOGETHER)
                && changes.get(until).tenant().equals(tenant)) {
            until++;
        }
        return changes.subList(0, until);
    }

    /**
     * One statement sees queue and history as they were at its start; a deletion, a restoring or an erasure must see what was put into them
     * until the ticket was locked. What few changes need, a row for a former contact, is by steps too.
     */
    private static boolean clears(TicketChange change) {
        EventKind kind = change.event().kind();
        return kind == EventKind.DELETED
                || kind == EventKind.RESTORED
                || kind == EventKind.ERASED
                || !change.formerContacts().isEmpty();
    }

    /**
     * Citus takes one statement of many writes apart, ten times as slow as the steps it is made of, and refuses several tenants in one.
     */
    private Way way() {
        Way known = way;
        if (known == null) {
            known = transactions.call().read(Way::of);
            way = known;
        }
        return known;
    }
}
