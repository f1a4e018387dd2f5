package dev.ticketkit.samples.helpdesk.ticket;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.ChangeTicket.Clearable;
import dev.ticketkit.samples.helpdesk.page.Priorities;
import dev.ticketkit.samples.helpdesk.team.Account;
import dev.ticketkit.spi.model.Ticket;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it is edited. What was seen is sent along: only what was changed is part of the command, so that a change of somebody else
 * to another field is kept.
 *
 * @param now as it shall be
 * @param seen as it was when the form was made
 * @param version of the ticket then
 * @param theirs fields in conflict of which the other value is taken
 */
record TicketForm(
        TicketValues now,
        TicketValues seen,
        long version,
        @Nullable List<String> theirs) {
    private static final List<String> FIELDS =
            List.of("title", "description", "status", "priority", "category", "owner");

    /** What a form leaves out is empty. */
    TicketForm(@Nullable TicketValues now, @Nullable TicketValues seen, long version, @Nullable List<String> theirs) {
        this.now = now == null ? TicketValues.NOTHING : now;
        this.seen = seen == null ? TicketValues.NOTHING : seen;
        this.version = version;
        this.theirs = theirs;
    }

    /** Nothing is changed yet. */
    static TicketForm of(Ticket ticket) {
        TicketValues values = TicketValues.of(ticket);
        return new TicketForm(values, values, ticket.version(), List.of());
    }

    /** The same on the ticket as it is now, for a form that is shown again. */
    TicketForm on(Ticket current) {
        TicketValues fresh = TicketValues.of(current);
        Function<String, String> merged = field -> isChanged(field) ? now.get(field) : fresh.get(field);
        TicketValues mine = new TicketValues(
                merged.apply("title"),
                merged.apply("description"),
                merged.apply("status"),
                merged.apply("priority"),
                merged.apply("category"),
                merged.apply("owner"));
        return new TicketForm(mine, fresh, current.version(), List.of());
    }

    /** Whether the person changed a field, and did not give that up in a conflict. */
    boolean isChanged(String field) {
        boolean givenUp = theirs != null && theirs.contains(field);
        return !givenUp && !now.get(field).equals(seen.get(field));
    }

    /** The command, on the version that was seen. */
    ChangeTicket command(Function<String, @Nullable Account> accounts) {
        ChangeTicket.Builder change = ChangeTicket.builder().onVersion(version);
        FIELDS.stream().filter(this::isChanged).forEach(field -> set(change, field, accounts));
        return change.build();
    }

    private void set(ChangeTicket.Builder change, String field, Function<String, @Nullable Account> accounts) {
        String value = now.get(field);
        switch (field) {
            case "title" -> change.title(value);
            case "status" -> change.status(value);
            case "priority" -> change.priority(Priorities.named(value));
            case "description" -> setOrClear(change, value, Clearable.DESCRIPTION, change::description);
            case "category" -> setOrClear(change, value, Clearable.CATEGORY, change::category);
            default -> setOrClear(change, value, Clearable.OWNER, id -> owner(change, accounts.apply(id)));
        }
    }

    private static ChangeTicket.Builder owner(ChangeTicket.Builder change, @Nullable Account account) {
        return account == null ? change : change.owner(account.party());
    }

    private static void setOrClear(ChangeTicket.Builder change, String value, Clearable field, Consumer<String> set) {
        if (value.isBlank()) {
            change.clear(field);
        } else {
            set.accept(value);
        }
    }
}
