package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.internal.automation.decide.Occurrence;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run sees of the store while it is under way: tickets may be deleted, erased or handed over meanwhile. */
final class ExecutionView {
    private final TicketStorage storage;
    private final Occurrence occurrence;

    ExecutionView(TicketStorage storage, Occurrence occurrence) {
        this.storage = storage;
        this.occurrence = occurrence;
    }

    /** Nothing new is made of what was deleted or erased meanwhile. */
    void requireStarter() {
        TicketEvent event = occurrence.event();
        boolean there = event == null
                ? storage.executions()
                        .firing(occurrence.tenant(), occurrence.id())
                        .filter(firing -> firing.json() != null)
                        .isPresent()
                : living(event.ticketId()).isPresent();
        if (!there) {
            throw new StepFailure("what started it was deleted or erased meanwhile", null);
        }
    }

    /** The run's ticket as it is now, if the contact may still hear of it. */
    Ticket shown(@Nullable ExecutionTicket ticket) {
        if (ticket == null) {
            throw new StepFailure("there is no ticket to write of; let a step open one before", null);
        }
        Ticket now = living(ticket.ticket().id())
                .orElseThrow(() -> new StepFailure("the ticket was deleted or erased meanwhile", null));
        if (!now.contact().id().equals(occurrence.contact().id())) {
            throw new StepFailure(
                    "the ticket is another contact's by now; the message was meant for the former one", null);
        }
        return now;
    }

    /** What is written of: the event, or the opening of another ticket. */
    TicketEvent eventOf(TicketId id) {
        TicketEvent event = occurrence.event();
        return event != null && event.ticketId().equals(id)
                ? event
                : storage.events().history(occurrence.tenant(), id, 0, 1).get(0);
    }

    /**
     * What an earlier attempt left: its ticket is the event's as it left it, unless a step has changed or opened it.
     *
     * @param wrote whether one of the steps that are done writes tickets
     */
    @Nullable ExecutionTicket resumed(AutomationExecution run, boolean wrote) {
        TicketId id = run.ticketId();
        if (id == null) {
            return null;
        }
        Ticket then = occurrence.ticket();
        boolean ofEvent = then != null && then.id().equals(id);
        if (then != null && ofEvent && !wrote) {
            return new ExecutionTicket(then, occurrence.oldStatus());
        }
        return storage.tickets()
                .find(occurrence.tenant(), id)
                .map(found -> new ExecutionTicket(found, ofEvent ? occurrence.oldStatus() : null))
                .orElse(null);
    }

    private Optional<Ticket> living(TicketId id) {
        return storage.tickets()
                .find(occurrence.tenant(), id)
                .filter(found -> found.deletedAt() == null && found.erasedAt() == null);
    }
}
