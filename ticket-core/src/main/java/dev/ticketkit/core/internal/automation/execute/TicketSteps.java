package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.automation.Step.OpenStep;
import dev.ticketkit.core.automation.Step.UpdateStep;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.error.TicketException;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.TicketStore;
import jakarta.validation.ConstraintViolationException;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps that write tickets. What the desk refuses is a {@link StepFailure}; what the store cannot do now is thrown on. */
final class TicketSteps {
    private final StepCommands commands;
    private final TicketStore tickets;
    private final Contact contact;

    TicketSteps(StepCommands commands, TicketStore tickets, Contact contact) {
        this.commands = commands;
        this.tickets = tickets;
        this.contact = contact;
    }

    Ticket open(StepKey key, OpenStep step, StepTexts texts) {
        return done(texts, () -> commands.open(key, opening(step, texts)));
    }

    Ticket update(StepKey key, UpdateStep step, StepTexts texts) {
        return done(texts, () -> {
            ChangeTicket command = change(step, texts);
            return commands.change(
                    key, target(key.tenant(), texts.of("ticket", step.ticket())).id(), command);
        });
    }

    private OpenTicket opening(OpenStep step, StepTexts texts) {
        return OpenTicket.builder()
                .contact(contact)
                .title(texts.of("title", step.title()))
                .description(texts.of("description", step.description()))
                .reference(texts.of("reference", step.reference()))
                .status(texts.of("status", step.status()))
                .priority(priority(texts.of("priority", step.priority())))
                .category(texts.of("category", step.category()))
                .build();
    }

    private static ChangeTicket change(UpdateStep step, StepTexts texts) {
        return ChangeTicket.builder()
                .status(texts.of("status", step.status()))
                .priority(priority(texts.of("priority", step.priority())))
                .category(texts.of("category", step.category()))
                .owner(step.owner())
                .build();
    }

    /** Another contact's ticket is as good as none. */
    private Ticket target(TenantId tenant, @Nullable String reference) {
        if (reference == null) {
            throw new RefusedException("ticket", "is blank; name a reference");
        }
        return tickets.findByReference(tenant, new Reference(reference))
                .filter(ticket ->
                        ticket.deletedAt() == null && ticket.contact().id().equals(contact.id()))
                .orElseThrow(() -> new StepFailure(
                        "ticket: the contact has none with this reference (it was \"" + reference + "\")", null));
    }

    private static @Nullable Priority priority(@Nullable String name) {
        if (name == null) {
            return null;
        }
        try {
            return Priority.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RefusedException("priority", "is none of LOWEST, LOW, MEDIUM, HIGH, HIGHEST, URGENT");
        }
    }

    private static Ticket done(StepTexts texts, Supplier<Ticket> step) {
        try {
            return step.get();
        } catch (ConstraintViolationException e) {
            throw StepFailure.of(e, texts.rendered());
        } catch (TicketException e) {
            throw isRefusal(e.code()) ? StepFailure.of(e, texts.rendered()) : e;
        }
    }

    private static boolean isRefusal(TicketErrorCode code) {
        return switch (code) {
            case NOT_FOUND, CONFLICT, TAKEN, KEY_REUSED, FORBIDDEN, REFUSED -> true;
            case STORAGE_RETRYABLE,
                    STORAGE_LOCKED,
                    STORAGE_UNKNOWN,
                    STORAGE_UNAVAILABLE,
                    STORAGE_FAILED,
                    STORAGE_INCOMPLETE,
                    SCHEMA -> false;
        };
    }
}
