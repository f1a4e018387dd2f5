package dev.ticketkit.core.desk;

import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.Command;
import dev.ticketkit.core.command.DeleteTicket;
import dev.ticketkit.core.command.RestoreTicket;
import dev.ticketkit.core.internal.decision.CommandContext;
import dev.ticketkit.core.internal.decision.Merge;
import dev.ticketkit.core.internal.decision.Recording;
import dev.ticketkit.core.internal.decision.TicketEdit;
import dev.ticketkit.core.internal.listing.HistoryReader;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.session.Choices;
import dev.ticketkit.core.internal.ticket.TicketChanging;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.core.result.ConflictException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One ticket in the hands of one actor. Nothing is read until a method is called; each writing method is one commit, or part of the
 * host's transaction if the desk has joined one.
 *
 * <p>Every method throws {@link dev.ticketkit.spi.error.NotFoundException} when the tenant has no such ticket or the actor may not read
 * it, {@link dev.ticketkit.spi.error.ForbiddenException} when he may read it but not do this,
 * {@link jakarta.validation.ConstraintViolationException} or {@link RefusedException} for a value that breaks a rule, and
 * {@link dev.ticketkit.spi.error.StorageException} when the store fails. Then nothing is stored, unless the last one says it is
 * unknown.
 */
@SuppressWarnings("exports")
public final class TicketHandle {
    private final ActorContext session;
    private final Supplier<TicketId> target;
    private final Supplier<Optional<Ticket>> read;
    private final @Nullable Ticket inHand;

    public TicketHandle(ActorContext session, Supplier<TicketId> target, Supplier<Optional<Ticket>> read) {
        this(session, target, read, null);
    }

    /** @param inHand the ticket as it was stored at its version, to decide on first; null to read it */
    public TicketHandle(
            ActorContext session, Supplier<TicketId> target, Supplier<Optional<Ticket>> read, @Nullable Ticket inHand) {
        this.session = session;
        this.inHand = inHand;
        this.target = target;
        this.read = read;
    }

    /** The ticket as it is now. */
    public Ticket get() {
        return session.shown(session.access.requireVisible(read.get().filter(ticket -> ticket.deletedAt() == null)));
    }

    /**
     * Changes fields. What is already so is not recorded; if nothing is left, nothing is.
     *
     * @throws ConflictException when the command names a version and the same fields have been given other values since
     */
    public CommandResult change(ChangeTicket command) {
        session.parts.validator().check(command);
        return change(command, session.stamp(command, () -> List.of(target.get())));
    }

    public CommandResult change(ChangeTicket command, @Nullable IdempotencyStamp stamp) {
        return run(stamp).onLiving(ticket -> {
            session.access.require(Action.CHANGE, ticket);
            if (command.title() != null
                    || command.description() != null
                    || !command.attributes().isEmpty()) {
                requireNotErased(ticket);
            }
            CommandContext moment = session.moment();
            Choices chosen = new Choices(session, ticket);
            chosen.require(command.priority());
            Ticket edited = TicketEdit.apply(
                    ticket, command, chosen.status(command.status()), chosen.category(command.category()), moment);
            requireNoConflict(ticket, edited, command.version());
            return recording(moment, ticket, stamp).edited(edited);
        });
    }

    /** Gives the ticket a fresh snapshot of its contact, or another contact. */
    public CommandResult changeContact(ChangeContact command) {
        session.parts.validator().check(command);
        IdempotencyStamp stamp = session.stamp(command, () -> List.of(target.get()));
        Contact contact = Objects.requireNonNull(command.contact(), "contact");
        return run(stamp).onLiving(ticket -> {
            session.access.require(Action.CHANGE_CONTACT, ticket);
            requireNotErased(ticket);
            return recording(session.moment(), ticket, stamp).edited(TicketEdit.withContact(ticket, contact));
        });
    }

    /** Adds a note the contact never sees. */
    public CommandResult addInternalNote(AddNote command) {
        return note(command, NoteVisibility.INTERNAL, Action.NOTE_INTERNALLY);
    }

    /** Adds a note the contact never sees. */
    public CommandResult addInternalNote(String text) {
        return addInternalNote(AddNote.of(text));
    }

    /** Adds a note the contact sees. */
    public CommandResult addPublicNote(AddNote command) {
        return note(command, NoteVisibility.PUBLIC, Action.NOTE_PUBLICLY);
    }

    /** Adds a note the contact sees. */
    public CommandResult addPublicNote(String text) {
        return addPublicNote(AddNote.of(text));
    }

