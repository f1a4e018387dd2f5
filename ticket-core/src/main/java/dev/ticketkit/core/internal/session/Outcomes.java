package dev.ticketkit.core.internal.session;

import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.spi.error.KeyReusedException;
import dev.ticketkit.spi.error.TicketException;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What outcomes of the store mean to a caller. */
public final class Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

    private final ActorContext session;

    public Outcomes(ActorContext session) {
        this.session = session;
    }

    /** The result of a stored change. */
    public CommandResult committed(TicketChange change, Receipt receipt) {
        signalCommit();
        Ticket ticket = change.after().toBuilder()
                .reference(receipt.reference())
                .asStored()
                .build();
        return CommandResult.now(receipt, session.shown(ticket));
    }

    public void signalCommit() {
        try {
            session.parts.stored();
        } catch (Throwable e) {
            // An error too: who hears of one would believe that nothing is stored, and repeat it.
            LOG.warn("what is to happen after each commit failed; the change is stored", e);
        }
    }

    /** The result of a key that is stored, with the ticket as it is now if the actor may still read it. */
    public CommandResult replayed(CommitOutcome outcome) {
        if (outcome instanceof CommitOutcome.Replayed replayed) {
            Receipt receipt = replayed.receipt();
            return CommandResult.before(
                    receipt,
                    session.tickets()
                            .find(session.tenant, receipt.ticketId())
                            .filter(session.access::isVisible)
                            .map(session::shown));
        }
        throw new KeyReusedException();
    }

    /**
     * Runs a keyed command; if it can no longer be decided, its earlier outcome stands. A ticket changed, hidden or deleted since must
     * not turn the repeat of a command that was carried out into an error.
     */
    public CommandResult orEarlier(@Nullable IdempotencyStamp stamp, Supplier<CommandResult> command) {
        try {
            return command.get();
        } catch (TicketException e) {
            if (stamp == null || e instanceof KeyReusedException) {
                throw e;
            }
            Optional<CommitOutcome> earlier = earlier(stamp, e);
            return replayed(earlier.orElseThrow(() -> e));
        }
    }

    private Optional<CommitOutcome> earlier(IdempotencyStamp stamp, TicketException problem) {
        return switch (problem.code()) {
            // The store is in trouble; asking it again would only hide the first error behind a second one.
            case STORAGE_RETRYABLE,
                    STORAGE_LOCKED,
                    STORAGE_UNKNOWN,
                    STORAGE_UNAVAILABLE,
                    STORAGE_FAILED,
                    STORAGE_INCOMPLETE,
                    SCHEMA -> Optional.empty();
            case NOT_FOUND, CONFLICT, TAKEN, KEY_REUSED, FORBIDDEN, REFUSED ->
                session.tickets().replay(session.tenant, stamp);
        };
    }
}
