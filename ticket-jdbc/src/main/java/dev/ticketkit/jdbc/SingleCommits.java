package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;

/** Each change has a statement for itself. */
final class SingleCommits implements OwnCommits {
    private final Transactions transactions;
    private final Tries tries;

    SingleCommits(Transactions transactions, Tries tries) {
        this.transactions = transactions;
        this.tries = tries;
    }

    @Override
    public CommitOutcome run(TicketChange change) {
        return tries.run(transactions.call(), change, null).orElseThrow();
    }
}
