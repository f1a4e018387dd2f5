package dev.ticketkit.core.internal.ticket;

import dev.ticketkit.core.internal.retry.ConflictRetry;
import dev.ticketkit.core.internal.retry.Decision;
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
 * One command on a ticket, from reading to commit. When another commit was faster, the whole decision and the access check are made
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
        return outcomes.orEarlier(stamp, () -> ConflictRetry.untilStored("the ticket", new OnTicket(decision)));
    }

    /**
     * A ticket and what becomes of it.
     *
     * @param change null when nothing is to be stored
     */
    private record Decided(Ticket ticket, @Nullable TicketChange change) {}

    private final class OnTicket implements Decision<Decided, Optional<CommitOutcome>, CommandResult> {
        private final Function<Ticket, Optional<TicketChange>> decision;
        private final FoundDone nothingToDo = new FoundDone(session);
        private @Nullable Ticket first = loaded;

        OnTicket(Function<Ticket, Optional<TicketChange>> decision) {
            this.decision = decision;
        }

        @Override
        public Decided decide() {
            Ticket known = first;
            first = null;
            Optional<Decided> onLoaded = known == null ? Optional.empty() : onLoaded(known);
            return onLoaded.orElseGet(() -> on(read.get()));
        }

        @Override
        public Optional<CommitOutcome> commit(Decided decided) {
            return Optional.ofNullable(decided.change()).map(session.tickets()::commit);
        }

        @Override
        public Optional<CommandResult> result(Decided decided, Optional<CommitOutcome> outcome) {
            TicketChange change = decided.change();
            if (change == null || outcome.isEmpty()) {
                return nothingToDo.isSafe() ? Optional.of(nothing(decided.ticket())) : Optional.empty();
            }
            nothingToDo.reset();
            if (outcome.get().kind() == CommitOutcome.Kind.STALE) {
                session.readAgain();
                return Optional.empty();
            }
            return Optional.of(TicketChanging.this.result(change, outcome.get()));
        }

        /** Only the ticket as it is now can say that nothing is to be done, or may not be. */
        private Optional<Decided> onLoaded(Ticket ticket) {
            try {
                return Optional.of(on(Optional.of(ticket))).filter(decided -> decided.change() != null);
            } catch (TicketException e) {
                LOG.debug("ticket {}, version {}, is read again: {}", ticket.id(), ticket.version(), e.code());
                return Optional.empty();
            }
        }

        private Decided on(Optional<Ticket> found) {
            Ticket ticket = session.access.requireVisible(found);
            return new Decided(ticket, decision.apply(ticket).orElse(null));
        }
    }

    private CommandResult nothing(Ticket current) {
        return CommandResult.now(
                new Receipt(current.id(), current.reference(), current.version(), null), session.shown(current));
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
