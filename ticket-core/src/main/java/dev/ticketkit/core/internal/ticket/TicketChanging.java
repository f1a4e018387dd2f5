package dev.ticketkit.core.internal.ticket;

import dev.ticketkit.core.internal.retry.ConflictRetry;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.session.FoundDone;
import dev.ticketkit.core.internal.session.Outcomes;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.error.TicketException;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One command on a ticket, from reading to commit. When somebody else was faster, the whole decision and the access check are made
 * again on the ticket as it is now; that is the merge.
 */
public final class TicketChanging {
    private static final Logger LOG = LoggerFactory.getLogger(TicketChanging.class);

    private final ActorContext session;
    private final @Nullable Ticket loaded;
    private final Supplier<Optional<Ticket>> read;
    private final @Nullable IdempotencyStamp stamp;
    private final Outcomes outcomes;

    public TicketChanging(ActorContext session, Supplier<Optional<Ticket>> read, @Nullable IdempotencyStamp stamp) {
        this(session, null, read, stamp);
    }

    /** @param loaded the ticket as it was stored at its version, to decide on first; null to read it */
    public TicketChanging(
            ActorContext session,
            @Nullable Ticket loaded,
            Supplier<Optional<Ticket>> read,
            @Nullable IdempotencyStamp stamp) {
        this.session = session;
        this.loaded = loaded;
        this.read = read;
        this.stamp = stamp;
        this.outcomes = new Outcomes(session);
    }

    /** Runs a command that does not apply to deleted tickets. */
    public CommandResult onLiving(Function<Ticket, Optional<TicketChange>> decision) {
        return onAny(ticket -> {
            if (ticket.deletedAt() != null) {
                throw new NotFoundException("ticket");
            }
            return decision.apply(ticket);
        });
    }

    /** Runs a command that applies to deleted tickets too. */
    public CommandResult onAny(Function<Ticket, Optional<TicketChange>> decision) {
        return outcomes.orEarlier(stamp, () -> untilStored(decision));
    }

    private CommandResult untilStored(Function<Ticket, Optional<TicketChange>> decision) {
        Optional<TicketChange> onLoaded = loaded == null ? Optional.empty() : decidedOnLoaded(loaded, decision);
        Optional<CommandResult> written = onLoaded.flatMap(this::commit);
        if (written.isPresent()) {
            return written.get();
        }
        FoundDone nothingToDo = new FoundDone(session);
        return ConflictRetry.untilStored("the ticket", () -> decideAndCommit(decision, nothingToDo));
    }

    private Optional<CommandResult> decideAndCommit(
            Function<Ticket, Optional<TicketChange>> decision, FoundDone nothingToDo) {
        Ticket current = session.access.requireVisible(read.get());
        Optional<TicketChange> change = decision.apply(current);
        if (change.isPresent()) {
            nothingToDo.reset();
            return commit(change.get());
        }
        return nothingToDo.isSafe() ? Optional.of(nothing(current)) : Optional.empty();
    }

    /** Only the ticket as it is now can say that nothing is to be done, or may not be. */
    private Optional<TicketChange> decidedOnLoaded(Ticket ticket, Function<Ticket, Optional<TicketChange>> decision) {
        try {
            return decision.apply(session.access.requireVisible(Optional.of(ticket)));
        } catch (TicketException e) {
            LOG.debug("ticket {}, version {}, is read again: {}", ticket.id(), ticket.version(), e.code());
            return Optional.empty();
        }
    }

    private CommandResult nothing(Ticket current) {
        return CommandResult.now(
                new Receipt(current.id(), current.reference(), current.version(), null), session.shown(current));
    }

    /** Empty when somebody else was faster. */
    private Optional<CommandResult> commit(TicketChange change) {
        CommitOutcome outcome = session.tickets().commit(change);
        if (outcome.kind() == CommitOutcome.Kind.STALE) {
            session.readAgain();
            return Optional.empty();
        }
        return Optional.of(result(change, outcome));
    }

    private CommandResult result(TicketChange change, CommitOutcome outcome) {
        return switch (outcome.kind()) {
            case COMMITTED -> {
                LOG.debug(
                        "{} ticket {}, version {}",
                        change.event().kind(),
                        change.after().id(),
                        change.after().version());
                yield outcomes.committed(change, ((CommitOutcome.Committed) outcome).receipt());
            }
            case REPLAYED, KEY_REUSED -> outcomes.replayed(outcome);
            case STALE, REFERENCE_TAKEN, EXTERNAL_ID_TAKEN ->
                throw new StorageException(
                        TicketErrorCode.STORAGE_FAILED,
                        "the store answered a change with " + outcome.kind() + "; this is a defect of the store",
                        null);
        };
    }
}
