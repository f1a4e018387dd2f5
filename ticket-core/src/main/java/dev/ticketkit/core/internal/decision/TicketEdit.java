package dev.ticketkit.core.internal.decision;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.ChangeTicket.Clearable;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A ticket with some fields edited: pure functions from one state to the next, not yet recorded. */
public final class TicketEdit {
    private static final int MAX_ATTRIBUTES = 32;

    private TicketEdit() {}

    /**
     * Applies a change.
     *
     * @param status the status the command names, or null when it names none
     * @param category the category the command names, or null when it names none
     */
    public static Ticket apply(
            Ticket ticket,
            ChangeTicket command,
            @Nullable Status status,
            @Nullable Category category,
            CommandContext moment) {
        TicketBuilder edited = ticket.toBuilder();
        if (command.title() != null) {
            edited.title(command.title().strip());
        }
        if (command.description() != null) {
            edited.description(emptyToNull(command.description()));
        }
        if (command.priority() != null) {
            edited.priority(command.priority());
        }
        if (category != null) {
            edited.category(category);
        }
        if (command.owner() != null) {
            edited.owner(command.owner());
        }
        edited.attributes(attributes(ticket, command));
        clear(edited, command);
        return status == null ? edited.build() : inStatus(edited.build(), status, moment);
    }

    /** Moves a ticket to a status: entering terminated sets the closing time, leaving it clears that and counts a reopening. */
    static Ticket inStatus(Ticket ticket, Status status, CommandContext moment) {
        TicketBuilder moved = ticket.toBuilder().status(status);
        boolean wasTerminated = ticket.status().macro() == MacroStatus.TERMINATED;
        boolean isTerminated = status.macro() == MacroStatus.TERMINATED;
        if (isTerminated && !wasTerminated) {
            moved.closedAt(moment.notBefore(ticket.updatedAt()));
        } else if (wasTerminated && !isTerminated) {
            moved.closedAt(null).reopenings(ticket.reopenings() + 1);
        }
        return moved.build();
    }

    /** Gives a ticket another contact or a fresh snapshot. */
    public static Ticket withContact(Ticket ticket, Contact contact) {
        return ticket.toBuilder().contact(contact).build();
    }

    /** Marks a ticket as deleted at an instant, or as not deleted for null. */
    public static Ticket deleted(Ticket ticket, @Nullable Instant at) {
        return ticket.toBuilder().deletedAt(at).build();
    }

    /**
     * Takes from a ticket what it says of a person; what statistics count stays.
     *
     * @param title what stands in place of the title
     * @param contact who stands in place of the contact
     * @param reference the one it has, or another
     */
    static Ticket erased(Ticket ticket, String title, Contact contact, Reference reference, Instant at) {
        return ticket.toBuilder()
                .title(title)
                .description(null)
                .contact(contact)
                .reference(reference)
                .externalId(null)
                .attributes(Map.of())
                .erasedAt(at)
                .build();
    }

    static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static void clear(TicketBuilder edited, ChangeTicket command) {
        requireNotBoth(command);
        for (Clearable field : command.clear()) {
            switch (field) {
                case DESCRIPTION -> edited.description(null);
                case CATEGORY -> edited.category(null);
                case OWNER -> edited.owner(null);
            }
        }
    }

    private static void requireNotBoth(ChangeTicket command) {
        requireNotBoth(command, Clearable.DESCRIPTION, command.description());
        requireNotBoth(command, Clearable.CATEGORY, command.category());
        requireNotBoth(command, Clearable.OWNER, command.owner());
    }

    private static void requireNotBoth(ChangeTicket command, Clearable field, @Nullable Object value) {
        if (value != null && command.clear().contains(field)) {
            throw new RefusedException("clear", field + " cannot be set and emptied by the same command");
        }
    }

    private static SortedMap<String, String> attributes(Ticket ticket, ChangeTicket command) {
        if (command.attributes().isEmpty() && command.removeAttributes().isEmpty()) {
            return ticket.attributes();
        }
        SortedMap<String, String> attributes = new TreeMap<>(ticket.attributes());
        attributes.putAll(command.attributes());
        attributes.keySet().removeAll(command.removeAttributes());
        if (attributes.size() > MAX_ATTRIBUTES) {
            throw new RefusedException("attributes", "at most " + MAX_ATTRIBUTES + " are allowed on one ticket");
        }
        return attributes;
    }
}
