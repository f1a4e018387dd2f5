package dev.ticketkit.core.internal.ticket;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.internal.decision.CommandContext;
import dev.ticketkit.core.internal.decision.Opening;
import dev.ticketkit.core.internal.retry.ConflictRetry;
import dev.ticketkit.core.internal.retry.Decision;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.session.Outcomes;
import dev.ticketkit.core.internal.session.ReservedNumbers;
import dev.ticketkit.core.reference.ReferenceContext;
import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.core.reference.ReferencePlan;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TakenException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One opening, from command to commit. */
public final class TicketOpening implements Decision<TicketOpening.Decided, CommitOutcome, CommandResult> {
    private static final Logger LOG = LoggerFactory.getLogger(TicketOpening.class);

    /** A random code is taken about never; more attempts than this mean that the host's own format repeats itself. */
    private static final int REFERENCE_ATTEMPTS = 10;

    private final ActorContext session;
    private final OpenTicket command;
    private final @Nullable IdempotencyStamp stamp;
    private final Outcomes outcomes;
    private int takenReferences;

    /** A new ticket, and where its reference comes from. */
    record Decided(TicketChange change, ReferencePlan plan) {}

    public TicketOpening(ActorContext session, OpenTicket command) {
        this(session, command, session.stamp(command, List::of));
    }

    public TicketOpening(ActorContext session, OpenTicket command, @Nullable IdempotencyStamp stamp) {
        this.session = session;
        this.command = command;
        this.stamp = stamp;
        this.outcomes = new Outcomes(session);
    }

    public CommandResult run() {
        return outcomes.orEarlier(stamp, () -> ConflictRetry.untilStored("the tenant's catalogue", this));
    }

    @Override
    public Decided decide() {
        Contact contact = command.contact();
        if (contact == null) {
            throw new RefusedException("contact", "is required: open from contact(…), or set it in the command");
        }
        session.limits.require(command);
        requireOfferedPriority();
        CommandContext moment = session.moment();
        Ticket ticket =
                Opening.ticket(moment, command, contact, status(), category(), new TicketId(session.newId(moment)));
        session.access.require(Action.OPEN, ticket);
        ReferencePlan plan = plan(moment);
        return new Decided(Opening.change(moment, ticket, ready(plan), session.newId(moment), stamp), plan);
    }

    @Override
    public CommitOutcome commit(Decided decided) {
        return session.tickets().commit(decided.change());
    }

    /** Empty when the status was hidden meanwhile, or the reference made here is taken. */
    @Override
    public Optional<CommandResult> result(Decided decided, CommitOutcome outcome) {
        if (outcome.kind() == CommitOutcome.Kind.STALE) {
            session.readAgain();
            return Optional.empty();
        }
        if (outcome.kind() == CommitOutcome.Kind.REFERENCE_TAKEN && command.reference() == null) {
            leave(decided.plan());
            return Optional.empty();
        }
        return Optional.of(result(decided.change(), outcome));
    }

    private void leave(ReferencePlan taken) {
        if (taken.blockSize() > 0) {
            session.parts.numbers().drop(session.tenant, taken);
        }
        if (++takenReferences == REFERENCE_ATTEMPTS) {
            throw new RefusedException(
                    "reference",
                    "the tenant's reference format gave " + REFERENCE_ATTEMPTS + " references that are taken");
        }
    }

    private CommandResult result(TicketChange change, CommitOutcome outcome) {
        return switch (outcome.kind()) {
            case COMMITTED -> {
                LOG.debug("opened ticket {}", change.after().id());
                yield outcomes.committed(change, ((CommitOutcome.Committed) outcome).receipt());
            }
            case REPLAYED, KEY_REUSED -> outcomes.replayed(outcome);
            case REFERENCE_TAKEN -> throw referenceTaken(String.valueOf(command.reference()));
            case EXTERNAL_ID_TAKEN -> throw externalIdTaken(String.valueOf(command.externalId()));
            case STALE ->
                throw new StorageException(
                        TicketErrorCode.STORAGE_FAILED,
                        "a stale opening is decided again, never answered; this is a defect of the desk",
                        null);
        };
    }

    private TakenException referenceTaken(String reference) {
        return taken(
                "reference", reference, session.tickets().findByReference(session.tenant, new Reference(reference)));
    }

    private TakenException externalIdTaken(String externalId) {
        return taken("externalId", externalId, session.tickets().findByExternalId(session.tenant, externalId));
    }

    /** Says whose it is, as far as that is of use: what a deleted ticket has is missed in every list. */
    private static TakenException taken(String field, String value, Optional<Ticket> holder) {
        return holder.map(ticket -> ticket.deletedAt() == null
                        ? new TakenException(field, value)
                        : TakenException.byDeletedTicket(field, value))
                .orElseGet(() -> TakenException.usedOnce(field, value));
    }

    private Status status() {
        String key = command.status();
        return key == null ? Status.OPEN : session.status(key);
    }

    private void requireOfferedPriority() {
        if (command.priority() != null) {
            session.priority(command.priority());
        }
    }

    private @Nullable Category category() {
        String name = command.category();
        return name == null ? null : session.category(name);
    }

    private ReferencePlan ready(ReferencePlan plan) {
        if (plan.blockSize() == 0) {
            return plan;
        }
        ReservedNumbers numbers = session.parts.numbers();
        return ReferencePlan.ready(
                session.parts.joined()
                        ? numbers.nextJoined(
                                session.tenant, plan, session.storage().numbers())
                        : numbers.next(session.tenant, plan));
    }

    private ReferencePlan plan(CommandContext moment) {
        ReferenceFormat format = session.settings().references();
        String byHand = command.reference();
        if (byHand == null) {
            return format.next(new ReferenceContext(
                    session.tenant, moment.at(), session.settings().zone()));
        }
        Reference reference = new Reference(byHand);
        if (format.matches(reference)) {
            throw new RefusedException(
                    "reference", "has the form of the references made here; leave it out, or choose another form");
        }
        return ReferencePlan.ready(reference);
    }
}
