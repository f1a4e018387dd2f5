package dev.ticketkit.jdbc.internal.transaction;

import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;

/** Commits changes on PostgreSQL by statements that are transactions of their own. */
public interface OwnCommits {
    /** Returns when there is an answer. */
    CommitOutcome run(TicketChange change);
}
