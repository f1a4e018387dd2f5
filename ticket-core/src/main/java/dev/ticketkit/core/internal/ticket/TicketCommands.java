package dev.ticketkit.core.internal.ticket;

import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.Command;
import dev.ticketkit.core.internal.decision.CommandContext;
import dev.ticketkit.core.internal.decision.Merge;
import dev.ticketkit.core.internal.decision.Recording;
import dev.ticketkit.core.internal.decision.TicketEdit;
import dev.ticketkit.core.internal.listing.HistoryReader;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.session.Choices;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.core.result.ConflictException;
import dev.ticketkit.spi.error.RefusedException;
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
 * What one actor does to one ticket: each command is a decision on the ticket as it is, and one commit. Nothing is read before a command
 * is run.
 */
public final class TicketCommands {
    private final ActorContext session;
    private final Supplier<TicketId> target;
    private final Supplier<Optional<Ticket>> read;
    private final @Nullable Ticket loaded;

    /** Commands on a ticket that is read by each of them. */
    public TicketCommands(ActorContext session, Supplier<TicketId> target, Supplier<Optional<Ticket>> read) {
        this(session, target, read, null);
    }

    /**
     * Commands on a ticket.
     *
     * @param target the ticket's id, for the stamp of a key
     * @param read finds it, deleted or not
     * @param loaded the ticket as it was stored at its version, to decide on first; null to read it
     */
    public TicketCommands(
            ActorContext session, Supplier<TicketId> target, Supplier<Optional<Ticket>> read, @Nullable Ticket loaded) {
        this.session = session;
        this.target = target;
        this.read = read;
        this.loaded = loaded;
    }

    /** The ticket as it is now, deleted ones too, if the actor may read it. */
    public Ticket found() {
        return session.access.requireVisible(read.get());
    }

    /** Changes fields. */
    public CommandResult change(ChangeTicket command) {
        return session.parts.observed().command("change", () -> {
            session.parts.validator().check(command);
            return changed(command, session.stamp(command, () -> List.of(target.get())));
        });
    }

    /** Changes fields, under a stamp of the caller's. */
    public CommandResult change(ChangeTicket command, @Nullable IdempotencyStamp stamp) {
        return session.parts.observed().command("change", () -> changed(command, stamp));
    }

    private CommandResult changed(ChangeTicket command, @Nullable IdempotencyStamp stamp) {
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

    /** Gives the ticket a contact. */
    public CommandResult changeContact(ChangeContact command) {
        return session.parts.observed().command("change-contact", () -> contactChanged(command));
    }

    private CommandResult contactChanged(ChangeContact command) {
        session.parts.validator().check(command);
        IdempotencyStamp stamp = session.stamp(command, () -> List.of(target.get()));
        Contact contact = Objects.requireNonNull(command.contact(), "contact");
        return run(stamp).onLiving(ticket -> {
            session.access.require(Action.CHANGE_CONTACT, ticket);
            requireNotErased(ticket);
            return recording(session.moment(), ticket, stamp).edited(TicketEdit.withContact(ticket, contact));
        });
    }

    /** Adds a note. */
    public CommandResult note(AddNote command, NoteVisibility visibility, Action action) {
        String kind = visibility == NoteVisibility.PUBLIC ? "note-public" : "note-internal";
        return session.parts.observed().command(kind, () -> noted(command, visibility, action));
    }

    private CommandResult noted(AddNote command, NoteVisibility visibility, Action action) {
        session.parts.validator().check(command);
        IdempotencyStamp stamp = session.stamp(command, () -> List.of(target.get(), visibility));
        Note note = new Note(visibility, Objects.requireNonNull(command.text(), "text"));
        return run(stamp).onLiving(ticket -> {
            session.access.require(action, ticket);
            requireNotErased(ticket);
            return recording(session.moment(), ticket, stamp).noted(note);
        });
    }

    /** Deletes the ticket, or brings it back. */
    public CommandResult deletion(Command command, boolean deleted, Action action) {
        return session.parts
                .observed()
                .command(deleted ? "delete" : "restore", () -> deleted(command, deleted, action));
    }

    private CommandResult deleted(Command command, boolean deleted, Action action) {
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

    /** Says in the history that an automation could not go on. */
    public CommandResult stopped(String text, IdempotencyStamp stamp) {
        return run(stamp)
                .onAny(ticket -> ticket.erasedAt() == null
                        ? recording(session.moment(), ticket, stamp).stopped(text)
                        : Optional.empty());
    }

    /** Nothing would ever erase what is written on it now. */
    private static void requireNotErased(Ticket ticket) {
        if (ticket.erasedAt() != null) {
            throw new RefusedException(
                    "ticket", "was erased; only status, priority, category and owner can still be changed");
        }
    }

    private TicketChanging run(@Nullable IdempotencyStamp stamp) {
        return new TicketChanging(session, loaded, read, stamp);
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
