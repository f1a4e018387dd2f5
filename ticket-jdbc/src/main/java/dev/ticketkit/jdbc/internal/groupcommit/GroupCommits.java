package dev.ticketkit.jdbc.internal.groupcommit;

import dev.ticketkit.jdbc.internal.commit.CommitForms;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.AttemptResult;
import dev.ticketkit.jdbc.internal.transaction.FailedAttempt;
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
 * caller then tries by itself: it commits the very same change, and so finds out what became of it.
 *
 * <p>See docs/decisions/0010-coalescing.md.
 */
public final class GroupCommits implements OwnCommits {
    public static final int MOST_LEADERS = 2;

    /** One caller's own, who waits for all of them anyway. */
    private static final int MOST_OF_ONE = 1_000;

    private final OwningTransactions transactions;
    private final SingleCommit tries;
    private final BatchAttempt batches;
    private final ContendedLane contendedLane;
    private final GroupSizes sizes;
    private final CommitQueue queue = new CommitQueue(MOST_LEADERS);

    GroupCommits(TableNames names, OwningTransactions transactions, CommitForms forms, GroupSizes sizes) {
        this.sizes = sizes;
        this.transactions = transactions;
        this.tries = new SingleCommit(names, forms);
        this.contendedLane = new ContendedLane(names, tries, transactions.lockWait());
        this.batches = new BatchAttempt(transactions, forms, contendedLane);
    }

    @Override
    public CommitOutcome run(TicketChange change) {
        if (contendedLane.isFor(change)) {
            return contendedLane.run(transactions.call(), change);
        }
        return transactions.isPlain() ? among(new WaitingCommit(change)) : amongLookedAt(change);
    }

    /**
     * Others commit on their connections what is the caller's, so it looks first where its own leads. One that finds nobody committing uses
     * its own at once.
     */
    private CommitOutcome amongLookedAt(TicketChange change) {
        WaitingCommit alone = new WaitingCommit(change);
        if (!queue.lead(alone)) {
            return among(new WaitingCommit(change, transactions.database()));
        }
        lead(alone, List.of(alone));
        return conclude(alone);
    }

    private CommitOutcome among(WaitingCommit mine) {
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
            List<WaitingCommit> batch =
                    changes.subList(from, to).stream().map(WaitingCommit::new).toList();
            batches.run(batch);
            batch.forEach(each -> outcomes.add(conclude(each)));
        }
        return outcomes;
    }

    private void lead(WaitingCommit leader, List<WaitingCommit> batch) {
        try {
            if (batch.size() == 1) {
                leader.answer(alone(leader.change));
            } else {
                batches.run(batch);
            }
        } finally {
            queue.done(batch);
            for (WaitingCommit each : batch) {
                if (each.answer() == null) {
                    each.answer(WaitingCommit.Answer.NONE);
                }
            }
            sizes.committed(batch.size());
        }
    }

    private WaitingCommit.Answer alone(TicketChange change) {
        try {
            return WaitingCommit.Answer.of(
                    transactions.once(sql -> tries.once(sql, change, ContendedLane.waitOf(change))));
        } catch (FailedAttempt e) {
            return new WaitingCommit.Answer(null, e);
        }
    }

    private CommitOutcome conclude(WaitingCommit mine) {
        WaitingCommit.Answer answer = mine.answer();
        AttemptResult attempted = answer == null ? null : answer.attempted();
        if (attempted != null && attempted.outcome().isPresent()) {
            return attempted.outcome().get();
        }
        Transactions.Call call = transactions.call(answer == null ? null : answer.failed());
        Optional<CommitOutcome> outcome = attempted == null
                ? tries.run(call, mine.change, ContendedLane.waitOf(mine.change))
                : goOn(call, mine, attempted);
        return outcome.orElseGet(() -> contendedLane.run(call, mine.change));
    }

    private Optional<CommitOutcome> goOn(Transactions.Call call, WaitingCommit mine, AttemptResult attempted) {
        return attempted.kind() == AttemptResult.Kind.HELD
                ? Optional.empty()
                : tries.afterLoss(call, mine.change, ContendedLane.waitOf(mine.change));
    }
}
