package dev.ticketkit.samples.helpdesk.ticket;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.samples.helpdesk.page.Priorities;
import dev.ticketkit.samples.helpdesk.team.Account;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import org.jspecify.annotations.Nullable;

/**
 * A new ticket as it is typed.
 *
 * @param contact the id of its contact
 * @param title what it is about
 * @param priority name
 * @param status key
 * @param category any spelling; empty for none
 * @param owner id; empty for nobody
 * @param description more
 * @param reference by hand; empty for the next of the series
 * @param key says that a form sent twice is one form
 */
record NewTicketForm(
        @Nullable String contact,
        @Nullable String title,
        @Nullable String priority,
        @Nullable String status,
        @Nullable String category,
        @Nullable String owner,
        @Nullable String description,
        @Nullable String reference,
        @Nullable String key) {
    /** Nothing is typed yet. */
    static NewTicketForm empty(@Nullable String contact, String owner, String key) {
        return new NewTicketForm(contact, "", Priority.MEDIUM.name(), Status.OPEN.key(), "", owner, "", "", key);
    }

    /** The same, as another form. */
    NewTicketForm withKey(String another) {
        return new NewTicketForm(contact, title, priority, status, category, owner, description, reference, another);
    }

    /** The command; who sends the form is part of its key. */
    OpenTicket command(@Nullable Contact who, @Nullable Account ownerAccount, Account sender) {
        OpenTicket.Builder command = OpenTicket.builder()
                .title(title)
                .description(orNull(description))
                .priority(Priorities.named(priority))
                .status(orNull(status))
                .category(orNull(category))
                .owner(ownerAccount == null ? null : ownerAccount.party())
                .reference(orNull(reference))
                .idempotencyKey(key == null || key.isBlank() ? null : sender.id() + "/" + key);
        return who == null ? command.build() : command.contact(who).build();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
