package dev.ticketkit.jdbc.internal.groupcommit;

import dev.ticketkit.jdbc.internal.commit.CommitForms;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.Attempted;
import dev.ticketkit.jdbc.internal.transaction.FailedTry;
import dev.ticketkit.jdbc.internal.transaction.OwnCommits;
import dev.ticketkit.jdbc.internal.transaction.OwningTransactions;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes that come at the same moment share a statement. A caller who finds nobody committing commits at once; the others wait, and the
 * first of them commits for all. No thread of its own, and nobody holds more than one connection. Whatever goes wrong with a batch, each
 * caller then tries by himself: he commits the very same change, so that he finds out what became of it.
 */
public final class CoalescedCommits implements OwnCommits {
    public static final int MOST_LEADERS = 2;

    /** One caller's own, who waits for all of them anyway. */
    private static final int MOST_OF_ONE = 1_000;

    private final OwningTransactions transactions;
    private final Tries tries;
    private final BatchTry batches;
    private final SlowLane slowLane;
    private final CommitQueue queue = new CommitQueue(MOST_LEADERS);

    CoalescedCommits(TableNames names, OwningTransactions transactions, CommitForms forms) {
        this.transactions = transactions;
        this.tries = new Tries(names, forms);
        this.slowLane = new SlowLane(names, tries, transactions.lockWait());
        this.batches = new BatchTry(transactions, forms, slowLane);
    }

    @Override
    public CommitOutcome run(TicketChange change) {
        if (slowLane.isFor(change)) {
            return slowLane.run(transactions.call(), change);
        }
        return transactions.isPlain() ? among(new Waiting(change)) : amongLookedAt(change);
    }

    /**
     * Others commit on their connections what is the caller's, so he looks first where his own leads. He who finds nobody committing uses
     * his own at once.
     */
    private CommitOutcome amongLookedAt(TicketChange change) {
        Waiting alone = new Waiting(change);
        if (!queue.lead(alone)) {
            return among(new Waiting(change, transactions.database()));
        }
        lead(alone, List.of(alone));
        return conclude(alone);
    }

    private CommitOutcome among(Waiting mine) {
        if (queue.leadOrWait(mine)) {
            lead(mine, List.of(mine));
        } else {
            boolean interrupted = mine.await();
            try {
                if (mine.leads()) {
                    lead(mine, queue.batchOf(mine));
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        return conclude(mine);
    }

    /** Changes of one caller share statements with each other only; of each ticket there is at most one. */
    List<CommitOutcome> runAll(List<TicketChange> changes) {
        List<CommitOutcome> outcomes = new ArrayList<>(changes.size());
        for (int from = 0; from < changes.size(); from += MOST_OF_ONE) {
            int to = Math.min(changes.size(), from + MOST_OF_ONE);
            List<Waiting> batch =
                    changes.subList(from, to).stream().map(Waiting::new).toList();
            batches.run(batch);
            batch.forEach(each -> outcomes.add(conclude(each)));
        }
        return outcomes;
    }

    private void lead(Waiting leader, List<Waiting> batch) {
        try {
            if (batch.size() == 1) {
                leader.answer(alone(leader.change));
            } else {
                batches.run(batch);
            }
        } finally {
            queue.done(batch);
            for (Waiting each : batch) {
                if (each.answer() == null) {
                    each.answer(Waiting.Answer.NONE);
                }
            }
        }
    }

    private Waiting.Answer alone(TicketChange change) {
        try {
            return Waiting.Answer.of(transactions.once(sql -> tries.once(sql, change, SlowLane.waitOf(change))));
        } catch (FailedTry e) {
            return new Waiting.Answer(null, e);
        }
    }

    private CommitOutcome conclude(Waiting mine) {
        Waiting.Answer answer = mine.answer();
        Attempted attempted = answer == null ? null : answer.attempted();
        if (attempted != null && attempted.outcome().isPresent()) {
            return attempted.outcome().get();
        }
        Transactions.Call call = transactions.call(answer == null ? null : answer.failed());
        Optional<CommitOutcome> outcome = attempted == null
                ? tries.run(call, mine.change, SlowLane.waitOf(mine.change))
                : goOn(call, mine, attempted);
        return outcome.orElseGet(() -> slowLane.run(call, mine.change));
    }

    private Optional<CommitOutcome> goOn(Transactions.Call call, Waiting mine, Attempted attempted) {
        return attempted.kind() == Attempted.Kind.HELD
                ? Optional.empty()
                : tries.afterLoss(call, mine.change, SlowLane.waitOf(mine.change));
    }
}
