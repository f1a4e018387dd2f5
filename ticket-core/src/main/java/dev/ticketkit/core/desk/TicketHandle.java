package dev.ticketkit.core.desk;

import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.ChangeTicket.Clearable;
import dev.ticketkit.core.command.DeleteTicket;
import dev.ticketkit.core.command.RestoreTicket;
import dev.ticketkit.core.internal.listing.HistoryReader;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.ticket.TicketCommands;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.core.result.ConflictException;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import java.util.List;

/**
 * One ticket in the hands of one actor. Nothing is read until a method is called; each writing method is one commit, or part of the
 * host's transaction if the desk has joined one.
 *
 * <p>Every method throws {@link dev.ticketkit.spi.error.NotFoundException} when the tenant has no such ticket or the actor may not read
 * it, {@link dev.ticketkit.spi.error.ForbiddenException} when the actor may read it but not do this,
 * {@link jakarta.validation.ConstraintViolationException} or {@link RefusedException} for a value that breaks a rule, and
 * {@link dev.ticketkit.spi.error.StorageException} when the store fails. Then nothing is stored, unless the last one says it is
 * unknown.
 */
public class TicketHandle {
    private final ActorContext session;
    private final TicketCommands commands;

    TicketHandle(ActorContext session, TicketCommands commands) {
        this.session = session;
        this.commands = commands;
    }

    /** The ticket as it is now. */
    public Ticket get() {
        Ticket ticket = commands.found();
        if (ticket.deletedAt() != null) {
            throw new NotFoundException("ticket");
        }
        return session.shown(ticket);
    }

    /**
     * Changes fields. What is already so is not recorded; if nothing is left, nothing is.
     *
     * @throws ConflictException when the command names a version and the same fields have been given other values since
     */
    public CommandResult change(ChangeTicket command) {
        return commands.change(command);
    }

    /** Gives the ticket to an operator; see {@link #change}. */
    public CommandResult assign(Party owner) {
        return change(
                ChangeTicket.builder().owner(Required.argument(owner, "owner")).build());
    }

    /** Takes the ticket from its owner: nobody has it then; see {@link #change}. */
    public CommandResult unassign() {
        return change(ChangeTicket.builder().clear(Clearable.OWNER).build());
    }

    /** Gives the ticket a status; see {@link #change}. */
    public CommandResult status(Status status) {
        return change(ChangeTicket.builder()
                .status(Required.argument(status, "status"))
                .build());
    }

    /** Gives the ticket the status {@link Status#RESOLVED}, whatever it has now; see {@link #change}. */
    public CommandResult resolve() {
        return status(Status.RESOLVED);
    }

    /**
     * Takes up a ticket that was resolved, closed or given up: it gets the status {@link Status#OPEN}; see {@link #change}. One that is in
     * progress keeps its status, and nothing is recorded.
     */
    public CommandResult reopen() {
        boolean done = get().status().macro() == MacroStatus.TERMINATED;
        return done ? status(Status.OPEN) : change(ChangeTicket.builder().build());
    }

    /** Gives the ticket a fresh snapshot of its contact, or another contact. */
    public CommandResult changeContact(ChangeContact command) {
        return commands.changeContact(command);
    }

    /** Adds a note the contact never sees. */
    public CommandResult addInternalNote(AddNote command) {
        return commands.note(command, NoteVisibility.INTERNAL, Action.NOTE_INTERNALLY);
    }

    /** Adds a note the contact never sees. */
    public CommandResult addInternalNote(String text) {
        return addInternalNote(AddNote.of(text));
    }

    /** Adds a note the contact sees. */
    public CommandResult addPublicNote(AddNote command) {
        return commands.note(command, NoteVisibility.PUBLIC, Action.NOTE_PUBLICLY);
    }

    /** Adds a note the contact sees. */
    public CommandResult addPublicNote(String text) {
        return addPublicNote(AddNote.of(text));
    }

    /** Deletes the ticket; its history stays readable. Deleting a deleted ticket succeeds and records nothing. */
    public CommandResult delete(DeleteTicket command) {
        return commands.deletion(command, true, Action.DELETE);
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
        return commands.deletion(command, false, Action.RESTORE);
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
        Ticket ticket = commands.found();
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
}
