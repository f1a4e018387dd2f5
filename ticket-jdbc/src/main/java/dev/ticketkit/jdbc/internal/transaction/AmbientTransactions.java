package dev.ticketkit.jdbc.internal.transaction;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.spi.storage.TicketChange;

/**
 * The host's transaction on threads that are in one, and transactions of our own on all others.
 *
 * <p>See docs/decisions/0017-host-transactions.md.
 */
public final class AmbientTransactions implements Transactions {
    private final JoinedConnections host;
    private final Transactions joining;
    private final Transactions owning;

    public AmbientTransactions(JoinedConnections host, Transactions joining, Transactions owning) {
        this.host = host;
        this.joining = joining;
        this.owning = owning;
    }

    @Override
    public boolean joined() {
        return host.isTransactionActive();
    }

    @Override
    public Dialect dialect() {
        return now().dialect();
    }

    @Override
    public Call call() {
        return now().call();
    }

    @Override
    public <T> T once(Sql.Work<T> work) throws FailedAttempt {
        return now().once(work);
    }

    @Override
    public void stored(TicketChange change) {
        now().stored(change);
    }

    private Transactions now() {
        return joined() ? joining : owning;
    }
}
