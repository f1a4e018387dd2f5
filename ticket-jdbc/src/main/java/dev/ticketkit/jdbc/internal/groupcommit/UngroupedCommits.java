package dev.ticketkit.jdbc.internal.groupcommit;

import dev.ticketkit.jdbc.internal.connection.LockPatience;
import dev.ticketkit.jdbc.internal.connection.ServerLimits;
import dev.ticketkit.jdbc.internal.transaction.OwnCommits;
import dev.ticketkit.jdbc.internal.transaction.OwningTransactions;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.Optional;

/** Each change has a statement for itself. */
final class UngroupedCommits implements OwnCommits {
    private final OwningTransactions transactions;
    private final SingleCommit tries;

    UngroupedCommits(OwningTransactions transactions, SingleCommit tries) {
        this.transactions = transactions;
        this.tries = tries;
    }

    @Override
    public CommitOutcome run(TicketChange change) {
        Transactions.Call call = transactions.call();
        LockPatience patience = new LockPatience(transactions.lockWait());
        while (true) {
            Optional<CommitOutcome> outcome = tries.run(call, change, patience.sliceMillis() + "ms");
            if (outcome.isPresent()) {
                return outcome.get();
            }
            call.read(sql -> ServerLimits.applyTo(patience, sql));
            if (patience.isOver()) {
                throw call.locked();
            }
        }
    }
}