    /** Deletes the ticket; its history stays readable. Deleting a deleted ticket succeeds and records nothing. */
    public CommandResult delete(DeleteTicket command) {
        return deletion(command, true, Action.DELETE);
    }

    /** Deletes the ticket; see {@link #delete(DeleteTicket)}. */
    public CommandResult delete() {
        return delete(DeleteTicket.unkeyed());
    }

    /**
     * Brings a deleted ticket back.
     *
     * @throws RefusedException when it was erased
     */
    public CommandResult restore(RestoreTicket command) {
        return deletion(command, false, Action.RESTORE);
    }

    /** Brings a deleted ticket back. */
    public CommandResult restore() {
        return restore(RestoreTicket.unkeyed());
    }

    /**
     * Everything that happened to the ticket, in order; of a deleted ticket too. A category stands in it under its present name.
     *
     * <p>A contact whom the policy lets read it sees neither internal notes nor changes of owner and attributes.
     *
     * @throws dev.ticketkit.spi.error.ForbiddenException for a contact, under the default policy
     */
    public List<TicketEvent> history() {
        Ticket ticket = session.access.requireVisible(read.get());
        session.access.require(Action.READ_HISTORY, ticket);
        return session.limits.shown(new HistoryReader(session).withCategoryNames(ticket.id()));
    }

    /** The notes in order, each with its author and time; a contact, and who may not read the history, gets the public ones only. */
    public List<TicketEvent> notes() {
        Ticket ticket = get();
        boolean all = session.parts.access().allows(session.tenant, session.actor, Action.READ_HISTORY, ticket);
        List<TicketEvent> events = session.limits.shown(new HistoryReader(session).after(ticket.id(), 0));
        return events.stream()
                .filter(event -> event.kind() == EventKind.NOTED
                        && event.note() != null
                        && (all || event.note().visibility() == NoteVisibility.PUBLIC))
                .toList();
    }

    /** Says in the history that an automation could not go on. */
    public CommandResult stopped(String text, IdempotencyStamp stamp) {
        return run(stamp)
                .onAny(ticket -> ticket.erasedAt() == null
                        ? recording(session.moment(), ticket, stamp).stopped(text)
                        : Optional.empty());
    }

    private CommandResult note(AddNote command, NoteVisibility visibility, Action action) {
        session.parts.validator().check(command);
        IdempotencyStamp stamp = session.stamp(command, () -> List.of(target.get(), visibility));
        Note note = new Note(visibility, Objects.requireNonNull(command.text(), "text"));
        return run(stamp).onLiving(ticket -> {
            session.access.require(action, ticket);
            requireNotErased(ticket);
            return recording(session.moment(), ticket, stamp).noted(note);
        });
    }

    private CommandResult deletion(Command command, boolean deleted, Action action) {
        session.parts.validator().check(command);
        IdempotencyStamp stamp = session.stamp(command, () -> List.of(target.get()));
        return run(stamp).onAny(ticket -> {
            session.access.require(action, ticket);
            if (!deleted && ticket.erasedAt() != null) {
                throw new RefusedException("ticket", "was erased; it cannot come back");
            }
            return recording(session.moment(), ticket, stamp).deletion(deleted);
        });
    }

    /** Nothing would ever erase what is written on it now. */
    private static void requireNotErased(Ticket ticket) {
        if (ticket.erasedAt() != null) {
            throw new RefusedException(
                    "ticket", "was erased; only status, priority, category and owner can still be changed");
        }
    }

    private TicketChanging run(@Nullable IdempotencyStamp stamp) {
        return new TicketChanging(session, inHand, read, stamp);
    }

    private Recording recording(CommandContext moment, Ticket ticket, @Nullable IdempotencyStamp stamp) {
        return new Recording(moment, ticket, session.newId(moment), stamp);
    }

    private void requireNoConflict(Ticket current, Ticket edited, @Nullable Long version) {
        if (version == null || version == current.version()) {
            return;
        }
        if (version > current.version()) {
            throw new RefusedException(
                    "version", "the ticket has not had this version yet; it has " + current.version());
        }
        // Later ones are decided on when this change turns out to be stale.
        List<TicketEvent> since = new HistoryReader(session)
                .after(current.id(), version).stream()
                        .filter(event -> event.version() <= current.version())
                        .toList();
        List<String> fields = Merge.conflicts(current, edited, since);
        if (!fields.isEmpty()) {
            throw new ConflictException(session.shown(current), fields);
        }
    }
}
